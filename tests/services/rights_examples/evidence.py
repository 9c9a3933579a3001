"""Examples of evidence; what it is of lies there already."""

from __future__ import annotations

from desktop.services.evidence.records import EvidenceQuery
from tests.services.rights_world import Call, Place, call

SAYS = {
    # It is looked at, which is a move.
    "EvidenceService.confirm": {"unknown_field"},
}


def reading(place: Place) -> dict[str, Call]:
    """What looks."""
    return {
        "EvidenceService.find": call(EvidenceQuery(search="ภาพ")),
        "EvidenceService.get": call(place.ids["credit_shown"]),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    return {
        "EvidenceService.add": call({"name": "ภาพ", "learner_id": ids["learner"]}),
        "EvidenceService.confirm": call(ids["credit_shown"]),
        "EvidenceService.edit": call(ids["credit_shown"], {"note": "โทรก่อน"}),
        "EvidenceService.move": call(ids["credit_shown"], "see", {}),
        "EvidenceService.hide": call([ids["evidence_gone"]]),
    }
