"""Consents that wait for somebody: ended, ending soon, or to be asked of the person at 20."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from desktop.models.people import Consent, Learner
from desktop.services.consent import rules as consent_rules
from desktop.services.consent.gates import STANDING, Key, birth_of, key_of, status_of


@dataclass(frozen=True)
class DueConsent:
    """A consent to be asked anew.

    Attributes:
        recipient: for a referral, the agency.
        why: `expired`, `expiring`, `outgrown` (is 20 already) or `turning` (will be soon).
        on: ISO day of that.
        approximate: the day is worked out from a birth date known in part.
    """

    learner_id: UUID
    consent_id: UUID
    purpose: str
    why: str
    on: str
    approximate: bool = False
    recipient: str = ""


def due_consents(
    session: Session, today: date, soon: date, whose: Sequence[ColumnElement[bool]]
) -> list[DueConsent]:
    """Return the consents that are due by `soon`, earliest first; `whose` limits the learners."""
    owner = aliased(Learner)
    newest: dict[tuple[UUID, Key], tuple[Learner, Consent]] = {}
    for consent, learner in session.execute(
        select(Consent, Learner)
        .join(owner, owner.id == Consent.learner_id)
        .join(Learner, Learner.id == func.coalesce(owner.merged_into, owner.id))
        .where(Consent.deleted.is_(False), *whose)
        .order_by(Consent.first_stamp)
    ):
        newest[learner.id, key_of(consent)] = (learner, consent)
    found = [
        due
        for learner, consent in newest.values()
        if (due := _due(learner, consent, today, soon)) is not None
    ]
    return sorted(found, key=lambda each: (each.on, each.consent_id.bytes))


def _due(learner: Learner, consent: Consent, today: date, soon: date) -> DueConsent | None:
    birth = birth_of(learner)
    status = status_of(consent, birth, today)
    why, on = "", ""
    if status == "expired":
        why, on = "expired", consent.until or ""
    elif status in STANDING and consent.until and consent.until <= soon.isoformat():
        why, on = "expiring", consent.until
    elif birth is not None and "outgrown" in (status, status_of(consent, birth, soon)):
        why = "outgrown" if status == "outgrown" else "turning"
        on = consent_rules.turns_adult_on(birth).isoformat()
    if not why:
        return None
    approximate = birth is not None and (birth.estimated or birth.day is None)
    return DueConsent(
        learner.id, consent.id, consent.purpose, why, on, approximate and why[0] in "ot",
        consent.recipient or "",
    )  # fmt: skip
