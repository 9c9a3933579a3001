"""What is said of evidence: what it lacks, and why it stands in the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import QObject

from desktop.services.today.records import TodayLine
from desktop.ui.printing.papers import Paper
from desktop.ui.record_names import code_name
from desktop.ui.shell.feature import DayReason
from desktop.ui.subjects import named, page_of
from desktop.ui.translation import translate

EVIDENCES, EVIDENCE = "evidence_list", "evidence"
PAPER = Paper(lambda: translate("EvidenceCommands", "รายการหลักฐานการเรียนรู้"))


def lacks(gaps: Iterable[str]) -> str:
    """What evidence lacks, "" where it may be shown."""
    return " · ".join(code_name("evidence_gap", gap) for gap in gaps)


class EvidenceWords(QObject):
    """The words of the day."""

    def reasons(self) -> Mapping[str, DayReason]:
        """Why evidence stands in the day."""
        return {
            "evidence_waiting": DayReason(
                "eye", lambda: self.tr("หลักฐานที่รอคนดู"), self._waiting, page_of, who=named
            ),
        }

    def _waiting(self, line: TodayLine, _today: date) -> str:
        said = self.tr("ของ {who} เปิดดูว่าแสดงว่าทำได้จริงไหม แล้วกดดูแล้ว")
        return said.replace("{who}", str(line.values["who"]))
