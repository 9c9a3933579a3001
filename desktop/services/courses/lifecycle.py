"""How a course is opened, begins, ends, and is reported; what must be so before each."""

from __future__ import annotations

from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.courses import Course, CourseMove
from desktop.models.moves import state_column
from desktop.models.sessions import CourseSession
from desktop.services.courses.sums import sums_of
from desktop.services.enrolments.places import counts
from desktop.services.enrolments.records import LEARNER
from desktop.services.moves import Lifecycle, Transition

_UNSETTLED: Final = ("enrolled", "waiting")


def _sessions(session: Session, course: Course, state: str) -> int:
    counted = session.scalar(
        select(func.count())
        .select_from(CourseSession)
        .where(
            CourseSession.course_id == course.id,
            CourseSession.deleted.is_(False),
            state_column(CourseSession) == state,
        )
    )
    return counted or 0


def _begun(session: Session, course: Course, _move: CourseMove) -> None:
    """Refuse to say that a course runs before it met once."""
    if not _sessions(session, course, "held"):
        raise UserError("course_not_begun", text=course.name)


def _over(session: Session, course: Course, _move: CourseMove) -> None:
    """Refuse to end what still meets, or where nobody said who completed it.

    Who helps or teaches does not complete, and whoever was only asked did not take part.
    """
    if planned := _sessions(session, course, CourseSession.first_state):
        raise UserError("course_still_meets", count=planned)
    held = counts(session, [course.id]).get(course.id, {})
    if unsettled := sum(held.get((LEARNER, state), 0) for state in _UNSETTLED):
        raise UserError("course_unsettled", count=unsettled)


def _frozen(session: Session, course: Course, move: CourseMove) -> None:
    """Keep the counts as they are now: whoever's records are erased later, they stay."""
    sums = sums_of(session, [course.id])[course.id]
    move.people, move.finished = sums.enrolled, sums.completed
    move.given_hours = sums.given_hours


COURSING: Final = Lifecycle(
    Course,
    (
        Transition("open", frozenset({"planned"}), "open"),
        Transition("start", frozenset({"open"}), "running", guard=_begun),
        Transition("end", frozenset({"running"}), "ended", guard=_over),
        Transition(
            "report", frozenset({"ended"}), "reported", takes=("number", "note"), guard=_frozen
        ),
        Transition(
            "cancel", frozenset({"planned", "open", "running"}), "cancelled", needs=("reason",)
        ),
        Transition("plan_again", frozenset({"cancelled"}), "planned"),
    ),
)
"""What has met stays in the register when a course is cancelled; nothing ends by time."""
