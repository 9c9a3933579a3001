"""Recovery secrets of laptops, sealed, and who opened them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "recovery",
        sa.Column("province", sa.String(length=2), nullable=False),
        sa.Column("centre", sa.LargeBinary(length=16), nullable=False),
        sa.Column("device", sa.LargeBinary(length=8), nullable=False),
        sa.Column("key_id", sa.String(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("kept_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("province", "centre", "device", name=op.f("pk_recovery")),
    )
    op.create_table(
        "recovery_opened",
        sa.Column("province", sa.String(length=2), nullable=False),
        sa.Column("centre", sa.LargeBinary(length=16), nullable=False),
        sa.Column("device", sa.LargeBinary(length=8), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key_id", sa.String(length=32), nullable=False),
        sa.Column("opened_ms", sa.BigInteger(), nullable=False),
        sa.Column("opened_by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint(
            "province", "centre", "device", "number", name=op.f("pk_recovery_opened")
        ),
    )
