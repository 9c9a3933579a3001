"""The roster of a month on paper, to hang beside the telephone."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from pathlib import Path
from typing import Final

from desktop.reports.paper_data import PaperOptions
from desktop.services.duty.reading import stretch
from desktop.services.duty.records import DutyLine
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import Listed, lines, write_list
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace

_COLUMNS: Final = (
    ("วันที่", "Date", 90.0),
    ("กลางวัน", "Day", 220.0),
    ("กลางคืน", "Night", 220.0),
)


class DutyPaper:
    """Prints the roster; a gap stays empty, to be filled with a pen."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.PRINT)
    def write_month(self, path: Path, month: date, options: PaperOptions | None = None) -> int:
        """Write the month of a day and return its pages; UserError as `lists.write_list`."""
        first = month.replace(day=1)
        days = monthrange(first.year, first.month)[1]

        def told(desk: PaperDesk) -> Listed:
            english = desk.language == "en"
            found = stretch(desk.session, first, days)
            rows = [
                (desk.date(day.on, short=True), _cell(day), _cell(night))
                for day, night in zip(found[::2], found[1::2], strict=True)
            ]
            names = tuple(each.who for each in found if each.who)
            return Listed(
                "Who answers" if english else "ตารางเวร",
                _COLUMNS,
                [("", rows)],
                desk.date(f"{first:%Y-%m}"),
                names,
                len(rows),
                numbered=False,
            )

        return write_list(self._workspace, path, options, told, "printed_duty")


def _cell(line: DutyLine) -> str:
    return lines(line.who, line.phone, line.area, line.note)
