"""Why settings stand in the day: what only whoever keeps the centre can see to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject

from desktop.services.roles import Right
from desktop.services.today.records import TodayLine
from desktop.ui.settings.menu import SETTINGS
from desktop.ui.shell.feature import DayReason


class SettingsDay(QObject):
    """The sentences."""

    def reasons(self) -> Mapping[str, DayReason]:
        """Every reason that a page of the settings sees to."""
        return {
            "retention_due": DayReason(
                "clock",
                lambda: self.tr("ครบกำหนดเก็บข้อมูล"),
                self._retention,
                lambda line: (SETTINGS, line.subject),
                right=Right.ERASE,
            )
        }

    def _retention(self, line: TodayLine, _today: date) -> str:
        people = int(line.values.get("people") or 0)
        return self.tr("มี %n คนที่พ้นเวลาเก็บข้อมูลแล้ว เลือกว่าจะทำอย่างไร", "", people)
