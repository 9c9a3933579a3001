"""What kinds of records, their fields and audited events are called, in Thai and in English.

The one book of these names, for the screens, the papers, the commands and the hub. `names.json`
holds `kinds` (`one` record, `many` records, and what personal data a kind `holds`), `fields`
(called the same wherever they stand), `fields_of` (`kind.field`, called otherwise in one kind) and
`events` (what the audit log notes). Each entry is Thai, English.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Final

from resources.words import FOLDER

_NEWER: Final = ("รายการจากโปรแกรมรุ่นใหม่กว่า", "Something of a newer version")


def kind_name(kind: str, language: str) -> str:
    """What one record of a kind is called in `th` or `en`."""
    return _said(_book()["kinds"].get(kind, {}).get("one"), kind, language)


def kinds_name(kind: str, language: str) -> str:
    """What several records of a kind are called."""
    return _said(_book()["kinds"].get(kind, {}).get("many"), kind, language)


def holds(kind: str, language: str) -> str:
    """What a kind holds about people; "" for a kind that holds nothing of the sort."""
    words = _book()["kinds"].get(kind, {}).get("holds")
    return _said(words, kind, language) if words else ""


def holding_kinds() -> tuple[str, ...]:
    """The kinds that hold something about people, in the order in which they are listed."""
    return tuple(kind for kind, words in _book()["kinds"].items() if "holds" in words)


def field_name(kind: str, field: str, language: str) -> str:
    """What a field of a kind is called."""
    return _said(_field(kind, field), field, language)


def knows_field(kind: str, field: str) -> bool:
    """Whether the book knows a field of a kind."""
    return _field(kind, field) is not None


def event_name(event: str, language: str) -> str:
    """What an audited event is called."""
    return _said(_book()["events"].get(event), event, language)


def is_event(event: str) -> bool:
    """Whether the book knows an event; only such may be noted."""
    return event in _book()["events"]


def of_newer(code: str, language: str) -> str:
    """What is said of a code that this version does not know; no code is shown in another way."""
    return f"{_NEWER[language == 'en']} ({code})"


def _field(kind: str, field: str) -> list[str] | None:
    book = _book()
    return book["fields_of"].get(f"{kind}.{field}") or book["fields"].get(field)


def _said(words: list[str] | None, code: str, language: str) -> str:
    return words[language == "en"] if words else of_newer(code, language)


@cache
def _book() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(
        (FOLDER / "names.json").read_text(encoding="utf-8")
    )
    return found
