"""Funds: whose they are and what for, what came and went, and the months that are closed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, Self
from uuid import UUID

from sqlalchemy import Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desktop.models import fields as field
from desktop.models.base import Base, SyncedRecord
from desktop.models.fields import LOCAL, fields_of
from desktop.models.ids import DerivedId, derived_id
from desktop.models.moves import AppendOnly, MoveRecord, WithStates
from desktop.models.named import NamedRecord
from desktop.models.search import key_of

REVERSAL: Final = "reversal"
"""The kind of entry that takes back another."""


class Fund(NamedRecord, WithStates, Base):
    """Money of a committee, a temple, a mosque or a group, and what it may be used for.

    Attributes:
        owner_kind: whose it is; of `lao` the book is the agency's own, else it is none of theirs.
        purposes: what it may be paid for, anything where none is said.
        signatories: who may sign for it.
        approval_limit: above it whoever pays is not who approves.
    """

    __tablename__ = "fund"
    kind = "fund"
    first_state = "candidate"
    move_kind = "fund_move"
    found_by = ("owner_name", "purpose")

    name: Mapped[str] = field.line()
    owner_kind: Mapped[str | None] = field.coded("fund_owners")
    partner_id: Mapped[UUID | None] = field.link("partner", index=True)
    owner_name: Mapped[str | None] = field.line()
    fund_kind: Mapped[str | None] = field.coded("fund_kinds")
    purpose: Mapped[str | None] = field.line()
    purposes: Mapped[list[str] | None] = field.coded_list("fund_purposes")
    villages: Mapped[list[str] | None] = field.links("village")
    signatories: Mapped[list[str] | None] = field.links("person")
    approval_limit: Mapped[int | None] = field.money("satang")
    confirmed_on: Mapped[str | None] = field.day(part_known=True)
    confirmed_by: Mapped[UUID | None] = field.user()
    note: Mapped[str | None] = field.text()


class FundMove(MoveRecord, Base):
    """One step of a fund: opened, closed."""

    __tablename__ = "fund_move"
    kind = "fund_move"

    fund_id: Mapped[UUID] = field.owner("fund", index=True)
    move: Mapped[str] = field.coded("fund_moves", by_hand=False)
    from_state: Mapped[str] = field.coded("fund_states", by_hand=False)
    to_state: Mapped[str] = field.coded("fund_states", by_hand=False)


class TakenBack(AppendOnly):
    """An entry of a book, taken back by a further one that undoes its effect, once.

    Its id follows from what it takes back: two laptops that take one entry back write the same.

    Attributes:
        fund_id: whose book it stands in.
        effect: what it adds to what is counted there; less than nothing for what it takes away.
        reverses_id: the entry that it takes back.
        on: the day that it is written under; it may lie before the day it was entered.
    """

    effect: Mapped[Any]

    fund_id: Mapped[UUID] = field.owner("fund", index=True)
    on: Mapped[str] = field.day()
    number: Mapped[str | None] = field.plain(index=True)
    purpose: Mapped[str | None] = field.coded("fund_purposes")
    party_id: Mapped[UUID | None] = field.link("person", on_erase="cut", index=True)
    partner_id: Mapped[UUID | None] = field.link("partner", index=True)
    anonymous: Mapped[bool] = field.yes_no(default=False)
    helped_id: Mapped[UUID | None] = field.link("learner", on_erase="cut", index=True)
    need_id: Mapped[UUID | None] = field.link("need", on_erase="cut", index=True)
    match_id: Mapped[UUID | None] = field.link("match", on_erase="cut", index=True)
    details: Mapped[str | None] = field.line()
    by_id: Mapped[UUID | None] = field.link("person", on_erase="cut", index=True)
    approved_by_id: Mapped[UUID | None] = field.link("person", on_erase="cut", index=True)
    approval: Mapped[str | None] = field.plain()
    reason: Mapped[str | None] = field.text()
    happened_on: Mapped[str | None] = field.day(part_known=True)
    reverses_id: Mapped[UUID | None] = field.machine(index=True)

    def taken_back_by(self, session: Session) -> Self | None:
        """The entry that takes this one back, in effect or not."""
        return session.get(type(self), derived_id(self.id, REVERSAL))

    def in_effect(self, session: Session) -> bool:
        """Whether it counts: nothing that counts takes it back."""
        back = self.taken_back_by(session)
        return not self.deleted and (back is None or not back.in_effect(session))

    def reverse(self, session: Session, day: str) -> bool:
        """Add the entry that takes this one back, and all that is one event with it."""
        return self.take_back(session, day) is not None

    def take_back(self, session: Session, day: str, **said: Any) -> Self | None:
        """Take it back and return the entry that does; None where it does not count any more.

        Where a taking back was itself taken back, the last of that row is taken back again, so
        that the sum of all effects always tells whether the first one counts.
        """
        if not self.in_effect(session):
            return None
        last = self
        while (further := last.taken_back_by(session)) is not None:
            last = further
        made = last.opposite(day, **said)
        session.add(made)
        session.flush()
        for each in self.one_event_with(session):
            each.take_back(session, day, **said)
        return made

    def opposite(self, day: str, **said: Any) -> Self:
        """Return the entry that takes this one back."""
        values = {name: getattr(self, name) for name in fields_of(type(self)) if name in _SAME}
        return type(self)(
            id=derived_id(self.id, REVERSAL),
            **{**values, **self.mirrored(), **said},
            on=day,
            reverses_id=self.id,
        )

    def mirrored(self) -> dict[str, Any]:
        """What the entry that takes this one back says of its own."""
        raise NotImplementedError

    def one_event_with(self, session: Session) -> Iterator[TakenBack]:
        """What goes with it: neither stands without the other."""
        del session
        yield from ()


_SAME: Final = frozenset({"fund_id", "purpose", "party_id", "partner_id", "anonymous"})


class FundEntry(TakenBack, Base):
    """A line of the cash book. Money that goes from fund to fund is one line of both books.

    Attributes:
        amount: satang, never negative.
        to_fund_id: the fund that the money of a transfer goes to.
        resolution: the decision that it rests on, by its number or its words.
    """

    __tablename__ = "fund_entry"
    kind = "fund_entry"
    __table_args__ = (
        Index(None, "fund_id", "on"),
        Index(None, "to_fund_id", "on"),
    )

    entry_kind: Mapped[str] = field.coded("fund_entry_kinds")
    amount: Mapped[int] = field.money("satang")
    effect: Mapped[int] = field.machine()
    to_fund_id: Mapped[UUID | None] = field.link("fund")
    resolution: Mapped[str | None] = field.line()

    def mirrored(self) -> dict[str, Any]:
        return {
            "entry_kind": REVERSAL,
            "amount": self.amount,
            "effect": -self.effect,
            "to_fund_id": self.to_fund_id,
        }

    def one_event_with(self, session: Session) -> Iterator[TakenBack]:
        sold = select(GoodsEntry).where(
            GoodsEntry.entry_id == self.id, GoodsEntry.deleted.is_(False)
        )
        yield from session.scalars(sold)


class GoodsEntry(TakenBack, Base):
    """A line of the register of goods, in the unit that they are counted in, never in baht.

    Attributes:
        quantity: how many of the unit, never negative.
        estimated_value: what they may be worth, said by `valued_by_id`; it is no money.
        entry_id: the cash that came for what was sold, one event with it.
    """

    __tablename__ = "goods_entry"
    kind = "goods_entry"

    goods_kind: Mapped[str] = field.coded("goods_kinds")
    item: Mapped[str] = field.line()
    quantity: Mapped[float] = field.amount()
    unit: Mapped[str] = field.line()
    effect: Mapped[float] = field.machine()
    estimated_value: Mapped[int | None] = field.money("satang")
    valued_by_id: Mapped[UUID | None] = field.link("person", on_erase="cut", index=True)
    entry_id: Mapped[UUID | None] = field.link("fund_entry", by_hand=False, index=True)
    search_key: Mapped[str] = mapped_column(default="", index=True, info=LOCAL)

    @classmethod
    def local_values(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return what is counted together: the same goods in the same unit."""
        return {"search_key": stock_key(values.get("item") or "", values.get("unit") or "")}

    def mirrored(self) -> dict[str, Any]:
        return {
            "goods_kind": REVERSAL,
            "item": self.item,
            "unit": self.unit,
            "quantity": self.quantity,
            "effect": -self.effect,
            "entry_id": derived_id(self.entry_id, REVERSAL) if self.entry_id else None,
        }

    def one_event_with(self, session: Session) -> Iterator[TakenBack]:
        paid = session.get(FundEntry, self.entry_id) if self.entry_id is not None else None
        if paid is not None:
            yield paid


def stock_key(item: str, unit: str) -> str:
    """Return what the same goods in the same unit share, however they are spelt."""
    return f"{key_of(item)}\n{key_of(unit)}"


class FundMonth(SyncedRecord, Base):
    """A month of a fund that was closed, with the entries that were in it then.

    What comes for it later from another laptop is kept, and stands in the first open month.

    Attributes:
        month: such as 2026-11.
        balance: satang in the fund at its end, by these entries and those of closed months before.
        entries: ids of the entries, 32 hex digits each.
        counted: the cash that was counted then.
    """

    __tablename__ = "fund_month"
    kind = "fund_month"
    derived = DerivedId("fund_id", ("month", "{month}"))

    fund_id: Mapped[UUID] = field.owner("fund", index=True)
    month: Mapped[str] = field.plain(by_hand=False)
    closed_on: Mapped[str] = field.day(by_hand=False)
    balance: Mapped[int] = field.money("satang", by_hand=False)
    counted: Mapped[int | None] = field.money("satang", by_hand=False)
    entries: Mapped[list[str]] = field.machine()
    note: Mapped[str | None] = field.text()
