"""Small workbooks for tests, and what becomes of each of their cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook

from desktop.exchange.cells import Cell, Sheet
from desktop.exchange.columns import shown
from desktop.exchange.preview import Preview
from desktop.exchange.reading import read_book
from desktop.exchange.regions import Region, regions_of
from desktop.exchange.rows import RosterRow
from desktop.exchange.skipping import QUIET
from desktop.models.text import one_line
from tests.exchange.rosters import SAMPLES

CASES = SAMPLES / "field"


def person(row: RosterRow) -> tuple[str, str, str, str]:
    return row.given, row.surname, row.birth.iso() if row.birth else "", row.moo


def codes(row: RosterRow) -> list[tuple[str, str]]:
    return [(problem.code, problem.column) for problem in row.problems]


def book(path: Path, *rows: Sequence[object], merged: Iterable[str] = ()) -> Path:
    made = Workbook()
    sheet = made.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    made.save(path)
    return path


def cells_of(sheet: Sheet) -> dict[tuple[int, int], str]:
    return {
        (row.number, place): text
        for row in sheet.rows
        for place, cell in enumerate(row.cells)
        if (text := one_line(shown(cell)))
    }


def accounted(path: Path, preview: Preview) -> dict[str, tuple[int, int]]:
    """For each sheet how many cells hold something, and how many of them ended somewhere."""
    found: dict[str, tuple[int, int]] = {}
    for sheet in read_book(path).sheets:
        held = cells_of(sheet)
        rows = {
            (number, row.table)
            for row in preview.rows
            if row.sheet == sheet.name
            for number in (row.row, *(more.number for more in row.source.more))
        }
        tables = {layout.key: layout for layout in preview.tables}
        regions = {region.layout.key: region for region in regions_of(sheet)}
        in_people = 0
        for number, key in rows:
            own = next(row.own for row in regions[key].rows if row.number == number)
            quiet = {c.index for c in tables[key].columns if c.field in QUIET}
            known = {c.index for c in tables[key].columns} - quiet
            filled = {place for place, cell in enumerate(own) if one_line(shown(cell))}
            read = regions_row(regions[key], number)
            boxes = {place for place in filled if place >= len(read) or read[place] is None}
            in_people += len(filled & known) + len(boxes - known - quiet)
        in_heads = sum(line.cells for line in preview.headings if line.sheet == sheet.name)
        out = sum(part.cells for part in preview.left_out if part.sheet == sheet.name)
        found[sheet.name] = len(held), in_people + in_heads + out
    return found


def regions_row(region: Region, number: int) -> Sequence[Cell]:
    """A row as it is read; digits in boxes are joined in the first of them."""
    return next(row.cells for row in region.rows if row.number == number)
