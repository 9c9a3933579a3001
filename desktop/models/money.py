"""Baht as text: money is kept in whole satang, and told in baht."""

from __future__ import annotations

from typing import Final

SATANG: Final = 100


def baht_text(satang: int) -> str:
    """Return satang as baht with commas and two decimals, such as 1,250.50."""
    sign = "-" if satang < 0 else ""
    return f"{sign}{abs(satang) // SATANG:,}.{abs(satang) % SATANG:02d}"
