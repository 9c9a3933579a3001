"""Signs of risk in attendance: they follow from the marks, say why, and go when it is over.

Nothing is stored of them, so that none outlives what it says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.courses import Course
from desktop.models.moves import state_column
from desktop.models.owners import steps
from desktop.models.people import Learner
from desktop.services.attendance.counting import Counted, attendances

IN_A_ROW: Final = 3
LEAST_EXPECTED: Final = 3
"""Before so many meetings a share says little: one missed of two is a half."""

Sign = Literal["absent_in_a_row", "attendance_low"]


@dataclass(frozen=True)
class AttendanceFlag:
    """A sign of risk of a learner in a course that is running.

    Attributes:
        since: the day of the first of the meetings missed in a row, "" for a low share.
        present, expected: meetings; `rule` the percent that the course asks for.
    """

    sign: Sign
    course_id: UUID
    course: str
    learner_id: UUID
    since: str
    present: int
    expected: int
    rule: int
    reachable: bool


def flags(
    session: Session,
    today: date,
    learner_id: UUID | None = None,
    counted: Counted | None = None,
) -> Iterator[AttendanceFlag]:
    """Give the signs of all learners, or of one; of somebody in a course the graver one.

    Args:
        counted: what was read already of at least all courses that are running.
    """
    running = select(Course.id, Course.name).where(
        Course.deleted.is_(False), state_column(Course) == "running"
    )
    names: dict[UUID, str] = dict(session.execute(running).all())
    if not names:
        return
    if counted is None:
        asked = [learner_id] if learner_id is not None else None
        counted = Counted(session, today, list(names), learners=asked)
    away = {(each.course_id, each.who): each.since for each in missed_in_a_row(counted, IN_A_ROW)}
    signs: list[AttendanceFlag] = []
    for each in attendances(session, today, courses=list(names), counted=counted):
        since = away.get((each.course_id, each.who), "")
        low = each.expected >= LEAST_EXPECTED and each.present * 100 < each.rule * each.expected
        spans = counted.people[each.course_id.bytes, each.who.bytes] if since or low else ()
        if any(span.learns and span.enrolled for span in spans):
            signs.append(
                AttendanceFlag(
                    "absent_in_a_row" if since else "attendance_low",
                    each.course_id, names[each.course_id], each.who, since, each.present,
                    each.expected, each.rule, each.reachable,
                )
            )  # fmt: skip
    known: set[UUID] = set()
    for step in steps(list({each.learner_id for each in signs})):
        wanted = select(Learner.id).where(Learner.id.in_(step), Learner.deleted.is_(False))
        known.update(session.scalars(wanted))
    yield from (each for each in signs if each.learner_id in known)


@dataclass(frozen=True)
class Missing:
    """Somebody who missed the last meetings at which they were expected; `since` the first."""

    course_id: UUID
    who: UUID
    since: str


def missed_in_a_row(counted: Counted, count: int) -> Iterator[Missing]:
    """Give who missed the last so many meetings at which they were expected, leave among them."""
    here, missed = counted.codes.present, counted.codes.missed
    for (course, who), spans in counted.people.items():
        if not any(each.learns and each.enrolled for each in spans):
            continue
        away: list[str] = []
        covered, marks = counted.covered(course, spans), counted.marks[who]
        for meeting in reversed(counted.meetings.get(course, [])):
            mark = marks.get(meeting.id)
            if not meeting.held or mark is None:
                continue
            if mark[2] in here or len(away) == count:
                break
            if mark[2] in missed and meeting.id in covered:
                away.append(meeting.on)
        if len(away) == count:
            yield Missing(UUID(bytes=course), UUID(bytes=who), away[-1])
