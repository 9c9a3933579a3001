"""What courses come to: who is in them, how often they met, for how many hours."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from desktop.models.courses import Course, CourseMove
from desktop.models.moves import state_column
from desktop.models.sessions import CourseSession
from desktop.services.attendance.counting import minutes_of
from desktop.services.enrolments.places import counts
from desktop.services.enrolments.records import IN, LEARNER


@dataclass(frozen=True)
class CourseSums:
    """What a course comes to; see `CourseRow`."""

    interested: int = 0
    enrolled: int = 0
    waiting: int = 0
    completed: int = 0
    learning: int = 0
    sessions: int = 0
    held: int = 0
    given_hours: float = 0
    next_on: str = ""
    last_on: str = ""


def sums_of(session: Session, course_ids: Collection[UUID] | None = None) -> dict[UUID, CourseSums]:
    """Return what these courses come to, or all of them; `learning`: not settled yet."""
    known = None if course_ids is None else list(course_ids)
    people = counts(session, known)
    state = state_column(CourseSession)
    held = case((state == "held", 1), else_=0)
    planned = case((state == CourseSession.first_state, CourseSession.on))
    wanted = (
        select(
            CourseSession.course_id,
            func.count(),
            func.sum(held),
            func.sum(held * func.coalesce(minutes_of(), 0)) / 60.0,
            func.min(planned),
            func.max(CourseSession.on),
        )
        .where(CourseSession.deleted.is_(False), state != "cancelled")
        .group_by(CourseSession.course_id)
    )
    if known is not None:
        wanted = wanted.where(CourseSession.course_id.in_(known))
    met = {line[0]: line[1:] for line in session.execute(wanted)}
    ids = known if known is not None else [*{*people, *met}]
    frozen = _reported(session, ids)
    found: dict[UUID, CourseSums] = {}
    for each in ids:
        roles = people.get(each, {})
        sessions, times, hours, next_on, last_on = met.get(each, (0, 0, 0.0, "", ""))
        said = frozen.get(each)
        of = {kept: number for (role, kept), number in roles.items() if role == LEARNER}
        found[each] = CourseSums(
            interested=of.get("interested", 0) + of.get("invited", 0),
            enrolled=said[0] if said else sum(of.get(kept, 0) for kept in IN),
            waiting=of.get("waiting", 0),
            completed=said[1] if said else of.get("completed", 0),
            learning=of.get("enrolled", 0),
            sessions=sessions,
            held=times,
            given_hours=said[2] if said else hours,
            next_on=next_on or "",
            last_on=last_on or "",
        )
    return found


def _reported(session: Session, ids: Collection[UUID]) -> dict[UUID, tuple[int, int, float]]:
    """The counts of those that are reported, as they were then."""
    lines = session.execute(
        select(Course.id, CourseMove.people, CourseMove.finished, CourseMove.given_hours)
        .join(CourseMove, CourseMove.id == Course.last_move_id)
        .where(Course.id.in_(ids), CourseMove.to_state == "reported")
    )
    return {each: (people or 0, done or 0, hours or 0) for each, people, done, hours in lines}
