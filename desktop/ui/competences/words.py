"""What is said of the team's competence: until when it holds, and why it stands in the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject

from desktop.services.competences.records import CompetenceRow, Holds
from desktop.services.today.records import TodayLine
from desktop.ui.printing.papers import Paper
from desktop.ui.shell.feature import DayReason
from desktop.ui.subjects import named, page_of
from desktop.ui.thai_time import shown_iso
from desktop.ui.translation import translate
from desktop.ui.widgets.labels import Tone

COMPETENCES, COMPETENCE, MATRIX = "competences", "competence", "competence_matrix"
PAPER = Paper(lambda: translate("CompetenceCommands", "สมรรถนะทีมงาน"))

_TONES: Mapping[Holds, tuple[Tone, str]] = {
    "current": ("success", "circle-check"),
    "expiring": ("warning", "clock"),
    "expired": ("warning", "triangle-alert"),
    "ended": ("neutral", "circle-x"),
}


def team_title() -> str:
    """What the list is called."""
    return translate("CompetenceCommands", "สมรรถนะทีมงาน")


def matrix_title() -> str:
    """What the matrix is called."""
    return translate("CompetenceCommands", "ใครทำอะไรได้")


def tone_of(holds: Holds) -> tuple[Tone, str]:
    """How one looks that stands so: its tone and its icon."""
    return _TONES[holds]


class CompetenceWords(QObject):
    """The words of the list, of the page, of the matrix and of the day."""

    def until(self, row: CompetenceRow) -> str:
        """How long it holds; that it ran out, or will soon, comes first."""
        day = shown_iso(row.valid_to) if row.valid_to else self.tr("ไม่มีวันหมดอายุ")
        return " · ".join(filter(None, (self.holds(row.holds), day)))

    def holds(self, holds: Holds) -> str:
        """How one stands; "" for what holds."""
        return {
            "current": "",
            "expiring": self.tr("ใกล้หมดอายุ"),
            "expired": self.tr("หมดอายุแล้ว"),
            "ended": self.tr("เพิกถอนแล้ว"),
        }[holds]

    def cell(self, row: CompetenceRow) -> str:
        """What stands in the matrix."""
        if row.holds == "expired":
            return self.tr("หมดอายุ")
        return shown_iso(row.valid_to) if row.valid_to else self.tr("ใช้ได้")

    def doubts(self) -> Mapping[str, str]:
        """What cannot be quite right."""
        return {"competence_ends_first": self.tr("หมดอายุก่อนวันที่ได้ ตรวจวันที่อีกครั้ง")}

    def reasons(self) -> Mapping[str, DayReason]:
        """Why one stands in the day."""
        return {
            "competence_expires": DayReason(
                "shield-check",
                lambda: self.tr("ใบรับรองของทีมงานที่ต้องต่อ"),
                self._expires,
                page_of,
                who=named,
                dated=True,
            )
        }

    def _expires(self, line: TodayLine, today: date) -> str:
        over = self.tr("หมดอายุเมื่อ {day} จึงยังใช้ไม่ได้ จัดอบรมใหม่หรือหาคนแทน")
        soon = self.tr("ใช้ได้ถึง {day} นัดอบรมต่ออายุก่อนหมด")
        said = over if line.due < today.isoformat() else soon
        return said.replace("{day}", shown_iso(line.due))
