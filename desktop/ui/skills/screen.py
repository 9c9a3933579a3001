"""The list of key skills, before and after."""

from __future__ import annotations

from collections.abc import Collection

from desktop.services.roles import Right
from desktop.services.skills.records import SkillQuery, SkillRow
from desktop.ui.record_names import field_name, kind_name
from desktop.ui.skills.words import MEASURE
from desktop.ui.subjects.directory import AGAIN, DirectoryScreen
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.table_model import Column


class SkillsScreen(DirectoryScreen[SkillRow]):
    """Who, which skill, of which course, at what level."""

    def __init__(self, rights: Collection[Right]) -> None:
        super().__init__(MEASURE, rights, SkillsScreen.between, "skill", ("learner", "course"))

    def question(
        self, search: str, by: tuple[str, ...], states: tuple[str, ...], flags: frozenset[str]
    ) -> SkillQuery:
        return SkillQuery(search, states, ask_again=AGAIN in flags, skills=by)

    def named(self) -> str:
        return self.tr("ใคร")

    def searched(self) -> str:
        return self.tr("ค้นชื่อผู้เรียนรู้ หรือกิจกรรม")

    def begin_with(self) -> str:
        return self.tr("เปิดกิจกรรมที่กำลังจะเริ่ม แล้วกดทักษะก่อน–หลัง เพื่อวัดทุกคนในตารางเดียว")

    def again(self) -> str:
        return self.tr("ยังบอกไม่ครบ")

    def help_text(self) -> str:
        return self.tr(
            "ทักษะสำคัญสี่ด้านของแต่ละคน ก่อนและหลังเรียน\n"
            "วัดทั้งกิจกรรมในตารางเดียวได้จากหน้ากิจกรรม กดเลข 1 ถึง 4\n"
            "หลังเรียนใส่ได้เมื่อมีก่อนเรียน กด Enter เพื่อเปิดดู กด Ctrl+N เพื่อเพิ่ม"
        )

    def between(self) -> list[Column[SkillRow]]:
        """The columns between the name and how it stands."""
        return [
            self.coded("skill", lambda row: row.skill, 165),
            self.worded("course", lambda: kind_name("course"), lambda row: row.course, 140, 2),
            self.coded("phase", lambda row: row.phase, 92),
        ]

    def asked_when(self) -> Column[SkillRow]:
        """The level, and the day that it was measured."""
        return self.worded("level", lambda: field_name(MEASURE, "level"), self._level, 234)

    def _level(self, row: SkillRow) -> str:
        level = self.codes.label("skill_levels", row.level) if row.level else self.tr("ยังไม่วัด")
        return " · ".join(filter(None, (level, shown_iso(row.on) if row.on else "")))
