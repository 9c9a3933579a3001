"""What is said of needs: amounts, papers, doubts, and why one stands in the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject

from desktop.models.fields import fields_of
from desktop.models.needs import Need
from desktop.services.needs.amounts import shown
from desktop.services.needs.records import NeedRow
from desktop.services.today.records import TodayLine
from desktop.ui.code_book import CodeBook
from desktop.ui.person_words import PersonWords
from desktop.ui.printing.papers import Paper
from desktop.ui.shell.feature import DayReason
from desktop.ui.subjects import ask_again, named, page_of
from desktop.ui.thai_time import shown_iso
from desktop.ui.translation import translate

NEEDS, NEED = "needs", "need"
LIST = Paper(lambda: translate("NeedsCommands", "รายการสิ่งที่ขอ ไม่มีชื่อคน"))
FORM = Paper(lambda: translate("NeedsCommands", "ใบรับคำขอ"))
COUNTS = Paper(lambda: translate("NeedsCommands", "สิ่งที่ขอ ได้แล้วและยังไม่ได้"))
REQUEST = Paper(lambda: translate("NeedsCommands", "คำขอความช่วยเหลือ"))
_UNIT = fields_of(Need)["unit"]


def unit_name(codes: CodeBook, unit: str) -> str:
    """What something is counted in, "" where nobody said."""
    return codes.of_field(_UNIT, unit) if unit else ""


def amount(codes: CodeBook, quantity: float | None, unit: str) -> str:
    """How much of something, "" where nobody said."""
    if quantity is None:
        return ""
    return f"{shown(quantity)} {unit_name(codes, unit)}".strip()


def who(row: NeedRow) -> str:
    """Who asks, with where they live; of a village its name alone."""
    place = PersonWords().village(row.village, row.village_name) if row.village else ""
    return " · ".join(filter(None, (row.who, place)))


class NeedWords(QObject):
    """The words of the page and of the day."""

    def doubts(self) -> Mapping[str, str]:
        """What cannot be quite right."""
        return {
            "need_for_several": self.tr("เลือกผู้ขออย่างเดียว: คน บ้าน หมู่บ้าน หรือวิชา"),
            "need_without_unit": self.tr("ใส่หน่วยนับด้วย จะได้เทียบกับสิ่งที่มีคนเสนอให้"),
        }

    def reasons(self) -> Mapping[str, DayReason]:
        """Why a need stands in the day."""
        return {
            "need_ask_again": ask_again(
                "inbox",
                lambda: self.tr("สิ่งที่ขอซึ่งควรถามใหม่"),
                lambda: self.tr("โทรถามว่ายังต้องการอยู่ไหม เท่าใด"),
            ),
            "need_overdue": DayReason(
                "clock",
                lambda: self.tr("สิ่งที่ขอเลยวันแล้ว"),
                self._overdue,
                page_of,
                who=named,
                dated=True,
            ),
            "need_consent": DayReason(
                "signature", lambda: self.tr("สิ่งที่ขอซึ่งยังเล่าไม่ได้"), self._consent, page_of, who=named
            ),
        }

    def _overdue(self, line: TodayLine, _today: date) -> str:
        text = self.tr("ต้องได้ภายใน {day} ถามว่ายังต้องการไหม หรือหาคนให้ต่อ")
        return text.replace("{day}", shown_iso(line.due))

    def _consent(self, _line: TodayLine, _today: date) -> str:
        return self.tr("ยังไม่ได้ถามว่าเล่าให้ผู้ให้ฟังได้แค่ไหน จึงยังหาคนให้ไม่ได้")
