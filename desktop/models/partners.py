"""Partners: agencies and groups that help, whom to ask there, and how it stands with them."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped

from desktop.models import fields as field
from desktop.models.base import Base, SyncedRecord
from desktop.models.ids import DerivedId
from desktop.models.moves import MoveRecord, WithStates
from desktop.models.named import NamedRecord


class Partner(NamedRecord, WithStates, Base):
    """An agency or a group that helps; `province_partner_id` is what the hub calls it everywhere.

    A capacity is what was free on `capacity_on`: it is asked again, it does not expire.
    """

    __tablename__ = "partner"
    kind = "partner"
    first_state = "candidate"
    move_kind = "partner_move"
    found_by = ("phone", "mou_number")

    name: Mapped[str] = field.line()
    sector: Mapped[str | None] = field.coded("partner_types")
    provider_type: Mapped[str | None] = field.coded("provider_types")
    is_school: Mapped[bool] = field.yes_no(default=False)
    tsqm: Mapped[list[str] | None] = field.coded_list("tsqm_tags")
    skills: Mapped[str | None] = field.text()
    skill_groups: Mapped[list[str] | None] = field.coded_list("skill_groups")
    groups_served: Mapped[list[str] | None] = field.coded_list("target_groups")
    groups_not_served: Mapped[list[str] | None] = field.coded_list("target_groups")
    languages: Mapped[list[str] | None] = field.coded_list("languages")
    villages: Mapped[list[str] | None] = field.links("village")
    village_id: Mapped[UUID | None] = field.link("village", index=True)
    address: Mapped[str | None] = field.text()
    phone: Mapped[str | None] = field.phone()
    months_open: Mapped[list[int] | None] = field.months()
    capacity_unit: Mapped[str | None] = field.line()
    capacity_number: Mapped[int | None] = field.count()
    capacity_free: Mapped[int | None] = field.count()
    capacity_on: Mapped[str | None] = field.day(part_known=True)
    mou_number: Mapped[str | None] = field.plain()
    mou_from: Mapped[str | None] = field.day(part_known=True)
    mou_until: Mapped[str | None] = field.day(part_known=True)
    confirmed_on: Mapped[str | None] = field.day(part_known=True)
    confirmed_by: Mapped[UUID | None] = field.user()
    note: Mapped[str | None] = field.text()
    province_partner_id: Mapped[UUID | None] = field.machine()
    merged_into: Mapped[UUID | None] = field.link("partner", by_hand=False)


class PartnerContact(SyncedRecord, Base):
    """Whom to ask at a partner; a confidential one is in no directory and not for everybody."""

    __tablename__ = "partner_contact"
    kind = "partner_contact"
    derived = DerivedId("partner_id", ("contact", "{person_id}"))

    partner_id: Mapped[UUID] = field.owner("partner", index=True)
    person_id: Mapped[UUID] = field.link("person", on_erase="follow", index=True)
    role: Mapped[str | None] = field.line()
    confidential: Mapped[bool] = field.yes_no(default=False, guards=True)
    since: Mapped[str | None] = field.day(part_known=True)
    until: Mapped[str | None] = field.day(part_known=True)
    note: Mapped[str | None] = field.text()


class PartnerMove(MoveRecord, Base):
    """One step of working with a partner: begun, paused, taken up again, ended."""

    __tablename__ = "partner_move"
    kind = "partner_move"

    partner_id: Mapped[UUID] = field.owner("partner", index=True)
    move: Mapped[str] = field.coded("partner_moves", by_hand=False)
    from_state: Mapped[str] = field.coded("partner_states", by_hand=False)
    to_state: Mapped[str] = field.coded("partner_states", by_hand=False)
