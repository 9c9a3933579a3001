"""What both makers of the sample centre need: its day, ages, names and turns."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

TODAY = date(2026, 11, 22)
FACILITATOR = "จิราพร แก้วดวงมา"
Record = dict[str, Any]


def turn_of(choices: list[str], turn: int) -> str:
    """The choice whose turn it is."""
    return choices[turn % len(choices)]


def day(offset: int) -> str:
    """The ISO date that many days from the sample's day."""
    return (TODAY + timedelta(days=offset)).isoformat()


def age_of(birth: str) -> int:
    """Complete years on the sample's day; unknown parts count from the first."""
    year, month, day = (*map(int, birth.split("-")), 1, 1)[:3]
    return TODAY.year - year - ((TODAY.month, TODAY.day) < (month, day))


def full_name(made: Record) -> str:
    """Given name and surname, where there is one."""
    return f"{made['given']} {made['surname'] or ''}".strip()
