"""Examples of people who are not learners."""

from __future__ import annotations

from typing import Any

from desktop.services.persons.service import PersonService
from desktop.services.workspace import Workspace
from tests.services.rights_world import Call, Place, call


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down three people, one of them twice."""
    persons = PersonService(workspace)
    ids["person"] = persons.add({"given": "แสงเดือน", "surname": "ใจดี", "phone": "0800000201"})
    ids["person_twin"] = persons.add({"given": "แสงเดือน", "surname": "ใจดี"})
    ids["person_gone"] = persons.add({"given": "บุญยืน"})


def reading(place: Place) -> dict[str, Call]:
    """What looks, writes files, or keeps one's own things."""
    ids = place.ids
    return {
        "PersonService.find": call("แสง"),
        "PersonService.count": call(),
        "PersonService.rows": call([ids["person"]]),
        "PersonService.get": call(ids["person"]),
        "PersonService.alike": call({"given": "แสงเดือน", "surname": "ใจดี"}),
        "PersonService.of_learner": call(ids["third"]),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    person, twin = ids["person"], ids["person_twin"]
    return {
        "PersonService.add": call({"given": "คนใหม่"}),
        "PersonService.edit": call(person, {"position": "ผู้ใหญ่บ้าน"}),
        "PersonService.join": call(person, twin),
        "PersonService.separate": call(twin),
        "PersonService.hide": call([ids["person_gone"]]),
        "PersonService.bring_back": call([ids["person_gone"]]),
    }
