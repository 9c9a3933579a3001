"""What is said of life-quality activities: papers, and sums by level."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.services.kpc.records import KpcSum
from desktop.services.needs.amounts import shown
from desktop.ui.code_book import CodeBook
from desktop.ui.printing.papers import Paper
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


def hours(amount: float | None) -> str:
    """A number of hours, a dash where there is none."""
    return shown(amount) if amount is not None else "–"
