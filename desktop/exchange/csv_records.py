"""The records of a CSV text, where quotes may be stray: no row is swallowed by one."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import Final

# A note of several lines inside quotes is common; a longer one is a quote that was never closed.
_LINES_AT_MOST: Final = 200
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
_QUOTED_THROUGHOUT: Final = re.compile(r'(?:"(?:[^"]|"")*"[,;\t|])*"(?:[^"]|"")*"\r?\n')
_TYPICAL_FROM: Final = 200


def csv_records(text: str, delimiter: str) -> Iterator[list[str]]:
    """Yield the fields of each record, blank lines as empty lists, in order.

    A quote that is opened and never closed, or closed only rows later, is read as a letter: a
    reader that believes it takes all rows between for one field.
    """
    if _QUOTED_THROUGHOUT.match(text):
        # A program that quotes every field quotes them rightly: line breaks inside are meant.
        try:
            yield from list(_reader(text, delimiter))
            return
        except csv.Error:
            pass  # not so: a person has been at it
    lines = _LINE.findall(text)
    whole_row = _typical(lines, delimiter)
    at = 0
    while at < len(lines):
        count = _reach(lines, at, delimiter, whole_row)
        record = "".join(lines[at : at + count])
        fields = _strict(record, delimiter)
        if fields is None:
            count, fields = 1, _as_letters(lines[at], delimiter)
        yield fields
        at += count


def _typical(lines: Sequence[str], delimiter: str) -> int:
    """How many delimiters a row has, by the lines that hold some."""
    counts = sorted(n for line in lines[:_TYPICAL_FROM] if (n := line.count(delimiter)))
    return counts[len(counts) // 2] if counts else 0


def _reach(lines: Sequence[str], at: int, delimiter: str, whole_row: int) -> int:
    """How many lines the record that begins here has."""
    marks = lines[at].count('"')
    count = 1
    while marks % 2 and at + count < len(lines) and count < _LINES_AT_MOST:
        marks += lines[at + count].count('"')
        count += 1
    if marks % 2:
        return 1
    inside = lines[at : at + count]
    # Lines that are rows each by itself were not meant as one field.
    rows = whole_row and all(line.count(delimiter) == whole_row for line in inside)
    # Read as one they have more fields than each has: the break stands in a heading.
    longer = rows and len(_strict("".join(inside), delimiter) or ()) > whole_row + 1
    return 1 if rows and not longer else count


def _strict(record: str, delimiter: str) -> list[str] | None:
    try:
        found = list(_reader(record, delimiter))
    except csv.Error:
        return None
    if not found:
        return []
    return found[0] if len(found) == 1 else None


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _as_letters(line: str, delimiter: str) -> list[str]:
    fields = line.rstrip("\r\n").split(delimiter)
    return [_unquoted(field) for field in fields]


def _unquoted(field: str) -> str:
    """A field without the quotes round it; those inside stay, they are somebody's."""
    bare = field.strip()
    if len(bare) > 1 and bare[0] == bare[-1] == '"':
        return bare[1:-1].replace('""', '"')
    return bare[1:] if bare[:1] == '"' and bare.count('"') == 1 else field
