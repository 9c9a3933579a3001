"""Find the heading rows of a sheet and say which field each column holds."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop.exchange.cells import Cell, CellError, SheetRow, column_letters
from desktop.exchange.headers import (
    AMBIGUOUS,
    BIRTH_PARTS,
    NAME_FIELDS,
    SPELLINGS,
    field_of,
    header_key,
)
from desktop.exchange.name_cells import only_name
from desktop.exchange.spread_headings import parts_of_spread, unnamed_titles
from desktop.models.identity import parse_identity
from desktop.models.names import take_title
from desktop.models.text import digits, one_line
from sync.texts import LINE_LETTERS, TEXT_LETTERS

_IN_ONE_LINE: Final = frozenset(
    {
        "title", "name", "given", "middle", "surname", "nickname", "village", "hamlet", "carer",
        "phone", "birth",
    }
)  # fmt: skip

_SAYS_NOTHING: Final = frozenset({"order", "ignore"})
_SAMPLES: Final = 60
_EXACT: Final = 0.95
_BY_ITS_CELLS: Final = 0.9
PROGRAMS_OWN: Final = frozenset({"record_id", "mark"})
"""Fields of the hidden columns by which the program knows the rows that it exported."""
_LEVEL_LIKE: Final = re.compile(
    r"[อปม]\.? ?\d|ปวช|ปวส|ศพด|ประถม|มัธยม|อนุบาล|ไม่เคยเรียน|ปริญญา|ม\.?(?:ต้น|ปลาย)"
)
_MOO_LIKE: Final = re.compile(r"(?:หมู่(?:ที่)?|ม\.)? ?\d{1,2}(?:\.0)?")
# A pupil's number at a school, where the heading does not say which number it is.
_NATIONAL: Final = re.compile("ประชาชน|ปชช|13|บัตร|card|national|citizen|cid|pid")
_SCHOOL_LIKE: Final = re.compile(r"\d{3,6}")
_HOUSE_LIKE: Final = re.compile(r"\d{1,4}/\d{1,3}")


TableKey = tuple[str, int, int]
"""Sheet, last row of the headings, first column."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column as it was understood.

    `index` counts from 0; `label` names the column among all with the same heading and is what
    a remembered mapping holds; `field` is "" for a column kept as extra text.
    """

    index: int
    label: str
    heading: str
    field: str
    confidence: float
    samples: tuple[str, ...] = ()

    @property
    def letters(self) -> str:
        """The spreadsheet's own name of the column."""
        return column_letters(self.index + 1)

    @property
    def names_another(self) -> bool:
        """Whether a column without a field is headed in Thai as one of names."""
        name, sure = field_of(self.heading)
        return name in NAME_FIELDS and sure >= _EXACT and not self.heading.isascii()

    @property
    def most_letters(self) -> int:
        """How many letters a cell may have for its row to be stored."""
        return LINE_LETTERS if self.field in _IN_ONE_LINE else TEXT_LETTERS


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the headings of one table end and what its columns hold.

    A sheet may hold several tables, below and beside one another; `header_row` 0 stands for a
    sheet in which none was found. `first` is the place of the table's first column, from 0.
    `fingerprint` is equal for tables with the same headings, so that corrections can be kept.
    """

    sheet: str
    header_row: int
    columns: tuple[Column, ...]
    fingerprint: str
    first: int = 0

    @property
    def key(self) -> TableKey:
        """What tells this table from the others of the file."""
        return self.sheet, self.header_row, self.first

    @property
    def fields(self) -> dict[str, int]:
        """Field to column index."""
        return {column.field: column.index for column in self.columns if column.field}

    @property
    def mapping(self) -> dict[str, str]:
        """Label to field, as plain data to store."""
        return {column.label: column.field for column in self.columns}


def shown(cell: Cell) -> str:
    """A cell as a person sees it: dates as typed in Thailand, whole floats without a point."""
    if cell is None or isinstance(cell, CellError):
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, int):
        return str(cell)
    # A year that is already BE stays what it is; the entry form of every other adds 543.
    year = cell.year if cell.year >= 2400 else cell.year + 543
    return f"{cell.day:02d}/{cell.month:02d}/{year}"


def columns_of(
    headings: Sequence[str],
    body: Sequence[SheetRow],
    first: int,
    end: int,
    mapping: Mapping[str, str] | None,
) -> tuple[tuple[Column, ...], str]:
    """Say what the columns of one table hold.

    Args:
        headings: by place in the sheet, "" where there is none.
        body: the rows below, cut to the table.
        first: place of the table's first column, from 0.
        end: place behind its last one.
        mapping: label to field, as a person corrected it; it overrules the guess.

    Returns:
        The columns and the fingerprint of their headings.
    """
    columns = _guessed(headings, body, first, end)
    marks = "\n".join(column.label for column in columns)
    fingerprint = hashlib.sha256(marks.encode()).hexdigest()[:32]
    if mapping:
        columns = _overruled(columns, mapping)
    return tuple(columns), fingerprint


def _guessed(
    headings: Sequence[str], body: Sequence[SheetRow], first: int, end: int
) -> list[Column]:
    columns: list[Column] = []
    seen: dict[str, int] = {}
    filled = {
        place
        for row in body
        for place, cell in enumerate(row.cells)
        if cell is not None and first <= place < end
    }
    looked_at = body[:_SAMPLES]
    for place in range(first, end):
        heading = headings[place] if place < len(headings) else ""
        if not heading and place not in filled:
            continue
        cells = [row.cells[place] for row in looked_at if place < len(row.cells)]
        samples = [one_line(shown(cell)) for cell in cells if cell is not None]
        key = header_key(heading) or f"column {column_letters(place + 1)}"
        seen[key] = seen.get(key, 0) + 1
        label = key if seen[key] == 1 else f"{key}#{seen[key]}"
        name, confidence = field_of(heading) if heading else ("", 0.0)
        name, confidence = _judged(key, name, confidence, samples)
        # The program's own marks tell nobody anything.
        told = () if name in PROGRAMS_OWN else tuple(dict.fromkeys(samples))[:5]
        columns.append(Column(place, label, heading, name, confidence, told))
    texts = {
        column.index: [
            one_line(shown(row.cells[column.index])) if column.index < len(row.cells) else ""
            for row in looked_at
        ]
        for column in columns
    }
    columns = _with_a_name(columns)
    parts = parts_of_spread(columns, texts)
    if "title" not in {column.field for column in columns} | set(parts.values()):
        parts |= unnamed_titles(columns, texts)
    return _without_doubles(
        [
            replace(column, field=parts[column.index], confidence=_BY_ITS_CELLS)
            if column.index in parts
            else column
            for column in columns
        ]
    )


def _with_a_name(columns: list[Column]) -> list[Column]:
    """The columns; where none is of names, the first that is called one and holds them is."""
    if NAME_FIELDS & {column.field for column in columns}:
        return columns
    for place, column in enumerate(columns):
        called = not column.field and header_key(column.heading).startswith("ชื่อ")
        titled = sum(1 for text in column.samples if take_title(only_name(text))[0])
        if called and column.samples and titled * 2 > len(column.samples):
            named = replace(column, field="name", confidence=0.6)
            return [*columns[:place], named, *columns[place + 1 :]]
    return columns


def _share(samples: Sequence[str], pattern: re.Pattern[str], *, whole: bool) -> float:
    check = pattern.fullmatch if whole else pattern.search
    return sum(1 for text in samples if check(digits(text))) / max(len(samples), 1)


def _judged(key: str, name: str, confidence: float, samples: Sequence[str]) -> tuple[str, float]:
    """The field after a look at the cells: some headings mean two things."""
    if not samples:
        return name, confidence
    if key == "ม":
        grades = _share(samples, _LEVEL_LIKE, whole=False)
        return ("level", 0.9) if grades > 0.5 else ("moo", 0.9)
    if name == "village" and _share(samples, _HOUSE_LIKE, whole=True) > 0.5:
        return "house_number", 0.8
    if name == "village" and _share(samples, _MOO_LIKE, whole=True) > 0.8:
        return "moo", 0.8
    of_school = name == "identity" and not _NATIONAL.search(key)
    if of_school and all(_SCHOOL_LIKE.fullmatch(digits(text)) for text in samples):
        return "school_code", 0.8
    if key in AMBIGUOUS and name in ("order", "identity", "local_code"):
        first, second = AMBIGUOUS[key]
        numbers = sum(1 for text in samples if parse_identity(text).kind in ("national", "g_code"))
        if "identity" in (first, second):
            if numbers * 2 > len(samples):
                return "identity", 0.9
            return ("order" if first == "identity" else first), 0.7
        if _share(samples, _HOUSE_LIKE, whole=True) > 0.3:
            return "house_number", 0.8
    return name, confidence


def _without_doubles(columns: list[Column]) -> list[Column]:
    """One column a field: the surest, and of equals the first; birth parts only as a set."""
    names = {column.field for column in columns}
    result = list(columns)
    # "ชื่อสกุล" beside "ชื่อ" is the surname.
    if "given" in names and "surname" not in names:
        result = [
            replace(column, field="surname") if header_key(column.heading) == "ชื่อสกุล" else column
            for column in result
        ]
        names = {column.field for column in result}
    if "birth_year" not in names or ("birth" in names and "birth_month" not in names):
        lonely = set(BIRTH_PARTS) if "birth" in names else set(BIRTH_PARTS[:2])
        result = [
            replace(column, field="", confidence=0.0) if column.field in lonely else column
            for column in result
        ]
    taken: dict[str, Column] = {}
    for column in result:
        other = taken.get(column.field)
        if column.field and (other is None or column.confidence > other.confidence):
            taken[column.field] = column
    return [
        column
        if taken.get(column.field) is column or column.field in _SAYS_NOTHING
        else replace(column, field="", confidence=0.0)
        for column in result
    ]


def _overruled(columns: Sequence[Column], mapping: Mapping[str, str]) -> list[Column]:
    decided = {label: name for label, name in mapping.items() if name == "" or name in SPELLINGS}
    claimed = {decided[column.label] for column in columns if column.label in decided}
    result = []
    for column in columns:
        if column.label in decided:
            result.append(replace(column, field=decided[column.label], confidence=1.0))
        elif column.field in claimed:
            result.append(replace(column, field="", confidence=0.0))
        else:
            result.append(column)
    return result
