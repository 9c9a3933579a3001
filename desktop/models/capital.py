"""Community capital: what the villages have, whose it is, how sure that is, and where on a map."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped

from desktop.models import fields as field
from desktop.models.base import Base, SyncedRecord
from desktop.models.ids import DerivedId
from desktop.models.moves import MoveRecord, WithStates
from desktop.models.named import NamedRecord


class Capital(NamedRecord, WithStates, Base):
    """Something that a community has and learners may draw on: a craft, a forest, a fund, a place.

    Whose it is: a person, a partner, or a group that is neither (`owner_name`). Whom it helped is
    nowhere written: that follows from what was offered of it and what receivers confirmed. What is
    `confidential` (a fund for one family, a sacred place) is for those who see sensitive parts.
    """

    __tablename__ = "capital"
    kind = "capital"
    first_state = "noted"
    move_kind = "capital_move"
    found_by = ("text", "owner_name", "place")

    name: Mapped[str] = field.line()
    capital_type: Mapped[str | None] = field.coded("capital_types", index=True)
    text: Mapped[str | None] = field.text()
    person_id: Mapped[UUID | None] = field.link("person", on_erase="follow", index=True)
    partner_id: Mapped[UUID | None] = field.link("partner", index=True)
    owner_name: Mapped[str | None] = field.line()
    village_id: Mapped[UUID | None] = field.link("village", index=True)
    place: Mapped[str | None] = field.line()
    capacity_number: Mapped[int | None] = field.count()
    capacity_unit: Mapped[str | None] = field.line("need_units")
    months_open: Mapped[list[int] | None] = field.months()
    groups_served: Mapped[list[str] | None] = field.coded_list("target_groups")
    interest: Mapped[str | None] = field.coded("capital_interest")
    teaches: Mapped[bool | None] = field.yes_no()
    confidential: Mapped[bool] = field.yes_no(default=False, guards=True)
    noted_on: Mapped[str | None] = field.day(part_known=True)
    told_by_id: Mapped[UUID | None] = field.link("person", on_erase="cut", index=True)
    confirmed_on: Mapped[str | None] = field.day(part_known=True)
    confirmed_by: Mapped[UUID | None] = field.user()
    note: Mapped[str | None] = field.text()


class CapitalMove(MoveRecord, Base):
    """One step of a capital: verified with its owner or a meeting, ended, there again."""

    __tablename__ = "capital_move"
    kind = "capital_move"

    capital_id: Mapped[UUID] = field.owner("capital", index=True)
    move: Mapped[str] = field.coded("capital_moves", by_hand=False)
    from_state: Mapped[str] = field.coded("capital_states", by_hand=False)
    to_state: Mapped[str] = field.coded("capital_states", by_hand=False)


class MapPin(SyncedRecord, Base):
    """Where a capital stands on the picture of a map that was drawn by hand.

    `across` and `down` are per mille of the picture's width and height, from its upper left corner,
    so that they hold however large it is shown. A capital stands on a map once.
    """

    __tablename__ = "map_pin"
    kind = "map_pin"
    derived = DerivedId("document_id", ("pin", "{capital_id}"))

    document_id: Mapped[UUID] = field.owner("document", index=True)
    capital_id: Mapped[UUID] = field.owner("capital", index=True)
    across: Mapped[int] = field.count()
    down: Mapped[int] = field.count()
