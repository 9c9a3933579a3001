"""A hidden mark in each exported row: what its cells held, so that edits and torn rows are known.

A clerk sorts a sheet without its hidden columns, copies a row for a brother, or brings a workbook
of last month. The mark says of every cell whether it is still as it was written; what is still so
is nobody's word, and changes nothing.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from desktop.exchange.cells import Cell, Sheet
from desktop.exchange.columns import shown
from desktop.models.text import one_line

EMPTIES: Final = frozenset({"-", "--", "–", "—"})
"""What is typed over an exported cell to empty it; a blank cell leaves what is stored."""

_FORM: Final = re.compile(r"([a-z_]+)1((?: [a-z_0-9]+=[A-Za-z0-9@~+]*)+)")
_WHOLE_FLOAT: Final = re.compile(r"(-?\d+)\.0+")
_LOOKED_AT: Final = 60
_MOVED_AT_LEAST: Final = 2
_STEADY: Final = 0.9
_STEADY_AT_LEAST: Final = 0.8


@dataclass(frozen=True, slots=True)
class Mark:
    """What a row held as it was exported: a hash of each cell by its key, "" for an empty one.

    `items` holds the hashes of single values where a cell held several.
    """

    what: str
    cells: Mapping[str, str]
    items: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Checked:
    """A row compared with its mark.

    Attributes:
        new: keys of cells that say something that was not exported there.
        moved: keys of cells that do not hold what they were exported with, blank ones too.
        emptied: keys of cells that were to be emptied; they are new as well.
        mark: what was exported.
    """

    new: frozenset[str]
    moved: frozenset[str]
    emptied: frozenset[str]
    mark: Mark

    def says(self, *keys: str) -> bool:
        """Whether one of these cells says something new."""
        return not self.new.isdisjoint(keys)


@lru_cache(maxsize=65_536)
def short_hash(text: str) -> str:
    """Three letters for a text, "" for none: the same words of a cell give the same letters."""
    plain = one_line(text)
    whole = _WHOLE_FLOAT.fullmatch(plain)
    plain = whole.group(1) if whole else plain
    if not plain:
        return ""
    return b64encode(blake2b(plain.encode(), digest_size=3).digest()[:3], b"@~").decode()[:3]


def mark_text(
    what: str, texts: Mapping[str, str], items: Mapping[str, Iterable[str]] | None = None
) -> str:
    """The mark of a row.

    Args:
        what: of which export, in small letters.
        texts: what each cell holds, by key, as it will be read.
        items: the single values of cells that hold several.
    """
    parts = [
        "+".join((f"{key}={short_hash(text)}", *map(short_hash, (items or {}).get(key, ()))))
        for key, text in texts.items()
    ]
    return " ".join((f"{what}1", *parts))


def read_mark(text: str) -> Mark | None:
    """The mark in a cell; None where there is none, or none that can be read."""
    found = _FORM.fullmatch(text.strip())
    if found is None:
        return None
    cells: dict[str, str] = {}
    items: dict[str, frozenset[str]] = {}
    for part in found.group(2).split():
        key, _, hashes = part.partition("=")
        cells[key], *single = hashes.split("+")
        items[key] = frozenset(single)
    return Mark(found.group(1), cells, items)


def book_named(sheets: Iterable[Sheet]) -> str:
    """Which export a file is, by the first mark in it; "" for any other file."""
    for sheet in sheets:
        for row in sheet.rows[:_LOOKED_AT]:
            for cell in row.cells:
                if isinstance(cell, str) and (mark := read_mark(cell)):
                    return mark.what
    return ""


def checked(mark: Mark, texts: Mapping[str, str]) -> Checked:
    """Compare a row with its mark; `texts` holds the cells of the columns that are there."""
    here = {key: one_line(text) for key, text in texts.items()}
    known = here.keys() & mark.cells.keys()
    moved = {key for key in known if short_hash(here[key]) != mark.cells[key]}
    emptied = {key for key in moved if here[key] in EMPTIES}
    nothing = {key for key in moved if not here[key] or (key in emptied and not mark.cells[key])}
    added = {key for key in here.keys() - known if here[key]}
    return Checked(
        frozenset((moved - nothing) | added),
        frozenset(moved),
        frozenset(emptied - nothing),
        mark,
    )


def texts_of_row(fields: Mapping[str, int], cells: Sequence[Cell]) -> dict[str, str]:
    """What the cells of a row hold, by key."""
    return {name: shown(cells[at]) if at < len(cells) else "" for name, at in fields.items()}


def check_of(fields: Mapping[str, int], cells: Sequence[Cell]) -> Checked | None:
    """A row against its mark; None for a row without one."""
    texts = texts_of_row(fields, cells)
    mark = read_mark(texts.pop("mark", ""))
    return None if mark is None else checked(mark, texts)


Exported = tuple[Mark | None, Mapping[str, str]]
"""A row of an export: its mark, None where that is gone, and what its cells hold now."""


def torn_columns(rows: Sequence[Exported], few: frozenset[str]) -> tuple[str, ...]:
    """The keys of columns whose cells moved to other rows: the sheet was sorted in part.

    Args:
        rows: of one table.
        few: keys of columns whose values repeat from row to row, as a status or a village does;
            these are torn where they are in disorder too.
    """
    marked = [(mark, texts) for mark, texts in rows if mark is not None]
    return tuple(
        key
        for key in dict.fromkeys(key for mark, _texts in marked for key in mark.cells)
        if _moved_among(
            [
                (mark.cells[key], short_hash(texts[key]))
                if key in mark.cells and key in texts
                else ("", "")
                for mark, texts in marked
            ],
            few=key in few,
        )
    )


def stray_cells(rows: Sequence[Exported], few: frozenset[str]) -> list[str]:
    """For each row the key of a cell that holds what another row was exported with and lost.

    A row without a mark is looked at too: its id and mark may be what was pushed away from it.
    """
    lost = {
        (key, before)
        for mark, texts in rows
        if mark is not None
        for key, before in mark.cells.items()
        if key in texts and key not in few and before and before != short_hash(texts[key])
    }

    def stray(mark: Mark | None, texts: Mapping[str, str]) -> str:
        own = frozenset(() if mark is None else mark.cells.items())
        held = ((key, short_hash(text)) for key, text in texts.items())
        return next((each[0] for each in held if each in lost and each not in own), "")

    return [stray(mark, texts) for mark, texts in rows]


def _moved_among(pairs: Sequence[tuple[str, str]], *, few: bool) -> bool:
    """Whether cells changed places, rather than got other words."""
    changed = [(before, now) for before, now in pairs if before != now]
    moved = sum(
        (Counter(before for before, _ in changed) & Counter(now for _, now in changed)).values()
    )
    if moved < _MOVED_AT_LEAST or moved * 2 <= len(changed):
        return False
    if moved == len(changed):
        return True
    if not few:
        return len({before for before, _ in changed}) * 2 > len(changed)
    # Where everybody went up a class, one word gave way to one other; in a torn column to many.
    after: dict[str, Counter[str]] = defaultdict(Counter)
    for before, now in pairs:
        after[before][now] += 1
    steady = sum(counts.most_common(1)[0][1] for counts in after.values()) / len(pairs)
    return steady < (_STEADY if moved >= len(changed) * _STEADY else _STEADY_AT_LEAST)
