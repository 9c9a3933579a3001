"""Names of kinds, fields, events and codes in the language of the screens."""

from __future__ import annotations

from desktop.ui.translation import language
from resources.words import codes, names


def kind_name(kind: str) -> str:
    """What one record of a kind is called."""
    return names.kind_name(kind, language())


def kinds_name(kind: str) -> str:
    """What several records of a kind are called."""
    return names.kinds_name(kind, language())


def field_name(kind: str, field: str) -> str:
    """What a field of a kind is called."""
    return names.field_name(kind, field, language())


def event_name(event: str) -> str:
    """What an audited event is called."""
    return names.event_name(event, language())


def code_name(listed: str, code: str, /, **values: object) -> str:
    """What a code of one of the program's own lists means; see `resources.words.codes`."""
    return codes.said(listed, code, language(), **values)
