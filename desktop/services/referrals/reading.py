"""Finding referrals, and one of them whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.models.partners import Partner
from desktop.models.people import Learner
from desktop.models.persons import Person, called
from desktop.models.referrals import Referral
from desktop.models.search import key_of
from desktop.models.tries import ContactTry
from desktop.services.details import empty_of, told_of
from desktop.services.learners.contacts import ContactLine, contact_lines
from desktop.services.moves import MoveLine
from desktop.services.record_values import live
from desktop.services.referrals.lifecycle import DONE, REFERRING, heard
from desktop.services.referrals.records import ReferralDetail, ReferralQuery, ReferralRow
from desktop.services.referrals.rows import rows, whole
from desktop.services.referrals.telling import telling
from desktop.services.tries.reading import tries_of

WORTH_ASKING: Final = ("service", "urgency", "reason", "done_already", "asked", "language")

_NOT_ANSWERED: Final = frozenset({"sent", "acknowledged", "accepted"})
"""States in which the agency is waited for."""


def found(session: Session, query: ReferralQuery, today: date) -> list[ReferralRow]:
    """Return the rows of the referrals that a question finds, by learner in Thai order."""
    wanted = whole(session, query, today).order_by(Learner.sort_key, Referral.first_stamp)
    terms = [term for term in map(key_of, query.search.split()) if term]
    return [
        row
        for row in rows(session, session.execute(wanted).all(), today)
        if all(term in key_of(f"{row.name}\n{row.receiver}\n{row.number}") for term in terms)
        and (not query.ask_again or row.ask_again)
        and (not query.waiting or waits(row))
    ]


def waits(row: ReferralRow) -> bool:
    """Whether somebody has to act on it, or to ask the agency."""
    return bool(
        row.ask_again or row.overdue or row.no_consent or row.state == "declined" or row.check
    )


def is_open(row: ReferralRow) -> bool:
    """Whether it is on its way, or is to be asked after; what nobody took is still asked for."""
    return row.state not in DONE - {"unmet"} or bool(row.check)


def unanswered(row: ReferralRow) -> bool:
    """Whether the agency has it and is to be reminded; what it was never told of is not."""
    return row.state in _NOT_ANSWERED and not (row.no_consent or row.waits_here)


def referral_detail(session: Session, referral_id: UUID, today: date) -> ReferralDetail:
    """Return a referral whole; UserError `record_unknown`."""
    referral = live(session, Referral, referral_id)
    live(session, Learner, referral.learner_id)
    wanted = whole(session, ReferralQuery(), today).where(Referral.id == referral_id)
    (row,) = rows(session, session.execute(wanted).all(), today)
    told = told_of(session, REFERRING, referral, row.state)
    return ReferralDetail(
        row=row,
        missing=tuple(empty_of(told["values"], WORTH_ASKING)),
        doubtful=dict(telling(session, referral)) if row.state == "draft" else {},
        tries=tries_of(session, ContactTry, "referral_id", referral_id),
        contacts=_contacts(session, referral.learner_id, told["moves"]),
        heard=heard(session, referral, today),
        **told,
    )


def _contacts(
    session: Session, learner_id: UUID, moves: Sequence[MoveLine]
) -> tuple[ContactLine, ...]:
    """The contacts with a learner since the first of these moves."""
    if not moves:
        return ()
    first = min(str(each.move.values["done_on"]) for each in moves)
    return tuple(each for each in contact_lines(session, learner_id) if each.on >= first)


def receiver_of(session: Session, referral: Referral) -> str:
    """Return what the agency or the person is called that a referral goes to."""
    if referral.partner_id is not None:
        partner = session.get(Partner, referral.partner_id)
        return partner.name if partner is not None else ""
    person = session.get(Person, referral.receiver_id) if referral.receiver_id else None
    return called(person) if person is not None else ""
