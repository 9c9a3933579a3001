"""The lists of `EXPORTS` into .xlsx or .csv; sensitive facts only when asked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.errors import UserError
from desktop.exchange.guide import guide_lines
from desktop.exchange.writing import date_text, write_csv, write_xlsx
from desktop.progress import Progress, SilentProgress
from desktop.reports.paper_words import WORDS
from desktop.services import audit
from desktop.services.learners.period import period_words
from desktop.services.learners.records import LearnerQuery
from desktop.services.rights import Right, needs, require
from desktop.services.rosters.export_words import letterhead
from desktop.services.rosters.workbooks import EXPORTS
from desktop.services.workbooks.declared import Asked
from desktop.services.workspace import Workspace


@dataclass(frozen=True)
class Exported:
    """What was written: the file and how many rows.

    Attributes:
        kept_in: how many more were asked for and may not leave the centre.
    """

    path: Path
    rows: int
    kept_in: int = 0


class ExportService:
    """Writes tables; the suffix of the path, .xlsx or .csv, chooses the form.

    Methods raise UserError `export_format_unknown`, `export_not_writable`,
    `export_cell_too_long`, `not_allowed` (sensitive ones for a viewer), and Cancelled.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.EXPORT)
    def export(
        self,
        what: str,
        path: Path,
        query: object = None,
        *,
        english: bool = False,
        sensitive: bool = False,
        columns: frozenset[str] | None = None,
        numbers: bool = True,
        progress: Progress | None = None,
    ) -> Exported:
        """Write one of `EXPORTS`.

        Args:
            what: its name there.
            path: the file, which appears whole or not at all.
            query: which records, of the kind that the export asks with; all without one.
            english: headings and words in English (an import reads both).
            sensitive: sensitive words too.
            columns: keys of the wanted columns of `learners`, all without; who it is stays.
            numbers: with national numbers, G codes and telephones.
            progress: told per some hundred rows.
        """
        if path.suffix.lower() not in (".xlsx", ".csv"):
            raise UserError("export_format_unknown", name=path.name)
        if sensitive:
            require(self._workspace, Right.EXPORT_SENSITIVE)
        export, today = EXPORTS[what], self._workspace.today()
        asked = Asked(
            today, query, "en" if english else "th", sensitive, columns, numbers,
            progress or SilentProgress(),
        )  # fmt: skip
        with self._workspace.read() as session:
            tables = export.tables(session, asked)
            head = letterhead(session, today)
        if sensitive:
            head = " · ".join((head, WORDS["sensitive"][english]))
        if isinstance(query, LearnerQuery):
            period = period_words(query, date_text, english=english)
            head = " · ".join(filter(None, (head, period)))
        rows = len(tables[0].rows)
        if path.suffix.lower() == ".csv":
            write_csv(path, tables[0], asked.progress, english=english)
        else:
            guide = guide_lines(tables, head, new_rows=export.new_rows, english=english)
            write_xlsx(path, tables, asked.progress, english=english, letterhead=head, guide=guide)
        with self._workspace.write() as session:
            audit.note(
                session, self._workspace, "exported", what=what, rows=rows, sensitive=sensitive
            )
        return Exported(path, rows, tables[0].kept_in)
