"""Which letters of a paper no shipped font can draw, and in whose words they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from desktop.errors import UserError
from desktop.reports.paper_data import (
    BreachPaper,
    LearnerPaper,
    PaperOptions,
    PlanPaper,
    RegisterRow,
)
from desktop.reports.typeface import face_for, is_invisible

_NOT_DRAWN = frozenset({"letterhead", "printed", "qr", "sort_key", "village_sort_key"})
_SPACES = frozenset("\n\r")
_MOST_PEOPLE = 4
_MOST_LETTERS = 8


def missing_letters(text: str) -> str:
    """Return the letters of a text that would be printed as boxes, each once, in their order."""
    if text.isascii():
        return ""
    return "".join(
        letter
        for letter in dict.fromkeys(text)
        if letter not in _SPACES
        and not is_invisible(letter)
        and face_for(letter, "Regular") is None
    )


def unprintable(paper: object) -> dict[str, str]:
    """Return the letters that cannot be drawn, by the name of the person they belong to.

    Letters that belong to nobody stand under "".
    """
    found: dict[str, str] = {}
    for whose, text in _texts(paper, ""):
        letters = missing_letters(text)
        if letters:
            found[whose] = "".join(dict.fromkeys(found.get(whose, "") + letters))
    return found


def refuse_boxes(paper: object, options: PaperOptions) -> None:
    """Raise UserError `paper_letters_missing` before anything is drawn with boxes in it.

    Its `whose` names people and letters. Nothing is raised where the options take the boxes.
    """
    if options.boxes:
        return
    found = unprintable(paper)
    if not found:
        return
    said = [f"{whose or '–'}: {told(letters)}" for whose, letters in found.items()]
    more = len(said) - _MOST_PEOPLE
    parts = said[:_MOST_PEOPLE] + ([f"+ {more}"] if more > 0 else [])
    raise UserError("paper_letters_missing", whose=" · ".join(parts))


def told(letters: str) -> str:
    """Return letters as a person can look for them, with the numbers that Unicode gives them."""
    shown = []
    for letter in letters[:_MOST_LETTERS]:
        bearer = "◌" if unicodedata.category(letter)[0] == "M" else ""
        seen = f"{bearer}{letter} " if letter.isprintable() else ""
        shown.append(f"{seen}(U+{ord(letter):04X})")
    return " ".join(shown) + (" …" if len(letters) > _MOST_LETTERS else "")


def _texts(value: object, whose: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield whose, value
    elif isinstance(value, tuple | list):
        # A row of a list is called after its first cell.
        row = bool(value) and not whose and all(isinstance(each, str) for each in value)
        name = str(value[0]).split("\n")[0] if row else whose
        for each in value:
            yield from _texts(each, name)
    elif is_dataclass(value):
        name = _name(value) or whose
        for field in fields(value):
            if field.name not in _NOT_DRAWN:
                yield from _texts(getattr(value, field.name), name)


def _name(value: object) -> str:
    if isinstance(value, PlanPaper):
        return value.learner.name or value.learner.code
    if isinstance(value, LearnerPaper):
        return value.name or value.code
    if isinstance(value, BreachPaper):
        return value.whose
    return value.name or value.code if isinstance(value, RegisterRow) else ""
