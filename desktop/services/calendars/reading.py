"""Sessions of a stretch of days as they stand: one query of them, a few of what is around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.area import Village
from desktop.models.courses import Course, Enrolment
from desktop.models.moves import state_column
from desktop.models.names import place_key
from desktop.models.people import Learner
from desktop.models.persons import Person, called
from desktop.models.program import User
from desktop.models.sessions import CourseSession
from desktop.services.calendars.clashing import all_clashes, minutes
from desktop.services.calendars.records import (
    CalendarDays,
    Meeting,
    Planned,
    Season,
    SeasonKind,
)

_TAKING_PART: Final = ("enrolled", "completed", "not_completed")


def stretch(session: Session, first: date, days: int) -> CalendarDays:
    """Return the sessions of these days, with what clashes, and the seasons of every village."""
    rows = _rows(session, first.isoformat(), (first + timedelta(days - 1)).isoformat())
    seasons = seasons_of(session)
    by_village = {each.village_id: each for each in seasons}
    standing = [each for each in rows if each.state != "cancelled"]
    together = learners_of(session, {each.course_id for each in standing})
    found = all_clashes([_planned(each, together) for each in standing], by_village)
    names = _Names(session, rows)
    meetings = tuple(
        replace(names.meeting(each, by_village), clashes=found.get(each.id, ())) for each in rows
    )
    return CalendarDays(first, days, meetings, seasons, names.people(meetings))


def planned_on(session: Session, on: str) -> list[Planned]:
    """Return what is planned or was held on a day, to be compared with a further session."""
    standing = [each for each in _rows(session, on, on) if each.state != "cancelled"]
    together = learners_of(session, {each.course_id for each in standing})
    return [_planned(each, together) for each in standing]


def seasons_of(session: Session) -> tuple[Season, ...]:
    """Return the seasons of every village, in the order of their numbers."""
    wanted = select(Village).where(Village.deleted.is_(False))
    found = []
    for each in session.scalars(wanted.order_by(func.length(Village.moo), Village.moo)):
        months: dict[SeasonKind, frozenset[int]] = {
            "flood": frozenset([*(each.flood_months or ()), *(each.closed_months or ())]),
            "work": frozenset(each.work_months or ()),
            "festival": frozenset(each.festival_months or ()),
            "income": frozenset(each.income_months or ()),
        }
        found.append(Season(each.id, each.moo, each.name or "", months))
    return tuple(found)


def learners_of(session: Session, courses: Collection[UUID]) -> Mapping[UUID, frozenset[str]]:
    """Return who takes part in each of these courses, two records of one person as one."""
    found: dict[UUID, set[str]] = defaultdict(set)
    whose = func.coalesce(Learner.merged_into, Enrolment.learner_id, Enrolment.person_id)
    wanted = (
        select(Enrolment.course_id, func.hex(whose))
        .outerjoin(Learner, Learner.id == Enrolment.learner_id)
        .where(
            Enrolment.deleted.is_(False),
            whose.is_not(None),
            state_column(Enrolment).in_(_TAKING_PART),
        )
    )
    if len(courses) <= 200:  # beyond them, all are read rather than so many asked for
        wanted = wanted.where(Enrolment.course_id.in_(courses))
    for course, who in session.execute(wanted):
        found[course].add(who)
    return {course: frozenset(people) for course, people in found.items()}


def planned_of(
    course: Course,
    on: str,
    values: Mapping[str, Any],
    learners: frozenset[str],
    session_id: UUID | None = None,
) -> Planned:
    """Return what a session of a course would be; what it does not say comes from its course."""

    def of(name: str) -> Any:
        given = values.get(name)
        return getattr(course, name) if given in (None, "") else given

    return Planned(
        session_id,
        course.id,
        on,
        str(values.get("from_time") or ""),
        str(values.get("to_time") or ""),
        values.get("hours"),
        of("village_id"),
        _villages(of("village_id"), course.villages),
        place_key(of("place") or ""),
        of("teacher_id"),
        of("responsible_id"),
        learners,
    )


@dataclass(frozen=True)
class _Row:
    """A session with what its course says where it says nothing itself."""

    id: UUID
    course_id: UUID
    course: str
    on: str
    number: int
    from_time: str
    to_time: str
    hours: float | None
    topic: str
    place: str
    village_id: UUID | None
    villages: frozenset[UUID]
    teacher_id: UUID | None
    responsible_id: UUID | None
    state: str


def _rows(session: Session, first: str, last: str) -> list[_Row]:
    own, state = CourseSession, state_column(CourseSession)
    wanted = (
        select(
            own.id, own.course_id, Course.name, own.on, own.number, own.from_time, own.to_time,
            own.hours, own.topic, func.coalesce(func.nullif(own.place, ""), Course.place),
            func.coalesce(own.village_id, Course.village_id), Course.villages,
            func.coalesce(own.teacher_id, Course.teacher_id),
            func.coalesce(own.responsible_id, Course.responsible_id), state,
            state_column(Course),
        )
        .join(Course, Course.id == own.course_id)
        .where(own.deleted.is_(False), Course.deleted.is_(False), own.on.between(first, last))
        .order_by(own.on, Course.sort_key, own.number, own.id)
    )  # fmt: skip
    rows = []
    for (
        known, course_id, course, on, number, since, until, hours, topic, place, village, villages,
        person, responsible, how, of_course,
    ) in session.execute(wanted):  # fmt: skip
        if how == "planned" and of_course == "cancelled":
            how = "cancelled"
        rows.append(
            _Row(
                known, course_id, course, on, number, since or "", until or "", hours, topic or "",
                place or "", village, _villages(village, villages), person, responsible, how,
            )
        )  # fmt: skip
    # A time may be typed as 9:00 or 09:00; without one it comes first.
    return sorted(rows, key=lambda each: (each.on, minutes(each.from_time) or 0))


def _villages(own: UUID | None, others: Iterable[str] | None) -> frozenset[UUID]:
    found = {UUID(each) for each in others or ()}
    return frozenset(found | ({own} if own is not None else set()))


def _planned(row: _Row, together: Mapping[UUID, frozenset[str]]) -> Planned:
    return Planned(
        row.id, row.course_id, row.on, row.from_time, row.to_time, row.hours, row.village_id,
        row.villages, place_key(row.place), row.teacher_id, row.responsible_id,
        together.get(row.course_id, frozenset()),
    )  # fmt: skip


class _Names:
    """How the people around some sessions are called."""

    def __init__(self, session: Session, rows: Collection[_Row]) -> None:
        teachers = {each.teacher_id for each in rows if each.teacher_id is not None}
        wanted = select(Person).where(Person.id.in_(teachers), Person.deleted.is_(False))
        self._persons = {each.id: called(each) for each in session.scalars(wanted)}
        self._users = {each.id: each.name for each in session.scalars(select(User))}

    def meeting(self, row: _Row, villages: Mapping[UUID, Season]) -> Meeting:
        """Return it with its names."""
        village = villages.get(row.village_id) if row.village_id is not None else None
        teacher = self._persons.get(row.teacher_id, "") if row.teacher_id else ""
        responsible = self._users.get(row.responsible_id, "") if row.responsible_id else ""
        keys = []
        if teacher:
            keys.append(f"person:{row.teacher_id}")
        if responsible:
            keys.append(f"user:{row.responsible_id}")
        return Meeting(
            row.id, row.course_id, row.course, row.on, row.number, row.from_time, row.to_time,
            row.topic, row.place, row.village_id, village.moo if village else "",
            village.name if village else "", teacher, responsible, frozenset(keys), row.state,
        )  # fmt: skip

    def people(self, meetings: Iterable[Meeting]) -> tuple[tuple[str, str], ...]:
        """Return whom these can be filtered by, teachers first."""
        keys = {key for each in meetings for key in each.who}
        told = {f"person:{known}": name for known, name in self._persons.items()}
        told |= {f"user:{known}": name for known, name in self._users.items()}
        return tuple((key, told[key]) for key in sorted(keys, key=lambda key: (key[:1], told[key])))
