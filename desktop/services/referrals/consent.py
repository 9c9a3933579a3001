"""Whether a learner may be told of to an agency, and how much: by consent, or another basis."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.dates import PartialDate
from desktop.models.people import Consent, Learner
from desktop.models.text import search_key
from desktop.services.consent.gates import STANDING, Key, birth_of, latest, status_of
from desktop.services.consent.rules import DATA_OF
from desktop.services.same_person import of_person, twins_of

PURPOSE: Final = "referral"
_STEP: Final = 500


class Told(NamedTuple):
    """That an agency was told of a learner: who, what the agency is called, when they were born."""

    learner_id: UUID
    receiver: str
    birth: PartialDate | None


def uncovered(session: Session, told: Collection[Told], today: date) -> set[Told]:
    """Return those that no consent covers any more; `covering` of many at once."""
    owned: dict[UUID, list[Consent]] = defaultdict(list)
    learners = list({each.learner_id for each in told})
    for start in range(0, len(learners), _STEP):
        step = learners[start : start + _STEP]
        twins = twins_of(session, step)
        consents = select(Consent).where(
            Consent.learner_id.in_([*step, *twins]),
            Consent.purpose == PURPOSE,
            Consent.deleted.is_(False),
        )
        for consent in session.scalars(consents.order_by(Consent.first_stamp)):
            owner = consent.learner_id
            if owner is not None:
                owned[twins.get(owner, owner)].append(consent)
    standing = {known: latest(consents) for known, consents in owned.items()}
    return {each for each in told if not _stands(standing.get(each.learner_id, {}), each, today)}


def _stands(consents: Mapping[Key, Consent], told: Told, today: date) -> bool:
    mine = consents.get((PURPOSE, search_key(told.receiver)))
    return mine is not None and status_of(mine, told.birth, today) in STANDING


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
    standing = latest(consents)
    stands = _stands(standing, Told(learner.id, receiver, birth_of(learner)), today)
    return standing[PURPOSE, search_key(receiver)] if stands else None


def covered(consent: Consent) -> frozenset[str]:
    """Return the codes of `consent_data` that may be carried under a consent."""
    return frozenset(consent.data_items or DATA_OF[PURPOSE])
