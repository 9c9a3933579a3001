"""What commands say in both languages: names, codes and values in words, a stroke between."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from desktop.exchange.advice import advice
from desktop.services.record_words import RecordWords
from resources.words import codes, names


def both(say: Callable[[str], str]) -> str:
    """Thai and English of what is said in one language; once where they are the same."""
    thai, english = say("th"), say("en")
    return thai if thai == english else f"{thai} / {english}"


def kind_words(kind: str) -> str:
    """What a kind of record is called."""
    return both(lambda language: names.kind_name(kind, language))


def field_words(kind: str, field: str) -> str:
    """What a field is called, with the stable name by which commands take it."""
    return f"{both(lambda language: names.field_name(kind, field, language))} ({field})"


def code_words(listed: str, code: str, **values: object) -> str:
    """What one of the program's own codes means."""
    return both(lambda language: codes.said(listed, code, language, **values))


def advice_words(code: str) -> str:
    """What to do about a problem of a roster."""
    return both(lambda language: advice(code, english=language == "en"))


class RecordTeller:
    """Values and labels in both languages, with the centre's own words."""

    def __init__(self, session: Session) -> None:
        self._told = {language: RecordWords(session, language) for language in ("th", "en")}

    def tells(self, kind: str, field: str) -> bool:
        """Whether a field says something to a person."""
        return self._told["th"].tells(kind, field)

    def line(self, kind: str, field: str, values: Mapping[str, Any]) -> str:
        """A field of a record and what stands in it; the record's other values tell its words."""

        def say(language: str) -> str:
            told, value = self._told[language], values[field]
            if field == "raw":  # kept packed, by keys that its indicator declares
                value = told.raw(values["indicator"], value)
            return told.value(kind, field, value)

        return f"{field_words(kind, field)}: {both(say)}"

    def value(self, kind: str, field: str, value: Any) -> str:
        """What stands in a field."""
        return both(lambda language: self._told[language].value(kind, field, value))

    def label(self, vocabulary: str, code: str) -> str:
        """The label of a code."""
        return both(lambda language: self._told[language].label(vocabulary, code))

    def labels(self, vocabulary: str, listed: Iterable[str]) -> str:
        """The labels of several codes."""
        return ", ".join(self.label(vocabulary, code) for code in listed)
