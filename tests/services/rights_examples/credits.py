"""Examples of credit items."""

from __future__ import annotations

from typing import Any

from desktop.services.credits.records import CreditQuery
from desktop.services.credits.service import CreditService
from desktop.services.evidence.service import EvidenceService
from desktop.services.partners.service import PartnerService
from desktop.services.persons.service import PersonService
from desktop.services.workspace import Workspace
from tests.services.rights_world import Call, Place, call

SAYS = {
    # What was learnt stays learnt: nobody is asked whether it still holds.
    "CreditService.confirm": {"unknown_field"},
}


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down an item that may be proposed, one that was accepted, and evidence."""
    items, evidence = CreditService(workspace), EvidenceService(workspace)
    school = PartnerService(workspace).add({"name": "สกร.อำเภอ"})
    assessor = PersonService(workspace).add({"given": "ปัญญา"})
    known = {"learner_id": ids["learner"], "assessor_id": assessor, "receiver_id": school}
    for name in ("credit", "credit_accepted"):
        ids[name] = items.add({"name": "ซ่อมรถ", **known})
        ids[f"{name}_shown"] = evidence.add({"name": "ภาพ", "credit_item_id": ids[name]})
    ids["credit_gone"] = items.add({"name": "เขียนผิด", **known})
    ids["evidence_gone"] = evidence.add({"name": "เขียนผิด", "learner_id": ids["learner"]})
    accepted = {"credits": 2, "institution": "สกร.", "number": "12/2569"}
    for code, facts in (("propose", {}), ("submit", {}), ("accept", accepted)):
        items.move(ids["credit_accepted"], code, facts)


def reading(place: Place) -> dict[str, Call]:
    """What looks or writes files."""
    ids = place.ids
    return {
        "CreditService.find": call(CreditQuery(search="ซ่อม")),
        "CreditService.get": call(ids["credit"]),
        "CreditService.book": call(ids["learner"]),
        "CreditService.badge": call(ids["credit_accepted"]),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    return {
        "CreditService.add": call({"name": "ทอผ้า", "learner_id": ids["learner"]}),
        "CreditService.confirm": call(ids["credit"]),
        "CreditService.edit": call(ids["credit"], {"note": "โทรก่อน"}),
        "CreditService.move": call(ids["credit"], "propose", {}),
        "CreditService.hide": call([ids["credit_gone"]]),
    }
