"""Which month of a book an entry stands in: its own, unless that was closed without it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.models.dates import be_year
from desktop.models.funds import FundMonth
from desktop.services.funds.sums import ENTRY

_LAST_DAY: Final = "-31"
"""Behind a month; days are compared as text, so that it is as good as the real last one."""


def month_of(day: str) -> str:
    """Return the month of a day, such as 2026-11."""
    return day[:7]


def last_day(month: str) -> str:
    """Return a text that no day of the month lies behind."""
    return month + _LAST_DAY


def next_month(month: str) -> str:
    """Return the month after."""
    year, number = int(month[:4]), int(month[5:])
    return f"{year + number // 12}-{number % 12 + 1:02d}"


def shown_month(month: str) -> str:
    """Return a month in figures, such as 11/2569."""
    year, number = int(month[:4]), int(month[5:])
    return f"{number}/{be_year(year, number)}"


@dataclass(frozen=True)
class Closed:
    """The closed months of a fund.

    Attributes:
        through: the last one, "" without any.
        months: the closings in order.
        stands_in: the closed month in which each entry stands, by its id as hex.
    """

    through: str
    months: dict[str, FundMonth]
    stands_in: dict[str, str]

    @property
    def first_open(self) -> str:
        """The month that comes for what arrived too late, "" while none is closed."""
        return next_month(self.through) if self.through else ""


def closed_months(session: Session, fund_id: UUID) -> Closed:
    """Return the closed months of a fund.

    A closing that was taken back while a later month stays closed left its entries in the later.
    """
    known = session.scalars(
        select(FundMonth).where(FundMonth.fund_id == fund_id).order_by(FundMonth.month)
    ).all()
    shown = {each.month: each for each in known if not each.deleted}
    through = max(shown, default="")
    stands_in: dict[str, str] = {}
    for each in known:
        if each.month <= through:
            month = min(known_month for known_month in shown if known_month >= each.month)
            for entry_id in each.entries:
                stands_in.setdefault(entry_id, month)
    return Closed(through, shown, stands_in)


def late_ids(session: Session, fund_id: UUID, closed: Closed) -> set[UUID]:
    """Return the entries of closed months that came once they were closed."""
    if not closed.through:
        return set()
    wanted = select(ENTRY.id).where(
        or_(ENTRY.fund_id == fund_id, ENTRY.to_fund_id == fund_id),
        ENTRY.deleted.is_(False),
        ENTRY.on <= last_day(closed.through),
    )
    return {each for each in session.scalars(wanted) if each.hex not in closed.stands_in}


def month_open(session: Session, fund_id: UUID, today: date) -> str:
    """Return the first month before this one that is not closed and has entries, else ""."""
    closed = closed_months(session, fund_id)
    wanted = (
        select(ENTRY.on)
        .where(
            or_(ENTRY.fund_id == fund_id, ENTRY.to_fund_id == fund_id),
            ENTRY.deleted.is_(False),
            ENTRY.on > (last_day(closed.through) if closed.through else ""),
        )
        .order_by(ENTRY.on)
        .limit(1)
    )
    first = session.scalars(wanted).first()
    month = month_of(first) if first else ""
    if late_ids(session, fund_id, closed):
        month = closed.first_open
    return month if month and month < month_of(today.isoformat()) else ""
