"""People: learner, the sensitive part apart, codes, household, carers, and what is kept of them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import LOCAL, Base, SyncedRecord, ThaiString

SHOWN_LEARNER = "deleted = 0 AND merged_into IS NULL"
"""The condition of a learner that lists show, in the words of the partial index."""


class Learner(SyncedRecord, Base):
    """A person the centre accompanies. Part-known dates are ISO text as far as known."""

    __tablename__ = "learner"
    kind = "learner"

    code: Mapped[str] = mapped_column(index=True)
    title: Mapped[str | None] = mapped_column(ThaiString)
    given: Mapped[str] = mapped_column(ThaiString)
    middle: Mapped[str | None] = mapped_column(ThaiString)
    surname: Mapped[str | None] = mapped_column(ThaiString)
    nickname: Mapped[str | None] = mapped_column(ThaiString)
    own_name: Mapped[str | None] = mapped_column(ThaiString)
    call_as: Mapped[str | None] = mapped_column(ThaiString)
    former_names: Mapped[list[dict[str, Any]] | None]
    sex: Mapped[str] = mapped_column(default="unspecified")
    birth: Mapped[str | None]
    birth_estimated: Mapped[bool] = mapped_column(default=False)
    birth_text: Mapped[str | None] = mapped_column(ThaiString)
    status: Mapped[str | None] = mapped_column(index=True)
    case_step: Mapped[str | None]
    close_reason: Mapped[str | None]
    trace_result: Mapped[str | None]
    village_id: Mapped[UUID | None] = mapped_column(index=True)
    hamlet_id: Mapped[UUID | None]
    household_id: Mapped[UUID | None] = mapped_column(index=True)
    house_number: Mapped[str | None] = mapped_column(ThaiString)
    address: Mapped[str | None] = mapped_column(ThaiString)
    phone: Mapped[str | None]
    mother_tongue: Mapped[str | None]
    talk_language: Mapped[str | None]
    interpreter_needed: Mapped[bool | None]
    level_completed: Mapped[str | None]
    level_last: Mapped[str | None]
    last_place: Mapped[str | None] = mapped_column(ThaiString)
    last_left: Mapped[str | None]
    level_current: Mapped[str | None]
    current_place: Mapped[str | None] = mapped_column(ThaiString)
    interests: Mapped[str | None] = mapped_column(ThaiString)
    occupation: Mapped[str | None] = mapped_column(ThaiString)
    facilitator_id: Mapped[UUID | None] = mapped_column(index=True)
    photo_id: Mapped[UUID | None]
    registered_on: Mapped[str | None]
    note: Mapped[str | None] = mapped_column(ThaiString)
    extra: Mapped[dict[str, Any] | None]
    merged_into: Mapped[UUID | None]
    # While set, the record is kept but not used: no edit, print, export or count.
    restricted_on: Mapped[str | None]
    restricted_reason: Mapped[str | None] = mapped_column(ThaiString)
    closed_on: Mapped[str | None]
    anonymised_on: Mapped[str | None]
    # Kept beyond the time that its kind is kept, until a day when it is asked again.
    kept_until: Mapped[str | None]
    kept_reason: Mapped[str | None] = mapped_column(ThaiString)
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


class LearnerPrivate(SyncedRecord, Base):
    """The sensitive part of a learner (PDPA section 26); its id is derived from the learner's."""

    __tablename__ = "learner_private"
    kind = "learner_private"

    learner_id: Mapped[UUID] = mapped_column(index=True)
    ethnic_groups: Mapped[list[str] | None]
    ethnic_own_name: Mapped[str | None] = mapped_column(ThaiString)
    religion: Mapped[str | None]
    disability_education: Mapped[list[str] | None]
    disability_welfare: Mapped[list[str] | None]
    disability_suspected: Mapped[bool | None]
    disability_note: Mapped[str | None] = mapped_column(ThaiString)
    disadvantaged_types: Mapped[list[str] | None]
    health_note: Mapped[str | None] = mapped_column(ThaiString)
    welfare: Mapped[list[str] | None]
    treatment_right: Mapped[str | None] = mapped_column(ThaiString)
    justice_note: Mapped[str | None] = mapped_column(ThaiString)
    harm_note: Mapped[str | None] = mapped_column(ThaiString)


class LearnerCode(SyncedRecord, Base):
    """A number or paper of a learner, past or present; search finds any of them."""

    __tablename__ = "learner_code"
    kind = "learner_code"

    learner_id: Mapped[UUID] = mapped_column(index=True)
    code_kind: Mapped[str]
    value: Mapped[str]
    checksum_confirmed: Mapped[bool] = mapped_column(default=False)
    issuer: Mapped[str | None] = mapped_column(ThaiString)
    issued_on: Mapped[str | None]
    expires_on: Mapped[str | None]
    seen_by: Mapped[str | None] = mapped_column(ThaiString)
    copy_kept: Mapped[bool | None]
    note: Mapped[str | None] = mapped_column(ThaiString)
    current: Mapped[bool] = mapped_column(default=True)

    __table_args__ = (Index("ix_learner_code_value", "value", "code_kind"),)


class Household(SyncedRecord, Base):
    """A house and the poverty screen taken there."""

    __tablename__ = "household"
    kind = "household"

    name: Mapped[str | None] = mapped_column(ThaiString)
    house_number: Mapped[str | None] = mapped_column(ThaiString)
    village_id: Mapped[UUID | None] = mapped_column(index=True)
    hamlet_id: Mapped[UUID | None]
    members: Mapped[int | None]
    income_per_person: Mapped[int | None]
    poverty_items: Mapped[list[str] | None]
    family_status: Mapped[str | None] = mapped_column(ThaiString)
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    travel: Mapped[str | None] = mapped_column(ThaiString)
    note: Mapped[str | None] = mapped_column(ThaiString)


class Carer(SyncedRecord, Base):
    """Who looks after the learner; care and parental power are two separate facts."""

    __tablename__ = "carer"
    kind = "carer"

    learner_id: Mapped[UUID] = mapped_column(index=True)
    name: Mapped[str] = mapped_column(ThaiString)
    relation: Mapped[str | None]
    cares_daily: Mapped[bool] = mapped_column(default=True)
    parental_power: Mapped[bool | None]
    phone: Mapped[str | None]
    language: Mapped[str | None]
    occupation: Mapped[str | None] = mapped_column(ThaiString)
    note: Mapped[str | None] = mapped_column(ThaiString)
    person_id: Mapped[UUID | None]


class Consent(SyncedRecord, Base):
    """Consent, or another legal basis, for one purpose.

    `situation` says who had to sign that day, `signer_power` in what capacity they signed;
    `child_agrees` is the agreement of the person themself where another signs for them.
    """

    __tablename__ = "consent"
    kind = "consent"

    learner_id: Mapped[UUID] = mapped_column(index=True)
    purpose: Mapped[str]
    basis: Mapped[str] = mapped_column(default="consent")
    granted: Mapped[bool] = mapped_column(default=False)
    signer: Mapped[str | None] = mapped_column(ThaiString)
    signer_relation: Mapped[str | None]
    child_agrees: Mapped[bool | None]
    thumbprint: Mapped[bool] = mapped_column(default=False)
    witnesses: Mapped[list[str] | None]
    language: Mapped[str | None]
    form_version: Mapped[str | None]
    signed_on: Mapped[str | None]
    until: Mapped[str | None]
    withdrawn_on: Mapped[str | None]
    note: Mapped[str | None] = mapped_column(ThaiString)
    situation: Mapped[str | None]
    signer_power: Mapped[str | None]
    carer_id: Mapped[UUID | None]
    means: Mapped[str | None]
    interpreter: Mapped[str | None] = mapped_column(ThaiString)
    read_aloud: Mapped[bool | None]
    recipient: Mapped[str | None] = mapped_column(ThaiString)
    data_items: Mapped[list[str] | None]
    basis_reason: Mapped[str | None] = mapped_column(ThaiString)
    seen_by: Mapped[UUID | None]
    withdrawn_by: Mapped[str | None] = mapped_column(ThaiString)
    withdrawal_note: Mapped[str | None] = mapped_column(ThaiString)


class Rectification(SyncedRecord, Base):
    """A fact put right because somebody asked for it. Append-only.

    The old and the new value stand in the change log: the change of `record_id` that carries
    `stamp` is the same on every copy. `fields` names what was put right.
    """

    __tablename__ = "rectification"
    kind = "rectification"

    learner_id: Mapped[UUID] = mapped_column(index=True)
    record_id: Mapped[UUID]
    record_kind: Mapped[str]
    fields: Mapped[list[str]]
    stamp: Mapped[bytes]
    asked_by: Mapped[str] = mapped_column(ThaiString)
    asked_on: Mapped[str]
    reason: Mapped[str] = mapped_column(ThaiString)
    done_by: Mapped[UUID | None]


class Education(SyncedRecord, Base):
    """One stay at a school or course in a learner's history."""

    __tablename__ = "education"
    kind = "education"

    learner_id: Mapped[UUID] = mapped_column(index=True)
    level: Mapped[str | None]
    place: Mapped[str | None] = mapped_column(ThaiString)
    pathway: Mapped[str | None]
    started: Mapped[str | None]
    ended: Mapped[str | None]
    outcome: Mapped[str | None] = mapped_column(ThaiString)
    credits: Mapped[float | None]
    hours: Mapped[float | None]
    note: Mapped[str | None] = mapped_column(ThaiString)


class LearnerGroup(SyncedRecord, Base):
    """Membership of a target group; its id is derived from learner and code."""

    __tablename__ = "learner_group"
    kind = "learner_group"

    learner_id: Mapped[UUID] = mapped_column(index=True)
    code: Mapped[str] = mapped_column(index=True)
    since: Mapped[str | None]
    note: Mapped[str | None] = mapped_column(ThaiString)


class LeavingReason(SyncedRecord, Base):
    """A reason for leaving school; its id is derived from learner and code; one is the main one."""

    __tablename__ = "leaving_reason"
    kind = "leaving_reason"

    learner_id: Mapped[UUID] = mapped_column(index=True)
    code: Mapped[str] = mapped_column(index=True)
    main: Mapped[bool] = mapped_column(default=False)
    text: Mapped[str | None] = mapped_column(ThaiString)


class RiskFlag(SyncedRecord, Base):
    """A warning sign raised for prevention, until cleared."""

    __tablename__ = "risk_flag"
    kind = "risk_flag"

    learner_id: Mapped[UUID] = mapped_column(index=True)
    code: Mapped[str]
    raised_on: Mapped[str | None]
    cleared_on: Mapped[str | None]
    note: Mapped[str | None] = mapped_column(ThaiString)


class Contact(SyncedRecord, Base):
    """A visit, call or note. Append-only: a correction is a new entry that names the old one."""

    __tablename__ = "contact"
    kind = "contact"

    learner_id: Mapped[UUID] = mapped_column(index=True)
    contact_kind: Mapped[str]
    on: Mapped[str]
    by_name: Mapped[str | None] = mapped_column(ThaiString)
    place: Mapped[str | None] = mapped_column(ThaiString)
    text: Mapped[str] = mapped_column(ThaiString)
    next_on: Mapped[str | None]
    next_text: Mapped[str | None] = mapped_column(ThaiString)
    corrects: Mapped[UUID | None]
    # Read only by who may see sensitive parts.
    private: Mapped[bool | None]


class Document(SyncedRecord, Base):
    """A photo or paper; its bytes lie in the attachment store under their SHA-256."""

    __tablename__ = "document"
    kind = "document"

    learner_id: Mapped[UUID] = mapped_column(index=True)
    document_kind: Mapped[str]
    title: Mapped[str] = mapped_column(ThaiString)
    sha256: Mapped[bytes]
    size: Mapped[int]
    media_type: Mapped[str]
    file_name: Mapped[str | None] = mapped_column(ThaiString)
    taken_on: Mapped[str | None]
    note: Mapped[str | None] = mapped_column(ThaiString)
