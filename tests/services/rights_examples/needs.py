"""Examples of needs."""

from __future__ import annotations

from typing import Any

from desktop.services.needs.records import NeedQuery
from desktop.services.needs.service import NeedService
from desktop.services.workspace import Workspace
from tests.services.rights_world import Call, Place, call


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down a need of a learner, and one that may be told."""
    needs = NeedService(workspace)
    ids["need"] = needs.add({"name": "รองเท้า", "learner_id": ids["learner"]})
    ids["need_shared"] = needs.add({"name": "เตาอบขนม", "course": "กลุ่มขนม", "quantity": 1})
    ids["need_gone"] = needs.add({"name": "เขียนผิด"})


def reading(place: Place) -> dict[str, Call]:
    """What looks or writes files."""
    ids = place.ids
    return {
        "NeedService.find": call(NeedQuery(search="รองเท้า")),
        "NeedService.get": call(ids["need"]),
        "NeedService.outside": call(NeedQuery()),
        "NeedService.beyond": call(NeedQuery(most=1)),
        "NeedService.houses": call("คำ"),
        "NeedService.houses_of": call([]),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    return {
        "NeedService.add": call({"name": "ค่ารถ"}),
        "NeedService.edit": call(ids["need"], {"note": "โทรก่อน"}),
        "NeedService.confirm": call(ids["need"]),
        "NeedService.move": call(ids["need"], "pause", {"reason": "ปิดเทอม"}),
        "NeedService.hide": call([ids["need_gone"]]),
    }
