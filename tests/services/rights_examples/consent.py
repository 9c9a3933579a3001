"""Examples of consent, of learners and of others."""

from __future__ import annotations

from typing import Any

from desktop.models.people import Consent
from desktop.services.consent.of_persons import PersonConsentService
from desktop.services.persons.service import PersonService
from desktop.services.workspace import Workspace
from tests.services.rights_world import Call, Place, call


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down a consent that was given, and somebody who may stand in the directory."""
    with workspace.write() as session:
        consent = Consent(learner_id=ids["learner"], purpose="plan", granted=True, signer="ยาย")
        session.add(consent)
        ids["consent"] = consent.id
    ids["mentor"] = PersonService(workspace).add({"given": "ประยูร"})
    (ids["mentor_consent"],) = PersonConsentService(workspace).record(
        ids["mentor"], {"directory": True}
    )


def reading(place: Place) -> dict[str, Call]:
    """What looks, writes files, or keeps one's own things."""
    who = place.ids["learner"]
    return {
        "ConsentService.signing": call(who),
        "ConsentService.states": call(who),
        "ConsentService.history": call(who),
        "PersonConsentService.states": call(place.ids["mentor"]),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    return {
        "ConsentService.record": call(ids["learner"], {"plan": False}, {}),
        "ConsentService.consequences": call(ids["consent"]),
        "ConsentService.withdraw": call(ids["consent"]),
        "PersonConsentService.record": call(ids["mentor"], {"photo": False}),
        "PersonConsentService.withdraw": call(ids["mentor_consent"]),
    }
