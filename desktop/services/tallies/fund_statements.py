"""Statements of funds by month: what was there, came, went and is left; goods apart from money."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import groupby
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.dates import be_year
from desktop.models.funds import Fund
from desktop.services.funds.book import cash_book
from desktop.services.funds.months import month_of
from desktop.services.funds.sums import GOODS
from desktop.services.learners.records import LearnerQuery
from desktop.services.tallies.help_tables import Figure, HelpRow, HelpTable, Pair, Unit

_COLUMNS: Final = ("opening", "received", "paid", "closing")
_YEAR: Final = timedelta(365)
_DECIMALS: Final = 3


def fund_tables(session: Session, within: LearnerQuery, today: date) -> tuple[HelpTable, HelpTable]:
    """Return the months of every fund in a period, the last twelve without one; then its goods.

    Nothing of either is added to the other, nor one kind of goods to another.
    """
    until = within.registered_until or today
    since = within.registered_since or until - _YEAR
    first, last = month_of(since.isoformat()), month_of(min(until, today).isoformat())
    funds = session.execute(
        select(Fund.id, Fund.name).where(Fund.deleted.is_(False)).order_by(Fund.sort_key, Fund.id)
    ).all()
    money: list[HelpRow] = []
    for known, name in funds:
        months = cash_book(session, known, "", today, people=False).months
        for month in sorted(each for each in months if first <= each <= last):
            book = cash_book(session, known, month, today, people=False)
            sums = (book.carried, book.received, book.paid, book.balance)
            if any(sums):
                money.append(_row(known, _said(name, month), sums, "satang", month))
    goods = [row for known, name in funds for row in _goods(session, known, name, first, last)]
    return (
        HelpTable("money", _COLUMNS, tuple(money), "cash_book"),
        HelpTable("goods", _COLUMNS, tuple(goods), "goods"),
    )


def _row(
    fund_id: UUID, name: Pair, sums: tuple[float, ...], unit: Unit, month: str = ""
) -> HelpRow:
    return HelpRow(name, tuple(Figure(each, (fund_id,), unit=unit) for each in sums), month)


def _said(name: str, month: str) -> Pair:
    year, number = int(month[:4]), int(month[5:])
    shown = f"{name} · {number}/{be_year(year, number)}"
    return shown, shown


def _goods(session: Session, fund_id: UUID, name: str, first: str, last: str) -> list[HelpRow]:
    wanted = (
        select(GOODS.search_key, GOODS.item, GOODS.unit, GOODS.on, GOODS.effect)
        .where(GOODS.fund_id == fund_id, GOODS.deleted.is_(False))
        .order_by(GOODS.search_key, GOODS.on)
    )
    rows: list[HelpRow] = []
    for _key, of_one in groupby(session.execute(wanted).all(), key=lambda each: each.search_key):
        lines = list(of_one)
        months: dict[str, list[float]] = defaultdict(list)
        for each in lines:
            months[month_of(each.on)].append(each.effect)
        left = 0.0
        for month in sorted(months):
            came = sum(each for each in months[month] if each > 0)
            went = -sum(each for each in months[month] if each < 0)
            if first <= month <= last:
                sums = (left, came, went, left + came - went)
                rounded = tuple(round(each, _DECIMALS) for each in sums)
                th, en = _said(name, month)
                what = f"{lines[0].item} ({lines[0].unit})"
                rows.append(
                    _row(fund_id, (f"{th} · {what}", f"{en} · {what}"), rounded, "amount", month)
                )
            left += came - went
    return rows
