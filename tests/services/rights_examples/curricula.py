"""Examples of local curricula."""

from __future__ import annotations

from typing import Any

from desktop.services.curricula.records import CurriculumQuery
from desktop.services.curricula.service import CurriculumService
from desktop.services.workspace import Workspace
from tests.services.rights_world import Call, Place, call

SAYS = {
    # What is written of them is not confirmed from time to time.
    "CurriculumService.confirm": {"unknown_field"},
}


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down a draft with units, one that was tried, and one written by mistake."""
    curricula = CurriculumService(workspace)
    ids["curriculum"] = curricula.add({"name": "ทอผ้า"})
    ids["unit"] = curricula.add_unit(ids["curriculum"], {"name": "ขึ้นเครือ"})
    ids["unit_gone"] = curricula.add_unit(ids["curriculum"], {"name": "เขียนผิด"})
    ids["curriculum_tried"] = curricula.add({"name": "จักสาน"})
    curricula.move(ids["curriculum_tried"], "try", {"held": "รุ่นแรก"})
    ids["curriculum_gone"] = curricula.add({"name": "เขียนผิด"})


def reading(place: Place) -> dict[str, Call]:
    """What looks or writes files."""
    ids = place.ids
    return {
        "CurriculumService.find": call(CurriculumQuery(search="ทอ")),
        "CurriculumService.get": call(ids["curriculum"]),
        "CurriculumService.named": call("ทอ"),
        "CurriculumService.rows": call([ids["curriculum"]]),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    return {
        "CurriculumService.add": call({"name": "ป่าของเรา"}),
        "CurriculumService.edit": call(ids["curriculum"], {"note": "ถามแม่ครู"}),
        "CurriculumService.confirm": call(ids["curriculum"]),
        "CurriculumService.move": call(ids["curriculum_tried"], "adopt", {"number": "1/2569"}),
        "CurriculumService.hide": call([ids["curriculum_gone"]]),
        "CurriculumService.new_version": call(ids["curriculum_tried"]),
        "CurriculumService.add_unit": call(ids["curriculum"], {"name": "ย้อมสี"}),
        "CurriculumService.edit_unit": call(ids["unit"], {"hours": "6"}),
        "CurriculumService.remove_unit": call(ids["unit_gone"]),
    }
