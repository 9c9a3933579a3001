"""Columns that are ticked: what a mark below "เพศ ช" or "นอกระบบ" says of a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from desktop.exchange.cells import Cell
from desktop.exchange.columns import Column, Layout
from desktop.exchange.headers import field_of
from desktop.exchange.person_cells import NOTHING, Words, read_sex, text_of

VOCABULARIES: Final[Mapping[str, str]] = {
    "sex": "sex", "status": "status", "level": "levels", "reasons": "leaving_reasons",
    "groups": "target_groups",
}  # fmt: skip
"""The list of words of each field that holds one of them, or several."""

# A cross is none: it says yes on one form and no on another. ü is a tick in a font of signs.
_MARKS: Final = frozenset({"/", "\\", "✓", "✔", "√", "☑", "●", "•", "1", "๑", "v", "V", "ü"})
_SURELY: Final = 0.95
# Words that are a column's whole heading say so by themselves; others stand below a heading.
_BARE: Final = ("sex", "status")


class Ticks:
    """The ticked columns of one table."""

    def __init__(self, layout: Layout, words: Words) -> None:
        meant = {
            column: found
            for column in layout.columns
            if not column.field and column.samples and (found := _meaning(column, words))
        }
        # Where other figures stand below one of them, they all count something.
        counted = {field for column, (field, _code) in meant.items() if not _is_ticked(column)}
        self._meant = {column: found for column, found in meant.items() if found[0] not in counted}

    def of(self, name: str, cells: Sequence[Cell]) -> list[tuple[Column, str]]:
        """The columns of a field that are ticked in a row, and the code each stands for."""
        return [
            (column, code)
            for column, (field, code) in self._meant.items()
            if field == name and column.index < len(cells) and text_of(cells[column.index])
        ]


def _is_ticked(column: Column) -> bool:
    """Whether marks stand below it and nothing else."""
    return set(column.samples) <= _MARKS | NOTHING


def _meaning(column: Column, words: Words) -> tuple[str, str] | None:
    for name, word in _readings(column.heading):
        code = read_sex(word, words) if name == "sex" else words.code(VOCABULARIES[name], word)
        if code and code != "unspecified":
            return name, code
    return None


def _readings(heading: str) -> Iterator[tuple[str, str]]:
    """The fields that a heading may speak of, each with the word below it."""
    parts = heading.split()
    for at in range(1, len(parts)):
        name, sure = field_of(" ".join(parts[:at]))
        if name in VOCABULARIES and sure >= _SURELY:
            yield name, " ".join(parts[at:])
    for name in _BARE:
        yield name, heading
