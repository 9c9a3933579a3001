"""Examples of life-quality activities."""

from __future__ import annotations

from typing import Any

from desktop.services.kpc.records import KpcQuery
from desktop.services.kpc.service import KpcService
from desktop.services.persons.service import PersonService
from desktop.services.workspace import Workspace
from tests.services.rights_world import Call, Place, call

SAYS = {
    # What was done stays done: nobody is asked whether it still holds.
    "KpcService.confirm": {"unknown_field"},
}


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down an activity that may be approved, and one written by mistake."""
    activities, whose = KpcService(workspace), {"learner_id": ids["learner"]}
    ids["kpc"] = activities.add({"name": "ซ่อมฝาย", "term": "1/2569", **whose})
    ids["kpc_gone"] = activities.add({"name": "เขียนผิด", **whose})
    ids["kpc_approver"] = PersonService(workspace).add({"given": "ปัญญา"})


def reading(place: Place) -> dict[str, Call]:
    """What looks."""
    ids = place.ids
    return {
        "KpcService.find": call(KpcQuery(search="ฝาย")),
        "KpcService.get": call(ids["kpc"]),
        "KpcService.book": call(ids["learner"]),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    approved = {"hours": 40, "by_id": ids["kpc_approver"]}
    return {
        "KpcService.add": call({"name": "ปลูกป่า", "learner_id": ids["learner"]}),
        "KpcService.confirm": call(ids["kpc"]),
        "KpcService.edit": call(ids["kpc"], {"note": "โทรก่อน"}),
        "KpcService.move": call(ids["kpc"], "approve", approved),
        "KpcService.hide": call([ids["kpc_gone"]]),
    }
