"""What is said of the roster."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from desktop.services.duty.records import DutyLine, OnDuty
from desktop.ui.printing.papers import Paper
from desktop.ui.shell.finding import Destination
from desktop.ui.thai_time import shown_date
from desktop.ui.translation import translate

DUTY = "duty"
PAPER = Paper(lambda: translate("DutyWords", "ตารางเวร"))


def week_with(on: str) -> Destination:
    """The week of a day."""
    return DUTY, date.fromisoformat(on)


class DutyWords(QObject):
    """Sentences about who answers."""

    def tonight(self, duty: OnDuty) -> str:
        """Who answers tonight, that nobody does, or "" where no roster is kept."""
        if not duty.used:
            return ""
        if not duty.line.taken:
            return self.tr("ยังไม่มีเวรคืนนี้")
        told = " ".join(filter(None, (self.who(duty.line), duty.line.phone)))
        return self.tr("เวรคืนนี้: {who}").replace("{who}", told)

    def who(self, line: DutyLine) -> str:
        """The name, or that there is one who is not told."""
        return self.tr("มีผู้อยู่เวร") if line.may_hide else line.who

    def day(self, on: str) -> str:
        """A day with the name of its weekday."""
        day = date.fromisoformat(on)
        names = (
            self.tr("จ."), self.tr("อ."), self.tr("พ."), self.tr("พฤ."), self.tr("ศ."),
            self.tr("ส."), self.tr("อา."),
        )  # fmt: skip
        return f"{names[day.weekday()]} {shown_date(day)}"
