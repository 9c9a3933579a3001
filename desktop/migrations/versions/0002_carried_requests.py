"""What a laptop carries for others: their signed requests, and the hub's receipts for them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "carried_request",
        sa.Column("device", sa.LargeBinary(length=8), nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("lane", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("from_seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("to_seq", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("records", sa.LargeBinary(), nullable=False),
        sa.Column("refused", sa.String(), nullable=True),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "device", "epoch", "lane", "from_seq", name=op.f("pk_carried_request")
        ),
    )
    op.create_table(
        "carried_receipt",
        sa.Column("device", sa.LargeBinary(length=8), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("device", name=op.f("pk_carried_receipt")),
    )
