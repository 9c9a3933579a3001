"""Single cells about a person: village, telephone, sex, and words from a vocabulary."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, Protocol

from desktop.exchange.cells import Cell
from desktop.exchange.columns import shown
from desktop.models.text import digits, one_line
from desktop.models.vocabulary import load

NOTHING: Final = frozenset({"", "-", "--", "---", "–", "—", ".", "n/a", "N/A", "null", "NULL"})

_MOO: Final = re.compile(
    r"(?:หมู่บ้านที่|หมู่ที่|หมู่|หมุ่ที่|หมุ่|(?<![ก-๎])ม\.? ?ที่|(?<![ก-๎])ม\.?|moo|\bm(?=\.))"
    r" ?[.:]? ?(\d{1,2})(?!\d)"
)
# "3/บ้านดอย", "3 บ้านดอย"
_NUMBER_AND_NAME: Final = re.compile(r"0*([1-9]\d?) ?[/,:.–-]? ?(บ้าน(?!เลขที่)\S.*)")
_ONLY_NUMBER: Final = re.compile(r"0*(\d{1,2})(?:\.0*)?")
_EDGES: Final = " ,;:/()-–—[]"
_SEX: Final = {
    **dict.fromkeys(("ช", "ช.", "ชาย", "ผู้ชาย", "เพศชาย", "m", "male", "boy", "man"), "male"),
    **dict.fromkeys(("ญ", "ญ.", "หญิง", "ผู้หญิง", "เพศหญิง", "f", "female", "girl", "woman"), "female"),
    **dict.fromkeys(("ไม่ระบุ", "ไม่ประสงค์ระบุ", "ไม่ทราบ"), "unspecified"),
}  # fmt: skip
_PHONE: Final = re.compile(r"0\d{8,9}")
_MANY: Final = re.compile(r"[,;\n、|]|\s/\s|(?<=[^\s])/(?=[^\s])|\s+และ\s*")


class Lookup(Protocol):
    """Finds the code of a word in a vocabulary: the shipped one, or a centre's own."""

    def code(self, vocabulary: str, text: str) -> str | None:
        """The code that `text` means in the vocabulary of that name, or None."""


class ShippedLookup:
    """Looks words up in the vocabularies that come with the program."""

    def code(self, vocabulary: str, text: str) -> str | None:
        """The code that `text` means; raises KeyError for a vocabulary that is not shipped."""
        term = load(vocabulary).find(text)
        return None if term is None else term.code


@dataclass
class Words:
    """Remembers what was looked up: a roster says the same few words thousands of times."""

    lookup: Lookup
    _known: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def code(self, vocabulary: str, text: str) -> str | None:
        """The code of one text, or None."""
        key = (vocabulary, text)
        if key not in self._known:
            self._known[key] = self.lookup.code(vocabulary, text)
        return self._known[key]

    def codes(self, vocabulary: str, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Codes of a cell that may name several things, and the parts that mean none."""
        whole = self.code(vocabulary, text)
        if whole is not None:
            return (whole,), ()
        found: list[str] = []
        unknown: list[str] = []
        for part in _MANY.split(text):
            piece = part.strip(" -•·")
            if not piece:
                continue
            code = self.code(vocabulary, piece)
            if code is None:
                unknown.append(piece)
            elif code not in found:
                found.append(code)
        return tuple(found), tuple(unknown)


@dataclass(frozen=True, slots=True)
class Place:
    """A moo number as digits ("" when not known) and the name of the village or hamlet."""

    moo: str = ""
    village: str = ""


def text_of(cell: Cell) -> str:
    """The one-line text of a cell, "" for a dash or nothing."""
    text = one_line(shown(cell))
    return "" if text in NOTHING else text


def read_place(cell: Cell) -> Place:
    """Read `หมู่ 3`, `๓`, 3, `บ้านห้วย หมู่ที่ 3`; a text without a number is a village name."""
    text = text_of(cell)
    plain = digits(text)
    only = _ONLY_NUMBER.fullmatch(plain)
    if only:
        number = int(only.group(1))
        # In a town there are no moo, and offices write 0 for that.
        return Place(str(number)) if number else Place()
    match = _MOO.search(plain.lower())
    if match is None:
        before = _NUMBER_AND_NAME.fullmatch(plain)
        return Place(str(int(before[1])), before[2]) if before else Place(village=text)
    rest = text[: match.start()].strip(_EDGES), text[match.end() :].strip(_EDGES)
    number = int(match.group(1))
    return Place(str(number) if number else "", one_line(" ".join(rest)))


def place_of(
    moo_cell: Cell, village_cell: Cell, address: Cell, home: Place
) -> tuple[Place, tuple[str, str] | None]:
    """Where a person lives, and the code and field of what does not fit.

    Args:
        moo_cell: of the column of moo numbers.
        village_cell: of the column of villages.
        address: read where the others say nothing.
        home: where people live whose row names no village.
    """
    moo, village = read_place(moo_cell), read_place(village_cell)
    doubt = None
    if moo.village and not moo.moo:
        if not village.village and not village.moo:
            # A name in the number column is still where the person lives.
            return Place("", moo.village), None
        doubt = "moo_unreadable", "moo"
    elif moo.moo and village.moo and moo.moo != village.moo:
        doubt = "moo_differs", "village"
    number = moo.moo or village.moo
    name = village.village or moo.village
    if not number and not name:
        number = read_place(address).moo
        return (Place(number) if number else home), doubt
    return Place(number or (home.moo if not name else ""), name), doubt


def read_sex(cell: Cell, words: Words) -> str | None:
    """`male`, `female` or `unspecified`; None for a word that means none of them."""
    text = text_of(cell).lower()
    if not text:
        return "unspecified"
    return _SEX.get(text) or words.code("sex", text)


def read_phone(cell: Cell) -> tuple[str, bool]:
    """The telephone as digits and True, or the text as typed and False when it is none.

    Several numbers in one cell stay as they were typed.
    """
    text = text_of(cell).removeprefix("'")
    plain = re.sub(r"[\s\-–.()]", "", digits(text))
    if plain.startswith("+66"):
        plain = "0" + plain[3:]
    # A number cell has lost the leading zero.
    if plain.isdigit() and len(plain) in (8, 9) and not plain.startswith("0"):
        plain = "0" + plain
    if _PHONE.fullmatch(plain):
        return plain, True
    several = [re.sub(r"\D", "", piece) for piece in re.split(r"[,/;\n]|หรือ|และ", digits(text))]
    return text, len(several) > 1 and all(_PHONE.fullmatch(piece) for piece in several)
