"""A line of a cash book as it is read: what it was, and what is to be noted of it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.models.money import baht_text
from desktop.services.funds.records import BookLine
from desktop.ui.code_book import CodeBook
from desktop.ui.thai_time import shown_iso


@dataclass(frozen=True)
class Written:
    """A line in words."""

    id: Hashable
    on: str = ""
    what: str = ""
    number: str = ""
    received: str = ""
    paid: str = ""
    left: str = ""
    note: str = ""
    icon: tuple[str, str] | None = None


class BookWords(QObject):
    """Puts lines into words."""

    def line(self, line: BookLine, codes: CodeBook) -> Written:
        """A line, in the words of the centre."""
        return Written(
            id=line.id,
            on=shown_iso(line.on),
            what=self._what(line, codes),
            number=line.number,
            received=baht_text(line.effect) if line.effect > 0 else "",
            paid=baht_text(-line.effect) if line.effect < 0 else "",
            left=baht_text(line.balance),
            note=self._note(line),
            icon=self._icon(line),
        )

    def _what(self, line: BookLine, codes: CodeBook) -> str:
        kind = codes.label("fund_entry_kinds", line.entry_kind)
        purpose = codes.label("fund_purposes", line.purpose) if line.purpose else ""
        whom = line.party or (self.tr("ผู้ไม่ประสงค์ออกนาม") if line.anonymous else "")
        if line.entry_kind == "transfer":
            into = self.tr("โอนจาก {fund}") if line.effect > 0 else self.tr("โอนไป {fund}")
            kind = into.replace("{fund}", line.other_fund)
        if line.difference is not None:
            return f"{kind} · {self._counted(line.amount, line.difference)}"
        # Whether it came or went, the columns say.
        return " · ".join(filter(None, (line.details or kind, whom, purpose)))

    def _note(self, line: BookLine) -> str:
        said = []
        if line.late:
            said.append(self.tr("มาถึงหลังปิดเดือน"))
        if line.taken_back:
            said.append(self.tr("ยกเลิกแล้ว"))
        if line.takes_back:
            said.append(self.tr("ยกเลิก {number}").replace("{number}", line.takes_back))
        if line.happened_on:
            said.append(self.tr("เกิดจริง {day}").replace("{day}", shown_iso(line.happened_on)))
        return " · ".join([*said, *filter(None, [line.reason])])

    def _counted(self, amount: int, difference: int) -> str:
        counted = self.tr("นับได้ {amount}").replace("{amount}", baht_text(amount))
        if not difference:
            same = self.tr("ตรงกับสมุด")
            return f"{counted} {same}"
        word = self.tr("เกินสมุด {amount}") if difference > 0 else self.tr("ขาดจากสมุด {amount}")
        return f"{counted} {word.replace('{amount}', baht_text(abs(difference)))}"

    def _icon(self, line: BookLine) -> tuple[str, str] | None:
        if line.taken_back or line.takes_back:
            return "undo-2", "muted"
        if line.difference:
            return "triangle-alert", "warning"
        return ("clock", "warning") if line.late else None
