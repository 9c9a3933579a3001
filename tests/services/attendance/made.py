"""A course with people and meetings, for tests of marks."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.models.courses import Course, Enrolment, EnrolmentMove
from desktop.models.derived import ensure
from desktop.services.all import Services
from desktop.services.workspace import Workspace

TODAY = "2026-11-22"


def course(workspace: Workspace, **values: Any) -> UUID:
    """A course."""
    with workspace.write() as session:
        made = Course(**{"name": "ทอผ้า", **values})
        session.add(made)
        return made.id


def enrol(workspace: Workspace, course_id: UUID, *, state: str = "enrolled", **values: Any) -> UUID:
    """Somebody in a course: a walk-in by `name`, or a learner."""
    with workspace.write() as session:
        who = {name: values.pop(name, None) for name in ("learner_id", "person_id", "name")}
        made = ensure(session, Enrolment, course_id=course_id, **who)
        for name, value in values.items():
            setattr(made, name, value)
        if state != Enrolment.first_state:
            move = EnrolmentMove(
                enrolment_id=made.id, move="enrol", from_state="interested", to_state=state,
                done_on="2026-10-01",
            )  # fmt: skip
            session.add(move)
            made.last_move_id = move.id
        return made.id


def meeting(services: Services, course_id: UUID, on: str = TODAY, **values: Any) -> UUID:
    """A planned meeting of two hours."""
    return services.sessions.add({"course_id": course_id, "on": on, "hours": "2", **values})
