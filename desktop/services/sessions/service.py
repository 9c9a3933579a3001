"""Meetings: planning one or a series, holding, cancelling, and moving one to another day."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.courses import Course
from desktop.models.derived import ensure
from desktop.models.persons import Person
from desktop.models.sessions import CourseSession
from desktop.models.text import digits
from desktop.services.learners.fields import with_villages
from desktop.services.moves import make_move
from desktop.services.record_values import iso_date, live, set_values, standing
from desktop.services.rights import Right, needs
from desktop.services.sessions import reading
from desktop.services.sessions.lifecycle import MEETING
from desktop.services.sessions.records import (
    Proposed,
    SessionDetail,
    SessionQuery,
    SessionRow,
)
from desktop.services.subject_service import SubjectService

_TIME: Final = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?: *น\.?)?")
_MOST: Final = 200
_OF_ITS_OWN: Final = frozenset({"course_id", "on", "number"})
_KEPT: Final = (
    "from_time", "to_time", "hours", "topic", "place", "village_id", "teacher_id", "responsible_id",
)  # fmt: skip


class SessionService(SubjectService[CourseSession, SessionQuery, SessionRow, SessionDetail]):
    """What can be done with meetings; each method is one transaction.

    `course_id` and `on` are required of one; without `number` it is the next of that day. Times
    are HH:MM. Values raise `bad_time`, `bad_date`, `record_unknown`.
    """

    model = CourseSession
    lifecycle = MEETING

    def _found(self, session: Session, query: SessionQuery | None) -> list[SessionRow]:
        return reading.found(session, query or SessionQuery(), self._workspace.today())

    def _told(self, session: Session, record_id: UUID) -> SessionDetail:
        return reading.session_detail(session, record_id, self._workspace.today())

    def _begun(self, session: Session, given: dict[str, Any]) -> CourseSession:
        own = {name: given.pop(name, None) for name in _OF_ITS_OWN}
        return begun(session, own["course_id"], own["on"], own["number"])

    def _fill(self, session: Session, thing: CourseSession, values: Mapping[str, Any]) -> None:
        fill(session, thing, values)

    @needs(Right.READ)
    def between(self, first: date, last: date) -> tuple[SessionRow, ...]:
        """Return the meetings of these days, both counted, as a calendar shows them."""
        with self._workspace.read() as session:
            return tuple(self._found(session, SessionQuery(first=first, last=last)))

    @needs(Right.READ)
    def of_course(self, course_id: UUID) -> tuple[SessionRow, ...]:
        """Return the meetings of a course, by day."""
        with self._workspace.read() as session:
            return tuple(self._found(session, SessionQuery(course_id=course_id)))

    @needs(Right.READ)
    def propose(
        self, course_id: UUID, first: object, weekdays: Collection[int], count: int
    ) -> Proposed:
        """Return the days of a series; none in months in which a village is cut off.

        Args:
            first: the day from which it begins.
            weekdays: Monday is 0.
            count: how many meetings, 200 at most.

        Raises:
            UserError: `record_unknown`, `bad_date`, `bad_whole_number` for `count`.
        """
        if not 0 < count <= _MOST:
            raise UserError("bad_whole_number", field="count", value=str(count))
        with self._workspace.read() as session:
            course = live(session, Course, course_id)
            cut_off = reading.cut_off_months(session, course)
            return reading.series(_day(first), frozenset(weekdays), count, cut_off)

    @needs(Right.WRITE)
    def add_series(
        self, course_id: UUID, days: Iterable[date], values: Mapping[str, Any] | None = None
    ) -> tuple[UUID, ...]:
        """Plan a meeting on each of these days, all alike; returns them in order.

        A day that has a meeting of the course already is left as it is, unless that is cancelled.
        """
        with self._workspace.write() as session:
            live(session, Course, course_id)
            busy = {
                row.on
                for row in reading.found(
                    session, SessionQuery(course_id=course_id), self._workspace.today()
                )
                if row.state != "cancelled"
            }
            made = []
            for day in sorted(set(days)):
                if day.isoformat() not in busy:
                    meeting = begun(session, course_id, day, None)
                    fill(session, meeting, values or {})
                    made.append(meeting.id)
            return tuple(made)

    @needs(Right.WRITE)
    def shift(self, session_id: UUID, on: object, reason: str, note: str = "") -> UUID:
        """Move a planned meeting to another day: it is cancelled, and another is planned.

        What was marked of it stays with it; the new one says from which it came.

        Args:
            on: the other day.
            reason: code of `session_cancel_reasons`.

        Raises:
            UserError: `record_unknown`, `bad_date`, `session_same_day`; `move_not_from` for one
                that is not planned.
        """
        day = _day(on)
        with self._workspace.write() as session:
            meeting = live(session, CourseSession, session_id)
            if meeting.on == day.isoformat():
                raise UserError("session_same_day", field="on")
            facts = {"cancel_reason": reason, "note": note or None}
            make_move(session, self._workspace, MEETING, meeting, "cancel", facts)
            other = begun(session, meeting.course_id, day, None)
            for name in _KEPT:
                setattr(other, name, getattr(meeting, name))
            other.moved_from_id = meeting.id
            return other.id


def begun(session: Session, course_id: object, on: object, number: object) -> CourseSession:
    """Return the meeting of a course on a day: made, or the one that is there by its number.

    Raises:
        UserError: `record_unknown` for the course, `bad_date`, `field_missing`.
    """
    for name, value in (("course_id", course_id), ("on", on)):
        if value in (None, ""):
            raise UserError("field_missing", field=name, kind=CourseSession.kind)
    known = course_id if isinstance(course_id, UUID) else UUID(str(course_id))
    live(session, Course, known)
    day = _day(on).isoformat()
    place = int(str(number)) if number else _next_number(session, known, day)
    return ensure(session, CourseSession, course_id=known, on=day, number=place)


def _next_number(session: Session, course_id: UUID, day: str) -> int:
    used = session.scalars(
        select(CourseSession.number).where(
            CourseSession.course_id == course_id,
            CourseSession.on == day,
            CourseSession.deleted.is_(False),
        )
    )
    taken = set(used)
    return next(each for each in range(1, len(taken) + 2) if each not in taken)


def fill(session: Session, meeting: CourseSession, values: Mapping[str, Any]) -> None:
    """Put values onto a meeting, inside the caller's transaction."""
    given = dict(with_villages(session, values))
    for name in ("from_time", "to_time"):
        if given.get(name):
            given[name] = _time(name, str(given[name]))
    set_values(session, meeting, given, *_OF_ITS_OWN)
    if meeting.hours is not None and not 0 < meeting.hours <= 24:
        raise UserError("bad_amount", field="hours", value=str(meeting.hours))
    if meeting.teacher_id is not None:
        meeting.teacher_id = standing(session, Person, meeting.teacher_id).id


def _time(name: str, text: str) -> str:
    """HH:MM of a time as people write it: 9:00, 9.00 น., ๑๓.๓๐."""
    found = _TIME.fullmatch(digits(text).strip())
    if found is None:
        raise UserError("bad_time", field=name, value=text)
    return f"{int(found[1]):02}:{found[2]}"


def _day(value: object) -> date:
    text = iso_date("on", value)
    if text is None:
        raise UserError("bad_date", field="on", value="")
    return date.fromisoformat(text)
