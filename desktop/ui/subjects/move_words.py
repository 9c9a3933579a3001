"""What was said of a move besides its day."""

from __future__ import annotations

from typing import Final

from desktop.models.base import synced_classes
from desktop.models.fields import fields_of
from desktop.services.moves import MoveLine
from desktop.ui.code_book import CodeBook
from desktop.ui.thai_time import shown_iso

_TOLD_APART: Final = frozenset({"move", "from_state", "to_state", "done_on"})
_SAID: Final = frozenset({"line", "text", "plain", "code", "day", "count", "amount"})


def told(kind: str, line: MoveLine, codes: CodeBook, unit: str = "") -> list[str]:
    """Labels of codes, amounts in this unit, and texts as they were typed, of a move of a kind."""
    found: list[str] = []
    for name, each in fields_of(synced_classes()[kind]).items():
        value = line.move.values.get(name)
        if value in (None, "") or name in _TOLD_APART or not each.told or each.type not in _SAID:
            continue
        if each.vocabulary:
            found.append(codes.of_field(each, value))
        elif each.type == "day":
            found.append(shown_iso(value))
        elif isinstance(value, float):
            found.append(f"{value:,g} {unit}".rstrip())
        else:
            found.append(line.move.text(name) if each.free else str(value))
    return found
