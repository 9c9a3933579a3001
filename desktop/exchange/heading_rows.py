"""Which rows of a sheet are the headings of a table of people, and what each column is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from desktop.exchange.cells import Sheet, SheetRow
from desktop.exchange.columns import shown
from desktop.exchange.headers import NAME_FIELDS, SPELLINGS, field_of, header_key, of_carer
from desktop.models.text import digits, one_line

Merged = Sequence[tuple[int, int, int, int]]

# A name and one heading more, either with a word in brackets or about whom the list is.
_ENOUGH: Final = 1.9
_DEEPER_BY: Final = 0.6
_DEPTHS: Final = (1, 2, 3)
_EXACT: Final = 0.95
_RESEMBLES: Final = 0.7
# The first headings are looked for with care; further down most rows are people.
_SEARCHED_ROWS: Final = 40
_CODED: Final = frozenset({"sex", "status", "level", "reasons", "groups"})
_OF_A_PERSON: Final = frozenset({"title", "given", "name", "surname", "identity"})
_USUAL: Final = frozenset(text for texts in SPELLINGS.values() for text in texts)


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """Rows `top` to `bottom` (numbers of the sheet) and the heading of each column."""

    top: int
    bottom: int
    headings: tuple[str, ...]


def heading_blocks(sheet: Sheet) -> list[HeadingBlock]:
    """Return the headings of every table below another, in order; none where there is no table."""
    by_number = {row.number: row for row in sheet.rows}
    found: list[HeadingBlock] = []
    known: set[str] = set()
    last = 0
    for place, row in enumerate(sheet.rows):
        if row.number <= last:
            continue
        if place >= _SEARCHED_ROWS and not _may_be_headings(row, known):
            continue
        block = _block_at(row.number, by_number, sheet.merged)
        if block is None:
            continue
        found.append(block)
        known.update(text for text in block.headings if text)
        last = block.bottom
    return found or _alone(sheet)


def _alone(sheet: Sheet) -> list[HeadingBlock]:
    """The heading of a list that is nothing but one column of names."""
    places = {place for row in sheet.rows for place in _filled(row)}
    if len(places) != 1:
        return []
    place = places.pop()
    for number, row in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        heading = one_line(shown(row.cells[place]))
        name, sure = field_of(heading)
        if name in ("name", "given") and sure >= _RESEMBLES and number + 1 < len(sheet.rows):
            return [HeadingBlock(row.number, row.number, (*[""] * place, heading))]
    return []


def _may_be_headings(row: SheetRow, known: set[str]) -> bool:
    return any(
        isinstance(cell, str) and (cell in _USUAL or one_line(cell) in known) for cell in row.cells
    )


def _block_at(top: int, rows: Mapping[int, SheetRow], merged: Merged) -> HeadingBlock | None:
    """The headings that begin in this row, one to three rows deep."""
    scores = _scores(top, rows, merged)
    best = max(scores, key=lambda depth: scores[depth][0] - _handicap(depth), default=0)
    if not best or scores[best][0] < _ENOUGH:
        return None
    if best > 1:
        # What is as good without its first row has a title in that row.
        below = _scores(top + 1, rows, merged)
        if any(value >= scores[best][0] - _DEEPER_BY for value, _headings in below.values()):
            return None
    return _divided(HeadingBlock(top, top + best - 1, tuple(scores[best][1])), rows)


def _divided(block: HeadingBlock, rows: Mapping[int, SheetRow]) -> HeadingBlock:
    """The headings with the row below them where that divides wide ones, as "เพศ" into ช and ญ."""
    below = rows.get(block.bottom + 1)
    texts = [] if below is None else [one_line(shown(cell)) for cell in below.cells]
    said = {place: text for place, text in enumerate(texts) if text}
    over = {}
    above = ""
    for place in range(len(texts)):
        above = (block.headings[place] if place < len(block.headings) else "") or above
        over[place] = above
    wide = Counter(over[place] for place in said)
    fields = {heading: field_of(heading) for heading in wide}
    if not said or any(
        wide[heading] < 2 or sure < _EXACT or name not in _CODED
        for heading, (name, sure) in fields.items()
    ):
        return block
    if any(digits(text).isdigit() for text in said.values()):
        return block
    headings = [*block.headings, *[""] * len(texts)][: max(len(block.headings), len(texts))]
    for place, text in said.items():
        headings[place] = f"{over[place]} {text}"
    return HeadingBlock(block.top, block.bottom + 1, tuple(headings))


def _handicap(depth: int) -> float:
    # A deeper heading must tell clearly more than one row alone.
    return (0.0 if depth == 1 else _DEEPER_BY) + depth / 100


def _scores(
    top: int, rows: Mapping[int, SheetRow], merged: Merged
) -> dict[int, tuple[float, list[str]]]:
    found: dict[int, tuple[float, list[str]]] = {}
    whole = 0
    for depth in _DEPTHS:
        block = [rows[top + step] for step in range(depth) if top + step in rows]
        if len(block) < depth:
            break
        # Two rows that are headings each by itself are two tables, or one heading said twice.
        whole += score(headings_of(block[-1:], merged)) >= _ENOUGH
        if whole > 1 and _stand_over_one_another(block[-2], block[-1]):
            break
        headings = headings_of(block, merged)
        found[depth] = (score(headings), headings)
    return found


def _stand_over_one_another(upper: SheetRow, lower: SheetRow) -> bool:
    """Whether the lower row says again what the upper says, rather than divide it further."""
    above, below = _filled(upper), _filled(lower)
    return len(above & below) * 2 > len(below)


def _filled(row: SheetRow) -> set[int]:
    return {place for place, cell in enumerate(row.cells) if cell is not None}


def same_headings(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the second are the first said again: nothing in another place, nothing more."""
    padded = [*one, *[""] * len(other)]
    return all(
        not text or header_key(text) == header_key(padded[place])
        for place, text in enumerate(other)
    )


def headings_of(block: Sequence[SheetRow], merged: Merged) -> list[str]:
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
        for top, left, bottom, right in merged:
            line = numbers.get(top)
            if line is not None and left <= width and (right > left) and bottom - top <= 3:
                for place in range(left - 1, min(right, width)):
                    line[place] = line[left - 1]
        # CSV files know no merged cells: a heading reaches over the blanks to its right as long as
        # something stands below them.
        if not merged:
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
            if len(chain) == 1 and any(map(of_carer, parts[:-1])) and below in _OF_A_PERSON:
                return ["ผู้ปกครอง", parts[-1]]
            return chain
    return parts[:1] if _known(parts[0]) else parts


def _known(heading: str) -> bool:
    return field_of(heading)[1] >= _EXACT


def score(headings: Sequence[str]) -> float:
    """How much like the headings of people's columns these texts are; 0 for not at all."""
    best: dict[str, float] = {}
    filled = [heading for heading in headings if heading]
    read = [field_of(heading) for heading in filled]
    for name, confidence in read:
        if name and name != "ignore":
            best[name] = max(best.get(name, 0.0), confidence)
    if not NAME_FIELDS & best.keys() and "identity" not in best:
        return 0.0
    if _is_form(read):
        return 0.0
    # A data row can hold words that are headings elsewhere; a good part of a heading row is known,
    # or as much as tells people, however many questions of a survey stand beside.
    surely = {name for name, confidence in best.items() if confidence >= _EXACT}
    known = len(best) * 3 >= len(filled) or (len(surely) > 1 and surely & NAME_FIELDS)
    return sum(best.values()) if known else 0.0


def _is_form(read: Sequence[tuple[str, float]]) -> bool:
    """Whether each heading is followed by its answer, as on a sheet of paper about one person."""
    known = [sure >= _EXACT for _name, sure in read]
    return len(known) > 2 and len(known) % 2 == 0 and all(known[::2]) and not any(known[1::2])
