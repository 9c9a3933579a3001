"""The one clock: Thailand's, whatever zone a computer is set to."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Final

# Thailand keeps one offset all year; a laptop's own zone is often set wrongly, a server's to UTC.
THAILAND: Final = timezone(timedelta(hours=7))


def in_thailand(moment: datetime) -> datetime:
    """Return an aware moment as the clocks of Thailand show it.

    Raises:
        ValueError: for a moment without a zone, which says nothing of when it was.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs its zone")
    return moment.astimezone(THAILAND)


def thai_day(moment: datetime) -> date:
    """Return the calendar day that it was in Thailand."""
    return in_thailand(moment).date()


def midnight(day: date) -> datetime:
    """Return the moment at which a day begins in Thailand."""
    return datetime.combine(day, time(), THAILAND)


def today() -> date:
    """Return the day in Thailand by this computer's clock."""
    return thai_day(datetime.now(UTC))
