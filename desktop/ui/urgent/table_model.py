"""The columns of the list of urgent cases."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.services.urgent.hours import Pace
from desktop.services.urgent.records import UrgentLine
from desktop.ui.code_book import CodeBook
from desktop.ui.thai_time import shown_moment
from desktop.ui.widgets.labels import Tone
from desktop.ui.widgets.table_model import Column

STATES: dict[str, tuple[str, Tone]] = {
    "open": ("bell", "danger"),
    "referred": ("send", "info"),
    "closed": ("circle-check", "neutral"),
}

PACES: dict[str, tuple[str, Tone]] = {
    "in_time": ("clock", "success"),
    "near": ("clock", "warning"),
    "overdue": ("triangle-alert", "danger"),
}


class UrgentWords(QObject):
    """What the cells say."""

    def titles(self) -> dict[str, str]:
        """The heads of the columns."""
        return {
            "who": self.tr("ใคร"),
            "kind": self.tr("เรื่อง"),
            "state": self.tr("สถานะ"),
            "pace": self.tr("เวลา"),
            "days": self.tr("ผ่านมา"),
            "responsible": self.tr("ผู้รับผิดชอบ"),
        }

    def days(self, line: UrgentLine) -> str:
        """How old the case is."""
        return self.tr("%n วัน", "", line.days) if line.days else self.tr("วันนี้")

    def pace(self, pace: Pace | None) -> str:
        """How it stands to its hours, in a word and how long."""
        if pace is None:
            return ""
        word = {
            "in_time": self.tr("ทันเวลา"),
            "near": self.tr("ใกล้ครบ"),
            "overdue": self.tr("เกินเวลา"),
        }[pace.pace]
        return f"{word} {self.length(pace.minutes)}"

    def length(self, minutes: int) -> str:
        """How long: in days, hours or minutes, never more than there are."""
        minutes = abs(minutes)
        if minutes >= 2 * 24 * 60:
            return self.tr("%n วัน", "", minutes // (24 * 60))
        if minutes >= 60:
            return self.tr("%n ชม.", "", minutes // 60)
        return self.tr("%n นาที", "", minutes)

    def target(self, pace: Pace) -> str:
        """What is waited for, and until when."""
        said = {
            "answer": self.tr("ตอบครั้งแรกภายใน {moment}"),
            "hand_on": self.tr("ส่งถึงมือผู้ช่วยภายใน {moment}"),
            "next": self.tr("ถ้ายังไม่คลี่คลาย ส่งต่อขั้นถัดไปภายใน {moment}"),
        }[pace.step]
        return said.replace("{moment}", shown_moment(pace.due_at))

    def mine(self, line: UrgentLine) -> str:
        """Who answers for the case."""
        return self.tr("คุณ") if line.mine else line.responsible


def columns(codes: Callable[[], CodeBook]) -> list[Column[UrgentLine]]:
    """The columns, in their order."""
    words = UrgentWords()

    def title(key: str) -> Callable[[], str]:
        return lambda: words.titles()[key]

    def kind(line: UrgentLine) -> str:
        return codes().label("urgent_kinds", line.case_kind)

    def state(line: UrgentLine) -> str:
        return codes().label("urgent_states", line.state)

    def icon(line: UrgentLine) -> tuple[str, str] | None:
        sign, tone = STATES.get(line.state, ("bell", "neutral"))
        return (sign, "danger" if tone == "danger" else "muted")

    def time(line: UrgentLine) -> str:
        return words.pace(line.pace)

    def clock(line: UrgentLine) -> tuple[str, str] | None:
        return PACES[line.pace.pace] if line.pace is not None else None

    def until(line: UrgentLine) -> str:
        return words.target(line.pace) if line.pace is not None else ""

    return [
        Column("who", title("who"), lambda line: line.who, None, 0, hint=lambda line: line.who),
        Column("kind", title("kind"), kind, None, 190, hint=kind, spare=1),
        Column("pace", title("pace"), time, None, 166, icon=clock, hint=until),
        Column("state", title("state"), state, None, 132, icon=icon, hint=state, spare=2),
        Column("days", title("days"), words.days, None, 88, spare=3),
    ]
