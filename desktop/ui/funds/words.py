"""What is said of funds: amounts, their papers, and why one stands in the day."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.models.dates import be_year
from desktop.models.money import baht_text
from desktop.services.funds.records import FundRow
from desktop.services.roles import Right
from desktop.services.today.records import TodayLine
from desktop.ui.printing.papers import Paper
from desktop.ui.shell.feature import DayReason
from desktop.ui.shell.finding import Destination
from desktop.ui.subjects import ask_again, named
from desktop.ui.thai_time import month_name, shown_iso
from desktop.ui.translation import translate

FUNDS, FUND, BOOK, GOODS = "funds", "fund", "cash_book", "goods"
DIRECTORY = Paper(lambda: translate("FundCommands", "รายชื่อกองทุน"))
CASH_BOOK = Paper(lambda: translate("FundCommands", "สมุดเงินสด"))
REGISTER = Paper(lambda: translate("FundCommands", "ทะเบียนสิ่งของ"))
VOUCHER = Paper(lambda: translate("FundCommands", "ใบรับหรือใบสำคัญ"))
_CHANGES: Final = frozenset({Right.WRITE, Right.DELETE, Right.IMPORT})


@dataclass(frozen=True)
class BookPlace:
    """Where a cash book opens: a fund, a month of it, and what is to be written there."""

    fund_id: UUID | None = None
    month: str = ""
    kind: str = ""


def money(satang: int) -> str:
    """An amount with its unit."""
    return translate("FundWords", "{amount} บาท").replace("{amount}", baht_text(satang))


def month_words(month: str) -> str:
    """A month such as 2026-11 by its name and year."""
    year, number = int(month[:4]), int(month[5:])
    return f"{month_name(number)} {be_year(year, number)}"


def rights_with_money(rights: Collection[Right]) -> frozenset[Right]:
    """What one may do with funds: whoever may not with money changes nothing of them."""
    return frozenset(rights) if Right.MONEY in rights else frozenset(rights) - _CHANGES


def first_fund(funds: Sequence[FundRow]) -> UUID | None:
    """The first fund that is open, or the first of all."""
    ordered = sorted(funds, key=lambda row: row.state != "active")
    return ordered[0].id if ordered else None


class FundWords(QObject):
    """The words of the day."""

    def reasons(self) -> Mapping[str, DayReason]:
        """Why a fund stands in the day."""
        return {
            "fund_ask_again": ask_again(
                "book-open",
                lambda: self.tr("กองทุนที่ควรถามใหม่"),
                lambda: self.tr("โทรถามว่าใครลงชื่อได้ และจ่ายเรื่องอะไรได้ ยังเหมือนเดิมไหม"),
            ),
            "fund_below_zero": DayReason(
                "triangle-alert",
                lambda: self.tr("กองทุนที่ยอดติดลบ"),
                lambda _line, _today: self.tr(
                    "จ่ายไปมากกว่าที่รับไว้ ตรวจว่ามีรายการรับที่ยังไม่ได้ลง หรือโอนจากกองทุนอื่น"
                ),
                _book,
                who=named,
            ),
            "fund_count": DayReason(
                "check", lambda: self.tr("เงินสดที่ควรนับ"), self._count, _counting, who=named
            ),
            "fund_month": DayReason(
                "calendar-days",
                lambda: self.tr("เดือนที่ยังไม่ปิดบัญชี"),
                self._month,
                _book,
                who=named,
            ),
        }

    def _count(self, line: TodayLine, _today: date) -> str:
        if not line.due:
            return self.tr("ยังไม่เคยนับเงินสดเทียบกับสมุด")
        return self.tr("นับเงินสดครั้งล่าสุด {day}").replace("{day}", shown_iso(line.due))

    def _month(self, line: TodayLine, _today: date) -> str:
        month = str(line.values["month"])
        return self.tr("เดือน {month} จบแล้ว ยังไม่ได้ปิดบัญชี").replace("{month}", month)


def _book(line: TodayLine) -> Destination:
    return BOOK, BookPlace(UUID(line.subject))


def _counting(line: TodayLine) -> Destination:
    return BOOK, BookPlace(UUID(line.subject), kind="count")
