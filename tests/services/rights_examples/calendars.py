"""Examples of the calendar."""

from __future__ import annotations

from typing import Any

from desktop.models.courses import Course
from desktop.services.courses.service import CourseService
from desktop.services.workspace import Workspace
from tests.services.rights_world import Call, Place, call


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """A course that a session is thought of for."""
    with workspace.write() as session:
        course = Course(name="ทอผ้าบนปฏิทิน", starts_on="2026-11-01")
        session.add(course)
        session.flush()
        ids["calendar_course"] = course.id
    CourseService(workspace).move(ids["calendar_course"], "open")


def reading(place: Place) -> dict[str, Call]:
    """What looks."""
    today = place.workspace.today()
    return {
        "CalendarService.days": call(today, 7),
        "CalendarService.clashes": call(place.ids["calendar_course"], today),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records: nothing does here."""
    del place
    return {}
