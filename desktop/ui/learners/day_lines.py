"""Why a village stands in the day: the water comes, and its people are to be visited before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject

from desktop.services.learners.records import LearnerQuery
from desktop.services.today.records import TodayLine
from desktop.ui import thai_time
from desktop.ui.learners.opening import open_with
from desktop.ui.person_words import PersonWords
from desktop.ui.shell.feature import DayReason
from desktop.ui.shell.finding import Destination


class VillageDay(QObject):
    """The sentences."""

    def reasons(self) -> Mapping[str, DayReason]:
        """Every reason that concerns the people of a village."""
        return {
            "flood_soon": DayReason(
                "triangle-alert",
                lambda: self.tr("ใกล้น้ำหลาก"),
                self._flood,
                _people,
                who=_village,
            )
        }

    def _flood(self, line: TodayLine, _today: date) -> str:
        month = thai_time.month_name(int(line.values["month"]))
        text = self.tr("น้ำมักหลากเดือน{month} เตรียมใบงานและของจำเป็นก่อนทางขาด")
        return text.replace("{month}", month)


def _village(line: TodayLine) -> str:
    return PersonWords().village(str(line.values["village"]), str(line.values["village_name"]))


def _people(line: TodayLine) -> Destination:
    return open_with(LearnerQuery(villages=(str(line.values["village"]),)), _village(line))
