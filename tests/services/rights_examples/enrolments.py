"""Examples of who takes part in courses."""

from __future__ import annotations

from typing import Any

from desktop.services.courses.service import CourseService
from desktop.services.enrolments.records import EnrolmentQuery
from desktop.services.enrolments.service import EnrolmentService
from desktop.services.persons.service import PersonService
from desktop.services.workspace import Workspace
from tests.services.rights_world import Call, Place, call


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down a course with somebody who learns, somebody who came by, and one by mistake."""
    courses, enrolments = CourseService(workspace), EnrolmentService(workspace)
    ids["enrolling"] = courses.add({"name": "ดนตรี"})
    courses.move(ids["enrolling"], "open")
    (ids["enrolment"],) = enrolments.enrol(ids["enrolling"], [ids["learner"]]).enrolled
    teacher = PersonService(workspace).add({"given": "แม่หน่อ"})
    ids["course_done"] = courses.add({"name": "ทอเสื่อ", "finish_rule": "teacher"})
    courses.move(ids["course_done"], "open")
    done = enrolments.walk_in(ids["course_done"], "แพรว")
    enrolments.move(done, "complete", {"by_id": teacher})
    for name in ("walk_in", "walk_in_other", "walk_in_gone"):
        ids[name] = enrolments.walk_in(ids["enrolling"], name)


def reading(place: Place) -> dict[str, Call]:
    """What looks or writes files."""
    ids = place.ids
    return {
        "EnrolmentService.find": call(EnrolmentQuery(course_id=ids["enrolling"])),
        "EnrolmentService.get": call(ids["enrolment"]),
        "EnrolmentService.hours_of": call([]),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    return {
        "EnrolmentService.add": call({"course_id": ids["enrolling"], "name": "ดาว"}),
        "EnrolmentService.invite": call(ids["enrolling"], [ids["learner"]]),
        "EnrolmentService.enrol": call(ids["enrolling"], [ids["learner"]]),
        "EnrolmentService.walk_in": call(ids["enrolling"], "ขวัญ"),
        "EnrolmentService.edit": call(ids["enrolment"], {"note": "มากับยาย"}),
        "EnrolmentService.confirm": call(ids["enrolment"]),
        "EnrolmentService.move": call(ids["enrolment"], "wait", {}),
        "EnrolmentService.pair": call(ids["enrolment"], ids["walk_in_other"]),
        "EnrolmentService.join": call(ids["walk_in"], ids["learner"]),
        "EnrolmentService.settle": call(ids["enrolling"]),
        "EnrolmentService.hide": call([ids["walk_in_gone"]]),
    }


SAYS = {"EnrolmentService.confirm": {"unknown_field"}}
"""How somebody stands in a course follows from moves and marks."""
