"""What the calendar hands out: sessions of a stretch of days, seasons, and what clashes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, get_args
from uuid import UUID

ClashReason = Literal["teacher", "responsible", "place", "learners", "cut_off", "festival", "work"]
"""Why a session stands in the way of another, or of the season. Told by `codes.json`."""

CLASH_REASONS: Final[tuple[ClashReason, ...]] = get_args(ClashReason)

SOFT: Final[frozenset[ClashReason]] = frozenset({"festival", "work"})
"""Reasons that are worth knowing, where no one is in two places."""

SeasonKind = Literal["flood", "work", "festival", "income"]
"""What is drawn above the calendar, by month: codes of `calendar_kinds`."""

SEASON_KINDS: Final[tuple[SeasonKind, ...]] = get_args(SeasonKind)


@dataclass(frozen=True)
class Season:
    """The seasons of a village: the months, 1 to 12, of each kind."""

    village_id: UUID
    moo: str
    name: str
    months: Mapping[SeasonKind, frozenset[int]]


@dataclass(frozen=True)
class Planned:
    """What of a session can clash with others.

    Attributes:
        id: of the session; None for one that is only thought of.
        on: its day, ISO.
        from_time, to_time: HH:MM, "" where not known. Without a beginning it may be at any hour of
            its day; without an end it takes `hours`, or one.
        villages: where it is, and where those come from whom the course is for.
        place: a key of the place's name, as `models.names.place_key` makes it, "" without one.
        learners: who is enrolled, by whatever id tells them apart.
    """

    id: UUID | None
    course_id: UUID
    on: str
    from_time: str = ""
    to_time: str = ""
    hours: float | None = None
    village_id: UUID | None = None
    villages: frozenset[UUID] = frozenset()
    place: str = ""
    teacher_id: UUID | None = None
    responsible_id: UUID | None = None
    learners: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Clash:
    """One reason, and what it lies in.

    Attributes:
        other: the session that it clashes with; None for a season.
        village: whose season it is; None for a session.
        people: how many learners are in both.
    """

    reason: ClashReason
    other: UUID | None = None
    village: UUID | None = None
    people: int = 0


@dataclass(frozen=True)
class Meeting:
    """A session on the calendar.

    Attributes:
        moo: of its village, "" without one; `village` how it is called.
        teacher: by name, "" where none is known or one is not told.
        who: keys of those it can be filtered by: `person:` or `user:` and the id.
        state: code of `session_states`.
    """

    id: UUID
    course_id: UUID
    course: str
    on: str
    number: int
    from_time: str = ""
    to_time: str = ""
    topic: str = ""
    place: str = ""
    village_id: UUID | None = None
    moo: str = ""
    village: str = ""
    teacher: str = ""
    responsible: str = ""
    who: frozenset[str] = frozenset()
    state: str = "planned"
    clashes: tuple[Clash, ...] = ()

    @property
    def hard(self) -> bool:
        """Whether it cannot be held as it is planned without somebody giving way."""
        return any(each.reason not in SOFT for each in self.clashes)


@dataclass(frozen=True)
class CalendarDays:
    """A stretch of days.

    Attributes:
        meetings: in the order of days and hours.
        seasons: of every village, in the order of their numbers.
        people: whom one can filter by: key and name, those of this stretch.
    """

    first: date
    days: int
    meetings: tuple[Meeting, ...] = ()
    seasons: tuple[Season, ...] = ()
    people: tuple[tuple[str, str], ...] = ()
