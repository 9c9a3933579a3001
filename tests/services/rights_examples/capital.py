"""Examples of community capital."""

from __future__ import annotations

from typing import Any

from desktop.services.capital.maps import MapService
from desktop.services.capital.records import CapitalQuery
from desktop.services.capital.service import CapitalService
from desktop.services.workspace import Workspace
from tests.factories import picture
from tests.services.rights_world import CANARY, Call, Place, call


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down what stands, and what was written by mistake."""
    capital = CapitalService(workspace)
    ids["capital"] = capital.add({"name": "ป่าชุมชน", "capital_type": "nature"})
    ids["map"] = MapService(workspace).add(picture(b"map"), {"title": "แผนที่บ้าน"})
    ids["pin"] = MapService(workspace).put(ids["map"], ids["capital"], 250, 750)
    secret = capital.add({"name": CANARY, "confidential": True})
    MapService(workspace).put(ids["map"], secret, 1, 1)
    ids["capital_gone"] = capital.add({"name": "เขียนผิด"})


def reading(place: Place) -> dict[str, Call]:
    """What looks or writes files."""
    ids = place.ids
    return {
        "CapitalService.find": call(CapitalQuery(search="ป่า")),
        "CapitalService.get": call(ids["capital"]),
        "CapitalService.named": call("ป่า"),
        "CapitalService.rows": call([ids["capital"]]),
        "CapitalService.table": call(),
        "MapService.all": call(),
        "MapService.named": call("บ้าน"),
        "MapService.get": call(ids["map"]),
        "MapService.content": call(ids["map"]),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    return {
        "CapitalService.add": call({"name": "ลานวัด"}),
        "CapitalService.edit": call(ids["capital"], {"note": "ถามผู้ใหญ่บ้าน"}),
        "CapitalService.confirm": call(ids["capital"]),
        "CapitalService.move": call(ids["capital"], "verify", {}),
        "CapitalService.hide": call([ids["capital_gone"]]),
        "MapService.add": call(picture(b"other"), {"title": "แผนที่ใหม่"}),
        "MapService.edit": call(ids["map"], {"note": "เยาวชนวาด"}),
        "MapService.put": call(ids["map"], ids["capital"], 300, 700),
        "MapService.move": call(ids["pin"], {"down": 10}),
        "MapService.take_off": call(ids["pin"]),
        "MapService.hide": call([ids["map"]]),
    }
