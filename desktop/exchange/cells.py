"""Cells, rows and sheets once read, and how a text is kept from running as a formula."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

Cell = str | int | float | bool | date | datetime | None


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row with something in it: its number in the file (from 1) and its cells from column A."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: rows that hold something, and merged ranges as (row, column, row, column)."""

    name: str
    rows: tuple[SheetRow, ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False


# A leading mark that a spreadsheet would take for a formula is written behind an apostrophe,
# and an apostrophe in that place behind another: reading takes exactly one away again.
FORMULA_STARTS: Final = "=+-@\t\r\n＝＋－＠'"


def escaped(text: str) -> str:
    """The text so that no spreadsheet runs it, not even after being saved as CSV."""
    return f"'{text}" if text[:1] and text[0] in FORMULA_STARTS else text


def unescaped(text: str) -> str:
    """The text as it was before `escaped`; any other text unchanged."""
    if len(text) > 1 and text[0] == "'" and text[1] in FORMULA_STARTS:
        return text[1:]
    return text


def column_letters(number: int) -> str:
    """The letters of a column counted from 1: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(65 + place) + letters
    return letters
