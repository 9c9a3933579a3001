"""The reports of help and learning on paper, for outside: small numbers are never on it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from desktop.reports.paper_data import PaperOptions
from desktop.services.learners.records import LearnerQuery
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import Headings, Listed, write_lists
from desktop.services.rights import Right, needs
from desktop.services.tallies.help_service import REPORTS, tables_of
from desktop.services.tallies.help_tables import HelpTable, told, word
from desktop.services.workspace import Workspace

_WIDTH = 750.0
_NAME = 250.0


class HelpReports:
    """Prints the reports of `desktop.services.tallies.help_service.REPORTS`."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.COUNT)
    def write_pdf(
        self,
        path: Path,
        name: str,
        within: LearnerQuery | None = None,
        options: PaperOptions | None = None,
    ) -> int:
        """Write a report and return its pages.

        Raises:
            UserError: `paper_nothing_to_print`; as `write_lists`.
        """

        def listed(desk: PaperDesk) -> list[Listed]:
            tables = tables_of(name, desk.session, within, desk.today, hidden=True)
            alike = groupby(tables, key=lambda each: each.columns)
            return [_listed(desk, name, list(group)) for _columns, group in alike]

        return write_lists(self._workspace, path, options, listed, "printed_help")


def _listed(desk: PaperDesk, name: str, tables: Sequence[HelpTable]) -> Listed:
    """Tables of the same columns, below one another."""
    english = desk.language == "en"
    whole = tables[0]
    columns: Headings = [("แยกตาม", "By", _NAME)] + [
        (
            word(each, english=False),
            word(each, english=True),
            (_WIDTH - _NAME) / len(whole.columns),
        )
        for each in whole.columns
    ]
    day = desk.date(desk.today.isoformat())
    said = "As of" if english else "ข้อมูลถึง"
    hidden = "1 to 4 are not shown" if english else "จำนวน 1 ถึง 4 ไม่แสดง"
    return Listed(
        REPORTS[name][english],
        columns,
        [(word(each.name, english=english), _lines(desk, each)) for each in tables],
        f"{said} {day}" if name == "funds" else f"{said} {day} · {hidden}",
        count=sum(len(each.rows) for each in tables),
        numeric=frozenset(range(1, len(columns))),
        numbered=False,
    )


def _lines(desk: PaperDesk, table: HelpTable) -> list[tuple[str, ...]]:
    english = desk.language == "en"
    hidden = "not shown" if english else "ไม่แสดง"
    lines = [
        (row.name[english], *(told(each, hidden) for each in row.figures)) for row in table.rows
    ]
    if table.total:
        below = tuple(told(each, hidden) for each in table.total)
        lines.append(("Total" if english else "รวม", *below))
    return lines
