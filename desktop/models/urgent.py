"""Urgent cases: what only the named people may read, and the notes written along the way."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped

from desktop.models import fields as field
from desktop.models.base import Base, SyncedRecord
from desktop.models.ids import CENTRE, DerivedId


class UrgentCase(SyncedRecord, Base):
    """Somebody in danger, known as a learner or not yet; shown to the named users only.

    `named` holds the ids of those who may read it, as 32 hex digits each.
    """

    __tablename__ = "urgent_case"
    kind = "urgent_case"
    open_when_restricted = True

    learner_id: Mapped[UUID | None] = field.owner("learner", by_hand=True, index=True)
    person_note: Mapped[str | None] = field.text(identifying=True)
    case_kind: Mapped[str] = field.coded("urgent_kinds")
    opened_on: Mapped[str] = field.day()
    responsible: Mapped[UUID | None] = field.user(by_hand=False)
    named: Mapped[list[str] | None] = field.users(by_hand=False)
    state: Mapped[str] = field.coded("urgent_states", by_hand=False, index=True, default="open")
    summary: Mapped[str | None] = field.text()
    protected: Mapped[bool] = field.yes_no(default=False)
    closed_on: Mapped[str | None] = field.day(by_hand=False)
    outcome: Mapped[str | None] = field.text(by_hand=False)


class UrgentNote(SyncedRecord, Base):
    """One entry of an urgent case's log. Append-only; `at` is milliseconds since 1970."""

    __tablename__ = "urgent_note"
    kind = "urgent_note"
    open_when_restricted = True

    case_id: Mapped[UUID] = field.owner("urgent_case", index=True)
    at: Mapped[int] = field.moment(by_hand=False)
    author: Mapped[UUID | None] = field.user(by_hand=False)
    text: Mapped[str] = field.text()


class UrgentStep(SyncedRecord, Base):
    """Whom a centre tells at a step of the chain, and by which telephone; of no case."""

    __tablename__ = "urgent_step"
    kind = "urgent_step"
    derived = DerivedId(CENTRE, ("urgent step", "{step}"))

    step: Mapped[str] = field.coded("urgent_steps", by_hand=False)
    partner_id: Mapped[UUID | None] = field.link("partner", index=True)
    person_id: Mapped[UUID | None] = field.link("person", on_erase="follow", index=True)
    phone: Mapped[str | None] = field.phone()


class UrgentHanding(SyncedRecord, Base):
    """That a case was handed on to a step: written once. `at` is milliseconds since 1970.

    Attributes:
        by: who told them.
        whom: who was told.
        how: how they were told.
    """

    __tablename__ = "urgent_handing"
    kind = "urgent_handing"
    open_when_restricted = True

    case_id: Mapped[UUID] = field.owner("urgent_case", index=True)
    step: Mapped[str] = field.coded("urgent_steps", by_hand=False)
    at: Mapped[int] = field.moment(by_hand=False)
    by: Mapped[UUID | None] = field.user(by_hand=False)
    whom: Mapped[str | None] = field.line(identifying=True)
    how: Mapped[str] = field.coded("contact_kinds", default="phone")
    reason: Mapped[str] = field.text()
