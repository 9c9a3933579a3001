"""What a person types in the place of single cells before an import; the file stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop.exchange.columns import Layout, shown
from desktop.exchange.person_cells import Lookup, Words
from desktop.exchange.preview import Preview, with_repeats
from desktop.exchange.rows import CellPlace, RosterRow, RowReader


def corrected(preview: Preview, corrections: Mapping[CellPlace, str], lookup: Lookup) -> Preview:
    """Return the preview with these cells saying what was typed, every row read anew by that.

    A correction that says what the file says, or that belongs to no row, changes nothing.
    """
    words = Words(lookup)
    layouts = {layout.key: layout for layout in preview.tables}
    of_row: dict[tuple[str, int], dict[int, str]] = {}
    for (sheet, number, place), text in corrections.items():
        of_row.setdefault((sheet, number), {})[place] = text
    rows = [
        _reread(row, layouts[row.table], of_row.get((row.sheet, row.row), {}), preview, words)
        for row in preview.rows
    ]
    repeated = with_repeats(rows)
    of_file = [problem for problem in preview.problems if not problem.row]
    of_rows = [problem for row in repeated for problem in row.problems]
    return replace(preview, rows=tuple(repeated), problems=(*of_file, *of_rows))


def standing(preview: Preview, corrections: Mapping[CellPlace, str]) -> dict[CellPlace, str]:
    """The corrections without those that say what the file says.

    One of a row or column that is not read at the moment stays: it may be again.
    """
    layouts = {layout.key: layout for layout in preview.tables}
    void = {
        (row.sheet, row.row, column.index)
        for row in preview.rows
        for column in layouts[row.table].columns
        if column.index not in row.corrected
    }
    return {place: text for place, text in corrections.items() if place not in void}


def typed_at(row: RosterRow, place: int) -> str:
    """What stands in a cell of a row as a person would type it, with what was corrected."""
    return shown(row.cells[place]) if place < len(row.cells) else ""


def _reread(
    row: RosterRow, layout: Layout, typed: Mapping[int, str], preview: Preview, words: Words
) -> RosterRow:
    first = row.as_read or row
    columns = {column.index for column in layout.columns}
    said = {
        place: text.strip()
        for place, text in typed.items()
        if place in columns and text.strip() != typed_at(first, place).strip()
    }
    if not said:
        return first
    cells = [*first.cells, *[None] * (max(said) + 1 - len(first.cells))]
    for place, text in said.items():
        cells[place] = text or None
    errors = tuple(error for error in first.source.errors if error[0] not in said)
    source = replace(first.source, cells=tuple(cells), errors=errors)
    read = RowReader(layout, words, preview.today, first.home).read(source)
    return replace(read, as_read=first, torn="" if read.as_exported else first.torn)
