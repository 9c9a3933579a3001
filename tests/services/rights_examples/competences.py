"""Examples of the team's competence."""

from __future__ import annotations

from typing import Any

from desktop.services.competences.records import CompetenceQuery
from desktop.services.competences.service import CompetenceService
from desktop.services.workspace import Workspace
from tests.services.rights_world import Call, Place, call

SAYS = {
    # What is written of them is not confirmed from time to time.
    "CompetenceService.confirm": {"unknown_field"},
}


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down one that holds, and one written by mistake."""
    competences = CompetenceService(workspace)
    ids["competence"] = competences.add({"given": "หน่อแอริ", "competence": "first_aid"})
    ids["competence_gone"] = competences.add({"given": "เขียนผิด", "competence": "hett"})


def reading(place: Place) -> dict[str, Call]:
    """What looks."""
    return {
        "CompetenceService.find": call(CompetenceQuery(search="หน่อ")),
        "CompetenceService.get": call(place.ids["competence"]),
        "CompetenceService.matrix": call(),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    return {
        "CompetenceService.add": call({"given": "คำแพง", "competence": "hett"}),
        "CompetenceService.edit": call(ids["competence"], {"course": "กู้ชีพ"}),
        "CompetenceService.confirm": call(ids["competence"]),
        "CompetenceService.move": call(ids["competence"], "end", {"reason": "ออกผิดชื่อ"}),
        "CompetenceService.hide": call([ids["competence_gone"]]),
    }
