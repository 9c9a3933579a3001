"""Examples of key skills."""

from __future__ import annotations

from typing import Any

from desktop.services.skills.records import SkillQuery
from desktop.services.skills.service import SkillService
from desktop.services.workspace import Workspace
from tests.services.rights_world import Call, Place, call

SAYS = {
    # What was measured stays measured: nobody is asked whether it still holds.
    "SkillService.confirm": {"unknown_field"},
}


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down one that counts, and one written by mistake."""
    skills, of = SkillService(workspace), {"learner_id": ids["learner"], "phase": "before"}
    ids["skill"] = skills.add({"skill": "K2", "level": "1", **of})
    ids["skill_gone"] = skills.add({"skill": "K3", **of})


def reading(place: Place) -> dict[str, Call]:
    """What looks."""
    return {
        "SkillService.find": call(SkillQuery(learner_id=place.ids["learner"])),
        "SkillService.get": call(place.ids["skill"]),
        "SkillService.sheet": call(place.ids["enrolling"]),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    return {
        "SkillService.add": call({"learner_id": ids["learner"], "skill": "K4", "phase": "before"}),
        "SkillService.confirm": call(ids["skill"]),
        "SkillService.edit": call(ids["skill"], {"note": "ที่ศูนย์"}),
        "SkillService.put": call(ids["enrolling"], {ids["learner"]: {("K1", "before"): "2"}}),
        "SkillService.take_offers": call(ids["enrolling"]),
        "SkillService.move": call(ids["skill"], "withdraw", {"reason": "วัดผิดคน"}),
        "SkillService.hide": call([ids["skill_gone"]]),
    }
