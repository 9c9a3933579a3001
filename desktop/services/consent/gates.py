"""What consents stand today: asked before a photo leaves the laptop, or a name is passed on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import Session, aliased

from desktop.models.dates import PartialDate
from desktop.models.people import Consent, Learner
from desktop.models.text import search_key
from desktop.services.consent import rules as consent_rules
from desktop.services.same_person import of_that_learner, twins_of

STANDING = frozenset({"given", "other_basis"})
"""Statuses under which a purpose may be pursued."""

STOPPED = frozenset({"refused", "withdrawn", "outgrown"})
"""Statuses that say no: somebody refused or took back, or has to be asked anew."""

_STEP = 500

Key = tuple[str, str]
"""A purpose, and for referrals the search key of the agency it goes to."""


def birth_of(learner: Learner) -> PartialDate | None:
    """Return the birth date as far as it is known."""
    if not learner.birth:
        return None
    return PartialDate.from_iso(learner.birth, estimated=learner.birth_estimated)


def key_of(consent: Consent) -> Key:
    """Return what a consent is for: a later one of the same key takes its place."""
    own = consent.purpose == "referral" and consent.recipient
    return consent.purpose, search_key(consent.recipient or "") if own else ""


def status_of(consent: Consent | None, birth: PartialDate | None, today: date) -> str:
    """Return the code of `consent_status` that a consent has today; None: `pending`."""
    if consent is None:
        return "pending"
    if consent.withdrawn_on:
        return "withdrawn"
    if not consent.granted:
        return "refused"
    if consent.until and consent.until < today.isoformat():
        return "expired"
    if consent.basis != "consent":
        return "other_basis"
    situation = consent.situation or _situation_then(consent, birth)
    return "outgrown" if consent_rules.outgrown(situation, birth, today) else "given"


def latest(consents: Iterable[Consent]) -> dict[Key, Consent]:
    """Return the consent that counts for each purpose, of one person's oldest first."""
    return {key_of(each): each for each in consents}


def statuses(
    session: Session, learner_ids: Sequence[UUID], purpose: str, today: date
) -> dict[UUID, frozenset[str]]:
    """Return the statuses of a purpose for each learner (one for each agency of a referral)."""
    owned: dict[UUID, list[Consent]] = defaultdict(list)
    births: dict[UUID, PartialDate | None] = {}
    for start in range(0, len(learner_ids), _STEP):
        step = list(learner_ids[start : start + _STEP])
        twins = twins_of(session, step)
        for learner in session.scalars(select(Learner).where(Learner.id.in_(step))):
            births[learner.id] = birth_of(learner)
        for consent in session.scalars(
            select(Consent)
            .where(
                Consent.learner_id.in_([*step, *twins]),
                Consent.purpose == purpose,
                Consent.deleted.is_(False),
            )
            .order_by(Consent.first_stamp)
        ):
            owner = consent.learner_id
            if owner is not None:
                owned[twins.get(owner, owner)].append(consent)
    return {
        each: frozenset(
            status_of(consent, birth, today) for consent in latest(owned[each]).values()
        )
        or frozenset({"pending"})
        for each, birth in births.items()
    }


def stands(session: Session, learner_id: UUID, purpose: str, today: date) -> bool:
    """Tell whether a purpose may be pursued: there is consent, or another legal basis."""
    found = statuses(session, [learner_id], purpose, today).get(learner_id, frozenset())
    return bool(found & STANDING)


def stopped(
    session: Session, learner_ids: Sequence[UUID], purpose: str, today: date
) -> frozenset[UUID]:
    """Return the learners for whom somebody said no to a purpose; never asked is no such no."""
    found = statuses(session, learner_ids, purpose, today)
    return frozenset(each for each, own in found.items() if own and own <= STOPPED)


def said_no(purpose: str) -> ColumnElement[bool]:
    """Return the condition that a learner's newest answer to a purpose is no, or taken back."""
    newer = aliased(Consent)
    return exists().where(
        of_that_learner(Consent.learner_id),
        Consent.purpose == purpose,
        Consent.deleted.is_(False),
        or_(Consent.withdrawn_on.is_not(None), Consent.granted.is_(False)),
        ~exists().where(
            and_(
                newer.learner_id == Consent.learner_id,
                newer.purpose == purpose,
                newer.deleted.is_(False),
                newer.first_stamp > Consent.first_stamp,
            )
        ),
    )


def _situation_then(consent: Consent, birth: PartialDate | None) -> str:
    """The situation of a consent noted before situations were: by the age on that day."""
    if not consent.signed_on or consent.signer_relation == "self":
        return ""
    return consent_rules.by_age(birth, date.fromisoformat(consent.signed_on))
