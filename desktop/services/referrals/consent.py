"""Whether a learner may be told of to an agency, and how much: by consent, or another basis."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.people import Consent, Learner
from desktop.models.text import search_key
from desktop.services.consent.gates import STANDING, birth_of, latest, status_of
from desktop.services.consent.rules import DATA_OF
from desktop.services.same_person import of_person

PURPOSE: Final = "referral"


def covering(session: Session, learner: Learner, receiver: str, today: date) -> Consent | None:
    """Return the consent, or the other basis noted as one, that names this receiver and stands."""
    consents = session.scalars(
        select(Consent)
        .where(
            of_person(Consent.learner_id, learner.id),
            Consent.purpose == PURPOSE,
            Consent.deleted.is_(False),
        )
        .order_by(Consent.first_stamp)
    )
    mine = latest(consents).get((PURPOSE, search_key(receiver)))
    stands = mine is not None and status_of(mine, birth_of(learner), today) in STANDING
    return mine if stands else None


def covered(consent: Consent) -> frozenset[str]:
    """Return the codes of `consent_data` that may be carried under a consent."""
    return frozenset(consent.data_items or DATA_OF[PURPOSE])
