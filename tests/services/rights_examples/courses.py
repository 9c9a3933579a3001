"""Examples of courses."""

from __future__ import annotations

from typing import Any

from desktop.services.courses.records import CourseQuery
from desktop.services.courses.service import CourseService
from desktop.services.workspace import Workspace
from tests.services.rights_world import Call, Place, call


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down one that takes people, and one that was written by mistake."""
    courses = CourseService(workspace)
    ids["course"] = courses.add({"name": "ทอผ้า"})
    courses.move(ids["course"], "open")
    ids["course_planned"] = courses.add({"name": "เพาะเห็ด"})
    ids["course_gone"] = courses.add({"name": "เขียนผิด"})


def reading(place: Place) -> dict[str, Call]:
    """What looks or writes files."""
    ids = place.ids
    return {
        "CourseService.find": call(CourseQuery(search="ทอผ้า")),
        "CourseService.get": call(ids["course"]),
        "CourseService.named": call("ทอ"),
        "CourseService.rows": call([ids["course"]]),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    return {
        "CourseService.add": call({"name": "ซ่อมรถ"}),
        "CourseService.begin_with": call({"name": "ดนตรี"}, [ids["learner"]]),
        "CourseService.edit": call(ids["course"], {"note": "ถามครูก่อน"}),
        "CourseService.confirm": call(ids["course"]),
        "CourseService.move": call(ids["course_planned"], "open", {}),
        "CourseService.hide": call([ids["course_gone"]]),
    }


SAYS = {"CourseService.confirm": {"unknown_field"}}
"""A course is not confirmed from time to time: its days say when it is due."""
