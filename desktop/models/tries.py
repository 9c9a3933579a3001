"""Tries to reach somebody: how, when, what came of it, and when it is tried again."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped

from desktop.models import fields as field
from desktop.models.base import Base, SyncedRecord


class Tried(SyncedRecord):
    """One try, written once. A class of tries declares what they are of (`owner`).

    Attributes:
        whom: who was to be reached: the one whom it is about, or the agency.
        by: who tried.
        next_on: when it is tried again.
    """

    way: Mapped[str] = field.coded("contact_kinds", default="phone")
    whom: Mapped[str | None] = field.coded("contact_whom")
    result: Mapped[str] = field.coded("contact_results", default="no_answer")
    on: Mapped[str] = field.day()
    by: Mapped[UUID | None] = field.user(by_hand=False)
    next_on: Mapped[str | None] = field.day()
    note: Mapped[str | None] = field.text()


class ContactTry(Tried, Base):
    """A try for a referral, or to find somebody who is looked for."""

    __tablename__ = "contact_try"
    kind = "contact_try"

    referral_id: Mapped[UUID | None] = field.owner("referral", index=True)
    lead_id: Mapped[UUID | None] = field.owner("lead", index=True)


class UrgentTry(Tried, Base):
    """A try in an urgent case. That there is one is told to those only whom the case names."""

    __tablename__ = "urgent_try"
    kind = "urgent_try"
    open_when_restricted = True

    case_id: Mapped[UUID] = field.owner("urgent_case", index=True)
