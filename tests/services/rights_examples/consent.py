"""Examples of consent."""

from __future__ import annotations

from typing import Any

from desktop.models.people import Consent
from desktop.services.workspace import Workspace
from tests.services.rights_world import Call, Place, call


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down a consent that was given."""
    with workspace.write() as session:
        consent = Consent(learner_id=ids["learner"], purpose="plan", granted=True, signer="ยาย")
        session.add(consent)
        ids["consent"] = consent.id


def reading(place: Place) -> dict[str, Call]:
    """What looks, writes files, or keeps one's own things."""
    who = place.ids["learner"]
    return {
        "ConsentService.signing": call(who),
        "ConsentService.states": call(who),
        "ConsentService.history": call(who),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    return {
        "ConsentService.record": call(ids["learner"], {"plan": False}, {}),
        "ConsentService.consequences": call(ids["consent"]),
        "ConsentService.withdraw": call(ids["consent"]),
    }
