"""What the tables of steps from 0005 on are made of: synced records and moves.

Nothing here is ever changed, or an old step would make another table than it made. A record of
another shape gets functions of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import sqlalchemy as sa
from alembic import op

_LOCAL: Final = frozenset(
    {
        "id", "centre_id", "created_at", "created_by", "edited_at", "edited_by", "first_stamp",
        "field_stamps", "unknown_fields", "typed", "last_change", "sort_key", "search_key",
    }
)  # fmt: skip
"""Columns that a laptop keeps for itself; writing only these is no edit."""


def link(name: str, *, needed: bool = False) -> sa.Column[Any]:
    """An id of another record."""
    return sa.Column(name, sa.LargeBinary(16), nullable=not needed)


def words(*names: str) -> tuple[sa.Column[Any], ...]:
    """Texts, codes and days that may be empty."""
    return tuple(sa.Column(name, sa.String(), nullable=True) for name in names)


def several(*names: str) -> tuple[sa.Column[Any], ...]:
    """Lists that may be empty: codes, ids, months, lines."""
    return tuple(sa.Column(name, sa.LargeBinary(), nullable=True) for name in names)


def counts(*names: str) -> tuple[sa.Column[Any], ...]:
    """Whole numbers that may be empty."""
    return tuple(sa.Column(name, sa.Integer(), nullable=True) for name in names)


def moves() -> tuple[sa.Column[Any], ...]:
    """What every move has beside the link to its thing."""
    return (
        *(sa.Column(name, sa.String(), nullable=False) for name in ("move", "from_state")),
        sa.Column("to_state", sa.String(), nullable=False),
        link("after_id"),
        link("reverses_id"),
        sa.Column("done_on", sa.String(), nullable=False),
        link("by_id"),
        *words("number", "institution"),
        link("document_id"),
        *words("reason", "note"),
    )


def synced_table(table: str, columns: Sequence[sa.Column[Any]], *indexed: str) -> None:
    """Make the table of a synced kind, its indexes, and the guards that hold every synced row."""
    op.create_table(
        table,
        *columns,
        link("id", needed=True),
        link("centre_id", needed=True),
        sa.Column("created_at", sa.Integer(), nullable=False),
        link("created_by"),
        sa.Column("edited_at", sa.Integer(), nullable=False),
        link("edited_by"),
        sa.Column("first_stamp", sa.LargeBinary(length=16), nullable=False),
        sa.Column("field_stamps", sa.LargeBinary(), nullable=False),
        *several("unknown_fields", "typed"),
        *words("verified_on"),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        *words("erased"),
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
    for column in ("centre_id", *indexed):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
    op.execute(needs_change(table))
    op.execute(
        f"""CREATE TRIGGER {table}_stays BEFORE DELETE ON "{table}"
        WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE record_id = OLD.id)
        BEGIN SELECT RAISE(ABORT, 'a synced row is erased only on request'); END"""  # nosec B608
    )


def needs_change(table: str) -> str:
    """Return the guard that refuses a synced row changed without a change row."""
    made = sa.inspect(op.get_bind()).get_columns(table)
    fields = ", ".join(f'"{each["name"]}"' for each in made if each["name"] not in _LOCAL)
    return f"""CREATE TRIGGER {table}_needs_change
        BEFORE UPDATE OF {fields} ON "{table}"
        WHEN NEW.last_change IS OLD.last_change
        BEGIN SELECT RAISE(ABORT, 'a synced row changed without a change row'); END"""
