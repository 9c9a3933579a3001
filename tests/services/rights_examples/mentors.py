"""Examples of mentors, one of whom not everybody may know of."""

from __future__ import annotations

from typing import Any

from desktop.services.consent.of_persons import PersonConsentService
from desktop.services.mentors.records import MentorQuery
from desktop.services.mentors.service import MentorService
from desktop.services.persons.service import PersonService
from desktop.services.workspace import Workspace
from tests.services.rights_world import CANARY, Call, Place, call


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down a mentor who may begin, and one whose screening speaks against children."""
    mentors, persons = MentorService(workspace), PersonService(workspace)
    weaver = persons.add({"given": "หน่อแอริ", "surname": "ทอดอยงาม"})
    PersonConsentService(workspace).record(weaver, {"directory": True})
    ready = {"screened_on": "2569", "screening": "clear"}
    ids["teaching"] = mentors.add({"person_id": weaver, "skills": "ทอผ้า", **ready})
    hidden = {"screening": "not_with_children", "skills": CANARY}
    mentors.add({"given": "ลับ", **hidden})
    ids["mentor_gone"] = mentors.add({"given": "ย้ายแล้ว"})


def reading(place: Place) -> dict[str, Call]:
    """What looks or writes files."""
    return {
        "MentorService.find": call(MentorQuery(search="ทอ")),
        "MentorService.get": call(place.ids["teaching"]),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    return {
        "MentorService.add": call({"given": "คำแพง"}),
        "MentorService.edit": call(ids["teaching"], {"place": "ใต้ถุนบ้าน"}),
        "MentorService.confirm": call(ids["teaching"]),
        "MentorService.move": call(ids["teaching"], "accept"),
        "MentorService.hide": call([ids["mentor_gone"]]),
    }
