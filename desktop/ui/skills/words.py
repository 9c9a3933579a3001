"""What is said of key skills: their names, what became of each, and papers."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from desktop.services.skills.records import SkillRow
from desktop.ui.code_book import CodeBook
from desktop.ui.printing.papers import Paper
from desktop.ui.thai_time import shown_iso
from desktop.ui.translation import translate

MEASURES, MEASURE, SHEET = "skill_measures", "skill_measure", "skill_sheet"
PAPER = Paper(lambda: translate("SkillCommands", "ทักษะสำคัญ ก่อนและหลัง"))


class SkillWords(QObject):
    """The words of the list, of the page and of the learner's card."""

    def step(self, row: SkillRow, codes: CodeBook) -> str:
        """When, at what level, and how sure that is."""
        phase = codes.label("skill_phases", row.phase)
        level = codes.label("skill_levels", row.level) if row.level else self.tr("ยังไม่วัด")
        told = (f"{phase} {level}", shown_iso(row.on) if row.on else "", self._sure(row))
        return " · ".join(filter(None, told))

    def way(self, rows: Iterable[SkillRow]) -> str:
        """What became of a skill, given what was measured of it: before → after."""
        counting = [row for row in rows if row.order and row.state == "counts"]
        levels = " → ".join(str(row.order) for row in counting)
        if len(counting) < 2:
            return levels
        first, last = counting[0].order, counting[-1].order
        if last > first:
            said = self.tr("เพิ่มขึ้น")
        else:
            said = self.tr("เท่าเดิม") if last == first else self.tr("ลดลง")
        return f"{levels} {said}"

    def _sure(self, row: SkillRow) -> str:
        if row.state != "counts":
            return self.tr("ถอนแล้ว ไม่นับ")
        return self.tr("บอกย้อนหลัง") if row.estimated else ""
