"""How far registers are taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.sessions import CourseSession
from desktop.services.attendance.counting import Counted, Meeting, Span

_STEP: Final = 5_000

_Somebody = tuple[bytes, list[Span]]


@dataclass(frozen=True)
class Taken:
    """How far the register of a meeting is taken; who teaches or helps is not counted.

    Attributes:
        listed: who is expected by being in the course, or was marked.
    """

    listed: int = 0
    marked: int = 0
    present: int = 0


def taken(
    session: Session, ids: Collection[UUID], today: date, counted: Counted | None = None
) -> dict[UUID, Taken]:
    """Return how far the registers of these meetings are taken.

    Args:
        counted: what was read already of the courses that they are of.
    """
    if counted is not None:
        return _all_taken(counted, {each.bytes for each in ids})
    found: dict[UUID, Taken] = {}
    for start in range(0, len(ids), _STEP):
        step = list(ids)[start : start + _STEP]
        of = select(CourseSession.course_id).where(CourseSession.id.in_(step)).distinct()
        read = Counted(session, today, session.scalars(of).all(), step)
        found.update(_all_taken(read, {each.bytes for each in step}))
    return found


def _all_taken(counted: Counted, ids: Collection[bytes]) -> dict[UUID, Taken]:
    people: dict[bytes, list[_Somebody]] = defaultdict(list)
    for (course, who), spans in counted.people.items():
        if any(each.learns for each in spans):
            people[course].append((who, spans))
    return {
        UUID(bytes=meeting.id): _taken(counted, meeting, course, people[course])
        for course, meetings in counted.meetings.items()
        for meeting in meetings
        if meeting.id in ids
    }


def _taken(counted: Counted, meeting: Meeting, course: bytes, people: Iterable[_Somebody]) -> Taken:
    listed = marked = present = 0
    for who, spans in people:
        mark = counted.marks[who].get(meeting.id)
        if mark is not None:
            marked += 1
            present += mark[2] in counted.codes.present
        listed += mark is not None or meeting.id in counted.covered(course, spans)
    return Taken(listed, marked, present)
