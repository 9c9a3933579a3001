"""The columns of the list of plans."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from desktop.services.plans.records import PlanLine
from desktop.ui.code_book import CodeBook
from desktop.ui.thai_time import DayWords, shown_iso, whole_day
from desktop.ui.widgets.table_model import Column

STATUS_ICONS = {
    "draft": ("pencil", "muted"),
    "agreed": ("handshake", "primary"),
    "active": ("footprints", "success"),
    "reviewed": ("circle-check", "primary"),
    "closed": ("lock", "muted"),
}


class PlanLineWords(QObject):
    """What the cells say."""

    def name(self, line: PlanLine) -> str:
        """Name with the nickname by which people know each other."""
        return f"{line.learner_name} ({line.nickname})" if line.nickname else line.learner_name

    def village(self, line: PlanLine) -> str:
        """`4 บ้านนาดอย`, or that it is not known."""
        return f"{line.village} {line.village_name}".strip() or self.tr("ยังไม่ระบุ")

    def due(self, line: PlanLine, today: date) -> str:
        """The day of the next review and how far away it is."""
        day = whole_day(line.next_review_on)
        if day is None:
            return self.tr("ยังไม่กำหนด") if line.status != "closed" else ""
        when = DayWords().away(day, today)
        if line.overdue:
            when = self.tr("เลยมา %n วัน", "", (today - day).days)
        return f"{shown_iso(line.next_review_on)} · {when}"

    def goals(self, line: PlanLine) -> str:
        """How many goals are reached."""
        if not line.goals:
            return self.tr("ยังไม่มี")
        said = self.tr("สำเร็จ {achieved} จาก {goals}")
        return said.replace("{achieved}", str(line.goals_achieved)).replace(
            "{goals}", str(line.goals)
        )

    def printed(self, line: PlanLine) -> str:
        """Whether it was printed."""
        return self.tr("พิมพ์แล้ว") if line.printed else self.tr("ยังไม่พิมพ์")

    def titles(self) -> dict[str, str]:
        """The heads of the columns."""
        return {
            "name": self.tr("ชื่อ–สกุล (ชื่อเล่น)"),
            "village": self.tr("หมู่"),
            "status": self.tr("ขั้นของแผน"),
            "due": self.tr("ทบทวนครั้งต่อไป"),
            "goals": self.tr("เป้าหมาย"),
        }


def columns(codes: CodeBook, today: Callable[[], date]) -> list[Column[PlanLine]]:
    """The columns, in their order."""
    words = PlanLineWords()

    def title(key: str) -> Callable[[], str]:
        return lambda: words.titles()[key]

    def due_icon(line: PlanLine) -> tuple[str, str] | None:
        return ("triangle-alert", "warning") if line.overdue else None

    return [
        Column("name", title("name"), words.name, None, 0, hint=words.name),
        Column("village", title("village"), words.village, None, 175, hint=words.village, spare=1),
        Column(
            "status",
            title("status"),
            lambda line: codes.label("plan_status", line.status),
            None,
            205,
            icon=lambda line: STATUS_ICONS.get(line.status),
        ),
        Column(
            "due",
            title("due"),
            lambda line: words.due(line, today()),
            None,
            265,
            icon=due_icon,
        ),
        Column("goals", title("goals"), words.goals, None, 135, spare=2),
    ]
