"""Cells, rows and sheets once read, and how a text is kept from running as a formula."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell whose formula ended in an error (`text` such as `#N/A`) or was never calculated."""

    text: str


Cell = str | int | float | bool | date | datetime | CellError | None

NEVER_CALCULATED: Final = "="
"""The `text` of a cell that holds a formula without any result."""

_ERRORS: Final = re.compile(
    r"#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA)|Err:\d{3}",
    re.IGNORECASE,
)
_FORMULA: Final = re.compile(
    r"=\s*(?:[A-Z][A-Z0-9.]*\(|\$?[A-Z]{1,3}\$?\d+(?:[-+*/&:]|$))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row with something in it: its number in the file (from 1) and its cells from column A."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: rows that hold something, and merged ranges as (row, column, row, column).

    Rows and columns of merged ranges and `hidden_rows` count from 1, `hidden_columns` from 0.
    `struck` holds the cells that are struck through: row from 1, column from 0.
    """

    name: str
    rows: tuple[SheetRow, ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    struck: frozenset[tuple[int, int]] = frozenset()


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


def read_text(text: str) -> str | CellError | None:
    """A text as it stands in a file: what was meant by it.

    Pasted as values, `#N/A` arrives as letters, and a formula that no spreadsheet has worked out
    as its own text; neither is anybody's word.
    """
    stripped = text.strip()
    if _ERRORS.fullmatch(stripped):
        return CellError(stripped)
    if _FORMULA.match(stripped):
        return CellError(NEVER_CALCULATED)
    return unescaped(text) or None


def column_letters(number: int) -> str:
    """The letters of a column counted from 1: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(65 + place) + letters
    return letters
