"""What was paid and given for somebody, as far as whoever asks may know of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from desktop.models.funds import Fund, FundEntry, GoodsEntry
from desktop.models.needs import Match, Need
from desktop.models.people import Learner
from desktop.services.funds.sums import ENTRY, GOODS, taken_back
from desktop.services.same_person import of_person

Known = Literal["all", "own"]
"""Of whose lines more is told than that they are: of all, or of those one wrote oneself."""


@dataclass(frozen=True)
class Given:
    """A line of a book that stands for somebody.

    Attributes:
        record: `fund_entry` or `goods_entry`.
        line_kind: code of `fund_entry_kinds` or `goods_kinds`.
        told: with the amount, the number and the words, which are for whoever handles money, or
            wrote the line; all else is empty without.
        amount: satang of money.
        item, quantity, unit: of goods.
        taken_back: a later line takes it back.
    """

    record: str
    id: UUID
    fund_id: UUID
    fund: str
    line_kind: str
    on: str
    purpose: str
    need_id: UUID | None
    match_id: UUID | None
    told: bool
    number: str = ""
    details: str = ""
    amount: int | None = None
    item: str = ""
    quantity: float | None = None
    unit: str = ""
    taken_back: bool = False


def given_to(session: Session, learner_id: UUID, user_id: UUID, known: Known) -> tuple[Given, ...]:
    """Return what was paid and given for a learner, for their needs and those of their house.

    The latest stands first. Whoever only reads finds nothing: the rules laid over the session hide
    these lines.
    """
    needs = _needs(learner_id)
    return _given(
        session,
        lambda cls: or_(
            of_person(cls.helped_id, learner_id),
            cls.need_id.in_(needs),
            cls.match_id.in_(select(Match.id).where(Match.need_id.in_(needs))),
        ),
        user_id,
        known,
    )


def entries_given(
    session: Session, ids: Sequence[UUID], user_id: UUID, known: Known
) -> tuple[Given, ...]:
    """Return these lines of cash books in the same way."""
    return _given(
        session, lambda cls: cls.id.in_(ids) if cls is FundEntry else None, user_id, known
    )


def _needs(learner_id: UUID) -> Any:
    house = select(Learner.household_id).where(
        Learner.id == learner_id, Learner.household_id.is_not(None)
    )
    return select(Need.id).where(
        or_(of_person(Need.learner_id, learner_id), Need.household_id.in_(house))
    )


def _given(session: Session, which: Any, user_id: UUID, known: Known) -> tuple[Given, ...]:
    funds: dict[UUID, str] = dict(session.execute(select(Fund.id, Fund.name)).all())
    found: list[tuple[str, bytes, Given]] = []
    for cls, table in ((FundEntry, ENTRY), (GoodsEntry, GOODS)):
        condition: ColumnElement[bool] | None = which(cls)
        if condition is None:
            continue
        wanted = select(cls).where(cls.deleted.is_(False), cls.reverses_id.is_(None), condition)
        lines: Sequence[Any] = session.scalars(wanted).all()
        gone = taken_back(session, table, [line.id for line in lines])
        for line in lines:
            told = known == "all" or line.created_by == user_id
            row = _row(line, funds.get(line.fund_id, ""), told=told, gone=line.id in gone)
            found.append((line.on, line.first_stamp, row))
    return tuple(row for *_order, row in sorted(found, key=lambda each: each[:2], reverse=True))


def _row(line: Any, fund: str, *, told: bool, gone: bool) -> Given:
    money = isinstance(line, FundEntry)
    more: dict[str, Any] = {"number": line.number or "", "details": line.details or ""}
    if money:
        more["amount"] = line.amount
    else:
        more |= {"item": line.item, "quantity": line.quantity, "unit": line.unit}
    return Given(
        record=line.kind,
        id=line.id,
        fund_id=line.fund_id,
        fund=fund,
        line_kind=line.entry_kind if money else line.goods_kind,
        on=line.on,
        purpose=line.purpose or "",
        need_id=line.need_id,
        match_id=line.match_id,
        told=told,
        taken_back=gone,
        **(more if told else {}),
    )
