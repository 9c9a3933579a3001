"""How many places a course has, and who holds them."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.courses import Course, Enrolment
from desktop.models.moves import state_column, state_of
from desktop.services.enrolments.records import LEARNER

TAKING: Final = frozenset({"planned", "open", "running"})
"""States of a course in which people may come into it."""


def counts(
    session: Session, course_ids: list[UUID] | None = None
) -> dict[UUID, dict[tuple[str, str], int]]:
    """Return how many enrolments each course has, by role and state; of all courses without ids."""
    state = state_column(Enrolment)
    wanted = (
        select(Enrolment.course_id, Enrolment.role, state, func.count())
        .where(Enrolment.deleted.is_(False))
        .group_by(Enrolment.course_id, Enrolment.role, state)
    )
    if course_ids is not None:
        wanted = wanted.where(Enrolment.course_id.in_(course_ids))
    found: dict[UUID, dict[tuple[str, str], int]] = {}
    for course_id, role, said, number in session.execute(wanted):
        found.setdefault(course_id, {})[role, said] = number
    return found


def free_places(session: Session, course: Course) -> int | None:
    """Return how many learners may still come; None where nobody said how many there may be."""
    if course.capacity is None:
        return None
    session.flush()
    held = counts(session, [course.id]).get(course.id, {})
    return max(0, course.capacity - held.get((LEARNER, "enrolled"), 0))


def check_open(session: Session, course: Course) -> None:
    """Refuse who comes into a course that has ended.

    Raises:
        UserError: `course_closed`.
    """
    if state_of(session, course) not in TAKING:
        raise UserError("course_closed", text=course.name)
