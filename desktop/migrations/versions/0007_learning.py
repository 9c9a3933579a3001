"""Learning: curricula, courses, who came, what it is worth; documents of any record."""

from __future__ import annotations

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of each."""
