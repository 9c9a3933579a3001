"""Examples of the HETT services."""

from __future__ import annotations

from typing import Any

from desktop.services.hett.service import HettService
from desktop.services.workspace import Workspace
from tests.services.rights_world import CANARY, Call, Place, call


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down an assessment, two of its answers sensitive."""
    hett = HettService(workspace)
    ids["assessment"] = hett.start(ids["learner"])
    hett.rate(ids["assessment"], "E1", 1)
    hett.rate(ids["assessment"], "H8", 1, evidence=CANARY)
    hett.rate(ids["assessment"], "H9", 4, evidence=CANARY)


def reading(place: Place) -> dict[str, Call]:
    """What looks, writes files, or keeps one's own things."""
    ids = place.ids
    who = ids["learner"]
    return {
        "HettService.framework": call(),
        "HettService.get": call(ids["assessment"]),
        "HettService.of": call(who),
        "HettService.picture": call(who),
        "FrameworkService.framework": call(),
        "FrameworkService.own_dimensions": call(),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    other = ids["other"]
    return {
        "HettService.start": call(other),
        "HettService.edit": call(ids["assessment"], {"note": "ดี"}),
        "HettService.rate": call(ids["assessment"], "E2", 2),
        "HettService.complete": call(ids["assessment"]),
        "HettService.hide": call(ids["assessment"]),
        "FrameworkService.name_dimension": call("H", "สุขภาพ"),
        "FrameworkService.name_indicator": call("E1", "อ่านไทย"),
        "FrameworkService.show_indicator": call("E2", False),
        "FrameworkService.word_level": call("E1", 1, "ยังอ่านไม่ได้"),
        "FrameworkService.add_indicator": call("E", "อ่านแผนที่"),
    }
