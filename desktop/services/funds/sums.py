"""What is in a fund: sums over its entries, made by the database.

They are made over the tables themselves, past the rules that hide who gave and got: whoever may
read sees balances, and no people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from desktop.models.funds import FundEntry, FundMonth, GoodsEntry
from desktop.models.owners import steps

ENTRY: Final[Any] = FundEntry.__table__.c
GOODS: Final[Any] = GoodsEntry.__table__.c
_DECIMALS: Final = 3


def by_purpose(
    session: Session, fund_id: UUID | None = None, until: str = ""
) -> dict[UUID, dict[str, int]]:
    """Return the satang of each fund by what they were given for, "" for anything.

    Args:
        fund_id: only that fund.
        until: only what stands under this day or before.
    """
    found: dict[UUID, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for mine, effect in ((ENTRY.fund_id, ENTRY.effect), (ENTRY.to_fund_id, -ENTRY.effect)):
        wanted: Select[Any] = select(mine, ENTRY.purpose, func.sum(effect)).where(
            ENTRY.deleted.is_(False), mine.is_not(None)
        )
        if fund_id is not None:
            wanted = wanted.where(mine == fund_id)
        if until:
            wanted = wanted.where(ENTRY.on <= until)
        for known, purpose, amount in session.execute(wanted.group_by(mine, ENTRY.purpose)):
            found[known][purpose or ""] += amount
    return {known: dict(sums) for known, sums in found.items()}


def balance(session: Session, fund_id: UUID, until: str = "") -> int:
    """Return the satang in a fund, all of it, or by the end of a day."""
    return sum(by_purpose(session, fund_id, until).get(fund_id, {}).values())


def parts(sums: Mapping[str, int]) -> dict[str, int]:
    """Return what is left by purpose; what was paid beyond a purpose's own came from the rest.

    The parts add up to the balance; "" is what may be used for anything.
    """
    beyond = sum(amount for purpose, amount in sums.items() if purpose and amount < 0)
    own = {purpose: amount for purpose, amount in sums.items() if purpose and amount > 0}
    return {"": sums.get("", 0) + beyond, **own}


def available(sums: Mapping[str, int], purpose: str) -> int:
    """Return what may be paid for a purpose: its own, and what may be used for anything."""
    left = parts(sums)
    return left[""] + (left.get(purpose, 0) if purpose else 0)


def counted_on(session: Session) -> dict[UUID, str]:
    """Return the day on which the cash of each fund was last counted."""
    wanted = (
        select(ENTRY.fund_id, func.max(ENTRY.on))
        .where(ENTRY.entry_kind == "count", ENTRY.deleted.is_(False))
        .group_by(ENTRY.fund_id)
    )
    return dict(session.execute(wanted).all())


def closed_through(session: Session) -> dict[UUID, str]:
    """Return the last closed month of each fund that has one."""
    wanted = (
        select(FundMonth.fund_id, func.max(FundMonth.month))
        .where(FundMonth.deleted.is_(False))
        .group_by(FundMonth.fund_id)
    )
    return dict(session.execute(wanted).all())


@dataclass(frozen=True)
class Stock:
    """How much there is of something in a fund's store."""

    item: str
    unit: str
    quantity: float


def stock(session: Session, fund_id: UUID, key: str = "") -> list[Stock]:
    """Return what is in store of each thing and unit, without what there is none of.

    Args:
        key: only what is counted together under this `stock_key`.
    """
    quantity = func.sum(GOODS.effect)
    wanted = (
        select(func.min(GOODS.item), func.min(GOODS.unit), quantity)
        .where(GOODS.fund_id == fund_id, GOODS.deleted.is_(False))
        .group_by(GOODS.search_key)
        .order_by(GOODS.search_key)
    )
    if key:
        wanted = wanted.where(GOODS.search_key == key)
    found = [
        Stock(item, unit, round(many, _DECIMALS)) for item, unit, many in session.execute(wanted)
    ]
    return [each for each in found if each.quantity]


def taken_back(session: Session, table: Any, ids: Sequence[UUID]) -> set[UUID]:
    """Return those of these entries that do not count: an odd number of takings back follows.

    Args:
        table: the columns of `ENTRY` or `GOODS`.
    """
    follows: dict[UUID, UUID] = {}
    wanted = list(ids)
    while wanted:
        found = {
            row.reverses_id: row.id
            for step in steps(wanted)
            for row in session.execute(
                select(table.id, table.reverses_id).where(
                    table.reverses_id.in_(step), table.deleted.is_(False)
                )
            )
        }
        follows.update(found)
        wanted = [each for each in found.values() if each not in follows]

    def counts(entry_id: UUID) -> bool:
        back = follows.get(entry_id)
        return back is None or not counts(back)

    return {each for each in ids if not counts(each)}
