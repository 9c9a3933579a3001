"""Examples of urgent cases."""

from __future__ import annotations

from typing import Any

from desktop.services.urgent.service import UrgentService
from desktop.services.workspace import Workspace
from tests.services.rights_world import CANARY, Call, Place, call

SAYS = {
    # Whoever is no longer named in the case does not meet it.
    "UrgentService.name_another": {"urgent_named_there"},
}


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down a case that names the facilitator, and one that names nobody."""
    urgent = UrgentService(workspace)
    ids["case"] = urgent.open(
        {
            "learner_id": ids["learner"],
            "case_kind": "harmed",
            "summary": CANARY,
            "protected": True,
        },
        [ids["users"]["facilitator"]],
    )
    urgent.add_note(ids["case"], CANARY)
    ids["others_case"] = urgent.open({"person_note": CANARY, "case_kind": "at_risk"})


def reading(place: Place) -> dict[str, Call]:
    """What looks, writes files, or keeps one's own things."""
    ids = place.ids
    who = ids["learner"]
    return {
        "UrgentHourService.all": call(),
        "UrgentChainService.steps": call(),
        "UrgentService.get": call(ids["case"]),
        "UrgentService.mine": call(),
        "UrgentService.of_learner": call(who),
        "UrgentService.waiting": call(),
        "UrgentService.whole_of_learner": call(who),
        "UrgentService.unseen": call(),
        "UrgentService.people": call(),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    me = place.workspace.user.user_id
    return {
        "UrgentChainService.set_step": call("amphoe", {"phone": "053111222"}),
        "UrgentService.hand_on": call(ids["case"], {"reason": "ยังไม่ปลอดภัย"}),
        "UrgentHourService.set": call("at_risk", "answer", 3),
        "UrgentService.open": call({"person_note": "เด็กที่ตลาด", "case_kind": "missing"}),
        "UrgentService.edit": call(ids["case"], {"summary": "คุยแล้ว"}),
        "UrgentService.add_note": call(ids["case"], "ไปพบ"),
        "UrgentService.note_try": call(ids["case"], {"note": "โทรหายาย"}),
        "UrgentService.set_state": call(ids["case"], "referred"),
        "UrgentService.name_people": call(ids["case"], [me]),
        "UrgentService.name_another": call(ids["others_case"], me),
    }
