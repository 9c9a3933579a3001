"""Find the heading rows of a sheet and say which field each column holds."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from desktop.exchange.cells import Cell, Sheet, SheetRow, column_letters
from desktop.exchange.headers import (
    AMBIGUOUS,
    BIRTH_PARTS,
    NAME_FIELDS,
    SPELLINGS,
    field_of,
    header_key,
)
from desktop.models.identity import parse_identity
from desktop.models.text import digits, one_line

_SAYS_NOTHING: Final = frozenset({"order", "ignore"})
_SEARCHED_ROWS: Final = 40
_SAMPLES: Final = 60
_EXACT: Final = 0.95
_OF_A_PERSON: Final = frozenset({"title", "given", "name", "surname"})
_LEVEL_LIKE: Final = re.compile(
    r"[อปม]\.? ?\d|ปวช|ปวส|ศพด|ประถม|มัธยม|อนุบาล|ไม่เคยเรียน|ปริญญา|ม\.?(?:ต้น|ปลาย)"
)
_MOO_LIKE: Final = re.compile(r"(?:หมู่(?:ที่)?|ม\.)? ?\d{1,2}(?:\.0)?")
_HOUSE_LIKE: Final = re.compile(r"\d{1,4}/\d{1,3}")


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


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a sheet's headings end and what its columns hold; `header_row` 0 means none was found.

    `fingerprint` is equal for sheets with the same headings, so that corrections can be kept.
    """

    sheet: str
    header_row: int
    columns: tuple[Column, ...]
    fingerprint: str

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
    if cell is None:
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


def find_layout(sheet: Sheet, mapping: Mapping[str, str] | None = None) -> Layout:
    """Guess the layout of a sheet; `mapping` (label to field) overrules the guess."""
    by_number = {row.number: row for row in sheet.rows[:_SEARCHED_ROWS]}
    best: tuple[float, int, list[str]] = (0.0, 0, [])
    for depth in (1, 2, 3):
        # A deeper heading must tell clearly more than one row alone.
        needed = best[0] + (0.0 if depth == 1 else 0.6)
        for top in by_number:
            block = [by_number[top + step] for step in range(depth) if top + step in by_number]
            if len(block) < depth:
                continue
            headings = _headings(block, sheet)
            score = _score(headings)
            if score > max(best[0], needed):
                best = (score, top + depth - 1, headings)
    if best[0] < 2.0:
        return Layout(sheet.name, 0, (), "")
    _score_found, header_row, headings = best
    body = [row for row in sheet.rows if row.number > header_row][:_SAMPLES]
    columns = _columns(headings, body)
    fingerprint = hashlib.sha256("\n".join(column.label for column in columns).encode()).hexdigest()
    if mapping:
        columns = _overruled(columns, mapping)
    return Layout(sheet.name, header_row, tuple(columns), fingerprint[:32])


def _headings(block: Sequence[SheetRow], sheet: Sheet) -> list[str]:
    """The heading of each column: texts above one another, a merged one above all it spans."""
    width = max(len(row.cells) for row in block)
    grid = [
        [
            one_line(shown(row.cells[place])) if place < len(row.cells) else ""
            for place in range(width)
        ]
        for row in block
    ]
    numbers = {row.number: line for line, row in zip(grid, block, strict=True)}
    if len(block) > 1:
        for top, left, bottom, right in sheet.merged:
            line = numbers.get(top)
            if line is not None and left <= width and (right > left) and bottom - top <= 3:
                for place in range(left - 1, min(right, width)):
                    line[place] = line[left - 1]
        # CSV files know no merged cells: a heading reaches over the blanks to its right as long as
        # something stands below them.
        if not sheet.merged:
            for line, below in pairwise(grid):
                for place in range(1, width):
                    if not line[place] and below[place]:
                        line[place] = line[place - 1]
    headings = []
    for place in range(width):
        parts: list[str] = []
        for line in grid:
            if line[place] and line[place] not in parts:
                parts.append(line[place])
        headings.append(" ".join(_telling(parts)))
    return headings


def _telling(parts: list[str]) -> list[str]:
    """The chain when it is a known heading, else its last part, else the first that says something.

    Only exact spellings count here: a chain holds so many words that some resemblance is found.
    """
    if len(parts) < 2:
        return parts
    for chain in (parts, parts[-2:], parts[-1:]):
        if _known(" ".join(chain)):
            below = field_of(parts[-1])[0]
            above = {field_of(part)[0] for part in parts[:-1]}
            if len(chain) == 1 and "carer" in above and below in _OF_A_PERSON:
                return ["ผู้ปกครอง", parts[-1]]
            return chain
    return parts[:1] if _known(parts[0]) else parts


def _known(heading: str) -> bool:
    return field_of(heading)[1] >= _EXACT


def _score(headings: Sequence[str]) -> float:
    best: dict[str, float] = {}
    filled = sum(1 for heading in headings if heading)
    for heading in headings:
        name, confidence = field_of(heading)
        if name and name != "ignore":
            best[name] = max(best.get(name, 0.0), confidence)
    if not NAME_FIELDS & best.keys() and "identity" not in best:
        return 0.0
    # A data row can hold words that are headings elsewhere; most of a heading row is known.
    return sum(best.values()) if len(best) * 3 >= filled else 0.0


def _columns(headings: Sequence[str], body: Sequence[SheetRow]) -> list[Column]:
    columns: list[Column] = []
    seen: dict[str, int] = {}
    width = max([len(headings), *(len(row.cells) for row in body)])
    for place in range(width):
        heading = headings[place] if place < len(headings) else ""
        cells = [row.cells[place] for row in body if place < len(row.cells)]
        samples = [one_line(shown(cell)) for cell in cells if cell is not None]
        if not heading and not samples:
            continue
        key = header_key(heading) or f"column {column_letters(place + 1)}"
        seen[key] = seen.get(key, 0) + 1
        label = key if seen[key] == 1 else f"{key}#{seen[key]}"
        name, confidence = field_of(heading) if heading else ("", 0.0)
        name, confidence = _judged(key, name, confidence, samples)
        columns.append(
            Column(place, label, heading, name, confidence, tuple(dict.fromkeys(samples))[:5])
        )
    return _without_doubles(columns)


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
