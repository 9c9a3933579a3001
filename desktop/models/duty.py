"""The roster: who answers in a day or a night."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped

from desktop.models import fields as field
from desktop.models.base import Base, SyncedRecord
from desktop.models.ids import CENTRE, DerivedId


class Duty(SyncedRecord, Base):
    """Who answers the telephone. One a day and one a night, on whichever laptop it is written.

    Attributes:
        on: the day; a night belongs to the day on which it begins.
        user_id: who works with the program, or else
        person_id: somebody who does not.
        phone: where they answer this time; without it theirs.
        area: the villages that they answer for, the whole tambon without it.
    """

    __tablename__ = "duty"
    kind = "duty"
    derived = DerivedId(CENTRE, ("duty", "{on}", "{span}"))

    on: Mapped[str] = field.day(index=True)
    span: Mapped[str] = field.coded("duty_spans")
    user_id: Mapped[UUID | None] = field.user()
    person_id: Mapped[UUID | None] = field.link("person", on_erase="follow", index=True)
    phone: Mapped[str | None] = field.phone()
    area: Mapped[str | None] = field.line()
    note: Mapped[str | None] = field.text()
