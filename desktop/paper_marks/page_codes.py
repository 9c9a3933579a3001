"""What the codes on a printed page say: which sheet this is, how it is laid out, which corner."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal
from uuid import UUID

Kind = Literal["codes", "dates"]

LETTERS: Final = "34679ACDEFGHJKMNPQRTWXY"
"""Letters of a code on paper: none that is taken for another (0 O, 1 I L, 8 B, 5 S, 2 Z, U V)."""
PAGE_LENGTH: Final = 10
MOST_ROWS: Final = 25
MOST_BOXES: Final = 20

_KINDS: Final[dict[str, Kind]] = {"C": "codes", "D": "dates"}
_PAYLOAD = re.compile(rf"([CD])(\d\d)(\d\d)([{LETTERS}]{{{PAGE_LENGTH}}})([0-3])")


def derived_code(sheet: UUID, page: int, rows: Sequence[UUID]) -> str:
    """Return the code of a page of a sheet, made of what stands on it.

    The same on every laptop, so that it need not be kept; another as soon as one row is of somebody
    else, or in another place, so that no mark ever comes to the wrong person.
    """
    said = b"".join((sheet.bytes, page.to_bytes(2, "big"), *(row.bytes for row in rows)))
    number = int.from_bytes(hashlib.sha256(said).digest(), "big")
    letters = []
    for _ in range(PAGE_LENGTH):
        number, letter = divmod(number, len(LETTERS))
        letters.append(LETTERS[letter])
    return "".join(letters)


@dataclass(frozen=True, slots=True)
class PageCode:
    """What all four codes of a page say alike.

    Attributes:
        kind: `codes`, a box for each code of attendance; `dates`, two boxes for each date.
        rows: of people, 1 to 25.
        boxes: in a row, 2 to 20; an even number for `dates`.
        page: ten letters; the caller knows which record they belong to.
    """

    kind: Kind
    rows: int
    boxes: int
    page: str

    def __post_init__(self) -> None:
        """Refuse what no sheet is; ValueError."""
        if not 1 <= self.rows <= MOST_ROWS or not 2 <= self.boxes <= MOST_BOXES:
            raise ValueError(f"no sheet has {self.rows} rows of {self.boxes} boxes")
        if self.kind == "dates" and self.boxes % 2:
            raise ValueError("a date has two boxes")
        if not _PAYLOAD.fullmatch(self.text(0)):
            raise ValueError(f"{self.page!r} is no page")

    def text(self, corner: int) -> str:
        """Return the sixteen letters of one corner, which a QR of the smallest size just holds."""
        letter = next(letter for letter, kind in _KINDS.items() if kind == self.kind)
        return f"{letter}{self.rows:02d}{self.boxes:02d}{self.page}{corner}"


def read_code(text: str) -> tuple[PageCode, int] | None:
    """Return what a code says and its corner, 0 to 3; None for a code that is not ours."""
    found = _PAYLOAD.fullmatch(text)
    if found is None:
        return None
    letter, rows, boxes, page, corner = found.groups()
    try:
        return PageCode(_KINDS[letter], int(rows), int(boxes), page), int(corner)
    except ValueError:
        return None  # looks like ours, and lays out what no sheet of ours is
