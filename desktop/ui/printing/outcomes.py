"""What printing and exporting came to, in words; the names of files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.models.dates import be_year
from desktop.services.rosters.exporting import Exported
from desktop.services.rosters.oneroster import RosterWritten
from desktop.ui.person_words import PersonWords
from desktop.ui.printing.papers import PLANS, Paper


@dataclass(frozen=True)
class Made:
    """What a printing of several files came to."""

    path: Path
    files: int
    plans: int
    pages: int
    unchanged: int = 0
    begun: int = 0


class PrintWords(QObject):
    """File names and outcomes in words."""

    def file_name(self, name: str, day: date, more: str = "") -> str:
        """A name without anybody's name in it; the day in the Buddhist era."""
        shown = f"{day.day:02d}-{day.month:02d}-{be_year(day.year, day.month)}"
        return " ".join(part for part in (name, more, shown) if part)

    def village_file(self, moo: str, day: date) -> str:
        """The file of one village."""
        return self.file_name(PLANS.name(), day, PersonWords().village(moo))

    def exporting(self) -> str:
        """The title of the progress of a table."""
        return self.tr("กำลังส่งออกตาราง")

    def working(self, paper: Paper) -> str:
        """The title of the progress of a paper."""
        return self.tr("กำลังทำ{paper}").replace("{paper}", paper.name())

    def pages(self, made: Made) -> str:
        """What one paper came to."""
        return self.tr("ทำเอกสารแล้ว %n หน้า", "", made.pages)

    def plans(self, made: Made) -> str:
        """What many plans came to."""
        parts = [self.tr("ทำเอกสารแล้ว %n แผน", "", made.plans)]
        if made.begun:
            parts.append(self.tr("แผ่นเริ่มต้น %n คน", "", made.begun))
        if made.files > 1:
            parts.append(self.tr("%n แฟ้ม", "", made.files))
        parts.append(self.tr("%n หน้า", "", made.pages))
        if made.unchanged:
            parts.append(self.tr("%n แผนไม่เปลี่ยน จึงไม่พิมพ์ซ้ำ", "", made.unchanged))
        return " · ".join(parts)

    def nothing_changed(self, unchanged: int) -> str:
        """Nothing to print, since all is as on paper."""
        return self.tr("ไม่มีแผนที่เปลี่ยน ทั้ง %n แผนตรงกับที่พิมพ์ไว้แล้ว", "", unchanged)

    def exported(self, done: Exported) -> str:
        """What an export came to, and what stayed."""
        parts = [self.tr("ส่งออกแล้ว %n แถว", "", done.rows)]
        if done.kept_in:
            parts.append(self.tr("อีก %n แถวห้ามนำออกนอกศูนย์ จึงไม่รวม", "", done.kept_in))
        return " · ".join(parts)

    def cancelled(self) -> str:
        """The person stopped it."""
        return self.tr("หยุดแล้วตามที่สั่ง ไม่มีแฟ้มค้างครึ่งทาง")

    def workbook_kinds(self) -> str:
        """What the file dialog offers for tables."""
        return self.tr("ตาราง Excel (*.xlsx);;ตาราง CSV (*.csv)")

    def package_kinds(self) -> str:
        """What the file dialog offers for a package."""
        return self.tr("ชุดแฟ้ม OneRoster (*.zip)")

    def roster(self, done: RosterWritten) -> str:
        """What a package for another learning system came to, and what stayed."""
        parts = [
            self.tr("ส่งออกแล้ว %n กิจกรรม", "", done.courses),
            self.tr("%n คน", "", done.people),
        ]
        if done.left_out:
            parts.append(self.tr("%n คนบอกคนนอกไม่ได้ จึงไม่ออกไปด้วย", "", done.left_out))
        if done.unnamed:
            parts.append(self.tr("%n คนยังไม่อยู่ในทะเบียนใด", "", done.unnamed))
        if done.undated:
            parts.append(self.tr("%n กิจกรรมไม่รู้วัน", "", done.undated))
        return " · ".join(parts)

    def where(self) -> str:
        """The title of the file dialog."""
        return self.tr("เก็บไว้ที่")
