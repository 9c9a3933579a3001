"""Which backups stay: twelve recent ones, ten days, nine weeks. A pure rule over their times."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final


@dataclass(frozen=True)
class Made:
    """A good backup as the rule sees it.

    `number` grows with every backup of a folder; `at` is what the clock said, which may have
    jumped. Order is by number alone: a clock ten years ahead must not push the others out.
    """

    number: int
    at: datetime


@dataclass(frozen=True)
class Tiers:
    """How many of each stay."""

    recent: int = 12
    daily: int = 10
    weekly: int = 9


USUAL: Final = Tiers()
THIN: Final = Tiers(recent=3, daily=2, weekly=2)
"""Where the disk has little room left."""


def staying(backups: Iterable[Made], tiers: Tiers = USUAL) -> frozenset[int]:
    """Return the numbers of the backups that stay; the newest one always does.

    Of each day, and of each week, the last one made stands for it. Days and weeks are counted
    back from the newest backup and not from today: a laptop that lay in a cupboard for a year
    keeps what it had.
    """
    ordered = sorted(backups, key=lambda made: made.number, reverse=True)
    recent = [made.number for made in ordered[: max(tiers.recent, 1)]]
    return frozenset(
        recent
        + _one_each(ordered, tiers.daily, lambda made: made.at.date())
        + _one_each(ordered, tiers.weekly, lambda made: made.at.isocalendar()[:2])
    )


def _one_each(ordered: Sequence[Made], most: int, span: Callable[[Made], Hashable]) -> list[int]:
    """Return the newest of each span, for the `most` spans that were met last."""
    found: dict[Hashable, int] = {}
    for made in ordered:
        if len(found) == most:
            break
        found.setdefault(span(made), made.number)
    return list(found.values())
