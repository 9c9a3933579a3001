"""Courses, for the checks of every subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.courses.records import CourseQuery
from desktop.services.workspace import Workspace
from tests.factories import Clock
from tests.services.courses.scene import course, mark, meet
from tests.subjects import Example, Move


def _add(services: Services, name: str, more: Mapping[str, Any]) -> UUID:
    values = dict(more)
    if long_ago := values.pop("confirmed_on", ""):
        values["starts_on"] = long_ago  # what should have begun long ago is asked after
    return services.courses.add({"name": name, **values})


def _running(workspace: Workspace, learner_id: UUID) -> tuple[Services, UUID]:
    """A course whose days are over, with somebody who was always there."""
    services = Services(workspace)
    made = course(services, "ทอผ้า", ends_on="2026-11-20")
    (who,) = services.enrolments.enrol(made, [learner_id], {"joined_on": "2026-11-01"}).enrolled
    mark(workspace, meet(workspace, made, "2026-11-20"), who)
    services.courses.move(made, "start")
    return services, made


def course_start(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """It was to begin last year."""
    _add(Services(workspace), "เพาะเห็ด", {"starts_on": "2568"})


def course_settle(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """All of it is over, and nobody said who completed it."""
    _running(workspace, learner_id)


def course_end(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """All of it is over, and everybody is settled."""
    services, made = _running(workspace, learner_id)
    services.enrolments.settle(made)


def course_places(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """Somebody waits, and there is room."""
    services = Services(workspace)
    made = course(services, "ซ่อมรถ", capacity=5)
    (who,) = services.enrolments.enrol(made, [learner_id]).enrolled
    services.enrolments.move(who, "wait")


MOVES: tuple[Move, ...] = (
    ("open", {}), ("cancel", {"reason": "น้ำท่วม ทางขาดทั้งเดือน"}), ("plan_again", {}),
)  # fmt: skip

EXAMPLE = Example(
    kind="course",
    listed="courses",
    paper="course_list",
    service=lambda services: services.courses,
    add=_add,
    query=lambda words: CourseQuery(search=words),
    full={
        "course_kind": "interest_group",
        "text": "ย้อมสีธรรมชาติ\nทอกี่เอว",
        "village_id": "3",
        "place": "ใต้ถุนบ้านแม่หน่อ",
        "groups_served": "TG02,TG12",
        "skill_groups": "technical,financial",
        "key_skills": "K1,K4",
        "starts_on": "2026-12-01",
        "ends_on": "2027-02",
        "term": "2/2569",
        "hours": 40,
        "capacity": 12,
        "minimum": 6,
        "rule_percent": 75,
        "finish_rule": "attendance",
        "cost": "1500.50",
        "note": "=โทรก่อน",
    },
    begun=("name", "ทอผ้ากี่เอว"),
    typed=("place", "ศาลากลางบ้าน"),
    moves=MOVES,
    words=(("name=ทอผ้ากี่เอว",), "text=ย้อมสีธรรมชาติ", "place=ศาลากลางบ้าน"),
    other="text",
    day={
        "course_end": course_end,
        "course_places": course_places,
        "course_settle": course_settle,
        "course_start": course_start,
    },
    confirmed=False,
    empty="reported",
)
