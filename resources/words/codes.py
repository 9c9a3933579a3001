"""What the program's own codes mean, in Thai and in English: reasons, outcomes, findings.

`codes.json` holds a list of codes for each thing that services tell by a code and that both screens
and commands say. The code lists of a centre's records are the vocabularies, and not here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from resources.words import FOLDER
from resources.words.names import of_newer

_NONE = ":none"


def said(listed: str, code: str, language: str, /, **values: object) -> str:
    """Return what a code of a list means, in `th` or `en`.

    `{name}` is filled from the values; where all of them are empty, the words for `code:none` are
    taken if the list has them. A code that this version does not know is told as one.
    """
    known = _lists()[listed]
    empty = bool(values) and not any(values.values())
    words = (known.get(code + _NONE) if empty else None) or known.get(code)
    if words is None:
        return of_newer(code, language)
    text = words[language == "en"]
    for gap, value in values.items():
        text = text.replace("{" + gap + "}", str(value))
    return text


def codes_of(listed: str) -> frozenset[str]:
    """Return the codes of a list."""
    return frozenset(code.removesuffix(_NONE) for code in _lists()[listed])


@cache
def _lists() -> Mapping[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = json.loads(
        (FOLDER / "codes.json").read_text(encoding="utf-8")
    )
    return found
