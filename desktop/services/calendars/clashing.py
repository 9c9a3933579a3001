"""What clashes with what, and why: a pure function over planned sessions and seasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final
from uuid import UUID

from desktop.services.calendars.records import Clash, ClashReason, Planned, Season, SeasonKind

_DAY: Final = (0, 24 * 60)
_HOUR: Final = 60
_SEASONS: Final[tuple[tuple[SeasonKind, ClashReason], ...]] = (
    ("flood", "cut_off"),
    ("festival", "festival"),
    ("work", "work"),
)


def clashes(
    one: Planned, others: Iterable[Planned], seasons: Mapping[UUID, Season]
) -> tuple[Clash, ...]:
    """Return why a session stands in the way of others, or of the season; () where it does not.

    Args:
        others: the sessions near it; its own record among them, and other days, are passed over.
        seasons: by the id of the village.
    """
    found = [
        clash
        for other in others
        if other.on == one.on and (one.id is None or other.id != one.id) and _at_once(one, other)
        for clash in _with(one, other)
    ]
    month = int(one.on[5:7])
    for village in sorted(one.villages, key=lambda each: each.hex):
        season = seasons.get(village)
        if season is not None:
            found += [
                Clash(reason, village=village)
                for kind, reason in _SEASONS
                if month in season.months.get(kind, ())
            ]
    return tuple(found)


def all_clashes(
    planned: Sequence[Planned], seasons: Mapping[UUID, Season]
) -> dict[UUID, tuple[Clash, ...]]:
    """Return those of each session that has any, by its id."""
    by_day: dict[str, list[Planned]] = defaultdict(list)
    for each in planned:
        by_day[each.on].append(each)
    found = {
        each.id: clashes(each, by_day[each.on], seasons) for each in planned if each.id is not None
    }
    return {known: told for known, told in found.items() if told}


@lru_cache(_DAY[1])
def minutes(text: str) -> int | None:
    """Return the minutes since midnight of HH:MM; None of what is no time."""
    hour, colon, minute = text.partition(":")
    if not (colon and hour.isdecimal() and minute.isdecimal()):
        return None
    made = int(hour) * 60 + int(minute)
    return made if int(minute) < 60 and made <= _DAY[1] else None


def _span(one: Planned) -> tuple[int, int]:
    begins, ends = minutes(one.from_time), minutes(one.to_time)
    if begins is None:
        return _DAY
    if ends is None or ends <= begins:
        ends = begins + (round(one.hours * 60) if one.hours else _HOUR)
    return begins, ends


def _at_once(one: Planned, other: Planned) -> bool:
    (begins, ends), (theirs, until) = _span(one), _span(other)
    return begins < until and theirs < ends


def _with(one: Planned, other: Planned) -> Iterator[Clash]:
    if one.teacher_id is not None and one.teacher_id == other.teacher_id:
        yield Clash("teacher", other.id)
    if one.responsible_id is not None and one.responsible_id == other.responsible_id:
        yield Clash("responsible", other.id)
    if one.place and (one.place, one.village_id) == (other.place, other.village_id):
        yield Clash("place", other.id)
    both = len(one.learners & other.learners) if one.course_id != other.course_id else 0
    if both:
        yield Clash("learners", other.id, people=both)
