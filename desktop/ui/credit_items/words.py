"""What is said of credits: papers, doubts, sums, and why one stands in the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import ceil

from PySide6.QtCore import QObject

from desktop.services.credits.records import CreditRow, LevelSum
from desktop.services.needs.amounts import shown
from desktop.services.today.records import TodayLine
from desktop.ui.code_book import CodeBook
from desktop.ui.printing.papers import Paper
from desktop.ui.shell.feature import DayReason
from desktop.ui.subjects import named, page_of
from desktop.ui.translation import translate

CREDIT_ITEMS, CREDIT_ITEM = "credit_items", "credit_item"
PAPER = Paper(lambda: translate("CreditCommands", "รายการสิ่งที่เทียบโอน"))
REQUESTS = Paper(lambda: translate("CreditCommands", "คำขอและผลการเทียบโอน"))
FORM = Paper(lambda: translate("CreditCommands", "คำขอเทียบโอนเปล่า"))


def shown_credits(amount: float | None) -> str:
    """A number of credits, a dash where there is none."""
    return shown(amount) if amount is not None else "–"


class CreditWords(QObject):
    """The words of the page, of the learner's book, and of the day."""

    def doubts(self) -> Mapping[str, str]:
        """What cannot be quite right."""
        return {
            "credit_ends_first": self.tr("วันที่จบมาก่อนวันที่เริ่ม ดูอีกครั้ง"),
            "credit_without_level": self.tr("ใส่ระดับด้วย จะได้รู้ว่ายังขาดเท่าใดถึงระดับนั้น"),
        }

    def waits(self, row: CreditRow) -> str:
        """For how long it is where it is; "" where nobody is waited for."""
        return self.tr("%n วัน", "", row.days) if row.days else ""

    def level(self, level: LevelSum, codes: CodeBook) -> str:
        """What is accepted of a level and what is missing; what is proposed is told apart."""
        nowhere = self.tr("ยังไม่ระบุระดับ")
        name = codes.label("dole_curriculum", level.level) if level.level else nowhere
        if level.minimum is None:
            said = self.tr("{level}: รับแล้ว {accepted} หน่วยกิต")
        elif level.gap:
            said = self.tr("{level}: รับแล้ว {accepted} จาก {minimum} หน่วยกิต ยังขาด {gap}")
        else:
            said = self.tr("{level}: รับแล้ว {accepted} จาก {minimum} หน่วยกิต ครบแล้ว")
        for name_, value in (
            ("level", name),
            ("accepted", shown(level.accepted)),
            ("minimum", shown(level.minimum or 0)),
            ("gap", shown(level.gap)),
        ):
            said = said.replace("{" + name_ + "}", value)
        return said

    def beside(self, level: LevelSum, codes: CodeBook) -> str:
        """What is proposed and undecided, the terms that the gap takes, and the strands."""
        parts = []
        if level.proposed:
            parts.append(self.tr("เสนออยู่ {much} ยังไม่นับ").replace("{much}", shown(level.proposed)))
        if level.gap and level.most_a_term:
            terms = ceil(level.gap / level.most_a_term)
            parts.append(self.tr("ที่ขาดใช้อย่างน้อย %n ภาคเรียน", "", terms))
        parts += [
            f"{codes.label('dole_subjects', code)} {shown(much)}"
            for code, much in level.subjects
            if code
        ]
        return " · ".join(parts)

    def reasons(self) -> Mapping[str, DayReason]:
        """Why a credit item stands in the day."""
        return {
            "credit_returned": DayReason(
                "undo-2", lambda: self.tr("เทียบโอนที่ถูกส่งกลับ"), self._returned, page_of, who=named
            ),
            "credit_waiting": DayReason(
                "clock",
                lambda: self.tr("เทียบโอนที่รอผลนาน"),
                self._waiting,
                page_of,
                who=named,
            ),
            "credit_unsubmitted": DayReason(
                "send", lambda: self.tr("เทียบโอนที่ยังไม่ยื่น"), self._unsubmitted, page_of, who=named
            ),
        }

    def _returned(self, line: TodayLine, _today: date) -> str:
        return _of(self.tr("ของ {who} {receiver} ขอเพิ่ม: {missing}"), line)

    def _waiting(self, line: TodayLine, _today: date) -> str:
        return _of(self.tr("ของ {who} ยื่น {receiver} มา {days} วันแล้ว โทรถามว่าถึงไหน"), line)

    def _unsubmitted(self, line: TodayLine, _today: date) -> str:
        return _of(self.tr("ของ {who} เสนอไว้ {days} วันแล้ว พิมพ์คำขอแล้วยื่นสถานศึกษา"), line)


def _of(said: str, line: TodayLine) -> str:
    for name in ("who", "receiver", "days", "missing"):
        said = said.replace("{" + name + "}", str(line.values[name]))
    return " ".join(said.split())
