"""What is said of an error, in Thai and in English: what happened, and what to do next.

The one book of these sentences, for the screens, the commands and the hub. `errors.json` holds
`sentences` by the error's code, in `commands` what a command adds to one of them (the option or
the command that helps, a field's stable name), and in `hub` what the hub's own commands say to its
staff. `{name}` is filled from the values of the error.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from resources.words import FOLDER
from resources.words.names import field_name, knows_field

_GAP: Final = re.compile(r"\{(\w+)\}")


def sentence(code: str, values: Mapping[str, object], language: str) -> str:
    """Return what to say of an error in `th` or `en`.

    "" for a code without a sentence, and where a value is missing: never a sentence with a gap.
    """
    return _filled(_words("sentences", code), values, language)


def addition(code: str, values: Mapping[str, object], language: str) -> str:
    """Return what a command adds to the sentence of an error, "" for nothing."""
    return _filled(_words("commands", code), values, language, typed=True)


def hub_sentence(code: str, values: Mapping[str, object], language: str) -> str:
    """Return what a command of the hub says of an error; a code of a newer version as one."""
    said = _filled(_words("hub", code), values, language)
    return said or _filled(_words("hub", "general_refused"), {"code": code}, language)


def _words(part: str, code: str) -> list[str]:
    return _book()[part].get(code, [])


def _filled(
    words: list[str], values: Mapping[str, object], language: str, *, typed: bool = False
) -> str:
    if not words:
        return ""
    text = words[language == "en"]
    if not values.keys() >= set(_GAP.findall(text)):
        return ""
    return _GAP.sub(lambda gap: _shown(gap[1], values, language, typed=typed), text)


def _shown(name: str, values: Mapping[str, object], language: str, *, typed: bool) -> str:
    value = values[name]
    if name == "field":
        kind, field = str(values.get("kind", "learner")), str(value)
        if not knows_field(kind, field):
            return field
        said = field_name(kind, field, language)
        return f"{said} ({field})" if typed else said
    return f"{value:,}" if isinstance(value, int) else str(value)


@cache
def _book() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = json.loads(
        (FOLDER / "errors.json").read_text(encoding="utf-8")
    )
    return found
