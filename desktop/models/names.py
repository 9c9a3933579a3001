"""Names of people: split from one cell, put in formal order, sorted by given name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from desktop.models.text import one_line, search_key, sort_key
from desktop.models.titles import canonical_title, take_title

__all__ = [
    "Name",
    "canonical_title",
    "full_name",
    "name_sort_key",
    "place_key",
    "proposed_title",
    "split_name",
    "take_title",
]

_NICKNAME: Final = re.compile(
    r"\s*[(\[]\s*([^()\[\]]*?)\s*[)\]]\s*|\s+[\"“”]([^\"“”]+)[\"“”]|\s+ชื่อเล่น[: ]+(\S+)"
)
_BLANK: Final = frozenset({"", "-", "--", "–", "—", "ไม่มี", "ไม่มีนามสกุล", "ไม่ปรากฏ"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts; every part may be empty."""

    title: str = ""
    given: str = ""
    middle: str = ""
    surname: str = ""
    nickname: str = ""


def split_name(text: str) -> Name:
    """Split one cell into title, given, middle, surname and a nickname in brackets or quotes.

    The title comes back in its full form. A dash for a surname is no surname.
    """
    whole = one_line(text)
    nickname = ""
    bracket = _NICKNAME.search(whole)
    if bracket:
        nickname = next(filter(None, bracket.groups()), "")
        whole = one_line(whole[: bracket.start()] + " " + whole[bracket.end() :])
    title, rest = take_title(whole)
    if title == "พระ" and not rest:
        title, rest = "", whole
    words = rest.split()
    while words and words[-1] in _BLANK:
        words.pop()
    if words and words[0] in _BLANK:
        words = words[1:]
    if not words:
        return Name(title=title, nickname=nickname)
    given, others = words[0], words[1:]
    # A surname may hold the word ณ: it and all after it are the surname.
    start = others.index("ณ") if "ณ" in others else max(len(others) - 1, 0)
    return Name(title, given, " ".join(others[:start]), " ".join(others[start:]), nickname)


def full_name(
    title: str, given: str, surname: str, middle: str = "", *, blank_surname: str = ""
) -> str:
    """The formal order: title and given name together, a space, the surname.

    `blank_surname` is put where there is no surname; documents print "-".
    """
    return " ".join(
        part for part in (f"{title}{given}".strip(), middle, surname or blank_surname) if part
    )


def name_sort_key(given: str, surname: str = "", middle: str = "") -> str:
    """The order of lists of people: given name, then surname; the title plays no part."""
    return "\x01".join((sort_key(given), sort_key(surname), sort_key(middle)))


def place_key(name: str) -> str:
    """What two spellings of a village's name share: without the word for village before it."""
    key = search_key(name)
    return key.removeprefix("หมูบาน").removeprefix("บาน") or key


_CHILD_TO_ADULT: Final = {"เด็กชาย": "นาย", "เด็กหญิง": "นางสาว"}


def proposed_title(title: str, age_years: int) -> str | None:
    """The title to propose from the 15th birthday on, or None; a person decides, never the program.

    A man's or woman's title on somebody under 15 is left alone: papers say what they say.
    """
    return _CHILD_TO_ADULT.get(title) if age_years >= 15 else None
