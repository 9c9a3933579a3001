"""Why an urgent case stands in the day: what kind it is, and never whose."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from desktop.models.vocabulary import Term
from desktop.services.roles import Right
from desktop.services.today.records import TodayLine
from desktop.ui.shell.feature import DayReason
from desktop.ui.subjects import page_of
from desktop.ui.translation import language
from desktop.ui.tries import TryWords


class UrgentDay(QObject):
    """The words of the day."""

    def reasons(self) -> Mapping[str, DayReason]:
        """Why a case stands in the day."""
        return {
            "urgent_try": DayReason(
                "phone",
                lambda: self.tr("เรื่องเร่งด่วนที่ต้องโทรอีกครั้ง"),
                TryWords().again,
                page_of,
                who=_kind,
                right=Right.URGENT,
            )
        }


def _kind(line: TodayLine) -> str:
    term = line.values["kind"]
    assert isinstance(term, Term)
    return term.label(language().value)
