"""A printed plan in words, for the card of prints and for Ctrl+K."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.papers.prints import PlanPrinted
from desktop.ui.plan.opening import PLAN
from desktop.ui.shell.finding import Found, RecordSearch
from desktop.ui.thai_time import shown_moment


class PrintedWords(QObject):
    """When a plan was printed, and whether it still says the same."""

    def when(self, printed: PlanPrinted) -> str:
        """Which version, when and by whom."""
        text = self.tr("แผนฉบับที่ {version} พิมพ์ {when}").replace("{version}", str(printed.version))
        text = text.replace("{when}", shown_moment(printed.printed_at))
        if printed.printed_by:
            text += "  " + self.tr("โดย {name}").replace("{name}", printed.printed_by)
        return text

    def state(self, printed: PlanPrinted) -> str:
        """Whether the paper still says what the plan says."""
        return self.tr("ตรงกับแผนตอนนี้") if printed.current else self.tr("แผนแก้ไปหลังพิมพ์")

    def heading(self) -> str:
        """Over what Ctrl+K finds by a stamp."""
        return self.tr("แผนที่พิมพ์แล้ว")


def by_stamp(services: Services) -> RecordSearch:
    """Find a printed plan by the stamp on its paper, or by the text of its QR."""

    def find(words: str) -> Sequence[Found]:
        try:
            printed = services.prints.find(words)
        except UserError as error:
            if error.code != "stamp_unknown":
                raise
            return ()
        said = PrintedWords()
        return [
            Found(
                f"{printed.full_name}  ·  {printed.stamp}",
                f"{said.when(printed)}  ·  {said.state(printed)}",
                "printer",
                (PLAN, printed.plan_id),
                exact=True,
            )
        ]

    return RecordSearch(lambda: PrintedWords().heading(), find)
