"""Villages that are written once, above or beside the first of their people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from desktop.exchange.cells import Cell, SheetRow
from desktop.exchange.columns import shown
from desktop.exchange.headers import NAME_FIELDS, field_of
from desktop.models.text import one_line

_OF_PLACES: Final = frozenset({"moo", "village"})


def written_once(
    headings: Sequence[str], body: Sequence[SheetRow], first: int, end: int
) -> dict[int, Mapping[int, Cell]]:
    """Return for each column of places that is written once a block what its blank cells mean.

    So does a pivot table. The values must all differ, and most people must have none of their
    own; elsewhere a blank cell says nothing.

    Returns:
        By place of the column the value of each row, by the row's number.
    """
    fields = {
        place: field_of(headings[place])[0] for place in range(first, min(end, len(headings)))
    }
    names = [place for place, name in fields.items() if name in NAME_FIELDS]
    found: dict[int, Mapping[int, Cell]] = {}
    for place, name in fields.items():
        if name in _OF_PLACES and (blanks := _blanks(place, names, body)):
            found[place] = blanks
    return found


def _blanks(place: int, names: Sequence[int], body: Sequence[SheetRow]) -> dict[int, Cell]:
    values: list[str] = []
    blanks: dict[int, Cell] = {}
    above: Cell = None
    for row in body:
        text = _text(row, place)
        if not any(_text(row, each) for each in names):
            above = None if text else above  # the name of a place above its people, or a total
        elif text:
            values.append(text)
            above = row.cells[place]
        elif above is not None:
            blanks[row.number] = above
    once = len(values) > 1 and len(set(values)) == len(values)
    return blanks if once and len(blanks) >= len(values) else {}


def _text(row: SheetRow, place: int) -> str:
    return one_line(shown(row.cells[place])) if place < len(row.cells) else ""
