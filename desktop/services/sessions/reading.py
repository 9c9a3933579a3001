"""Finding meetings, one of them whole, and the days that a series may have."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, func, or_, select
from sqlalchemy.orm import Session

from desktop.models.area import Village
from desktop.models.courses import Course
from desktop.models.documents import Document
from desktop.models.moves import state_column, state_of
from desktop.models.search import key_of
from desktop.models.sessions import CourseSession, SessionMove
from desktop.services.attendance.counting import Counted, minutes_of
from desktop.services.attendance.taken import Taken, taken
from desktop.services.details import empty_of, told_of
from desktop.services.record_values import live
from desktop.services.sessions.lifecycle import MEETING
from desktop.services.sessions.records import (
    Proposed,
    Register,
    SessionDetail,
    SessionQuery,
    SessionRow,
)

WORTH_ASKING: Final = ("from_time", "topic", "place")
_YEARS: Final = 3
"""So far ahead days of a series are looked for."""


def found(
    session: Session, query: SessionQuery, today: date, counted: Counted | None = None
) -> list[SessionRow]:
    """Return the rows of the meetings that a question finds, by day.

    Args:
        counted: what was read already of the courses that they are of.
    """
    lines = session.execute(_narrowed(query)).all()
    counts = taken(session, [each.id for each in lines], today, counted)
    rows = [_row(each, counts.get(each.id, Taken())) for each in lines]
    if query.untaken:
        rows = [row for row in rows if is_untaken(row, today)]
    return rows


def is_untaken(row: SessionRow, today: date) -> bool:
    """Whether a meeting has been, or was to be, and its register is not taken whole."""
    return (
        row.on <= today.isoformat()
        and row.state != "cancelled"
        and (row.register != "taken" or row.state == "planned")
    )


def _selected() -> Select[Any]:
    reason = select(SessionMove.cancel_reason).where(SessionMove.id == CourseSession.last_move_id)
    village = func.coalesce(CourseSession.village_id, Course.village_id)
    return (
        select(
            CourseSession.id, CourseSession.course_id, CourseSession.on, CourseSession.number,
            CourseSession.from_time, CourseSession.to_time, minutes_of().label("minutes"),
            CourseSession.topic, func.coalesce(CourseSession.place, Course.place).label("place"),
            village.label("village_id"), Village.moo, Course.name,
            state_column(CourseSession).label("state"), reason.scalar_subquery().label("reason"),
        )
        .join(Course, Course.id == CourseSession.course_id)
        .outerjoin(Village, Village.id == village)
        .where(CourseSession.deleted.is_(False), Course.deleted.is_(False))
        .order_by(CourseSession.on, _begins(), CourseSession.number, CourseSession.id)
    )  # fmt: skip


def _begins() -> ColumnElement[Any]:
    return case((CourseSession.from_time.is_(None), "99"), else_=CourseSession.from_time)


def _narrowed(query: SessionQuery) -> Select[Any]:
    wanted = _selected()
    if query.course_id is not None:
        wanted = wanted.where(CourseSession.course_id == query.course_id)
    if query.first is not None:
        wanted = wanted.where(CourseSession.on >= query.first.isoformat())
    if query.last is not None:
        wanted = wanted.where(CourseSession.on <= query.last.isoformat())
    if query.states:
        wanted = wanted.where(state_column(CourseSession).in_(query.states))
    if query.village_id is not None:
        place = func.coalesce(CourseSession.village_id, Course.village_id)
        wanted = wanted.where(place == query.village_id)
    for word in query.search.split():
        own = (CourseSession.topic, CourseSession.place)
        name = Course.search_key.contains(key_of(word), autoescape=True)
        wanted = wanted.where(or_(name, *(each.contains(word, autoescape=True) for each in own)))
    return wanted


def _row(line: Any, counts: Taken) -> SessionRow:
    return SessionRow(
        id=line.id,
        name=line.name,
        state=line.state,
        confirmed_on="",
        ask_again=False,
        course_id=line.course_id,
        on=line.on,
        number=line.number,
        from_time=line.from_time or "",
        to_time=line.to_time or "",
        minutes=line.minutes,
        topic=line.topic or "",
        place=line.place or "",
        village_id=line.village_id,
        village=line.moo or "",
        cancel_reason=(line.reason or "") if line.state == "cancelled" else "",
        register=_register(counts),
        listed=counts.listed,
        marked=counts.marked,
        present=counts.present,
    )


def _register(counts: Taken) -> Register:
    if not counts.marked:
        return "none"
    return "taken" if counts.marked >= counts.listed else "part"


def one(session: Session, session_id: UUID, today: date) -> SessionRow:
    """Return the line of one meeting; UserError `record_unknown`."""
    meeting = live(session, CourseSession, session_id)
    live(session, Course, meeting.course_id)
    line = session.execute(_selected().where(CourseSession.id == session_id)).one()
    return _row(line, taken(session, [session_id], today).get(session_id, Taken()))


def session_detail(session: Session, session_id: UUID, today: date) -> SessionDetail:
    """Return a meeting whole; UserError `record_unknown`."""
    row = one(session, session_id, today)
    meeting = live(session, CourseSession, session_id)
    told = told_of(session, MEETING, meeting, state_of(session, meeting))
    asked = (*WORTH_ASKING, *(("happened", "results", "next_step") if row.state == "held" else ()))
    return SessionDetail(
        row=row,
        missing=tuple(empty_of(told["values"], asked)),
        doubtful=_doubts(meeting),
        moved_from=_line(session, CourseSession.id == meeting.moved_from_id),
        moved_to=_line(session, CourseSession.moved_from_id == meeting.id),
        photographs=_photographs(session, meeting.id),
        **told,
    )


def _line(session: Session, which: ColumnElement[bool]) -> SessionRow | None:
    """The meeting that something is true of, the first of several."""
    line = session.execute(_selected().where(which).limit(1)).one_or_none()
    return _row(line, Taken()) if line is not None else None


def _photographs(session: Session, session_id: UUID) -> int:
    return (
        session.scalar(
            select(func.count())
            .select_from(Document)
            .where(Document.session_id == session_id, Document.deleted.is_(False))
        )
        or 0
    )


def _doubts(meeting: CourseSession) -> dict[str, str]:
    """What cannot be quite right of it; it is kept anyhow."""
    if meeting.from_time and meeting.to_time and meeting.to_time <= meeting.from_time:
        return {"to_time": "session_ends_early"}
    return {}


def cut_off_months(session: Session, course: Course) -> frozenset[int]:
    """Return the months in which a village of a course is cut off, by road or by water."""
    ids = {UUID(each) for each in course.villages or ()}
    if course.village_id is not None:
        ids.add(course.village_id)
    months: set[int] = set()
    for village in session.scalars(select(Village).where(Village.id.in_(ids))):
        months.update(village.closed_months or ())
        months.update(village.flood_months or ())
    return frozenset(months)


def series(
    first: date, weekdays: Collection[int], count: int, cut_off: Collection[int]
) -> Proposed:
    """Return the days of a series: so many from a day on, on these weekdays (Monday is 0).

    Args:
        cut_off: months in which there is none.
    """
    days: list[date] = []
    left_out: list[date] = []
    day, last = first, first + timedelta(365 * _YEARS)
    while len(days) < count and day <= last:
        if day.weekday() in weekdays:
            (left_out if day.month in cut_off else days).append(day)
        day += timedelta(1)
    return Proposed(tuple(days), tuple(left_out))


def by_course(rows: Collection[SessionRow]) -> Mapping[UUID, list[SessionRow]]:
    """Return meetings by the course that they are of, in the same order."""
    apart: dict[UUID, list[SessionRow]] = {}
    for row in rows:
        apart.setdefault(row.course_id, []).append(row)
    return apart
