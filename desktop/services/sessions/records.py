"""What is told of meetings: a line of a list, one whole, and days that are proposed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from desktop.services.details import Detail, Question, SubjectRow

Register = Literal["none", "part", "taken"]
"""How far the register of a meeting is taken: follows from its marks, and is nowhere written."""


@dataclass(frozen=True)
class SessionQuery(Question):
    """Which meetings are wanted; words are found in the course's name, the topic and the place.

    Attributes:
        course_id: of which course; None for any.
        first, last: on which days, both counted; None for any.
        untaken: only those held, or past and not cancelled, whose register is not taken whole.
    """

    course_id: UUID | None = None
    first: date | None = None
    last: date | None = None
    untaken: bool = False


@dataclass(frozen=True)
class SessionRow(SubjectRow):
    """A meeting in a list; its name is that of its course.

    Attributes:
        on: the day, ISO; `number` which of that day.
        from_time, to_time: HH:MM, "" where nobody said.
        minutes: how long it is; None where nobody said.
        village: moo number, "" for none.
        cancel_reason: code of `session_cancel_reasons`, "" for what is not cancelled.
        register: how far it is taken.
        listed, marked, present: learners who are on the register, of them marked, of them there;
            who teaches or helps is not counted.
    """

    course_id: UUID
    on: str
    number: int
    from_time: str
    to_time: str
    minutes: int | None
    topic: str
    place: str
    village_id: UUID | None
    village: str
    cancel_reason: str
    register: Register
    listed: int
    marked: int
    present: int


@dataclass(frozen=True)
class SessionDetail(Detail[SessionRow]):
    """One meeting whole.

    Attributes:
        moved_from: the meeting that was cancelled for this one; None without.
        moved_to: the one that was planned in its place.
        photographs: how many photographs and papers there are of it.
    """

    moved_from: SessionRow | None
    moved_to: SessionRow | None
    photographs: int


@dataclass(frozen=True)
class Proposed:
    """Days of a series.

    Attributes:
        days: those that are proposed.
        cut_off: days that were left out since a village is cut off in that month.
    """

    days: tuple[date, ...]
    cut_off: tuple[date, ...]
