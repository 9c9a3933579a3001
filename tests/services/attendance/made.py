"""A course with people and meetings, for tests of marks."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.models.courses import Course, CourseMove, Enrolment, EnrolmentMove
from desktop.models.derived import ensure
from desktop.services.all import Services
from desktop.services.workspace import Workspace
from tests.factories import Clock

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


def running(workspace: Workspace, **values: Any) -> UUID:
    """A course that is running."""
    made = course(workspace, **values)
    with workspace.write() as session:
        move = CourseMove(
            course_id=made, move="start", from_state="open", to_state="running",
            done_on="2026-10-01",
        )  # fmt: skip
        session.add(move)
        session.get_one(Course, made).last_move_id = move.id
    return made


def absent(workspace: Workspace, learner_id: UUID, said: str) -> UUID:
    """A learner in a running course; `said`: a letter a meeting, `x` for who was away."""
    services = Services(workspace)
    made = running(workspace)
    who = enrol(workspace, made, learner_id=learner_id)
    other = enrol(workspace, made, name="เพื่อน")
    for day, each in enumerate(said, 1):
        on = meeting(services, made, f"2026-11-{day:02}")
        code = "absent" if each == "x" else "present"
        services.attendance.mark(on, {who: code, other: "present"})
    return made


def session_today(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """A course meets today."""
    made = course(workspace)
    enrol(workspace, made, name="แดง")
    meeting(Services(workspace), made)


def register_untaken(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """A course met, and nobody wrote down who came."""
    made = course(workspace)
    enrol(workspace, made, name="แดง")
    meeting(Services(workspace), made, "2026-11-20")


def absent_in_a_row(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """Somebody was away three times in a row."""
    absent(workspace, learner_id, "..xxx")


def attendance_low(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """Somebody was away too often, though not in a row."""
    absent(workspace, learner_id, "x.x.")


SESSION_DAY = {
    each.__name__: each
    for each in (session_today, register_untaken, absent_in_a_row, attendance_low)
}
"""What makes each reason of the day arise."""
