"""An exported list in a clerk's hands: opened, changed in some way, and saved again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

Cells = list[list[Any]]


class Sheet:
    """The cells of a list below its headings, which a clerk may do anything with."""

    def __init__(self, sheet: Worksheet) -> None:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        self.headings: list[str] = [str(each) for each in rows[0]]
        self.rows: Cells = rows[1:]
        self._sheet = sheet

    def place(self, heading: str) -> int:
        """Where a column stands, from 0."""
        return self.headings.index(heading)

    def put(self, row: int, heading: str, value: object) -> None:
        """Type something into a cell; `row` counts from 0."""
        self.rows[row][self.place(heading)] = value

    def sort(self, key: Callable[[Sequence[Any]], Any], first: int, end: int) -> None:
        """Sort the columns from `first` up to `end`, and leave the others where they are."""
        parts = sorted((row[first:end] for row in self.rows), key=key)
        for row, part in zip(self.rows, parts, strict=True):
            row[first:end] = part

    def save(self) -> None:
        """Write the cells back."""
        self._sheet.delete_rows(2, self._sheet.max_row)
        for number, row in enumerate(self.rows, 2):
            for place, value in enumerate(row, 1):
                self._sheet.cell(number, place).value = value


def by_clerk(path: Path, change: Callable[[Sheet], object]) -> Path:
    """Open the list of a workbook, change it, save it, and return its path."""
    book = load_workbook(path)
    assert isinstance(book.active, Worksheet)
    sheet = Sheet(book.active)
    change(sheet)
    sheet.save()
    book.save(path)
    return path
