"""What is said of the calendar on screens, papers and by commands alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from desktop.services.calendars.records import Clash, Meeting, Season
from resources.words import codes

WEEK_DAYS: Final = (
    ("จันทร์", "Monday"), ("อังคาร", "Tuesday"), ("พุธ", "Wednesday"),
    ("พฤหัสบดี", "Thursday"), ("ศุกร์", "Friday"), ("เสาร์", "Saturday"),
    ("อาทิตย์", "Sunday"),
)  # fmt: skip
"""In the order of `date.weekday`, in Thai and English."""


def hours(meeting: Meeting) -> str:
    """Return `09:00–12:00`, as far as known; "" for a session of no known hour."""
    return "–".join(filter(None, (meeting.from_time, meeting.to_time)))


def place(season: Season | Meeting, *, english: bool) -> str:
    """Return a village as it is called; "" for none."""
    name = season.name if isinstance(season, Season) else season.village
    if not season.moo:
        return name
    return f"{'Moo' if english else 'หมู่'} {season.moo} {name}".strip()


def why(
    clash: Clash,
    meetings: Mapping[UUID, Meeting],
    seasons: Mapping[UUID, Season],
    *,
    english: bool,
) -> str:
    """Return why a session clashes, in a sentence."""
    other = meetings.get(clash.other) if clash.other is not None else None
    season = seasons.get(clash.village) if clash.village is not None else None
    return codes.said(
        "clash",
        clash.reason,
        "en" if english else "th",
        other=f"{other.course} {hours(other)}".strip() if other is not None else "",
        village=place(season, english=english) if season is not None else "",
        count=clash.people,
    )
