"""Learning: curricula, courses, who came, what it is worth; documents of any record."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from desktop.migrations.pieces import (
    counts,
    link,
    moves,
    needs_change,
    several,
    synced_table,
    words,
)

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of each."""
    _documents()
    _courses()
    _seasons()
    _map_pins()
    _curricula()
    _competences()
    _credits()
    _evidence()
    _kpc()


_DOCUMENTS_OF = ("learner_id", "village_id")
"""Whose a document may be."""


def _documents() -> None:
    """Let documents be of any record, not of a learner only.

    The table is made anew, since a column cannot be told to be empty; its rows are copied as they
    are. An earlier program that heard of a map of a village kept it for a learner of no id.
    """
    op.execute("DROP TRIGGER document_needs_change")
    op.execute("DROP TRIGGER document_stays")
    kept = [each["name"] for each in sa.inspect(op.get_bind()).get_columns("document")]
    for name in ("centre_id", "learner_id"):
        op.drop_index(op.f(f"ix_document_{name}"), "document")
    op.rename_table("document", "document_of_learners")
    columns = (
        *map(link, _DOCUMENTS_OF),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("document_kind", "title")),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        *words("file_name", "taken_on", "note"),
        *(
            sa.Column(name, sa.Boolean(), nullable=True)
            for name in ("others_pictured", "others_agreed")
        ),
    )
    synced_table("document", columns, *_DOCUMENTS_OF)
    names = ", ".join(f'"{each}"' for each in kept)
    values = names.replace('"learner_id"', 'nullif("learner_id", zeroblob(16))')
    op.execute(
        f'INSERT INTO "document" ({names}) SELECT {values} FROM document_of_learners'  # nosec B608
    )
    op.drop_table("document_of_learners")


def _courses() -> None:
    """Courses, their sessions, who takes part, and who came."""
    course = (
        _needed("name"),
        *words("course_kind", "text", "place", "starts_on", "ends_on", "term", "finish_rule"),
        *map(link, ("curriculum_id", "partner_id", "teacher_id", "responsible_id")),
        *map(link, ("village_id", "fund_id", "last_move_id")),
        *several("villages", "groups_served", "skill_groups", "key_skills"),
        sa.Column("hours", sa.Double(), nullable=True),
        *counts("capacity", "minimum", "rule_percent", "cost"),
        *words("note"),
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
        *words("code", "note", "source"),
        *counts("minutes"),
        link("reverses_id"),
    )
    synced_table("attendance", mark, "enrolment_id")
    op.create_index(
        op.f("ix_attendance_reverses_id"),
        "attendance",
        ["reverses_id"],
        sqlite_where=sa.text("reverses_id IS NOT NULL"),
    )


def _seasons() -> None:
    """When a village works its fields and keeps its festivals, beside floods and income."""
    for table in ("village", "hamlet"):
        for column in several("work_months", "festival_months"):
            op.add_column(table, column)
        op.execute(f"DROP TRIGGER {table}_needs_change")
        op.execute(needs_change(table))


def _needed(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=False)


def _map_pins() -> None:
    """Where a capital stands on a hand-drawn map."""
    owners = ("document_id", "capital_id")
    places = (sa.Column(name, sa.Integer(), nullable=False) for name in ("across", "down"))
    synced_table("map_pin", (*(link(name, needed=True) for name in owners), *places), *owners)


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=False)


def _amounts(*names: str) -> tuple[sa.Column[Any], ...]:
    """Numbers that may have a fraction, and may be empty."""
    return tuple(sa.Column(name, sa.Double(), nullable=True) for name in names)


def _competences() -> None:
    """What the team was trained in, with its moves."""
    competence = (
        *(link(name, needed=True) for name in ("person_id",)),
        *words("competence", "course", "on", "valid_to", "number", "note"),
        *map(link, ("partner_id", "last_move_id")),
        *_amounts("hours"),
    )
    leads_to = ("person_id", "partner_id", "last_move_id")
    synced_table("competence", competence, *leads_to, "competence", "valid_to")
    move = (link("competence_id", needed=True), *moves())
    synced_table("competence_move", move, "by_id", "competence_id")


def _curricula() -> None:
    """Local curricula, their units, and their moves."""
    curriculum = (
        _text("name"),
        sa.Column("version", sa.Integer(), nullable=False),
        *map(link, ("previous_id", "village_id", "last_move_id")),
        *words("problem", "principles", "outcomes", "method", "materials", "measuring"),
        *words("completion", "transfer", "community", "written_on", "note"),
        *several("groups_served", "key_skills", "skill_groups", "months_open", "languages"),
        *several("dimensions", "capital"),
        *_amounts("hours"),
        sa.Column("shareable", sa.Boolean(), nullable=True),
        _text("sort_key"),
        _text("search_key"),
    )
    leads_to = ("previous_id", "village_id", "last_move_id")
    synced_table("curriculum", curriculum, *leads_to, "sort_key")
    unit = (
        link("curriculum_id", needed=True),
        *counts("number"),
        _text("name"),
        *_amounts("hours"),
        *words("method"),
    )
    synced_table("curriculum_unit", unit, "curriculum_id")
    move = (link("curriculum_id", needed=True), *moves(), *words("held"))
    synced_table("curriculum_move", move, "by_id", "curriculum_id")


def _credits() -> None:
    """What was learnt and may be credited, with its moves."""
    item = (
        _text("name"),
        link("learner_id", needed=True),
        *words("origin", "provider", "starts_on", "ends_on", "text", "level", "subject", "note"),
        *_amounts("hours", "credits"),
        *map(link, ("assessor_id", "receiver_id", "last_move_id")),
        *_found_by(),
    )
    leads_to = ("learner_id", "assessor_id", "receiver_id", "last_move_id")
    synced_table("credit_item", item, *leads_to, "sort_key")
    move = (
        link("credit_item_id", needed=True),
        *moves(),
        link("receiver_id"),
        *words("committee", "level", "subject", "subject_code", "missing"),
        *_amounts("credits"),
    )
    synced_table("credit_item_move", move, "by_id", "credit_item_id")


def _evidence() -> None:
    """What shows that somebody learnt, with its moves."""
    evidence = (
        _text("name"),
        link("learner_id", needed=True),
        *map(link, ("credit_item_id", "assessment_id", "document_id", "last_move_id")),
        *words("evidence_kind", "on", "text", "note"),
        *_found_by(),
    )
    leads_to = ("learner_id", "credit_item_id", "document_id", "last_move_id")
    synced_table("evidence", evidence, *leads_to, "sort_key")
    move = (link("evidence_id", needed=True), *moves())
    synced_table("evidence_move", move, "by_id", "evidence_id")


def _kpc() -> None:
    """Life-quality activities in terms, with their moves."""
    entry = (
        *map(_text, ("name", "said")),
        link("learner_id", needed=True),
        *words("level", "term", "part", "text", "note"),
        *_amounts("hours"),
        link("last_move_id"),
        *_found_by(),
    )
    synced_table("kpc_entry", entry, "learner_id", "last_move_id", "sort_key")
    move = (link("kpc_entry_id", needed=True), *moves(), *_amounts("hours"))
    synced_table("kpc_entry_move", move, "by_id", "kpc_entry_id")


def _found_by() -> tuple[sa.Column[Any], ...]:
    """What a laptop keeps for itself: the order in lists, and what a record is found by."""
    return tuple(_text(name) for name in ("sort_key", "search_key"))
