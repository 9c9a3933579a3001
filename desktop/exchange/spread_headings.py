"""One heading above several columns: a name, or a birth date, written in its parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import islice, pairwise, takewhile
from typing import Final, Protocol

from desktop.models.dates import parse_date
from desktop.models.names import canonical_title
from desktop.models.text import digits

_MOSTLY: Final = 0.8
_OFTEN: Final = 0.6
_LAST_DAY: Final = 31
_MONTHS: Final = 12
_SOME_YEAR: Final = 2550
_YEARS: Final = range(1900, 2700)


class Headed(Protocol):
    """A column as it was understood so far."""

    @property
    def index(self) -> int:
        """Its place in the sheet."""

    @property
    def heading(self) -> str:
        """What stands above it."""

    @property
    def field(self) -> str:
        """What it holds, "" where that is not known."""


def parts_of_spread(
    columns: Sequence[Headed], texts: Mapping[int, Sequence[str]]
) -> dict[int, str]:
    """Return the field of each column that holds a part of a heading to its left.

    Args:
        columns: of one table, from left to right.
        texts: the cells of each column by its place, "" for an empty one.
    """
    found: dict[int, str] = {}
    known = {column.field for column in columns}
    for at, column in enumerate(columns):
        if column.field not in ("name", "birth"):
            continue
        blank = takewhile(lambda each: not each.heading, islice(columns, at + 1, at + 3))
        group = [column, *blank]
        together = [each for place, each in enumerate(group, column.index) if each.index == place]
        read = [texts[each.index] for each in together]
        fields = _name_parts(read) if column.field == "name" else _birth_parts(read)
        if not known & (set(fields) - {column.field}):
            found.update(zip((each.index for each in together), fields, strict=False))
    return found


def unnamed_titles(columns: Sequence[Headed], texts: Mapping[int, Sequence[str]]) -> dict[int, str]:
    """Return the column without a heading, right before the names, that holds their titles."""
    for before, column in pairwise(columns):
        read = [text for text in texts[before.index] if text]
        if (
            column.field in ("name", "given")
            and not before.heading
            and _share(read, lambda text: canonical_title(text) is not None) >= _MOSTLY
        ):
            return {before.index: "title"}
    return {}


def _name_parts(texts: Sequence[Sequence[str]]) -> tuple[str, ...]:
    own = [line for line in zip(*texts, strict=True) if line[0]]
    if not own or len(texts) < 2 or _share([line[1] for line in own], bool) < _OFTEN:
        return ()
    titles = _share([line[0] for line in own], lambda text: canonical_title(text) is not None)
    behind = [line[1] for line in own if line[1]]
    if titles >= _MOSTLY:
        third = [line[2] for line in own] if len(texts) > 2 else []
        if third and _share(third, _is_word) >= _OFTEN and _share(behind, _is_word) >= _MOSTLY:
            return "title", "given", "surname"
        return "title", "name"
    words = _share([line[0] for line in own], _is_word)
    return ("given", "surname") if min(words, _share(behind, _is_word)) >= _MOSTLY else ()


def _birth_parts(texts: Sequence[Sequence[str]]) -> tuple[str, ...]:
    own = [line for line in zip(*texts, strict=True) if any(line)]
    if not own or len(texts) < 3:
        return ()
    parts = zip((_is_day, _is_month, _is_year), zip(*own, strict=True), strict=True)
    fits = all(
        _share([text for text in column if text], check) >= _MOSTLY for check, column in parts
    )
    return ("birth_day", "birth_month", "birth_year") if fits else ()


def _share(texts: Sequence[str], check: Callable[[str], bool]) -> float:
    return sum(1 for text in texts if check(text)) / len(texts) if texts else 0.0


def _is_word(text: str) -> bool:
    return len(text.split()) == 1 and not any(letter.isdigit() for letter in text)


def _is_day(text: str) -> bool:
    return digits(text).isdigit() and 1 <= int(digits(text)) <= _LAST_DAY


def _is_month(text: str) -> bool:
    plain = digits(text)
    if plain.isdigit():
        return 1 <= int(plain) <= _MONTHS
    read = parse_date(f"1 {text} {_SOME_YEAR}", today=None).value
    return read is not None and read.month is not None


def _is_year(text: str) -> bool:
    return digits(text).isdigit() and int(digits(text)) in _YEARS
