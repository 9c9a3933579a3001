"""What the law asks for: fuller consents, restriction, rectifications, urgent cases, erasures."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NEW_FIELDS: dict[str, tuple[tuple[str, sa.types.TypeEngine[Any]], ...]] = {
    "learner": (
        ("restricted_on", sa.String()),
        ("restricted_reason", sa.String()),
        ("closed_on", sa.String()),
        ("anonymised_on", sa.String()),
        ("kept_until", sa.String()),
        ("kept_reason", sa.String()),
    ),
    "consent": (
        ("situation", sa.String()),
        ("signer_power", sa.String()),
        ("carer_id", sa.LargeBinary(16)),
        ("means", sa.String()),
        ("interpreter", sa.String()),
        ("read_aloud", sa.Boolean()),
        ("recipient", sa.String()),
        ("data_items", sa.LargeBinary()),
        ("basis_reason", sa.String()),
        ("seen_by", sa.LargeBinary(16)),
        ("withdrawn_by", sa.String()),
        ("withdrawal_note", sa.String()),
    ),
    "contact": (("private", sa.Boolean()),),
    "user": (("sees_sensitive", sa.Boolean()),),
}
"""Columns that tables of the steps before get; all are fields of their records."""

SYNCED = ("audit_anchor", "rectification", "urgent_case", "urgent_note")

# Columns that a laptop keeps for itself; writing only these is no edit.
LOCAL = {
    "id", "centre_id", "created_at", "created_by", "edited_at", "edited_by", "first_stamp",
    "field_stamps", "unknown_fields", "typed", "last_change", "sort_key",
}  # fmt: skip


def upgrade() -> None:
    """Add the columns, then the tables, and set the guards anew."""
    for table, columns in NEW_FIELDS.items():
        for name, kind in columns:
            op.add_column(table, sa.Column(name, kind, nullable=True))
    op.add_column(
        "device_state", sa.Column("commits", sa.Integer(), nullable=False, server_default="0")
    )
    op.add_column(
        "sync_session", sa.Column("way", sa.String(), nullable=False, server_default="link")
    )
    op.add_column("sync_session", sa.Column("partner", sa.String(), nullable=True))
    op.create_index(
        "ix_learner_restricted",
        "learner",
        ["restricted_on"],
        unique=False,
        sqlite_where=sa.text("restricted_on IS NOT NULL"),
    )
    _tables()
    made = sa.inspect(op.get_bind())
    for table in (*NEW_FIELDS, *SYNCED):
        fields = [c["name"] for c in made.get_columns(table) if c["name"] not in LOCAL]
        op.execute(f"DROP TRIGGER IF EXISTS {table}_needs_change")
        op.execute(_needs_change(table, fields))
    for table in SYNCED:
        op.execute(
            f"""CREATE TRIGGER {table}_stays BEFORE DELETE ON "{table}"
            WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE record_id = OLD.id)
            BEGIN SELECT RAISE(ABORT, 'a synced row is erased only on request'); END"""  # nosec B608 - our own names
        )


def _needs_change(table: str, fields: list[str]) -> str:
    return f"""CREATE TRIGGER {table}_needs_change
        BEFORE UPDATE OF {", ".join(f'"{name}"' for name in fields)} ON "{table}"
        WHEN NEW.last_change IS OLD.last_change
        BEGIN SELECT RAISE(ABORT, 'a synced row changed without a change row'); END"""


def _record(table: str) -> tuple[sa.Column[Any] | sa.Constraint, ...]:
    """Return what every synced record has, as columns and constraints of one table."""
    return (
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("centre_id", sa.LargeBinary(16), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.LargeBinary(16), nullable=True),
        sa.Column("edited_at", sa.Integer(), nullable=False),
        sa.Column("edited_by", sa.LargeBinary(16), nullable=True),
        sa.Column("first_stamp", sa.LargeBinary(length=16), nullable=False),
        sa.Column("field_stamps", sa.LargeBinary(), nullable=False),
        sa.Column("unknown_fields", sa.LargeBinary(), nullable=True),
        sa.Column("typed", sa.LargeBinary(), nullable=True),
        sa.Column("verified_on", sa.String(), nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("erased", sa.String(), nullable=True),
        sa.Column("last_change", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["last_change"],
            ["change.number"],
            name=op.f(f"fk_{table}_last_change"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def _tables() -> None:
    op.create_table(
        "erasure_place",
        sa.Column("record_id", sa.LargeBinary(16), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("gone_at", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("record_id", "place", "name", name=op.f("pk_erasure_place")),
    )
    op.create_index(
        "ix_erasure_place_waiting",
        "erasure_place",
        ["place", "name"],
        unique=False,
        sqlite_where=sa.text("gone_at IS NULL"),
    )
    op.create_table(
        "rectification",
        sa.Column("learner_id", sa.LargeBinary(16), nullable=False),
        sa.Column("record_id", sa.LargeBinary(16), nullable=False),
        sa.Column("record_kind", sa.String(), nullable=False),
        sa.Column("fields", sa.LargeBinary(), nullable=False),
        sa.Column("stamp", sa.LargeBinary(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("asked_on", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("done_by", sa.LargeBinary(16), nullable=True),
        *_record("rectification"),
    )
    _index("rectification", "centre_id", "learner_id")
    op.create_table(
        "urgent_case",
        sa.Column("learner_id", sa.LargeBinary(16), nullable=True),
        sa.Column("person_note", sa.String(), nullable=True),
        sa.Column("case_kind", sa.String(), nullable=False),
        sa.Column("opened_on", sa.String(), nullable=False),
        sa.Column("responsible", sa.LargeBinary(16), nullable=True),
        sa.Column("named", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=True),
        sa.Column("protected", sa.Boolean(), nullable=False),
        sa.Column("closed_on", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        *_record("urgent_case"),
    )
    _index("urgent_case", "centre_id", "learner_id", "state")
    op.create_table(
        "urgent_note",
        sa.Column("case_id", sa.LargeBinary(16), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("author", sa.LargeBinary(16), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        *_record("urgent_note"),
    )
    _index("urgent_note", "centre_id", "case_id")
    op.create_table(
        "audit_anchor",
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("chain", sa.String(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        *_record("audit_anchor"),
    )
    _index("audit_anchor", "centre_id", "device")


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
