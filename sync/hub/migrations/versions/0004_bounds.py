"""What a laptop asked of the hub lately, and how much is held of a revoked one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; what is held already is counted when the hub starts (`count_held`)."""
    for name in ("worked", "worked_ms"):
        op.add_column(
            "device", sa.Column(name, sa.BigInteger(), nullable=False, server_default="0")
        )
    op.add_column("held", sa.Column("changes", sa.Integer(), nullable=True))
    op.add_column("held", sa.Column("kinds", sa.LargeBinary(), nullable=True))
