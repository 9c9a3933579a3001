"""Consent of people who are not learners: to a directory, to photographs, to being told of.

They sign for themselves; who may sign for whom is a question of learners alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.names import full_name
from desktop.models.people import Consent
from desktop.models.persons import Person
from desktop.services import audit
from desktop.services.consent.gates import STANDING, status_of
from desktop.services.consent.service import check_form, check_witnesses
from desktop.services.entries import Entry, entry
from desktop.services.record_values import centre_vocabulary, iso_date, live, set_values
from desktop.services.rights import Right, needs
from desktop.services.same_person import of_twins
from desktop.services.workspace import Workspace

_PURPOSES: Final = "person_purposes"
_TAKEN: Final = (
    "basis", "basis_reason", "means", "thumbprint", "witnesses", "read_aloud", "interpreter",
    "language", "form_version", "signed_on", "until", "note",
)  # fmt: skip


@dataclass(frozen=True)
class PersonConsentState:
    """How things stand with somebody for one purpose today.

    Attributes:
        purpose: code of `person_purposes`.
        status: code of `consent_status`.
        latest: the record that says so, None while they were not asked.
    """

    purpose: str
    status: str
    latest: Entry | None


class PersonConsentService:
    """Consents of people who are not learners; each method is one transaction."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.WRITE)
    def record(
        self, person_id: UUID, answers: Mapping[str, bool], values: Mapping[str, Any] | None = None
    ) -> tuple[UUID, ...]:
        """Record what somebody answered for each purpose; earlier answers stay.

        Args:
            person_id: who.
            answers: yes or no by purpose, codes of `person_purposes`.
            values: what holds for the whole form, by field of the consent.

        Raises:
            UserError: `record_unknown`, `consent_nothing_asked`, `unknown_code`,
                `unknown_field`, and those of `check_form` and `check_witnesses`.
        """
        if not answers:
            raise UserError("consent_nothing_asked", field="purpose")
        given = {name: value for name, value in (values or {}).items() if value is not None}
        for name in given:
            if name not in _TAKEN:
                raise UserError("unknown_field", field=name)
        with self._workspace.write() as session:
            person = live(session, Person, person_id)
            known = centre_vocabulary(session, _PURPOSES)
            made = []
            for purpose, granted in answers.items():
                if purpose not in known:
                    raise UserError("unknown_code", field="purpose", value=purpose)
                consent = Consent(
                    person_id=person_id,
                    purpose=purpose,
                    granted=granted,
                    signer=full_name(person.title or "", person.given, person.surname or ""),
                    situation="adult",
                    signer_power="self",
                    seen_by=self._workspace.user.user_id,
                )
                set_values(session, consent, given)
                check_form(consent, self._workspace.today().isoformat())
                if granted and consent.basis == "consent":
                    check_witnesses(consent)
                session.add(consent)
                made.append(consent)
            for consent in made:
                audit.note(
                    session, self._workspace, "consent_recorded", person_id,
                    purpose=consent.purpose, granted=consent.granted, basis=consent.basis,
                )  # fmt: skip
            return tuple(each.id for each in made)

    @needs(Right.WRITE)
    def withdraw(self, consent_id: UUID, on: object | None = None, note: str = "") -> None:
        """Note that somebody took a consent back; it stays in the history.

        Raises:
            UserError: `record_unknown`, `consent_not_given`, `consent_date_ahead`.
        """
        today = self._workspace.today().isoformat()
        day = iso_date("withdrawn_on", on) or today
        with self._workspace.write() as session:
            consent = live(session, Consent, consent_id)
            if consent.person_id is None:
                raise UserError("record_unknown", kind=Consent.kind, text=str(consent_id))
            if not consent.granted or consent.withdrawn_on or consent.basis != "consent":
                raise UserError("consent_not_given")
            if day > today:
                raise UserError("consent_date_ahead", field="withdrawn_on")
            consent.withdrawn_on, consent.withdrawn_by = day, consent.signer
            consent.withdrawal_note = note.strip() or None
            audit.note(
                session, self._workspace, "consent_withdrawn", consent.person_id,
                purpose=consent.purpose,
            )  # fmt: skip

    @needs(Right.READ)
    def states(self, person_id: UUID) -> tuple[PersonConsentState, ...]:
        """Return how things stand for each purpose, in the order of the list."""
        today = self._workspace.today()
        with self._workspace.read() as session:
            live(session, Person, person_id)
            newest = _newest(session, person_id)
            return tuple(
                PersonConsentState(
                    term.code,
                    status_of(newest.get(term.code), None, today),
                    entry(newest[term.code]) if term.code in newest else None,
                )
                for term in centre_vocabulary(session, _PURPOSES).shown
            )


def person_allows(session: Session, person_id: UUID, purpose: str, today: date) -> bool:
    """Tell whether somebody said yes to a purpose, or another legal basis is noted."""
    return status_of(_newest(session, person_id).get(purpose), None, today) in STANDING


def persons_allowing(session: Session, purpose: str, today: date) -> frozenset[UUID]:
    """Return everybody who said yes to a purpose, or of whom another legal basis is noted.

    A joined twin and the person who stands for it are one, under both of their ids.
    """
    whose = func.coalesce(Person.merged_into, Person.id)
    asked = (
        select(Consent, whose)
        .join(Person, Person.id == Consent.person_id)
        .where(Consent.purpose == purpose, Consent.deleted.is_(False))
        .order_by(Consent.first_stamp)
    )
    newest = {who: consent for consent, who in session.execute(asked)}
    yes = {who for who, each in newest.items() if status_of(each, None, today) in STANDING}
    ids = session.execute(select(Person.id, whose).where(whose.in_(yes))).all() if yes else ()
    return frozenset(known for known, _who in ids)


def person_said_no(session: Session, person_id: UUID, purpose: str) -> bool:
    """Tell whether somebody refused a purpose or took it back; never asked is no such no."""
    latest = _newest(session, person_id).get(purpose)
    return latest is not None and (not latest.granted or latest.withdrawn_on is not None)


def _newest(session: Session, person_id: UUID) -> dict[str, Consent]:
    """Return the answer that counts for each purpose."""
    return {
        each.purpose: each
        for each in session.scalars(
            select(Consent)
            .where(of_twins(Person, Consent.person_id, person_id), Consent.deleted.is_(False))
            .order_by(Consent.first_stamp)
        )
    }
