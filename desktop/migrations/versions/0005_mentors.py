"""Mentors and their moves."""

from __future__ import annotations

from desktop.migrations.pieces import counts, link, moves, several, synced_table, words

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables."""
    mentor = (
        link("person_id", needed=True),
        *several("ways", "wisdom", "skill_groups", "groups_served", "villages", "months_open"),
        *words("skills", "place", "free_when", "screened_on", "screening", "confirmed_on", "note"),
        *counts("capacity_number"),
        link("partner_id"),
        link("confirmed_by"),
        link("last_move_id"),
    )
    synced_table("mentor", mentor, "last_move_id", "partner_id", "person_id")
    synced_table("mentor_move", (link("mentor_id", needed=True), *moves()), "by_id", "mentor_id")
