"""What meetings bring to the day: those of today, registers not taken, and signs of risk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.models.courses import Course
from desktop.models.moves import state_column
from desktop.models.sessions import CourseSession
from desktop.services.attendance.counting import Counted
from desktop.services.attendance.flags import flags
from desktop.services.brought import Brought, Found, about
from desktop.services.sessions.reading import found
from desktop.services.sessions.records import SessionQuery
from desktop.services.sessions.workbook import AttendanceExport

REGISTER: Final = "register"
"""The place where a register is taken."""

_LOOKED_BACK: Final = 60
"""So many days back a register that is not taken still stands in the day."""


def _lines(session: Session, today: date, _user: UUID) -> Iterator[Found]:
    """Give a line for each meeting of today, each register not taken, each sign of a learner."""
    first = today - timedelta(_LOOKED_BACK)
    counted = Counted(session, today, _courses(session, first, today))
    for row in found(session, SessionQuery(first=first, last=today, untaken=True), today, counted):
        code = "session_today" if row.on == today.isoformat() else "register_untaken"
        line = f"{code}:{row.id}"
        yield about(REGISTER, row, line, code, 1 if code == "session_today" else 2, row.on)
    for flag in flags(session, today, counted=counted):
        state = flag.since or f"{flag.present}/{flag.expected}"
        yield Found(
            f"{flag.sign}:{flag.course_id}:{flag.learner_id}:{state}",
            flag.sign,
            1,
            flag.since,
            flag.learner_id,
            "contacts",
            str(flag.learner_id),
            {
                "course": flag.course,
                "present": flag.present,
                "expected": flag.expected,
                "rule": flag.rule,
                "reachable": flag.reachable,
            },
        )


def _courses(session: Session, first: date, last: date) -> Sequence[UUID]:
    """Return the courses that are running, and those that met, or were to, in these days."""
    met = select(CourseSession.course_id).where(
        CourseSession.deleted.is_(False),
        CourseSession.on.between(first.isoformat(), last.isoformat()),
    )
    running = state_column(Course) == "running"
    return session.scalars(select(Course.id).where(or_(running, Course.id.in_(met)))).all()


SESSIONS: Final = Brought(
    codes=("absent_in_a_row", "attendance_low", "register_untaken", "session_today"),
    day=_lines,
    book=AttendanceExport(),
)
