"""What is said of life-quality activities: papers, sums by level, and why they are due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject

from desktop.services.kpc.records import KpcSum
from desktop.services.needs.amounts import shown
from desktop.services.today.records import TodayLine
from desktop.ui.code_book import CodeBook
from desktop.ui.learner_place import LEARNING
from desktop.ui.learner_place import page_of as learner_page
from desktop.ui.printing.papers import Paper
from desktop.ui.shell.feature import DayReason
from desktop.ui.shell.finding import Destination
from desktop.ui.subjects import named, page_of
from desktop.ui.translation import translate

KPC_ENTRIES, KPC_ENTRY = "kpc_entries", "kpc_entry"
PAPER = Paper(lambda: translate("KpcCommands", "รายการ กพช. ทุกคน"))
REPORTS = Paper(lambda: translate("KpcCommands", "รายงาน กพช."))
FORM = Paper(lambda: translate("KpcCommands", "รายงาน กพช. เปล่า"))


class KpcWords(QObject):
    """The words of the learner's card."""

    def level(self, level: KpcSum, codes: CodeBook) -> str:
        """The hours that count of a level, and what is missing; those of one's own project too."""
        nowhere = self.tr("ยังไม่ระบุระดับ")
        name = codes.label("dole_curriculum", level.level) if level.level else nowhere
        said = [name + ":", self._of(level.approved, level.asked)]
        if level.own_asked is not None:
            own = self.tr("โครงการของตนเอง {hours}")
            said.append("· " + own.replace("{hours}", self._of(level.own, level.own_asked)))
        return " ".join(said)

    def _of(self, hours: float, asked: float | None) -> str:
        if asked is None:
            return self.tr("{hours} ชั่วโมง").replace("{hours}", shown(hours))
        left = max(0.0, asked - hours)
        said = self.tr("{hours} จาก {asked} ชั่วโมง")
        said = said.replace("{hours}", shown(hours)).replace("{asked}", shown(asked))
        lacks = self.tr("ขาด {left}").replace("{left}", shown(left))
        whole = self.tr("ครบแล้ว")
        return f"{said} {lacks if left else whole}"

    def reasons(self) -> Mapping[str, DayReason]:
        """Why hours stand in the day."""
        return {
            "kpc_waiting": DayReason(
                "clock", lambda: self.tr("กพช. ที่รออนุมัติ"), self._waiting, page_of, who=named
            ),
            "kpc_near": DayReason("clock", lambda: self.tr("กพช. ใกล้ครบ"), self._near, _learning),
        }

    def _waiting(self, line: TodayLine, _today: date) -> str:
        said = self.tr("ของ {who} เสนอไว้ {hours} ชั่วโมง ให้ผู้อนุมัติดู แล้วกดอนุมัติ")
        said = said.replace("{who}", str(line.values["who"]))
        return said.replace("{hours}", shown(line.values["hours"]))

    def _near(self, line: TodayLine, _today: date) -> str:
        of = self.tr("อนุมัติแล้ว {hours}")
        told = [of.replace("{hours}", self._of(line.values["approved"], line.values["asked"]))]
        if line.values["own_left"]:
            own = self.tr("โครงการของตนเองยังขาด {left}")
            told.append(own.replace("{left}", shown(line.values["own_left"])))
        return " · ".join(told)


def _learning(line: TodayLine) -> Destination:
    return learner_page(line.learner_id, LEARNING)


def hours(amount: float | None) -> str:
    """A number of hours, a dash where there is none."""
    return shown(amount) if amount is not None else "–"
