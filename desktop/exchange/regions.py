"""The tables of a sheet: below and beside one another, each with its own headings and rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, permutations
from typing import Final

from desktop.exchange.cells import Cell, CellError, Sheet, SheetRow
from desktop.exchange.columns import Layout, columns_of, shown
from desktop.exchange.headers import NAME_FIELDS, field_of, header_key
from desktop.exchange.heading_rows import HeadingBlock, heading_blocks, same_headings, score
from desktop.exchange.person_cells import read_place
from desktop.exchange.village_blocks import written_once
from desktop.models.text import digits, one_line

# A national number written with one digit a cell, boxes as on a paper form.
_DIGITS: Final = 13
_PRINTED_IN: Final = (1, 4, 5, 2, 1)
_BOXES_AT_MOST: Final = 20
_BANDS_AT_MOST: Final = 6
_COUNTED: Final = 3
_MOSTLY: Final = 0.8
_EXACT: Final = 0.95
_NO_END: Final = 10**9
_BEGINS_A_TABLE: Final = frozenset({"order", "identity"})
# "The same as above", as people write it by hand.
_DITTO: Final = frozenset(
    {'"', "'", "''", "“", "”", "„", "〃", "’’", "‘‘", "ʺ", "״", '-"-', "-''-", "ๆ", "ฯ"}
)
_OWN: Final = frozenset({*NAME_FIELDS, "identity", "g_code", "birth", "order"})
"""Fields that no two people share."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of one table, its cells at their places in the sheet.

    Attributes:
        number: of the sheet, from 1.
        own: what stands in the row itself, nothing where another table begins.
        cells: the same with merged cells filled down and digits in boxes joined.
        errors: places of cells whose formula has no result, and what stands there.
        more: the rows below that go on about the same person.
        doubt: the code of what speaks against its being a learner to be brought in, "" for nothing.
    """

    number: int
    own: tuple[Cell, ...]
    cells: tuple[Cell, ...]
    errors: tuple[tuple[int, str], ...] = ()
    more: tuple[TableRow, ...] = ()
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Region:
    """One table. `titles` stand above its headings; `headings` are the rows of these."""

    layout: Layout
    titles: tuple[SheetRow, ...]
    headings: tuple[SheetRow, ...]
    rows: tuple[TableRow, ...]


def regions_of(sheet: Sheet, mapping: Mapping[str, str] | None = None) -> list[Region]:
    """Return the tables of a sheet in reading order; `mapping` overrules the guessed columns."""
    found: list[Region] = []
    for start, band in _bands(sheet):
        found += _regions_of_band(start, band, mapping)
    return found


def _regions_of_band(start: int, sheet: Sheet, mapping: Mapping[str, str] | None) -> list[Region]:
    found: list[Region] = []
    for above, block, heading_rows, rest in _stacked(sheet):
        body = rest
        if body and _counts_columns(body[0]):
            # "(1) (2) (3)" below the headings of an office's form.
            heading_rows, body = [*heading_rows, body[0]], body[1:]
        for first, end in _beside(start, block, body, sheet):
            rows = tuple(_table_rows(block, body, sheet, first, end))
            plain = [SheetRow(row.number, row.cells) for row in rows]
            headings = _without_boxes(block.headings, body, first, end)
            columns, fingerprint = columns_of(headings, plain, first, end, mapping)
            layout = Layout(sheet.name, block.bottom, columns, fingerprint, first)
            found.append(
                Region(
                    layout,
                    tuple(_cut(row, first, end) for row in above),
                    tuple(_cut(row, first, end) for row in heading_rows),
                    rows,
                )
            )
    return found


def _bands(sheet: Sheet) -> list[tuple[int, Sheet]]:
    """The sheet, or its parts where a table begins beside the people of another: place and part.

    A blank column parts them. Tables whose headings stand in one row are told apart later.
    """
    groups = _groups(sheet)
    if not 1 < len(groups) <= _BANDS_AT_MOST:
        return [(0, sheet)]
    parts: list[tuple[int, int, list[HeadingBlock]]] = []
    for first, end in groups:
        blocks = heading_blocks(_part(sheet, first, end))
        if blocks and (not parts or parts[-1][2]):
            parts.append((first, end, blocks))
        elif parts:
            parts[-1] = (parts[-1][0], end, parts[-1][2] or blocks)
        else:
            parts.append((first, end, blocks))
    if not any(
        _holds(sheet, left, block.top)
        for left, right in permutations(parts, 2)
        for block in right[2]
    ):
        return [(0, sheet)]
    return [(first, _part(sheet, first, end)) for first, end, _blocks in parts]


def _holds(sheet: Sheet, band: tuple[int, int, list[HeadingBlock]], number: int) -> bool:
    """Whether a row of the sheet belongs to the people of a band."""
    first, end, blocks = band
    tops = {row for block in blocks for row in range(block.top, block.bottom + 1)}
    below = blocks and number > blocks[0].bottom and number not in tops
    return bool(below) and any(
        cell is not None
        for row in sheet.rows
        if row.number == number
        for cell in row.cells[first:end]
    )


def _groups(sheet: Sheet) -> list[tuple[int, int]]:
    """Columns that stand together, with a blank one before the next."""
    filled = sorted(
        {place for row in sheet.rows for place, cell in enumerate(row.cells) if cell is not None}
    )
    groups: list[tuple[int, int]] = []
    for place in filled:
        if groups and groups[-1][1] == place:
            groups[-1] = (groups[-1][0], place + 1)
        else:
            groups.append((place, place + 1))
    return groups


def _part(sheet: Sheet, first: int, end: int) -> Sheet:
    cut = (_cut(row, first, end) for row in sheet.rows)
    rows = tuple(row for row in cut if any(cell is not None for cell in row.cells))
    merged = tuple(area for area in sheet.merged if first < area[1] <= end)
    return replace(sheet, rows=rows, merged=merged)


def _counts_columns(row: SheetRow) -> bool:
    """Whether a row numbers the columns: 1, 2, 3 or (1), (2), (3), and says nothing else."""
    texts = [digits(text).strip("() ") for text in _texts(row)]
    return len(texts) >= _COUNTED and texts == [str(n) for n in range(1, len(texts) + 1)]


def _stacked(
    sheet: Sheet,
) -> Iterator[tuple[list[SheetRow], HeadingBlock, list[SheetRow], list[SheetRow]]]:
    """Titles, headings, heading rows and body of each table below another."""
    blocks: list[tuple[HeadingBlock, list[range]]] = []
    for block in heading_blocks(sheet):
        rows = range(block.top, block.bottom + 1)
        if blocks and same_headings(blocks[-1][0].headings, block.headings):
            # The same heading again, as at the top of each printed page: one table goes on.
            blocks[-1][1].append(rows)
        elif blocks and not _between(sheet, blocks[-1][0].bottom, block.top):
            # Said in two languages: the better of the two is read.
            before, heading_rows = blocks.pop()
            better = max((before, block), key=lambda each: score(each.headings))
            kept = replace(better, top=before.top, bottom=block.bottom)
            blocks.append((kept, [*heading_rows, rows]))
        else:
            blocks.append((block, [rows]))
    if not blocks:
        return
    ends = [block.top for block, _rows in blocks[1:]] + [_NO_END]
    waiting = _between(sheet, 0, blocks[0][0].top)
    for (block, ranges), end in zip(blocks, ends, strict=True):
        numbers = {number for each in ranges for number in each}
        inside = _between(sheet, block.top - 1, end)
        said = [row for row in inside if row.number in numbers]
        body = [row for row in inside if row.number not in numbers]
        titles, waiting = waiting, []
        # Lines of one text right above the next headings are the title of that table.
        while end < _NO_END and body and _is_title(body[-1], block.headings):
            waiting.insert(0, body.pop())
        yield titles, block, said, body


def _between(sheet: Sheet, after: int, before: int) -> list[SheetRow]:
    return [row for row in sheet.rows if after < row.number < before]


def _is_title(row: SheetRow, headings: Sequence[str]) -> bool:
    """One text that is no person: a place, or a text where no name or number stands."""
    texts = _texts(row)
    if len(set(texts)) != 1 or digits(texts[0]).isdigit():
        return False
    if read_place(texts[0]).moo:
        return True
    names = {
        place
        for place, heading in enumerate(headings)
        if field_of(heading)[0] in (*NAME_FIELDS, "identity")
    }
    return not any(cell is not None and place in names for place, cell in enumerate(row.cells))


def _beside(
    start: int, block: HeadingBlock, body: Sequence[SheetRow], sheet: Sheet
) -> list[tuple[int, int]]:
    """First place and end of each table beside another; most sheets hold one."""
    rows = [row for row in sheet.rows if row.number >= block.top]
    width = max([len(block.headings), *(len(row.cells) for row in (*rows[:1], *body))])
    headings = [*block.headings, *[""] * (width - len(block.headings))]
    blank = {
        place
        for place in range(width)
        if not headings[place]
        and all(place >= len(row.cells) or row.cells[place] is None for row in body)
    }
    cuts = [start]
    for place in range(start + 1, width):
        if place in blank or not headings[place]:
            continue
        begins = (
            place - 1 in blank
            or field_of(headings[place])[0] in _BEGINS_A_TABLE
            or _says_again(headings[cuts[-1] : place], headings[place:])
        )
        if begins and _repeats(headings[cuts[-1] : place], headings[place:]):
            cuts.append(place)
    return list(pairwise([*cuts, width]))


def _says_again(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the same headings follow, two at least, in the same order."""
    keys = [[header_key(heading) for heading in side] for side in (left, right[: len(left)])]
    return len(left) > 1 and keys[0] == keys[1]


def _repeats(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether both sides name people by the same kind of column."""
    return bool(_naming(left) & _naming(right))


def _naming(headings: Sequence[str]) -> set[str]:
    surely = (field_of(heading) for heading in headings if heading)
    return {name for name, sure in surely if sure >= _EXACT and name in NAME_FIELDS}


def _table_rows(
    block: HeadingBlock, body: Sequence[SheetRow], sheet: Sheet, first: int, end: int
) -> Iterator[TableRow]:
    over = _merged_down(sheet, block.bottom)
    cut = [_cut(row, first, end) for row in body]
    boxes = _boxes(block.headings, cut, first, end)
    blocks = written_once(block.headings, cut, first, end)
    names = {
        place
        for place in range(first, min(end, len(block.headings)))
        if field_of(block.headings[place])[0] in (*NAME_FIELDS, "surname", "identity")
    }
    values = {row.number: row.cells for row in body}
    shared = {
        place
        for place in range(first, min(end, len(block.headings)))
        if field_of(block.headings[place])[0] not in _OWN
    }
    above: tuple[Cell, ...] = ()
    for row in cut:
        cells = list(row.cells)
        for place, top in over.get(row.number, ()):
            upper = values.get(top, ())
            if first <= place < end and place < len(upper):
                cells.extend([None] * (place + 1 - len(cells)))
                cells[place] = upper[place]
        for place, by_row in blocks.items():
            if row.number in by_row:
                cells.extend([None] * (place + 1 - len(cells)))
                cells[place] = cells[place] or by_row[row.number]
        errors = tuple(
            (place, cell.text) for place, cell in enumerate(cells) if isinstance(cell, CellError)
        )
        for place, _text in errors:
            cells[place] = None
        if boxes is not None:
            _join_boxes(cells, *boxes)
        for place, cell in enumerate(cells):
            if place in shared and place < len(above) and _is_ditto(cell):
                cells[place] = above[place]
        above = tuple(cells)
        struck = any((row.number, place) in sheet.struck for place in names)
        doubt = "row_struck" if struck else ""
        yield TableRow(row.number, row.cells, tuple(cells), errors, doubt=doubt)


def _is_ditto(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.strip() in _DITTO


def _merged_down(sheet: Sheet, below: int) -> dict[int, list[tuple[int, int]]]:
    """For each row that a merged area covers: the place, and the row whose value it has."""
    over: dict[int, list[tuple[int, int]]] = {}
    for top, left, bottom, _right in sheet.merged:
        if top > below:
            # A damaged file may merge a million rows: only those that are there are asked for.
            for number in range(top + 1, min(bottom, top + 10_000) + 1):
                over.setdefault(number, []).append((left - 1, top))
    return over


def _boxes(
    headings: Sequence[str], body: Sequence[SheetRow], first: int, end: int
) -> tuple[int, int] | None:
    """First place and end of a number written with one digit a cell, None where there is none."""
    for place in range(first, min(end, len(headings))):
        if field_of(headings[place])[0] != "identity":
            continue
        last = place + 1
        while last < end and last - place < _BOXES_AT_MOST:
            heading = headings[last] if last < len(headings) else ""
            if heading not in ("", headings[place]):
                break
            last += 1
        if last - place < _DIGITS and last - place != len(_PRINTED_IN):
            continue
        written = [row.cells[place:last] for row in body if any(row.cells[place:last])]
        boxed = [cells for cells in written if len(_digits_of(cells)) > 1]
        if written and len(boxed) >= _MOSTLY * len(written):
            return place, last
    return None


def _without_boxes(
    headings: Sequence[str], body: Sequence[SheetRow], first: int, end: int
) -> list[str]:
    """The headings, with none above the boxes that belong to a number's first one."""
    boxes = _boxes(headings, body, first, end)
    if boxes is None:
        return list(headings)
    return [
        "" if boxes[0] < place < boxes[1] else heading for place, heading in enumerate(headings)
    ]


def _digits_of(cells: Sequence[Cell]) -> str:
    texts = [digits(one_line(shown(cell))) for cell in cells if cell is not None]
    if len(texts) == len(cells) == len(_PRINTED_IN):
        # In five cells, as the number is printed on the card; a number lost its first noughts.
        parts = zip(texts, _PRINTED_IN, strict=True)
        if all(text.isdigit() and len(text) <= size for text, size in parts):
            return "".join(map(str.zfill, texts, _PRINTED_IN))
    if any(len(text) > 1 for text in texts):
        return ""
    return "".join(text for text in texts if text.isdigit())


def _join_boxes(cells: list[Cell], first: int, end: int) -> None:
    joined = _digits_of(cells[first:end])
    if joined:
        cells[first:end] = [joined, *[None] * (len(cells[first:end]) - 1)]


def _cut(row: SheetRow, first: int, end: int) -> SheetRow:
    """The row with nothing outside these places."""
    if first == 0 and end >= len(row.cells):
        return row
    kept = row.cells[first:end]
    return SheetRow(row.number, (*[None] * first, *kept))


def _texts(row: SheetRow) -> list[str]:
    return [text for cell in row.cells if (text := one_line(shown(cell)))]
