"""Consent: who has to sign, recording and taking back, and what follows from each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.documents import Document
from desktop.models.names import full_name
from desktop.models.people import Carer, Consent, Learner
from desktop.models.plan import Action, Plan
from desktop.models.text import search_key
from desktop.services import audit
from desktop.services.consent import rules as consent_rules
from desktop.services.consent.gates import birth_of, latest, status_of
from desktop.services.consent.rules import Signing
from desktop.services.entries import Entry, entry
from desktop.services.record_values import (
    centre_vocabulary,
    iso_date,
    live,
    owned,
    required,
    set_values,
)
from desktop.services.rights import Right, needs
from desktop.services.same_person import of_person
from desktop.services.workspace import Workspace

_WITNESSES: Final = {"thumbprint": 2, "oral": 1}


@dataclass(frozen=True)
class ConsentState:
    """How things stand for one purpose today; a referral has one for each agency.

    Attributes:
        purpose: code of `consent_purposes`.
        status: code of `consent_status`.
        latest: the record that says so, None while nobody was asked.
        recipient: the agency of a referral.
    """

    purpose: str
    status: str
    latest: Entry | None
    recipient: str = ""


Following = Literal[
    "photos_stay_inside", "sharing_stops", "actions_to_settle", "plans_to_settle",
    "plans_not_exported", "left_out_of_counts", "sensitive_stays_inside", "service_goes_on",
]  # fmt: skip


@dataclass(frozen=True)
class Consequence:
    """What taking a consent back brings about.

    Attributes:
        code: what follows.
        count: of what it touches.
        names: what it touches, in words of the records.
    """

    code: Following
    count: int = 0
    names: tuple[str, ...] = ()


class ConsentService:
    """Consents of learners; each method is one transaction.

    Every method raises UserError `learner_unknown` or `record_unknown`, and the codes of
    `record_values.set_values`.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def signing(self, learner_id: UUID, said: str = "", on: object | None = None) -> Signing:
        """Return who has to sign for a learner.

        Args:
            learner_id: for whom.
            said: the situation that a person gives, "" to go by age.
            on: the day of signing, today without one.
        """
        day = iso_date("signed_on", on)
        with self._workspace.read() as session:
            learner = live(session, Learner, learner_id)
            known = said or _by_court(session, learner_id)
            return consent_rules.signing(
                birth_of(learner),
                date.fromisoformat(day) if day else self._workspace.today(),
                known,
            )

    @needs(Right.WRITE)
    def record(
        self, learner_id: UUID, answers: Mapping[str, bool], values: Mapping[str, Any]
    ) -> tuple[UUID, ...]:
        """Record one signed form: what was answered for each purpose; earlier answers stay.

        Args:
            learner_id: of whom.
            answers: yes or no by purpose; purposes that were not asked are left out.
            values: what holds for the whole form, by field of the consent record.

        Raises:
            UserError: `consent_nothing_asked`; with the `field` that is to be mended:
                `consent_situation_missing`, `consent_situation_wrong`, `field_missing`,
                `consent_power_missing`, `consent_power_wrong`, `consent_carer_cannot`,
                `consent_own_agreement_missing`, `witnesses_missing`,
                `consent_read_aloud_missing`, `consent_recipient_missing`,
                `consent_basis_reason_missing`, `consent_date_ahead`, `consent_until_before`.
        """
        if not answers:
            raise UserError("consent_nothing_asked", field="purpose")
        with self._workspace.write() as session:
            learner = live(session, Learner, learner_id)
            made = []
            for purpose, granted in answers.items():
                consent = self._answer(session, learner, purpose, granted, values)
                session.add(consent)
                made.append(consent)
            for consent in made:
                audit.note(
                    session, self._workspace, "consent_recorded", learner_id,
                    purpose=consent.purpose, granted=consent.granted, basis=consent.basis,
                )  # fmt: skip
            return tuple(each.id for each in made)

    @needs(Right.WRITE)
    def withdraw(
        self, consent_id: UUID, by: str = "", on: object | None = None, note: str = ""
    ) -> None:
        """Note that a consent was taken back, by whom; it stays in the history.

        Raises:
            UserError: `consent_not_given` without one, `consent_date_ahead`.
        """
        day = iso_date("withdrawn_on", on) or self._workspace.today().isoformat()
        with self._workspace.write() as session:
            consent = live(session, Consent, consent_id)
            learner_id = _whose(consent)
            if not consent.granted or consent.withdrawn_on or consent.basis != "consent":
                raise UserError("consent_not_given")
            if day > self._workspace.today().isoformat():
                raise UserError("consent_date_ahead", field="withdrawn_on")
            consent.withdrawn_on = day
            consent.withdrawn_by = by.strip() or consent.signer
            consent.withdrawal_note = note.strip() or None
            audit.note(
                session, self._workspace, "consent_withdrawn", learner_id,
                purpose=consent.purpose,
            )  # fmt: skip

    @needs(Right.READ)
    def consequences(self, consent_id: UUID) -> tuple[Consequence, ...]:
        """Return what taking a consent back would bring about, to be shown before."""
        with self._workspace.read() as session:
            consent = live(session, Consent, consent_id)
            return (*_consequences(session, consent), Consequence("service_goes_on"))

    @needs(Right.READ)
    def states(self, learner_id: UUID) -> tuple[ConsentState, ...]:
        """Return how things stand for each purpose, in the order of the vocabulary."""
        today = self._workspace.today()
        with self._workspace.read() as session:
            learner = live(session, Learner, learner_id)
            birth = birth_of(learner)
            newest = latest(session.scalars(owned(Consent, learner_id)))
            states = []
            for term in centre_vocabulary(session, "consent_purposes").shown:
                own: list[Consent | None] = [
                    each for (purpose, _), each in newest.items() if purpose == term.code
                ]
                for consent in own or [None]:
                    states.append(
                        ConsentState(
                            term.code,
                            status_of(consent, birth, today),
                            entry(consent) if consent is not None else None,
                            (consent.recipient or "") if consent is not None else "",
                        )
                    )
            return tuple(states)

    @needs(Right.READ)
    def history(self, learner_id: UUID) -> tuple[ConsentState, ...]:
        """Return every answer ever recorded, newest first, with the status it has today."""
        today = self._workspace.today()
        with self._workspace.read() as session:
            learner = live(session, Learner, learner_id)
            consents = list(session.scalars(owned(Consent, learner_id)))
            newest = {each.id for each in latest(consents).values()}
            return tuple(
                ConsentState(
                    each.purpose,
                    status_of(each, birth_of(learner), today)
                    if each.id in newest or each.withdrawn_on
                    else "replaced",
                    entry(each),
                    each.recipient or "",
                )
                for each in reversed(consents)
            )

    def _answer(
        self,
        session: Session,
        learner: Learner,
        purpose: str,
        granted: bool,
        values: Mapping[str, Any],
    ) -> Consent:
        today = self._workspace.today().isoformat()
        consent = Consent(
            learner_id=learner.id,
            granted=granted,
            signed_on=today,
            form_version=consent_rules.FORM_VERSION,
            seen_by=self._workspace.user.user_id,
        )
        given = {name: value for name, value in values.items() if value is not None}
        set_values(session, consent, {**given, "purpose": purpose})
        check_form(consent, today)
        if consent.basis != "consent":
            return consent
        _take_carer(session, consent)
        self._check_situation(session, learner, consent)
        if granted:
            _check_signer(session, learner, consent)
            if purpose == "referral":
                if not (consent.recipient or "").strip():
                    raise UserError("consent_recipient_missing", field="recipient")
            else:
                consent.recipient = None
            if not consent.data_items:
                known = centre_vocabulary(session, "consent_data")
                wanted = consent_rules.DATA_OF.get(purpose, ())
                consent.data_items = [code for code in wanted if code in known] or None
        return consent

    def _check_situation(self, session: Session, learner: Learner, consent: Consent) -> None:
        assert consent.signed_on is not None
        day = date.fromisoformat(consent.signed_on)
        birth = birth_of(learner)
        consent.situation = (
            consent.situation
            or _by_court(session, learner.id)
            or consent_rules.by_age(birth, day)
            or None
        )
        if consent.situation is None:
            if consent.granted:
                raise UserError("consent_situation_missing", field="situation")
        elif consent.situation not in consent_rules.allowed(birth, day):
            raise UserError("consent_situation_wrong", field="situation", value=consent.situation)


def _whose(consent: Consent) -> UUID:
    """Return the learner of a consent; UserError `record_unknown` for one of somebody else."""
    if consent.learner_id is None:
        raise UserError("record_unknown", kind=Consent.kind, text=str(consent.id))
    return consent.learner_id


def check_form(consent: Consent, today: str) -> None:
    """Refuse a form whose days cannot be, or another legal basis without its reason.

    Raises:
        UserError: `consent_date_ahead`, `consent_until_before`, `consent_basis_reason_missing`.
    """
    consent.signed_on = consent.signed_on or today
    if consent.signed_on > today:
        raise UserError("consent_date_ahead", field="signed_on")
    if consent.until and consent.until < consent.signed_on:
        raise UserError("consent_until_before", field="until")
    if consent.basis != "consent" and not (consent.basis_reason or "").strip():
        raise UserError("consent_basis_reason_missing", field="basis_reason")
    # The two ways of noting a thumbprint say the same.
    if consent.thumbprint:
        consent.means = "thumbprint"
    consent.means = consent.means or "signature"
    consent.thumbprint = consent.means == "thumbprint"


def _take_carer(session: Session, consent: Consent) -> None:
    """Take name, relation and capacity from the carer who signed, as far as not said."""
    carers = list(session.scalars(owned(Carer, _whose(consent))))
    chosen = next((each for each in carers if each.id == consent.carer_id), None)
    if chosen is None and consent.signer:
        wanted = search_key(consent.signer)
        named = [each for each in carers if search_key(each.name) == wanted]
        chosen = named[0] if len(named) == 1 else None
    if chosen is None:
        consent.carer_id = None
        return
    consent.carer_id = chosen.id
    consent.signer = consent.signer or chosen.name
    consent.signer_relation = consent.signer_relation or chosen.relation
    if not consent.signer_power and chosen.parental_power is not None:
        consent.signer_power = "parental_power" if chosen.parental_power else "daily_carer"


def _check_signer(session: Session, learner: Learner, consent: Consent) -> None:
    rule = consent_rules.signing(None, date.min, consent.situation or "")
    if not consent.signer_power and consent.signer_relation == "self":
        consent.signer_power = "self"
    if not consent.signer_power and rule.powers == ("self",) and not consent.signer:
        consent.signer_power = "self"
    if consent.signer_power == "self":
        consent.signer = consent.signer or full_name(
            learner.title or "", learner.given, learner.surname or "", learner.middle or ""
        )
        consent.signer_relation = consent.signer_relation or "self"
    required(consent, "signer")
    if not consent.signer_power:
        raise UserError("consent_power_missing", field="signer_power", needed=rule.powers)
    if consent.signer_power not in rule.powers:
        carer = consent.signer_power == "daily_carer" and "parental_power" in rule.powers
        raise UserError(
            "consent_carer_cannot" if carer else "consent_power_wrong",
            field="signer_power",
            situation=consent.situation,
            needed=rule.powers,
        )
    if rule.own_agreement and not consent.child_agrees:
        raise UserError("consent_own_agreement_missing", field="child_agrees")
    check_witnesses(consent)


def check_witnesses(consent: Consent) -> None:
    """Refuse a thumbprint or a spoken yes that nobody witnessed, or that was not read aloud.

    Raises:
        UserError: `witnesses_missing`, `consent_read_aloud_missing`.
    """
    least = _WITNESSES.get(consent.means or "", 0)
    if len([each for each in consent.witnesses or () if str(each).strip()]) < least:
        raise UserError("witnesses_missing", field="witnesses", least=least)
    if least and not consent.read_aloud:
        raise UserError("consent_read_aloud_missing", field="read_aloud")


def _by_court(session: Session, learner_id: UUID) -> str:
    """Return the court's order that the newest consent names: it holds until another is said."""
    found = [each.situation for each in session.scalars(owned(Consent, learner_id))]
    last = next((each for each in reversed(found) if each), "")
    return last if last in consent_rules.BY_COURT else ""


def _consequences(session: Session, consent: Consent) -> list[Consequence]:
    learner_id = _whose(consent)
    if consent.purpose == "photo":
        photos = session.scalars(
            select(Document.title).where(
                of_person(Document.learner_id, learner_id),
                Document.document_kind == "photo",
                Document.deleted.is_(False),
            )
        ).all()
        return [Consequence("photos_stay_inside", len(photos), tuple(photos))]
    if consent.purpose == "referral":
        agency = consent.recipient or ""
        actions = _actions_with(session, learner_id, agency)
        return [
            Consequence("sharing_stops", 0, (agency,) if agency else ()),
            Consequence("actions_to_settle", len(actions), tuple(actions)),
        ]
    if consent.purpose == "plan":
        plans = session.scalars(
            select(Plan)
            .where(
                of_person(Plan.learner_id, learner_id),
                Plan.deleted.is_(False),
                Plan.status != "closed",
            )
            .order_by(Plan.version)
        ).all()
        return [
            Consequence("plans_to_settle", len(plans), tuple(str(p.version) for p in plans)),
            Consequence("plans_not_exported"),
        ]
    if consent.purpose == "report":
        return [Consequence("left_out_of_counts")]
    if consent.purpose == "sensitive":
        return [Consequence("sensitive_stays_inside")]
    return []


def _actions_with(session: Session, learner_id: UUID, agency: str) -> list[str]:
    """Return the open actions of a person's open plans that an agency is to do."""
    rows = session.execute(
        select(Action.text, Action.provider)
        .join(Plan, Plan.id == Action.plan_id)
        .where(
            of_person(Plan.learner_id, learner_id),
            Plan.deleted.is_(False),
            Plan.status != "closed",
            Action.deleted.is_(False),
            Action.state.not_in(("done", "cancelled")),
        )
        .order_by(Action.position)
    ).all()
    wanted = search_key(agency)
    return [text for text, provider in rows if wanted and wanted in search_key(provider or "")]
