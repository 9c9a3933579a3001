"""What is said of people who are looked for: keys of their screens, papers, reasons of the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject

from desktop.services.leads.records import LeadLine
from desktop.services.today.records import TodayLine
from desktop.ui.person_words import PersonWords
from desktop.ui.printing.papers import Paper
from desktop.ui.shell.feature import DayReason
from desktop.ui.subjects import named, page_of
from desktop.ui.thai_time import shown_iso
from desktop.ui.translation import translate
from desktop.ui.tries import TryWords

LEADS, LEAD = "leads", "lead"
WALK, LISTS, TAKING_IN = "lead_walk", "lead_lists", "lead_import"
SHEET = Paper(lambda: translate("LeadsCommands", "ใบรายชื่อค้นหา"), frozenset({"whole_numbers"}))


class LeadWords(QObject):
    """Sentences about somebody who is looked for."""

    def tried(self, row: LeadLine) -> str:
        """When they were last looked for; that it is time again comes first."""
        if not row.tried_on:
            return self.tr("ยังไม่เคยไปหา")
        day = shown_iso(row.tried_on)
        return self.tr("ควรไปหาอีก · {day}").replace("{day}", day) if row.ask_again else day

    def place(self, row: LeadLine) -> str:
        """Where they are looked for."""
        return PersonWords().village(row.moo, row.village_name) if row.moo else ""

    def reasons(self) -> Mapping[str, DayReason]:
        """Why somebody stands in the day."""
        return {
            "lead_untried": DayReason(
                "search", lambda: self.tr("คนที่ควรไปตามหา"), self._untried, page_of, who=named
            ),
            "lead_try": DayReason(
                "phone", lambda: self.tr("คนที่ต้องโทรหาอีกครั้ง"), TryWords().again, page_of, who=named
            ),
            "lead_found": DayReason(
                "user-plus", lambda: self.tr("พบตัวแล้ว รอลงทะเบียน"), self._found, page_of, who=named
            ),
        }

    def _untried(self, line: TodayLine, _today: date) -> str:
        if not line.due:
            return self.tr("ยังไม่มีใครไปหา วางไว้ในเส้นทางเดินหมู่บ้านครั้งต่อไป")
        tried = self.tr("ไปหาครั้งล่าสุด {day} ยังไม่พบตัว ควรไปอีก")
        return tried.replace("{day}", shown_iso(line.due))

    def _found(self, line: TodayLine, _today: date) -> str:
        found = self.tr("พบเมื่อ {day} แต่ยังไม่ได้ลงทะเบียนเป็นผู้เรียนรู้")
        return found.replace("{day}", shown_iso(line.due) if line.due else self.tr("ไม่ทราบวัน"))
