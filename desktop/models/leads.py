"""Start lists: people who should be looked for and are not learners yet, and what was found."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped

from desktop.models import fields as field
from desktop.models.base import Base, SyncedRecord
from desktop.models.ids import DerivedId
from desktop.models.moves import MoveRecord, WithStates


class LeadList(SyncedRecord, Base):
    """A list as an office gave it; its rows go back to that office with what was found.

    `headings` holds those of each sheet, `left_out` the rows that named nobody: both without
    anybody's name.
    """

    __tablename__ = "lead_list"
    kind = "lead_list"

    name: Mapped[str] = field.line()
    source: Mapped[str | None] = field.coded("lead_sources")
    received_on: Mapped[str | None] = field.day(part_known=True)
    file_name: Mapped[str | None] = field.plain(by_hand=False)
    headings: Mapped[dict[str, Any] | None] = field.packed(by_hand=False)
    left_out: Mapped[list[str] | None] = field.lines(by_hand=False)
    note: Mapped[str | None] = field.text()


class Lead(WithStates, Base):
    """Somebody to be looked for. One a person, however many lists name them.

    `village_id` is where they are looked for, `says` what the source tells.
    """

    __tablename__ = "lead"
    kind = "lead"
    first_state = "new"
    move_kind = "lead_move"
    derived = DerivedId("person_id", ("lead",))

    person_id: Mapped[UUID] = field.owner("person", index=True)
    list_id: Mapped[UUID | None] = field.link("lead_list", by_hand=False, index=True)
    source: Mapped[str | None] = field.coded("lead_sources")
    village_id: Mapped[UUID | None] = field.link("village", index=True)
    hamlet: Mapped[str | None] = field.line(identifying=True)
    address: Mapped[str | None] = field.text(identifying=True)
    school: Mapped[str | None] = field.line()
    school_class: Mapped[str | None] = field.line("levels")
    left_on: Mapped[str | None] = field.day(part_known=True)
    carer: Mapped[str | None] = field.line(identifying=True)
    carer_phone: Mapped[str | None] = field.phone()
    says: Mapped[str | None] = field.text()
    priority: Mapped[str | None] = field.coded("lead_priorities")
    facilitator_id: Mapped[UUID | None] = field.user(index=True)
    note: Mapped[str | None] = field.text()
    # Kept beyond the time that its kind is kept, until a day when it is asked again.
    kept_until: Mapped[str | None] = field.day(by_hand=False)
    kept_reason: Mapped[str | None] = field.text(by_hand=False)


class LeadMove(MoveRecord, Base):
    """One step of looking for somebody: a try, or what came of it.

    `institution` is where they were enrolled, `place` where they went, `registered_id` whom they
    became here.
    """

    __tablename__ = "lead_move"
    kind = "lead_move"

    lead_id: Mapped[UUID] = field.owner("lead", index=True)
    move: Mapped[str] = field.coded("lead_moves", by_hand=False)
    from_state: Mapped[str] = field.coded("lead_states", by_hand=False)
    to_state: Mapped[str] = field.coded("lead_states", by_hand=False)
    place: Mapped[str | None] = field.line()
    registered_id: Mapped[UUID | None] = field.link("learner", on_erase="cut", index=True)


class LeadNumber(SyncedRecord, Base):
    """A number by which a list knows somebody, by the rules that learners' numbers have."""

    __tablename__ = "lead_number"
    kind = "lead_number"
    derived = DerivedId("lead_id", ("number", "{code_kind}"))

    lead_id: Mapped[UUID] = field.owner("lead", index=True)
    code_kind: Mapped[str] = field.coded("identity_kinds", by_hand=False)
    value: Mapped[str] = field.plain(identifying=True, by_hand=False, default="", index=True)
    checksum_confirmed: Mapped[bool] = field.yes_no(default=False)


class LeadRow(SyncedRecord, Base):
    """A row of a list as the office wrote it, and whom it means; it goes where they go."""

    __tablename__ = "lead_row"
    kind = "lead_row"

    lead_id: Mapped[UUID] = field.owner("lead", index=True)
    list_id: Mapped[UUID] = field.link("lead_list", by_hand=False, index=True)
    sheet: Mapped[str] = field.plain(by_hand=False, default="")
    number: Mapped[int] = field.count(by_hand=False, default=0)
    cells: Mapped[list[str] | None] = field.lines(by_hand=False, identifying=True)


class LeadSheet(SyncedRecord, Base):
    """A sheet that was printed for a walk: whom each of its numbers means, in their order.

    Its `code` stands on the paper and is never given twice.
    """

    __tablename__ = "lead_sheet"
    kind = "lead_sheet"

    code: Mapped[str] = field.plain(by_hand=False, index=True)
    printed_on: Mapped[str] = field.day(by_hand=False)
    village_id: Mapped[UUID | None] = field.link("village", by_hand=False)
    facilitator_id: Mapped[UUID | None] = field.user(by_hand=False)
    leads: Mapped[list[str] | None] = field.links("lead", by_hand=False)
