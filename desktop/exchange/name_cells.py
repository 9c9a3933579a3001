"""Cells that hold a name: what a list puts around it, and two people in one cell."""

from __future__ import annotations

import re
from typing import Final

from desktop.models.names import take_title
from desktop.models.text import one_line

_LIST_NUMBER: Final = re.compile(r"^[0-9๐-๙]{1,4} ?[.)] *(?=[^\W\d_])")
_PARTS: Final = re.compile(r"\n|[,;、]| และ | กับ | / ")
_SURE_TITLE: Final = re.compile(r"ด\. ?ช\.|ด\. ?ญ\.|เด็กชาย|เด็กหญิง|น\. ?ส\.|นางสาว")
_FOOTNOTE: Final = re.compile(r" *\*+$")


# What stands between two people even where each has one word only.
_BETWEEN: Final = re.compile(r"\s(?:และ|กับ)\s|\s*[+&]\s*")


def several_people(text: str) -> bool:
    """Whether one cell names two people, below or beside one another."""
    if sum(any(letter.isalpha() for letter in part) for part in _BETWEEN.split(text)) > 1:
        return True
    parts = [only_name(one_line(part)) for part in _PARTS.split(text) if part.strip()]
    if len(parts) < 2:
        # A second title that leaves no doubt begins a second person.
        return len(_SURE_TITLE.findall(text)) > 1
    titled = [part for part in parts if take_title(part)[0] and take_title(part)[1]]
    worded = [part for part in parts if len(part.split()) > 1]
    return len(titled) > 1 or len(worded) > 1


def only_name(text: str) -> str:
    """A name without what a list puts around it: "1." before, a footnote's star behind."""
    return without_footnote(_LIST_NUMBER.sub("", text))


def without_footnote(text: str) -> str:
    """A name without the star that leads to a footnote."""
    return _FOOTNOTE.sub("", text)
