"""A line of a book as it is told where it is about somebody: on their page."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.services.funds.given import Given
from desktop.ui.code_book import CodeBook
from desktop.ui.funds.words import BOOK, GOODS, BookPlace, money
from desktop.ui.shell.finding import Destination
from desktop.ui.thai_time import shown_iso


class GivenWords(QObject):
    """Puts what was paid and given into words."""

    def told(self, given: Given, codes: CodeBook) -> str:
        """The day, what it was, what for, and out of which fund."""
        of_money = given.record == "fund_entry"
        kind = codes.label("fund_entry_kinds" if of_money else "goods_kinds", given.line_kind)
        much = money(given.amount) if given.amount is not None else ""
        if given.quantity is not None:
            much = f"{given.item} {given.quantity:g} {given.unit}"
        purpose = codes.label("fund_purposes", given.purpose) if given.purpose else ""
        said = f"{kind} {much}".strip()
        parts = (shown_iso(given.on), said, given.details, purpose, given.fund, given.number)
        return " · ".join(filter(None, parts))

    def note(self) -> str:
        """Why some lines say no amount."""
        return self.tr("จำนวนบอกเฉพาะผู้ดูแลเงิน และผู้ที่ลงรายการนั้นเอง")


def place_of(given: Given) -> Destination:
    """The book that a line stands in."""
    if given.record == "fund_entry":
        return BOOK, BookPlace(given.fund_id, given.on[:7])
    return GOODS, BookPlace(given.fund_id)
