"""A sheet of an export that was sorted in part: its rows mix several people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop.exchange.cells import column_letters
from desktop.exchange.columns import Layout
from desktop.exchange.learner_columns import FEW_VALUES
from desktop.exchange.marks import stray_cells, texts_of_row, torn_columns
from desktop.exchange.rows import CellProblem, RosterRow


def with_tears(
    layouts: Iterable[Layout], rows: Sequence[RosterRow]
) -> tuple[list[RosterRow], list[CellProblem]]:
    """Return the rows, each told where it is torn, and a sentence for each sheet that is."""
    told = list(rows)
    problems = []
    for layout in layouts:
        own = [place for place, row in enumerate(rows) if row.table == layout.key]
        exported = [
            (check.mark if (check := row.check) else None, texts_of_row(layout.fields, row.cells))
            for row in (rows[place] for place in own)
        ]
        torn = torn_columns(exported, FEW_VALUES)
        if torn:
            letters = ", ".join(column_letters(layout.fields[name] + 1) for name in torn)
            problems.append(CellProblem(layout.sheet, 0, "", "sheet_sorted_in_part", letters))
            for place in own:
                told[place] = _told(rows[place], torn)
            continue
        for place, key in zip(own, stray_cells(exported, FEW_VALUES), strict=True):
            if key:
                told[place] = replace(rows[place], torn=key)
    return told, problems


def _told(row: RosterRow, torn: Sequence[str]) -> RosterRow:
    """A row of a torn sheet; one that holds all that it was exported with says nothing new."""
    moved = row.check.moved if row.check is not None else frozenset(torn)
    return replace(row, torn=next((key for key in torn if key in moved), min(moved, default="")))
