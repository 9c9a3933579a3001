"""What is said of mentors: their papers, and why one stands in the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject

from desktop.services.today.records import TodayLine
from desktop.ui.printing.papers import Paper
from desktop.ui.shell.feature import DayReason
from desktop.ui.subjects import named, page_of
from desktop.ui.thai_time import shown_iso
from desktop.ui.translation import translate

MENTORS, MENTOR = "mentors", "mentor"
DIRECTORY = Paper(lambda: translate("MentorsCommands", "ทำเนียบครูพี่เลี้ยง"))
FORM = Paper(lambda: translate("MentorsCommands", "ใบสำรวจครูพี่เลี้ยง"))


class MentorWords(QObject):
    """The words of the day."""

    def reasons(self) -> Mapping[str, DayReason]:
        """Why a mentor stands in the day."""
        return {
            "mentor_ask_again": DayReason(
                "hammer", lambda: self.tr("ครูพี่เลี้ยงที่ควรถามใหม่"), self._ask, page_of, who=named
            ),
            "mentor_consent": DayReason(
                "signature", lambda: self.tr("ครูพี่เลี้ยงที่ยังไม่ยินยอม"), self._consent, page_of, who=named
            ),
        }

    def _ask(self, line: TodayLine, _today: date) -> str:
        text = self.tr("ยืนยันล่าสุดเมื่อ {day} โทรถามว่ายังสอนอยู่ไหม ว่างเมื่อใด")
        return text.replace("{day}", shown_iso(line.due))

    def _consent(self, _line: TodayLine, _today: date) -> str:
        return self.tr("รับสอนอยู่แต่ไม่มีความยินยอมให้ลงทำเนียบ ขอใหม่หรือพักไว้ก่อน")
