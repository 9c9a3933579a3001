"""What funds bring: their workbooks; cash not counted, months not closed, money below zero."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.services.brought import Brought, Found, about, ask_again
from desktop.services.funds.book_workbook import CashBookBook
from desktop.services.funds.goods_workbook import GoodsBookBook
from desktop.services.funds.months import month_open, next_month, shown_month
from desktop.services.funds.reading import found
from desktop.services.funds.records import FundQuery
from desktop.services.funds.workbook import FundBook

COUNT_DAYS: Final = 35
_DAYS_TO_CLOSE: Final = 5


def _lines(session: Session, today: date, _user: UUID) -> Iterator[Found]:
    """Give a line for each fund that waits for somebody."""
    for row in found(session, FundQuery(), today):
        if row.ask_again:
            yield ask_again("fund", row)
        if row.state != "active":
            continue
        if row.below_zero:
            yield about("fund", row, f"fund_below:{row.id}", "fund_below_zero", 1)
        before = (today - timedelta(COUNT_DAYS)).isoformat()
        if row.balance and row.counted_on < before:
            line = f"fund_count:{row.id}:{row.counted_on}"
            yield about("fund", row, line, "fund_count", 2, row.counted_on)
        month = month_open(session, row.id, today)
        if month and f"{next_month(month)}-{_DAYS_TO_CLOSE:02d}" <= today.isoformat():
            matter = about("fund", row, f"fund_month:{row.id}:{month}", "fund_month", 3)
            matter.values["month"] = shown_month(month)
            yield matter


FUNDS: Final = Brought(
    codes=("fund_ask_again", "fund_below_zero", "fund_count", "fund_month"),
    day=_lines,
    book=FundBook(),
)
CASH_BOOKS: Final = Brought(book=CashBookBook())
GOODS: Final = Brought(book=GoodsBookBook())
