"""The area: the centre, its villages (หมู่) and hamlets (หย่อมบ้าน)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, SyncedRecord, ThaiString


class Centre(SyncedRecord, Base):
    """A tambon learning centre: the scope of everything in one database."""

    __tablename__ = "centre"
    kind = "centre"

    name: Mapped[str] = mapped_column(ThaiString)
    tambon: Mapped[str]
    organisation: Mapped[str | None] = mapped_column(ThaiString)
    address: Mapped[str | None] = mapped_column(ThaiString)
    phone: Mapped[str | None]
    goal: Mapped[str | None] = mapped_column(ThaiString)
    sample: Mapped[bool] = mapped_column(default=False)
    letterhead: Mapped[dict[str, Any] | None]


class Place:
    """The profile that a village and a hamlet share (domain facts: 10.3)."""

    households: Mapped[int | None]
    people: Mapped[int | None]
    access: Mapped[str | None] = mapped_column(ThaiString)
    closed_months: Mapped[list[int] | None]
    travel_hours: Mapped[dict[str, Any] | None]
    electricity: Mapped[str | None]
    water: Mapped[str | None]
    phone_signal: Mapped[str | None]
    internet: Mapped[str | None]
    land_right: Mapped[str | None] = mapped_column(ThaiString)
    crops: Mapped[str | None] = mapped_column(ThaiString)
    income_months: Mapped[list[int] | None]
    services: Mapped[dict[str, Any] | None]
    leaders: Mapped[list[dict[str, Any]] | None]
    flood_months: Mapped[list[int] | None]
    languages: Mapped[list[str] | None]
    note: Mapped[str | None] = mapped_column(ThaiString)
    sample: Mapped[bool] = mapped_column(default=False)


class Village(SyncedRecord, Place, Base):
    """A village by its moo number, which is text: municipal communities have codes of their own."""

    __tablename__ = "village"
    kind = "village"

    moo: Mapped[str] = mapped_column(index=True)
    name: Mapped[str | None] = mapped_column(ThaiString)
    community_code: Mapped[str | None]


class Hamlet(SyncedRecord, Place, Base):
    """A hamlet below a village, common in the hills."""

    __tablename__ = "hamlet"
    kind = "hamlet"

    village_id: Mapped[UUID] = mapped_column(index=True)
    name: Mapped[str] = mapped_column(ThaiString)
