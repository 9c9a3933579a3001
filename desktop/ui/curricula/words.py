"""What is said of local curricula: papers, hours, versions, and why one stands in the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject

from desktop.services.curricula.records import CurriculumRow, Waits
from desktop.services.needs.amounts import shown
from desktop.services.today.records import TodayLine
from desktop.ui.person_words import PersonWords
from desktop.ui.printing.papers import Paper
from desktop.ui.shell.feature import DayReason
from desktop.ui.subjects import named, page_of
from desktop.ui.thai_time import shown_iso
from desktop.ui.translation import translate

CURRICULA, CURRICULUM = "curricula", "curriculum"
LIST = Paper(lambda: translate("CurriculumCommands", "ทำเนียบหลักสูตรท้องถิ่น"))
WHOLE = Paper(lambda: translate("CurriculumCommands", "หลักสูตรท้องถิ่น"))
ALL = Paper(lambda: translate("CurriculumCommands", "หลักสูตรท้องถิ่นทั้งเล่ม"))
FORM = Paper(lambda: translate("CurriculumCommands", "แบบเขียนหลักสูตรท้องถิ่น"))


def village_of(row: CurriculumRow) -> str:
    """The village that its knowledge comes from, "" where nobody said."""
    return PersonWords().village(row.village, row.village_name) if row.village_id else ""


class CurriculumWords(QObject):
    """The words of the list, of the page and of the day."""

    def version(self, row: CurriculumRow) -> str:
        """Which version it is."""
        return self.tr("ฉบับที่ {number}").replace("{number}", str(row.version))

    def hours(self, hours: float | None) -> str:
        """How long it takes; "" where nobody said."""
        if hours is None:
            return ""
        return self.tr("{number} ชั่วโมง").replace("{number}", shown(hours))

    def waits(self, row: CurriculumRow) -> str:
        """Since when it stands so; what it has waited for long comes first."""
        day = shown_iso(row.confirmed_on) if row.confirmed_on else ""
        return " · ".join(filter(None, (self._waits(row.waits), day)))

    def doubts(self) -> Mapping[str, str]:
        """What cannot be quite right."""
        return {"curriculum_hours_differ": self.tr("ไม่เท่ากับผลรวมชั่วโมงของหน่วยการเรียน")}

    def reasons(self) -> Mapping[str, DayReason]:
        """Why one stands in the day."""
        return {
            "curriculum_try": DayReason(
                "book-open",
                lambda: self.tr("หลักสูตรที่ยังไม่ได้ทดลอง"),
                lambda line, _today: self._since(
                    line,
                    self.tr("ร่างไว้ตั้งแต่ {day} ลองจัดกับผู้เรียนรู้สักรุ่น หรือเอาออก"),
                    self.tr("ร่างไว้นานแล้ว ลองจัดกับผู้เรียนรู้สักรุ่น หรือเอาออก"),
                ),
                page_of,
                who=named,
                dated=True,
            ),
            "curriculum_adopt": DayReason(
                "file-check",
                lambda: self.tr("หลักสูตรที่รอรับรอง"),
                lambda line, _today: self._since(
                    line,
                    self.tr("ทดลองจัดแล้วเมื่อ {day} เสนอที่ประชุมรับรอง"),
                    self.tr("ทดลองจัดแล้ว เสนอที่ประชุมรับรอง"),
                ),
                page_of,
                who=named,
                dated=True,
            ),
            "curriculum_newer": DayReason(
                "copy", lambda: self.tr("หลักสูตรที่มีฉบับใหม่แล้ว"), self._newer, page_of, who=named
            ),
        }

    def _waits(self, waits: Waits) -> str:
        return {
            "": "",
            "try": self.tr("ยังไม่ได้ทดลอง"),
            "adopt": self.tr("รอรับรอง"),
            "newer": self.tr("มีฉบับใหม่แล้ว"),
        }[waits]

    def _since(self, line: TodayLine, known: str, never: str) -> str:
        return known.replace("{day}", shown_iso(line.due)) if line.due else never

    def _newer(self, _line: TodayLine, _today: date) -> str:
        return self.tr("ฉบับใหม่รับรองแล้ว ฉบับนี้เลิกใช้ได้เมื่อไม่มีใครเรียนอยู่")
