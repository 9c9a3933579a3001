"""The area: the centre, its villages (หมู่) and hamlets (หย่อมบ้าน)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped

from desktop.models import fields as field
from desktop.models.base import Base, SyncedRecord
from desktop.models.ids import CENTRE, DerivedId
from desktop.models.names import place_key


class Centre(SyncedRecord, Base):
    """A tambon learning centre: the scope of everything in one database."""

    __tablename__ = "centre"
    kind = "centre"

    name: Mapped[str] = field.line()
    tambon: Mapped[str] = field.plain()
    organisation: Mapped[str | None] = field.line()
    address: Mapped[str | None] = field.text()
    phone: Mapped[str | None] = field.phone()
    goal: Mapped[str | None] = field.text()
    sample: Mapped[bool] = field.yes_no(by_hand=False, default=False)
    letterhead: Mapped[dict[str, Any] | None] = field.packed()


class Place:
    """The profile that a village and a hamlet share (domain facts: 10.3)."""

    households: Mapped[int | None] = field.count()
    people: Mapped[int | None] = field.count()
    access: Mapped[str | None] = field.line()
    closed_months: Mapped[list[int] | None] = field.months()
    travel_hours: Mapped[dict[str, Any] | None] = field.packed()
    electricity: Mapped[str | None] = field.coded("electricity")
    water: Mapped[str | None] = field.coded("water_sources")
    phone_signal: Mapped[str | None] = field.coded("phone_signal")
    internet: Mapped[str | None] = field.coded("internet_access")
    land_right: Mapped[str | None] = field.line()
    crops: Mapped[str | None] = field.line()
    income_months: Mapped[list[int] | None] = field.months()
    work_months: Mapped[list[int] | None] = field.months()
    festival_months: Mapped[list[int] | None] = field.months()
    services: Mapped[dict[str, Any] | None] = field.packed()
    leaders: Mapped[list[dict[str, Any]] | None] = field.packed(identifying=True)
    flood_months: Mapped[list[int] | None] = field.months()
    languages: Mapped[list[str] | None] = field.coded_list("languages")
    note: Mapped[str | None] = field.text()
    sample: Mapped[bool] = field.yes_no(by_hand=False, default=False)


class Village(SyncedRecord, Place, Base):
    """A village by its moo number, which is text: municipal communities have codes of their own."""

    __tablename__ = "village"
    kind = "village"
    derived = DerivedId(CENTRE, ("village", "{moo}"), fixed=False)

    moo: Mapped[str] = field.plain(by_hand=False, index=True)
    name: Mapped[str | None] = field.line()
    community_code: Mapped[str | None] = field.plain()


class Hamlet(SyncedRecord, Place, Base):
    """A hamlet below a village, common in the hills."""

    __tablename__ = "hamlet"
    kind = "hamlet"
    derived = DerivedId("village_id", ("hamlet", "{name}"), fixed=False, key=place_key)

    village_id: Mapped[UUID] = field.owner("village", index=True)
    name: Mapped[str] = field.line()
