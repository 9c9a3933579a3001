"""Help: what is asked and offered, referrals, funds, capital, and who is to be looked for."""

from __future__ import annotations

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of each."""
