"""What is told of courses: a line of the list, one of them whole, and the question asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from desktop.services.details import Detail, Question, SubjectRow
from desktop.services.enrolments.records import EnrolmentRow

Due = Literal["", "start", "end", "settle"]
"""What a course waits for: to start, to end, or that somebody says who completed it."""


@dataclass(frozen=True)
class CourseQuery(Question):
    """Which courses are wanted; words are found in their name, text and place.

    Attributes:
        kinds: codes of `course_kinds`.
        curriculum_id: that are taught after this curriculum.
        places: only those that take people and have a place, or do not say how many.
        waited: only those that somebody waits for a place in.
        year: of the Christian era, in which they begin, end or are on; 0 for any.
        ids: only these; None for all.
    """

    kinds: tuple[str, ...] = ()
    curriculum_id: UUID | None = None
    places: bool = False
    waited: bool = False
    year: int = 0
    ids: tuple[UUID, ...] | None = None


@dataclass(frozen=True)
class CourseRow(SubjectRow):
    """A course in a list; `confirmed_on` is when it begins, `ask_again` that it is due.

    Attributes:
        kind: code of `course_kinds`, "" where nobody said.
        teacher: who teaches, a person or a partner.
        village_id: where it is; `village` its moo number, `village_name` its name.
        starts_on, ends_on: as far as known, as planned.
        capacity: how many learners at most; None where nobody said.
        interested, enrolled, waiting, completed: learners; whoever takes part now, or did to the
            end, is enrolled. Of a reported course as they were reported.
        sessions, held: sessions that are planned or were held, and those that were.
        given_hours: of the sessions held.
        next_on: the day of the next session, "" for none.
        due: what it waits for.
    """

    kind: str
    teacher: str
    partner_id: UUID | None
    teacher_id: UUID | None
    village_id: UUID | None
    village: str
    village_name: str
    place: str
    starts_on: str
    ends_on: str
    hours: float | None
    capacity: int | None
    minimum: int | None
    interested: int
    enrolled: int
    waiting: int
    completed: int
    sessions: int
    held: int
    given_hours: float
    next_on: str
    due: Due

    @property
    def free(self) -> int | None:
        """How many places are left; None where nobody said how many there are."""
        return None if self.capacity is None else max(0, self.capacity - self.enrolled)


@dataclass(frozen=True)
class CourseDetail(Detail[CourseRow]):
    """One course whole; `people`: everybody in it, in Thai order."""

    people: tuple[EnrolmentRow, ...]
