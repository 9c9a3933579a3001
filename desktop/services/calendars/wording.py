"""What is said of the calendar on screens, papers and by commands alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from desktop.services.calendars.records import SOFT, Clash, Meeting, Season
from resources.words import codes

WEEK_DAYS: Final = (
    ("จันทร์", "Monday"), ("อังคาร", "Tuesday"), ("พุธ", "Wednesday"),
    ("พฤหัสบดี", "Thursday"), ("ศุกร์", "Friday"), ("เสาร์", "Saturday"),
    ("อาทิตย์", "Sunday"),
)  # fmt: skip
WEEK_DAYS_SHORT: Final = (
    ("จ.", "Mon"), ("อ.", "Tue"), ("พ.", "Wed"), ("พฤ.", "Thu"), ("ศ.", "Fri"), ("ส.", "Sat"),
    ("อา.", "Sun"),
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
    clashes: Sequence[Clash],
    meetings: Mapping[UUID, Meeting],
    seasons: Mapping[UUID, Season],
    *,
    english: bool,
) -> dict[str, bool]:
    """Return why a session clashes: a sentence for each session and season that it clashes with.

    Each with whether somebody must give way (`Meeting.hard`).
    """
    language = "en" if english else "th"
    found: dict[str, bool] = {}
    with_it: dict[UUID, list[str]] = defaultdict(list)
    for each in clashes:
        if each.other is not None:
            with_it[each.other].append(
                codes.said("clash", each.reason, language, count=each.people)
            )
    for other, reasons in with_it.items():
        known = meetings.get(other)
        told = f"{known.course} {hours(known)}".strip() if known is not None else ""
        found[codes.said("clash", "with", language, other=told, why=" · ".join(reasons))] = True
    for each in clashes:
        season = seasons.get(each.village) if each.village is not None else None
        if season is not None:
            village = place(season, english=english)
            found[codes.said("clash", each.reason, language, village=village)] = (
                each.reason not in SOFT
            )
    return found
