"""Reading registers: of one meeting, and of all meetings of a course side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.courses import Course, Enrolment
from desktop.models.moves import state_column
from desktop.models.people import Learner
from desktop.models.persons import Person, called
from desktop.models.restriction import restricted_ids, restricted_persons
from desktop.models.sessions import Attendance, counting
from desktop.models.text import sort_key
from desktop.services.attendance.counting import (
    IN_IT,
    STAFF,
    Attended,
    attendances,
    by_enrolment,
    who_of,
)
from desktop.services.record_values import live
from desktop.services.sessions import reading as sessions
from desktop.services.sessions.records import SessionQuery, SessionRow
from desktop.services.sessions.register_records import Closed, Grid, Register, RegisterLine
from resources.clock import thai_day

_ASKED = (*IN_IT, "invited")
"""States of those who are on a register before anything is marked of them."""


def register(session: Session, session_id: UUID, today: date) -> Register:
    """Return the register of a meeting; UserError `record_unknown`."""
    meeting = sessions.one(session, session_id, today)
    people = _People(session, meeting.course_id, today)
    marks = latest(session, meeting.course_id, [session_id])
    lines = people.lines(meeting, {who: mark for (who, _on), mark in marks.items()})
    return Register(meeting, tuple(lines), people.later(meeting, {who for who, _on in marks}))


def grid(session: Session, course_id: UUID, today: date) -> Grid:
    """Return everybody of a course with all its meetings; UserError `record_unknown`."""
    course = live(session, Course, course_id)
    rows = sessions.found(session, SessionQuery(course_id=course_id), today)
    meetings = [row for row in rows if row.state != "cancelled"]
    people = _People(session, course_id, today)
    marks = latest(session, course_id, [row.id for row in meetings])
    lines = people.lines(None, {who: mark for (who, _on), mark in marks.items()})
    own = {each: line.enrolment_id for line in lines for each in line.attended.enrolments}
    codes: dict[tuple[UUID, UUID], tuple[bytes, str]] = {}
    for (who, on), mark in marks.items():
        if who not in own:
            continue  # taken in by mistake, and taken back since
        key = (own[who], on)
        codes[key] = max(codes.get(key, (b"", "")), (mark.first_stamp, mark.code or ""))
    closed = {key: why for key, why in people.closed(lines, meetings).items() if key not in codes}
    return Grid(
        course_id, course.name, tuple(meetings), tuple(lines),
        {key: code for key, (_stamp, code) in codes.items()}, closed,
    )  # fmt: skip


def latest(
    session: Session, course_id: UUID, ids: Collection[UUID]
) -> dict[tuple[UUID, UUID], Attendance]:
    """Return the mark that counts by enrolment and meeting, of these meetings of a course."""
    return {
        (each.enrolment_id, each.session_id): each for each in marks_of(session, course_id, ids)
    }


class _People:
    """Who is in a course, each once."""

    def __init__(self, session: Session, course_id: UUID, today: date) -> None:
        wanted = (
            select(Enrolment, state_column(Enrolment), Learner, Person)
            .outerjoin(Learner, Learner.id == Enrolment.learner_id)
            .outerjoin(Person, Person.id == Enrolment.person_id)
            .where(Enrolment.course_id == course_id, Enrolment.deleted.is_(False))
            .order_by(Enrolment.first_stamp, Enrolment.id)
        )
        self._lines = session.execute(wanted).all()
        self._held = restricted_ids(session) | restricted_persons(session)
        found = attendances(session, today, courses=[course_id])
        self._attended = by_enrolment(found)
        whose = {each.who for each in found}
        self._learners = {
            each.id: each for each in session.scalars(select(Learner).where(Learner.id.in_(whose)))
        }

    def lines(
        self, meeting: SessionRow | None, marks: Mapping[UUID, Attendance]
    ) -> list[RegisterLine]:
        """Those who are expected at a meeting, or marked; of a course, who is or was in it."""
        best: dict[UUID, tuple[Any, ...]] = {}
        for enrolment, state, learner, person in self._lines:
            attended = self._attended[enrolment.id]
            mark = marks.get(enrolment.id)
            if mark is None and not _asked(enrolment, state, meeting):
                continue
            rank = (mark is not None, mark.first_stamp if mark else b"", state in IN_IT)
            known = best.get(attended.who)
            if known is None or rank > known[0]:
                best[attended.who] = (rank, enrolment, state, learner, person, mark)
        lines = [self._line(each[1:], meeting) for each in best.values()]
        return sorted(lines, key=lambda line: (line.staff, sort_key(line.name), line.enrolment_id))

    def closed(
        self, lines: Iterable[RegisterLine], meetings: Collection[SessionRow]
    ) -> dict[tuple[UUID, UUID], Closed]:
        """Where each of these lines is not expected, by enrolment and meeting."""
        spans: dict[UUID, list[tuple[Enrolment, str]]] = defaultdict(list)
        for enrolment, state, _learner, _person in self._lines:
            spans[self._attended[enrolment.id].who].append((enrolment, state))
        found: dict[tuple[UUID, UUID], Closed] = {}
        for line in lines:
            own = spans[line.attended.who]
            first = min(each.joined_on or "" for each, _state in own)
            for meeting in meetings:
                if not any(_asked(each, state, meeting) for each, state in own):
                    early = meeting.on < first
                    found[line.enrolment_id, meeting.id] = "before" if early else "after"
        return found

    def later(self, meeting: SessionRow, marked: Collection[UUID]) -> tuple[UUID, ...]:
        """Those who are in the course, and came into it after a meeting."""
        return tuple(
            enrolment.id
            for enrolment, state, _learner, _person in self._lines
            if enrolment.id not in marked
            and state in _ASKED
            and (enrolment.joined_on or "") > meeting.on
        )

    def _line(self, each: tuple[Any, ...], meeting: SessionRow | None) -> RegisterLine:
        enrolment, state, learner, person, mark = each
        attended: Attended = self._attended[enrolment.id]
        somebody = self._learners.get(attended.who) or learner or person
        gone = {enrolment.learner_id, enrolment.person_id, attended.who}
        return RegisterLine(
            enrolment_id=enrolment.id,
            name=called(somebody) if somebody is not None else enrolment.name or "",
            nickname=(getattr(somebody, "nickname", None) or "") if somebody is not None else "",
            learner_id=attended.who if attended.who in self._learners else None,
            known=somebody is not None,
            role=enrolment.role,
            staff=enrolment.role in STAFF,
            state=state,
            code=(mark.code or "") if mark is not None else "",
            minutes=mark.minutes if mark is not None else None,
            note=(mark.note or "") if mark is not None else "",
            source=(mark.source or "screen") if mark is not None else "",
            advance=mark is not None and meeting is not None and _before(mark, meeting),
            restricted=bool(gone & self._held),
            attended=attended,
        )


def _asked(enrolment: Enrolment, state: str, meeting: SessionRow | None) -> bool:
    if state not in _ASKED:
        return False
    if meeting is None:
        return True
    joined, left = enrolment.joined_on or "", enrolment.left_on or ""
    return meeting.on >= joined and (not left or meeting.on <= f"{left}~")


def _before(mark: Attendance, meeting: SessionRow) -> bool:
    return thai_day(mark.created_at).isoformat() < meeting.on


def restricted_among(session: Session, enrolment_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Return whose record may not be used now, by enrolment."""
    held = restricted_ids(session) | restricted_persons(session)
    if not held:
        return {}
    wanted = select(Enrolment).where(Enrolment.id.in_(list(enrolment_ids)))
    return {
        each.id: whose
        for each in session.scalars(wanted)
        for whose in (each.learner_id, each.person_id)
        if whose in held and whose is not None
    }


def people_of(session: Session, course_id: UUID) -> dict[UUID, UUID]:
    """Return who each enrolment of a course is of: joined twins are one."""
    wanted = (
        select(Enrolment.id, who_of())
        .outerjoin(Learner, Learner.id == Enrolment.learner_id)
        .outerjoin(Person, Person.id == Enrolment.person_id)
        .where(Enrolment.course_id == course_id, Enrolment.deleted.is_(False))
    )
    return dict(session.execute(wanted).all())


def marks_of(session: Session, course_id: UUID, ids: Collection[UUID]) -> list[Attendance]:
    """Return every mark at these meetings that nothing took back, the oldest first."""
    of = select(Enrolment.id).where(Enrolment.course_id == course_id)
    wanted = (
        select(Attendance)
        .where(Attendance.enrolment_id.in_(of), Attendance.session_id.in_(ids), *counting())
        .order_by(Attendance.first_stamp, Attendance.id)
    )
    return list(session.scalars(wanted))
