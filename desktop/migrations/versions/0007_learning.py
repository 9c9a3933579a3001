"""Learning: curricula, courses, who came, what it is worth; documents of any record."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from desktop.migrations.pieces import counts, link, moves, several, synced_table, words

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of each."""
    _courses()


def _courses() -> None:
    """Courses, their sessions, who takes part, and who came."""
    course = (
        _needed("name"),
        *words("course_kind", "text", "place", "starts_on", "ends_on", "term", "finish_rule"),
        *map(link, ("curriculum_id", "partner_id", "teacher_id", "responsible_id")),
        *map(link, ("village_id", "fund_id", "confirmed_by", "last_move_id")),
        *several("villages", "groups_served", "skill_groups", "key_skills"),
        sa.Column("hours", sa.Double(), nullable=True),
        *counts("capacity", "minimum", "rule_percent", "cost"),
        *words("confirmed_on", "note"),
        _needed("sort_key"),
        _needed("search_key"),
    )
    leads_to = ("curriculum_id", "partner_id", "teacher_id", "village_id", "fund_id")
    synced_table("course", course, *leads_to, "course_kind", "last_move_id", "sort_key")
    reported = (*counts("people", "finished"), sa.Column("given_hours", sa.Double(), nullable=True))
    move = (link("course_id", needed=True), *moves(), *reported)
    synced_table("course_move", move, "by_id", "course_id")
    meeting = (
        link("course_id", needed=True),
        _needed("on"),
        sa.Column("number", sa.Integer(), nullable=False),
        *words("from_time", "to_time", "topic", "place", "happened", "next_step", "note"),
        sa.Column("hours", sa.Double(), nullable=True),
        *map(link, ("village_id", "teacher_id", "responsible_id", "last_move_id")),
    )
    indexed = ("course_id", "on", "village_id", "teacher_id", "last_move_id")
    synced_table("course_session", meeting, *indexed)
    move = (link("session_id", needed=True), *moves(), *words("cancel_reason"))
    synced_table("session_move", move, "by_id", "session_id")
    enrolment = (
        link("course_id", needed=True),
        *map(link, ("learner_id", "person_id", "pair_id", "action_id", "last_move_id")),
        _needed("role"),
        *words("name", "joined_on", "left_on", "source", "note"),
    )
    indexed = ("course_id", "learner_id", "person_id", "action_id", "last_move_id")
    synced_table("enrolment", enrolment, *indexed)
    move = (
        link("enrolment_id", needed=True), *moves(), *words("leaving_reason"), *counts("percent")
    )  # fmt: skip
    synced_table("enrolment_move", move, "by_id", "enrolment_id")
    mark = (
        *(link(name, needed=True) for name in ("session_id", "enrolment_id")),
        *words("code", "note"),
        *counts("minutes"),
        _needed("source"),
        link("reverses_id"),
    )
    synced_table("attendance", mark, "session_id", "enrolment_id", "reverses_id")


def _needed(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=False)
