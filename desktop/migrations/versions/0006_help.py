"""Help: what is asked and offered, referrals, funds, capital, and who is to be looked for."""

from __future__ import annotations

import sqlalchemy as sa

from desktop.migrations.pieces import link, moves, several, synced_table, words

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of each."""
    _needs()


def _needs() -> None:
    """What is needed and what is offered, with their moves."""
    need = (
        sa.Column("name", sa.String(), nullable=False),
        *(link(name) for name in ("learner_id", "household_id", "village_id")),
        *words("course", "assistance", "text", "unit", "urgency", "needed_by", "repeats", "share"),
        sa.Column("quantity", sa.Double(), nullable=True),
        *words("confirmed_on", "note"),
        link("confirmed_by"),
        link("last_move_id"),
        *_found_by(),
    )
    whose = ("learner_id", "household_id", "village_id")
    synced_table("need", need, *whose, "assistance", "last_move_id", "sort_key")
    synced_table("need_move", (link("need_id", needed=True), *moves()), "by_id", "need_id")
    offer = (
        sa.Column("name", sa.String(), nullable=False),
        link("partner_id"),
        link("person_id"),
        *words("assistance", "text", "unit", "conditions", "since", "until", "confirmed_on"),
        sa.Column("quantity", sa.Double(), nullable=True),
        *several("months_open", "villages", "languages"),
        *words("note"),
        link("confirmed_by"),
        link("last_move_id"),
        *_found_by(),
    )
    givers = ("partner_id", "person_id")
    synced_table("offer", offer, *givers, "assistance", "last_move_id", "sort_key")
    synced_table("offer_move", (link("offer_id", needed=True), *moves()), "by_id", "offer_id")


def _found_by() -> tuple[sa.Column[str], ...]:
    """What a laptop keeps for itself: the order in lists, and what a record is found by."""
    return tuple(
        sa.Column(name, sa.String(), nullable=False) for name in ("sort_key", "search_key")
    )
