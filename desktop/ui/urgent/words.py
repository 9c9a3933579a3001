"""Why an urgent case stands in the day: what kind it is, and never whose."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject

from desktop.models.vocabulary import Term
from desktop.services.roles import Right
from desktop.services.today.records import TodayLine
from desktop.services.urgent.hours import Pace
from desktop.ui.shell.feature import DayReason
from desktop.ui.subjects import page_of
from desktop.ui.translation import language
from desktop.ui.tries import TryWords
from desktop.ui.urgent.table_model import UrgentWords


class UrgentDay(QObject):
    """The words of the day."""

    def reasons(self) -> Mapping[str, DayReason]:
        """Why a case stands in the day."""
        return {
            "urgent_hours": DayReason(
                "clock",
                lambda: self.tr("เรื่องเร่งด่วนที่ใกล้ครบหรือเกินเวลา"),
                self._hours,
                page_of,
                who=_kind,
                right=Right.URGENT,
            ),
            "urgent_try": DayReason(
                "phone",
                lambda: self.tr("เรื่องเร่งด่วนที่ต้องโทรอีกครั้ง"),
                TryWords().again,
                page_of,
                who=_kind,
                right=Right.URGENT,
            ),
        }

    def _hours(self, line: TodayLine, _today: date) -> str:
        pace: Pace = line.values["pace"]
        what = {
            "answer": self.tr("ยังไม่มีใครตอบ"),
            "hand_on": self.tr("ยังไม่ได้ส่งถึงมือผู้ช่วย"),
            "next": self.tr("ยังไม่คลี่คลาย"),
        }[pace.step]
        term = line.values["step"]
        if pace.step != "answer" and isinstance(term, Term):
            said = self.tr("ขั้นต่อไปบอก {step}").replace("{step}", term.label(language().value))
            what = f"{what} {said}"
        left, late = self.tr("ครบกำหนดใน {time}"), self.tr("เกินกำหนดมาแล้ว {time}")
        length = UrgentWords().length(pace.minutes)
        return f"{what} {(late if pace.pace == 'overdue' else left).replace('{time}', length)}"


def _kind(line: TodayLine) -> str:
    term = line.values["kind"]
    assert isinstance(term, Term)
    return term.label(language().value)
