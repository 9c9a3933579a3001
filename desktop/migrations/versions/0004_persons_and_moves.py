"""People who are not learners, their consents and corrections; partners and their moves."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

REBUILT = ("consent", "rectification")
"""Tables whose learner may be nobody from now on: of somebody else instead."""

SYNCED = ("partner", "partner_contact", "partner_move", "person")

# Columns that a laptop keeps for itself; writing only these is no edit.
LOCAL = {
    "id", "centre_id", "created_at", "created_by", "edited_at", "edited_by", "first_stamp",
    "field_stamps", "unknown_fields", "typed", "last_change", "sort_key", "search_key",
}  # fmt: skip


def upgrade() -> None:
    """Make the tables, let the two be of others too, and set the guards."""
    _tables()
    for table in REBUILT:
        _of_others_too(table)
    made = sa.inspect(op.get_bind())
    for table in (*REBUILT, *SYNCED):
        fields = [c["name"] for c in made.get_columns(table) if c["name"] not in LOCAL]
        for statement in _guards(table, fields):
            op.execute(statement)


def _guards(table: str, fields: list[str]) -> tuple[str, str]:
    return (
        f"""CREATE TRIGGER {table}_needs_change
        BEFORE UPDATE OF {", ".join(f'"{name}"' for name in fields)} ON "{table}"
        WHEN NEW.last_change IS OLD.last_change
        BEGIN SELECT RAISE(ABORT, 'a synced row changed without a change row'); END""",
        f"""CREATE TRIGGER {table}_stays BEFORE DELETE ON "{table}"
        WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE record_id = OLD.id)
        BEGIN SELECT RAISE(ABORT, 'a synced row is erased only on request'); END""",  # nosec B608
    )


def _of_others_too(table: str) -> None:
    """Make a table anew with a learner that may be none, and with a person.

    The rows are copied as they are. Dropping the old table drops its guards and indexes too.
    """
    rest = [
        sa.Column(name, kind, nullable=nullable)
        for name, kind, nullable in _REST[table]
    ]  # fmt: skip
    op.create_table(
        f"{table}_anew",
        sa.Column("learner_id", sa.LargeBinary(16), nullable=True),
        *rest,
        *_record(table),
        sa.Column("person_id", sa.LargeBinary(16), nullable=True),
    )
    kept = sa.inspect(op.get_bind()).get_columns(table)
    names = ", ".join(f'"{column["name"]}"' for column in kept)
    op.execute(f'INSERT INTO "{table}_anew" ({names}) SELECT {names} FROM "{table}"')  # nosec B608
    op.drop_table(table)
    op.rename_table(f"{table}_anew", table)
    _index(table, "centre_id", "learner_id", "person_id")


_REST: dict[str, tuple[tuple[str, sa.types.TypeEngine[Any], bool], ...]] = {
    "consent": (
        ("purpose", sa.String(), False),
        ("basis", sa.String(), False),
        ("granted", sa.Boolean(), False),
        ("signer", sa.String(), True),
        ("signer_relation", sa.String(), True),
        ("child_agrees", sa.Boolean(), True),
        ("thumbprint", sa.Boolean(), False),
        ("witnesses", sa.LargeBinary(), True),
        ("language", sa.String(), True),
        ("form_version", sa.String(), True),
        ("signed_on", sa.String(), True),
        ("until", sa.String(), True),
        ("withdrawn_on", sa.String(), True),
        ("note", sa.String(), True),
        ("situation", sa.String(), True),
        ("signer_power", sa.String(), True),
        ("carer_id", sa.LargeBinary(16), True),
        ("means", sa.String(), True),
        ("interpreter", sa.String(), True),
        ("read_aloud", sa.Boolean(), True),
        ("recipient", sa.String(), True),
        ("data_items", sa.LargeBinary(), True),
        ("basis_reason", sa.String(), True),
        ("seen_by", sa.LargeBinary(16), True),
        ("withdrawn_by", sa.String(), True),
        ("withdrawal_note", sa.String(), True),
    ),
    "rectification": (
        ("record_id", sa.LargeBinary(16), False),
        ("record_kind", sa.String(), False),
        ("fields", sa.LargeBinary(), False),
        ("stamp", sa.LargeBinary(), False),
        ("asked_by", sa.String(), False),
        ("asked_on", sa.String(), False),
        ("reason", sa.String(), False),
        ("done_by", sa.LargeBinary(16), True),
    ),
}


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
        "person",
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("given", sa.String(), nullable=False),
        sa.Column("surname", sa.String(), nullable=True),
        sa.Column("nickname", sa.String(), nullable=True),
        sa.Column("former_names", sa.LargeBinary(), nullable=True),
        sa.Column("sex", sa.String(), nullable=True),
        sa.Column("birth", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("other_contact", sa.String(), nullable=True),
        sa.Column("village_id", sa.LargeBinary(16), nullable=True),
        sa.Column("languages", sa.LargeBinary(), nullable=True),
        sa.Column("occupation", sa.String(), nullable=True),
        sa.Column("position", sa.String(), nullable=True),
        sa.Column("skills", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("same_learner_id", sa.LargeBinary(16), nullable=True),
        sa.Column("merged_into", sa.LargeBinary(16), nullable=True),
        sa.Column("restricted_on", sa.String(), nullable=True),
        sa.Column("restricted_reason", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        *_record("person"),
    )
    _index("person", "centre_id", "village_id")
    op.create_index(
        "ix_person_sort",
        "person",
        ["sort_key", "id"],
        unique=False,
        sqlite_where=sa.text("deleted = 0 AND merged_into IS NULL"),
    )
    for name, column in (
        ("same_learner_id", "same_learner_id"),
        ("merged_into", "merged_into"),
        ("restricted", "restricted_on"),
    ):
        op.create_index(
            f"ix_person_{name}",
            "person",
            [column],
            unique=False,
            sqlite_where=sa.text(f"{column} IS NOT NULL"),
        )
    op.create_table(
        "partner",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=True),
        sa.Column("provider_type", sa.String(), nullable=True),
        sa.Column("is_school", sa.Boolean(), nullable=False),
        sa.Column("tsqm", sa.LargeBinary(), nullable=True),
        sa.Column("skills", sa.String(), nullable=True),
        sa.Column("skill_groups", sa.LargeBinary(), nullable=True),
        sa.Column("groups_served", sa.LargeBinary(), nullable=True),
        sa.Column("groups_not_served", sa.LargeBinary(), nullable=True),
        sa.Column("languages", sa.LargeBinary(), nullable=True),
        sa.Column("villages", sa.LargeBinary(), nullable=True),
        sa.Column("village_id", sa.LargeBinary(16), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("months_open", sa.LargeBinary(), nullable=True),
        sa.Column("capacity_unit", sa.String(), nullable=True),
        sa.Column("capacity_number", sa.Integer(), nullable=True),
        sa.Column("capacity_free", sa.Integer(), nullable=True),
        sa.Column("capacity_on", sa.String(), nullable=True),
        sa.Column("mou_number", sa.String(), nullable=True),
        sa.Column("mou_from", sa.String(), nullable=True),
        sa.Column("mou_until", sa.String(), nullable=True),
        sa.Column("confirmed_on", sa.String(), nullable=True),
        sa.Column("confirmed_by", sa.LargeBinary(16), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("province_partner_id", sa.LargeBinary(16), nullable=True),
        sa.Column("merged_into", sa.LargeBinary(16), nullable=True),
        sa.Column("last_move_id", sa.LargeBinary(16), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        *_record("partner"),
    )
    _index("partner", "centre_id", "last_move_id", "sort_key", "village_id")
    op.create_table(
        "partner_contact",
        sa.Column("partner_id", sa.LargeBinary(16), nullable=False),
        sa.Column("person_id", sa.LargeBinary(16), nullable=False),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("confidential", sa.Boolean(), nullable=False),
        sa.Column("since", sa.String(), nullable=True),
        sa.Column("until", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        *_record("partner_contact"),
    )
    _index("partner_contact", "centre_id", "partner_id", "person_id")
    op.create_table(
        "partner_move",
        sa.Column("partner_id", sa.LargeBinary(16), nullable=False),
        *_move(),
        *_record("partner_move"),
    )
    _index("partner_move", "centre_id", "partner_id", "by_id")


def _move() -> tuple[sa.Column[Any], ...]:
    """Return what every move has."""
    return (
        sa.Column("move", sa.String(), nullable=False),
        sa.Column("from_state", sa.String(), nullable=False),
        sa.Column("to_state", sa.String(), nullable=False),
        sa.Column("after_id", sa.LargeBinary(16), nullable=True),
        sa.Column("reverses_id", sa.LargeBinary(16), nullable=True),
        sa.Column("done_on", sa.String(), nullable=False),
        sa.Column("by_id", sa.LargeBinary(16), nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("institution", sa.String(), nullable=True),
        sa.Column("document_id", sa.LargeBinary(16), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
    )


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
