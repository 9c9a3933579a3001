"""A sheet of an export that was sorted in part: its rows mix several people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop.exchange.cells import column_letters
from desktop.exchange.columns import Layout
from desktop.exchange.learner_columns import FEW_VALUES
from desktop.exchange.marks import texts_of_row, torn_columns
from desktop.exchange.rows import CellProblem, RosterRow


def with_tears(
    layouts: Iterable[Layout], rows: Sequence[RosterRow]
) -> tuple[list[RosterRow], list[CellProblem]]:
    """Return the rows, those of a torn sheet told so, and the sentence for each such sheet."""
    told: dict[object, bool] = {}
    problems = []
    for layout in layouts:
        own = [row for row in rows if row.table == layout.key and row.check is not None]
        torn = torn_columns(
            [
                (row.check.mark, texts_of_row(layout.fields, row.cells))
                for row in own
                if row.check is not None
            ],
            FEW_VALUES,
        )
        if torn:
            letters = ", ".join(column_letters(layout.fields[name] + 1) for name in torn)
            problems.append(CellProblem(layout.sheet, 0, "", "sheet_sorted_in_part", letters))
        told[layout.key] = bool(torn)
    marked = []
    for row in rows:
        torn_row = told.get(row.table, False) and not row.as_exported
        marked.append(replace(row, torn=torn_row) if torn_row != row.torn else row)
    return marked, problems
