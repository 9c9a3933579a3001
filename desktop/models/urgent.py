"""Urgent cases: what only the named people may read, and the notes written along the way."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, SyncedRecord, ThaiString


class UrgentCase(SyncedRecord, Base):
    """Somebody in danger, known as a learner or not yet; shown to the named users only.

    `named` holds the ids of those who may read it, as 32 hex digits each.
    """

    __tablename__ = "urgent_case"
    kind = "urgent_case"

    learner_id: Mapped[UUID | None] = mapped_column(index=True)
    person_note: Mapped[str | None] = mapped_column(ThaiString)
    case_kind: Mapped[str]
    opened_on: Mapped[str]
    responsible: Mapped[UUID | None]
    named: Mapped[list[str] | None]
    state: Mapped[str] = mapped_column(default="open", index=True)
    summary: Mapped[str | None] = mapped_column(ThaiString)
    protected: Mapped[bool] = mapped_column(default=False)
    closed_on: Mapped[str | None]
    outcome: Mapped[str | None] = mapped_column(ThaiString)


class UrgentNote(SyncedRecord, Base):
    """One entry of an urgent case's log. Append-only; `at` is milliseconds since 1970."""

    __tablename__ = "urgent_note"
    kind = "urgent_note"

    case_id: Mapped[UUID] = mapped_column(index=True)
    at: Mapped[int]
    author: Mapped[UUID | None]
    text: Mapped[str] = mapped_column(ThaiString)
