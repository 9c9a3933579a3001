"""What the headings of a table mean to a book, and which lines below them tell of nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from desktop.exchange.cells import Cell
from desktop.exchange.columns import shown
from desktop.exchange.headers import field_of, header_key
from desktop.exchange.skipping import tells_of_nobody
from desktop.models.text import one_line
from desktop.services.workbooks.declared import Book

_AS_ANYWHERE: Final = frozenset({"phone", "note"})
"""Columns that lists of any kind have, under whatever spelling."""

_SURELY: Final = 0.95


class Headings:
    """The headings that a book knows, in both languages."""

    def __init__(self, book: Book) -> None:
        self._identity = set(book.identity)
        self._meant: dict[str, str] = {}
        for column in book.sheet_columns():
            for heading in (column.header_th, column.header_en):
                self._meant.setdefault(header_key(heading), column.key)
        for heading, key in book.aliases.items():
            self._meant.setdefault(header_key(heading), key)
        self._anywhere = _AS_ANYWHERE & {column.key for column in book.columns()}

    def columns_of(self, cells: Sequence[Cell]) -> dict[int, str]:
        """The key of each column by its place; nothing where a row holds no headings."""
        found = {place: key for place, cell in enumerate(cells) if (key := self._key(shown(cell)))}
        return found if self._identity <= set(found.values()) else {}

    def others(
        self, cells: Sequence[Cell], columns: Mapping[int, str]
    ) -> Iterator[tuple[int, str]]:
        """Place and text of the headings that mean no column; numbers in order have none."""
        for place, cell in enumerate(cells):
            heading = one_line(shown(cell))
            if heading and place not in columns and field_of(heading)[0] != "order":
                yield place, heading

    def tells_of_nothing(self, cells: Sequence[Cell], texts: Mapping[str, str]) -> bool:
        """Whether a line is a total, a signature, or headings once more."""
        said = [one_line(shown(cell)) for cell in cells]
        names = [text for key in self._identity if (text := texts.get(key, ""))]
        again = names and all(self._key(name) in self._identity for name in names)
        return bool(again) or tells_of_nobody([text for text in said if text])

    def _key(self, heading: str) -> str:
        key = self._meant.get(header_key(heading))
        if key is not None:
            return key
        name, sure = field_of(heading) if heading.strip() else ("", 0.0)
        return name if name in self._anywhere and sure >= _SURELY else ""
