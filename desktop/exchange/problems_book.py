"""The rows of a roster that need a person, in a workbook that can be mended and read again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from desktop.exchange.advice import advice
from desktop.exchange.columns import Layout, shown
from desktop.exchange.preview import Preview
from desktop.exchange.rows import CellProblem, RosterRow
from desktop.exchange.writing import Column, Table, write_xlsx
from desktop.progress import Progress

# The reader passes over a column with this heading.
_TO_DO: Final = "สิ่งที่ต้องแก้"
_ROW: Final = "แถวเดิม"


def write_problems(
    path: Path,
    preview: Preview,
    progress: Progress | None = None,
    *,
    words: Callable[[CellProblem], str] | None = None,
) -> int:
    """Write the rows with problems as they were, the cells marked, with what to do; the count.

    `words` makes the sentence of a problem; Thai advice otherwise. Nothing is written when no
    row has a problem.

    Raises:
        UserError: see `desktop.exchange.writing.write_xlsx`.
        Cancelled: once the person has asked to stop; no file is left.
    """
    say = words or (lambda problem: advice(problem.code))
    tables = []
    count = 0
    for layout in preview.tables:
        rows = [row for row in preview.rows_with_problems if row.table == layout.key]
        if rows:
            tables.append(_table(layout, rows, say))
            count += len(rows)
    if tables:
        write_xlsx(path, tables, progress)
    return count


def _table(layout: Layout, rows: list[RosterRow], say: Callable[[CellProblem], str]) -> Table:
    columns = [
        Column(column.field or column.label, column.heading, column.heading)
        for column in layout.columns
    ]
    # The village of these rows stood in a title or between the rows: it must go with them.
    apart = not {"moo", "village"} & layout.fields.keys() and any(
        row.moo or row.village for row in rows
    )
    if apart:
        columns.append(Column("moo", "หมู่ที่", "Moo"))
        columns.append(Column("village", "หมู่บ้าน", "Village"))
    columns.append(Column("ignore", _TO_DO, _TO_DO, width=60))
    columns.append(Column("ignore", _ROW, _ROW, width=10))
    place_of = {column.letters: place for place, column in enumerate(layout.columns)}
    lines: list[list[str]] = []
    marks: dict[tuple[int, int], str] = {}
    for number, row in enumerate(rows):
        line = [
            shown(row.cells[column.index]) if column.index < len(row.cells) else ""
            for column in layout.columns
        ]
        if apart:
            line += [row.moo, row.village]
        said = list(dict.fromkeys(say(problem) for problem in row.problems))
        lines.append([*line, "\n".join(said), str(row.row)])
        for problem in row.problems:
            place = place_of.get(problem.column)
            if place is not None:
                marks[(number, place)] = problem.code
    return Table(layout.sheet, tuple(columns), lines, marks)
