"""A course with meetings and marks, written down without the services of others."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.models.derived import ensure
from desktop.models.sessions import Attendance, CourseSession, SessionMove
from desktop.services.all import Services
from desktop.services.workspace import Workspace


def meet(workspace: Workspace, course_id: UUID, day: str, hours: float = 3) -> UUID:
    """Write down a meeting that was held on a day."""
    meeting = plan(workspace, course_id, day, hours)
    with workspace.write() as session:
        move = SessionMove(
            session_id=meeting, move="hold", from_state="planned", to_state="held", done_on=day
        )
        session.add(move)
        session.get_one(CourseSession, meeting).last_move_id = move.id
    return meeting


def plan(workspace: Workspace, course_id: UUID, day: str, hours: float = 3) -> UUID:
    """Plan a meeting on a day."""
    with workspace.write() as session:
        meeting = ensure(session, CourseSession, course_id=course_id, on=day, number=1)
        meeting.hours = hours
        return meeting.id


def mark(workspace: Workspace, session_id: UUID, enrolment_id: UUID, code: str = "present") -> None:
    """Mark somebody at a meeting."""
    with workspace.write() as session:
        session.add(Attendance(session_id=session_id, enrolment_id=enrolment_id, code=code))


def course(services: Services, name: str = "ทอผ้ากี่เอว", **values: Any) -> UUID:
    """A course that takes people."""
    made = services.courses.add({"name": name, **values})
    services.courses.move(made, "open")
    return made
