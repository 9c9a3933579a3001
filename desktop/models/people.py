"""People: learner, the sensitive part apart, codes, household, carers, and what is kept of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models import fields as field
from desktop.models.base import Base, SyncedRecord
from desktop.models.fields import LOCAL
from desktop.models.ids import DerivedId
from desktop.models.names import name_sort_key

SHOWN_LEARNER = "deleted = 0 AND merged_into IS NULL"
"""The condition of a learner that lists show, in the words of the partial index."""


class Learner(SyncedRecord, Base):
    """A person the centre accompanies. Part-known dates are ISO text as far as known."""

    __tablename__ = "learner"
    kind = "learner"

    code: Mapped[str] = field.plain(identifying=True, by_hand=False, index=True)
    title: Mapped[str | None] = field.line()
    given: Mapped[str] = field.line(identifying=True)
    middle: Mapped[str | None] = field.line(identifying=True)
    surname: Mapped[str | None] = field.line(identifying=True)
    nickname: Mapped[str | None] = field.line(identifying=True)
    own_name: Mapped[str | None] = field.line(identifying=True)
    call_as: Mapped[str | None] = field.line(identifying=True)
    former_names: Mapped[list[dict[str, Any]] | None] = field.packed(identifying=True)
    sex: Mapped[str] = field.coded("sex", empty="unspecified", default="unspecified")
    birth: Mapped[str | None] = field.day(part_known=True, identifying=True)
    birth_estimated: Mapped[bool] = field.yes_no(default=False)
    birth_text: Mapped[str | None] = field.line(identifying=True)
    status: Mapped[str | None] = field.coded("status", index=True)
    case_step: Mapped[str | None] = field.coded("case_steps")
    close_reason: Mapped[str | None] = field.coded("close_reasons")
    trace_result: Mapped[str | None] = field.coded("trace_results")
    village_id: Mapped[UUID | None] = field.link("village", index=True)
    hamlet_id: Mapped[UUID | None] = field.link("hamlet")
    household_id: Mapped[UUID | None] = field.link("household", index=True)
    house_number: Mapped[str | None] = field.line(identifying=True)
    address: Mapped[str | None] = field.text(identifying=True)
    phone: Mapped[str | None] = field.phone()
    mother_tongue: Mapped[str | None] = field.coded("languages")
    talk_language: Mapped[str | None] = field.coded("languages")
    interpreter_needed: Mapped[bool | None] = field.yes_no()
    level_completed: Mapped[str | None] = field.coded("levels")
    level_last: Mapped[str | None] = field.coded("levels")
    last_place: Mapped[str | None] = field.line()
    last_left: Mapped[str | None] = field.day(part_known=True)
    level_current: Mapped[str | None] = field.coded("levels")
    current_place: Mapped[str | None] = field.line()
    interests: Mapped[str | None] = field.text()
    occupation: Mapped[str | None] = field.line()
    facilitator_id: Mapped[UUID | None] = field.user(index=True)
    photo_id: Mapped[UUID | None] = field.link("document", on_erase="cut", identifying=True)
    registered_on: Mapped[str | None] = field.day(part_known=True)
    note: Mapped[str | None] = field.text()
    extra: Mapped[dict[str, Any] | None] = field.packed(identifying=True)
    merged_into: Mapped[UUID | None] = field.link("learner", on_erase="follow", by_hand=False)
    # While set, the record is kept but not used: no edit, print, export or count.
    restricted_on: Mapped[str | None] = field.day(by_hand=False)
    restricted_reason: Mapped[str | None] = field.text(by_hand=False)
    closed_on: Mapped[str | None] = field.day(part_known=True)
    anonymised_on: Mapped[str | None] = field.day(by_hand=False)
    # Kept beyond the time that its kind is kept, until a day when it is asked again.
    kept_until: Mapped[str | None] = field.day(by_hand=False)
    kept_reason: Mapped[str | None] = field.text(by_hand=False)
    sort_key: Mapped[str] = mapped_column(default="", info=LOCAL)

    # The first answers the whole list in its order without a look at the table; a query uses it
    # only with these very words, and reads the two columns of the condition all the same.
    __table_args__ = (
        Index(
            "ix_learner_sort",
            "sort_key",
            "id",
            "deleted",
            "merged_into",
            sqlite_where=text(SHOWN_LEARNER),
        ),
        Index(
            "ix_learner_merged_into", "merged_into", sqlite_where=text("merged_into IS NOT NULL")
        ),
        # Asked in every write; hardly anybody is in it.
        Index(
            "ix_learner_restricted", "restricted_on", sqlite_where=text("restricted_on IS NOT NULL")
        ),
    )

    @classmethod
    def local_values(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the order in lists."""
        names = (values.get(name) or "" for name in ("given", "surname", "middle"))
        return {"sort_key": name_sort_key(*names)}


class LearnerPrivate(SyncedRecord, Base):
    """The sensitive part of a learner (PDPA section 26)."""

    __tablename__ = "learner_private"
    kind = "learner_private"
    rectifiable = True
    own_period = True
    derived = DerivedId("learner_id", ("private",))

    learner_id: Mapped[UUID] = field.owner("learner", index=True)
    ethnic_groups: Mapped[list[str] | None] = field.coded_list("ethnic_groups")
    ethnic_own_name: Mapped[str | None] = field.line()
    religion: Mapped[str | None] = field.coded("religions")
    disability_education: Mapped[list[str] | None] = field.coded_list("disability_education")
    disability_welfare: Mapped[list[str] | None] = field.coded_list("disability_welfare")
    disability_suspected: Mapped[bool | None] = field.yes_no()
    disability_note: Mapped[str | None] = field.text()
    disadvantaged_types: Mapped[list[str] | None] = field.coded_list("disadvantaged_types")
    health_note: Mapped[str | None] = field.text()
    welfare: Mapped[list[str] | None] = field.coded_list("welfare")
    treatment_right: Mapped[str | None] = field.line("treatment_rights")
    justice_note: Mapped[str | None] = field.text()
    harm_note: Mapped[str | None] = field.text()


class LearnerCode(SyncedRecord, Base):
    """A number or paper of a learner, past or present; search finds any of them."""

    __tablename__ = "learner_code"
    kind = "learner_code"
    rectifiable = True

    learner_id: Mapped[UUID] = field.owner("learner", index=True)
    code_kind: Mapped[str] = field.coded("identity_papers", also="identity_kinds", guards=True)
    value: Mapped[str] = field.plain(identifying=True)
    checksum_confirmed: Mapped[bool] = field.yes_no(default=False)
    issuer: Mapped[str | None] = field.line()
    issued_on: Mapped[str | None] = field.day(part_known=True)
    expires_on: Mapped[str | None] = field.day(part_known=True)
    seen_by: Mapped[str | None] = field.line(identifying=True)
    copy_kept: Mapped[bool | None] = field.yes_no()
    note: Mapped[str | None] = field.text()
    current: Mapped[bool] = field.yes_no(default=True)

    __table_args__ = (Index("ix_learner_code_value", "value", "code_kind"),)


class Household(SyncedRecord, Base):
    """A house and the poverty screen taken there."""

    __tablename__ = "household"
    kind = "household"
    rectifiable = True

    name: Mapped[str | None] = field.line(identifying=True)
    house_number: Mapped[str | None] = field.line(identifying=True)
    village_id: Mapped[UUID | None] = field.link("village", index=True)
    hamlet_id: Mapped[UUID | None] = field.link("hamlet")
    members: Mapped[int | None] = field.count()
    income_per_person: Mapped[int | None] = field.money("baht")
    poverty_items: Mapped[list[str] | None] = field.coded_list("poverty_items")
    family_status: Mapped[str | None] = field.line("family_status")
    latitude: Mapped[float | None] = field.amount(identifying=True)
    longitude: Mapped[float | None] = field.amount(identifying=True)
    travel: Mapped[str | None] = field.text()
    note: Mapped[str | None] = field.text()


class Carer(SyncedRecord, Base):
    """Who looks after the learner; care and parental power are two separate facts."""

    __tablename__ = "carer"
    kind = "carer"
    rectifiable = True

    learner_id: Mapped[UUID] = field.owner("learner", index=True)
    name: Mapped[str] = field.line(identifying=True)
    relation: Mapped[str | None] = field.coded("relations")
    cares_daily: Mapped[bool] = field.yes_no(default=True)
    parental_power: Mapped[bool | None] = field.yes_no()
    phone: Mapped[str | None] = field.phone()
    language: Mapped[str | None] = field.coded("languages")
    occupation: Mapped[str | None] = field.line()
    note: Mapped[str | None] = field.text()
    person_id: Mapped[UUID | None] = field.link("person", on_erase="cut")


class Consent(SyncedRecord, Base):
    """Consent, or another legal basis, for one purpose, of a learner or of somebody else.

    `situation` says who had to sign that day, `signer_power` in what capacity they signed;
    `child_agrees` is the agreement of the person themself where another signs for them.
    """

    __tablename__ = "consent"
    kind = "consent"
    open_when_restricted = True

    learner_id: Mapped[UUID | None] = field.owner("learner", index=True)
    person_id: Mapped[UUID | None] = field.owner("person", index=True)
    purpose: Mapped[str] = field.coded("consent_purposes", also="person_purposes")
    basis: Mapped[str] = field.coded("legal_bases", default="consent")
    granted: Mapped[bool] = field.yes_no(by_hand=False, default=False)
    signer: Mapped[str | None] = field.line(identifying=True)
    signer_relation: Mapped[str | None] = field.coded("relations")
    child_agrees: Mapped[bool | None] = field.yes_no()
    thumbprint: Mapped[bool] = field.yes_no(default=False)
    witnesses: Mapped[list[str] | None] = field.lines(identifying=True)
    language: Mapped[str | None] = field.coded("languages")
    form_version: Mapped[str | None] = field.plain()
    signed_on: Mapped[str | None] = field.day(part_known=True)
    until: Mapped[str | None] = field.day(part_known=True)
    withdrawn_on: Mapped[str | None] = field.day(part_known=True, by_hand=False)
    note: Mapped[str | None] = field.text()
    situation: Mapped[str | None] = field.coded("consent_situations")
    signer_power: Mapped[str | None] = field.coded("signer_powers")
    carer_id: Mapped[UUID | None] = field.link("carer")
    means: Mapped[str | None] = field.coded("consent_means")
    interpreter: Mapped[str | None] = field.line(identifying=True)
    read_aloud: Mapped[bool | None] = field.yes_no()
    recipient: Mapped[str | None] = field.line()
    data_items: Mapped[list[str] | None] = field.coded_list("consent_data")
    basis_reason: Mapped[str | None] = field.text()
    seen_by: Mapped[UUID | None] = field.user()
    withdrawn_by: Mapped[str | None] = field.line(identifying=True, by_hand=False)
    withdrawal_note: Mapped[str | None] = field.text(by_hand=False)


class Rectification(SyncedRecord, Base):
    """A fact put right because somebody asked for it. Append-only.

    The old and the new value stand in the change log: the change of `record_id` that carries
    `stamp` is the same on every copy. `fields` names what was put right.
    """

    __tablename__ = "rectification"
    kind = "rectification"
    open_when_restricted = True

    learner_id: Mapped[UUID | None] = field.owner("learner", index=True)
    person_id: Mapped[UUID | None] = field.owner("person", index=True)
    record_id: Mapped[UUID] = field.machine()
    record_kind: Mapped[str] = field.machine()
    fields: Mapped[list[str]] = field.machine()
    stamp: Mapped[bytes] = field.machine()
    asked_by: Mapped[str] = field.line(identifying=True)
    asked_on: Mapped[str] = field.day()
    reason: Mapped[str] = field.text()
    done_by: Mapped[UUID | None] = field.user()


class Education(SyncedRecord, Base):
    """One stay at a school or course in a learner's history."""

    __tablename__ = "education"
    kind = "education"
    rectifiable = True

    learner_id: Mapped[UUID] = field.owner("learner", index=True)
    level: Mapped[str | None] = field.coded("levels")
    place: Mapped[str | None] = field.line()
    pathway: Mapped[str | None] = field.coded("pathways")
    started: Mapped[str | None] = field.day(part_known=True)
    ended: Mapped[str | None] = field.day(part_known=True)
    outcome: Mapped[str | None] = field.line()
    credits: Mapped[float | None] = field.amount()
    hours: Mapped[float | None] = field.amount()
    note: Mapped[str | None] = field.text()


class LearnerGroup(SyncedRecord, Base):
    """Membership of a target group."""

    __tablename__ = "learner_group"
    kind = "learner_group"
    derived = DerivedId("learner_id", ("group", "{code}"))

    learner_id: Mapped[UUID] = field.owner("learner", index=True)
    code: Mapped[str] = field.coded("target_groups", guards=True, index=True)
    since: Mapped[str | None] = field.day(part_known=True)
    note: Mapped[str | None] = field.text()


class LeavingReason(SyncedRecord, Base):
    """A reason for leaving school; one is the main one."""

    __tablename__ = "leaving_reason"
    kind = "leaving_reason"
    derived = DerivedId("learner_id", ("reason", "{code}"))

    learner_id: Mapped[UUID] = field.owner("learner", index=True)
    code: Mapped[str] = field.coded("leaving_reasons", guards=True, index=True)
    main: Mapped[bool] = field.yes_no(default=False)
    text: Mapped[str | None] = field.text()


class RiskFlag(SyncedRecord, Base):
    """A warning sign raised for prevention, until cleared."""

    __tablename__ = "risk_flag"
    kind = "risk_flag"
    rectifiable = True

    learner_id: Mapped[UUID] = field.owner("learner", index=True)
    code: Mapped[str] = field.coded("risk_flags", guards=True)
    raised_on: Mapped[str | None] = field.day(part_known=True)
    cleared_on: Mapped[str | None] = field.day(part_known=True)
    note: Mapped[str | None] = field.text()


class Contact(SyncedRecord, Base):
    """A visit, call or note. Append-only: a correction is a new entry that names the old one."""

    __tablename__ = "contact"
    kind = "contact"
    rectifiable = True
    own_period = True

    learner_id: Mapped[UUID] = field.owner("learner", index=True)
    contact_kind: Mapped[str] = field.coded("contact_kinds")
    on: Mapped[str] = field.day()
    by_name: Mapped[str | None] = field.line()
    place: Mapped[str | None] = field.line()
    text: Mapped[str] = field.text()
    next_on: Mapped[str | None] = field.day()
    next_text: Mapped[str | None] = field.text()
    corrects: Mapped[UUID | None] = field.link("contact", by_hand=False)
    # Read only by who may see sensitive parts.
    private: Mapped[bool | None] = field.yes_no(guards=True)
