"""Values that could be stored here but never sent: refused before anything is written."""

from __future__ import annotations

from typing import Any

from desktop.errors import UserError
from sync.texts import BAD_TEXT, TOO_LONG, most_letters, text_fault

MOST_NESTED = 16
"""Lists and maps inside each other that the protocol carries."""

_LEAST_NUMBER = -(1 << 63)
_MOST_NUMBER = (1 << 63) - 1
# Booleans, times as text and bytes are always in order.
_ALWAYS_FINE = frozenset({bool, float, bytes, type(None)})


def check_value(kind: str, name: str, value: Any) -> None:
    """Refuse what would stop everything behind it in the queue to the hub, or be put aside there.

    Raises:
        UserError: `text_not_unicode` for half a character (a lone surrogate) and for one that
            cannot be printed, `text_too_long` (`most`), `value_out_of_range` for a number beyond
            64 bits and for too many lists inside lists; all name the field.
    """
    _check_shape(name, value)
    fault = text_fault(kind, name, value)
    if fault == TOO_LONG:
        raise UserError("text_too_long", field=name, most=f"{most_letters(kind, name):,}")
    if fault == BAD_TEXT:
        raise UserError("text_not_unicode", field=name)


def _check_shape(name: str, value: Any, depth: int = 0) -> None:
    kind = type(value)
    if kind in _ALWAYS_FINE:
        return
    if isinstance(value, str):
        if not value.isascii():
            _check_text(name, value)
    elif isinstance(value, int):
        if not _LEAST_NUMBER <= value <= _MOST_NUMBER:
            raise UserError("value_out_of_range", field=name)
    elif isinstance(value, list | tuple | dict):
        if depth >= MOST_NESTED:
            raise UserError("value_out_of_range", field=name)
        if isinstance(value, dict):
            for key in value:
                _check_shape(name, key, depth + 1)
            value = value.values()
        for item in value:
            _check_shape(name, item, depth + 1)


def _check_text(name: str, text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        # The error itself would carry the text into a log.
        raise UserError("text_not_unicode", field=name) from None
