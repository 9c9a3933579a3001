"""The columns of the list of urgent cases."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.services.urgent.records import UrgentLine
from desktop.ui.code_book import CodeBook
from desktop.ui.widgets.labels import Tone
from desktop.ui.widgets.table_model import Column

STATES: dict[str, tuple[str, Tone]] = {
    "open": ("bell", "danger"),
    "referred": ("send", "info"),
    "closed": ("circle-check", "neutral"),
}


class UrgentWords(QObject):
    """What the cells say."""

    def titles(self) -> dict[str, str]:
        """The heads of the columns."""
        return {
            "who": self.tr("ใคร"),
            "kind": self.tr("เรื่อง"),
            "state": self.tr("สถานะ"),
            "days": self.tr("ผ่านมา"),
            "responsible": self.tr("ผู้รับผิดชอบ"),
        }

    def days(self, line: UrgentLine) -> str:
        """How old the case is."""
        return self.tr("%n วัน", "", line.days) if line.days else self.tr("วันนี้")

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

    return [
        Column("who", title("who"), lambda line: line.who, None, 0, hint=lambda line: line.who),
        Column("kind", title("kind"), kind, None, 190, hint=kind),
        Column("state", title("state"), state, None, 144, icon=icon, hint=state, spare=1),
        Column("days", title("days"), words.days, None, 88, spare=2),
    ]
