"""Sentences about tries to reach somebody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject

from desktop.services.today.records import TodayLine
from desktop.services.tries.records import TryLine
from desktop.ui.code_book import CodeBook
from desktop.ui.thai_time import shown_iso


class TryWords(QObject):
    """What is said of them on the page of what they are for, and in the day."""

    def button(self) -> str:
        """What one presses when nobody answered."""
        return self.tr("โทรแล้ว ไม่มีคนรับ")

    def noted(self, next_on: date) -> str:
        """That it was noted, and when it is tried again."""
        told = self.tr("บันทึกว่าโทรแล้ว โทรอีกครั้ง {day}")
        return told.replace("{day}", shown_iso(next_on.isoformat()))

    def line(self, tried: TryLine, codes: CodeBook) -> str:
        """One try."""
        again = self.tr("โทรอีกครั้ง {day}").replace("{day}", shown_iso(tried.next_on))
        return " · ".join(
            filter(
                None,
                (
                    codes.label("contact_results", tried.result),
                    codes.label("contact_whom", tried.whom) if tried.whom else "",
                    tried.note,
                    again if tried.next_on else "",
                ),
            )
        )

    def log(self, tries: Sequence[TryLine], codes: CodeBook) -> str:
        """How often, and each of the last tries with its day."""
        if not tries:
            return ""
        many = self.tr("ติดต่อแล้ว %n ครั้ง", "", len(tries))
        lines = [f"{shown_iso(each.on)}  {self.line(each, codes)}" for each in tries[:3]]
        return "\n".join((many, *lines))

    def again(self, line: TodayLine, _today: date) -> str:
        """Why it stands in the day."""
        said = self.tr("โทรเมื่อ {day} ไม่มีคนรับ ถึงวันโทรอีกครั้ง")
        return said.replace("{day}", shown_iso(str(line.values["on"])))
