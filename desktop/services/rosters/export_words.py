"""Words of an export: labels in one language, several in one cell, and who a row is about."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.exchange.writing import Value, date_text
from desktop.models.area import Centre
from desktop.models.program import DeviceState
from desktop.models.vocabulary import Term, Vocabulary
from desktop.services.learners.records import LearnerRow
from desktop.services.vocabularies import CentreLookup

# What an import takes for the end of one label and the beginning of the next.
_DIVIDES = re.compile(r"[,;\n、|/]|\s*และ")


def several(terms: Vocabulary, codes: Sequence[str], language: str) -> str:
    """Return several labels in one cell, so that an import finds each of them again.

    A label that would be taken apart gives way to another spelling of it, else to its code.
    """
    return ", ".join(
        _whole(terms, terms.term(code), language) if code in terms else code for code in codes
    )


def _whole(terms: Vocabulary, term: Term, language: str) -> str:
    for spelling in (term.label(language), *term.aliases):
        if not _DIVIDES.search(spelling) and terms.find(spelling) is term:
            return spelling
    return term.code


class ExportWords:
    """Labels in one language."""

    def __init__(
        self, session: Session, language: str, sensitive: bool, kept_in: Set[UUID]
    ) -> None:
        self._lookup = CentreLookup(session)
        self.language = language
        self.english = language == "en"
        self._sensitive = sensitive
        self._kept_in = kept_in

    def letterhead(self, session: Session, today: date) -> str:
        """Whose list and of which day."""
        device = session.get_one(DeviceState, 1)
        centre = session.get(Centre, device.centre_id)
        name = centre.name if centre else ""
        return " · ".join(part for part in (name, date_text(today)) if part)

    def vocabulary(self, name: str) -> Vocabulary:
        return self._lookup.vocabulary(name)

    def label(self, name: str, code: str | None) -> str:
        return self.vocabulary(name).label(code, self.language) if code else ""

    def told(self, name: str, codes: Sequence[str], whose: UUID) -> list[str]:
        """Return the codes that are told, sensitive ones only when asked for.

        Whoever took back their consent to sensitive data keeps theirs inside.
        """
        terms = self.vocabulary(name)
        sensitive = self._sensitive and whose not in self._kept_in
        return [
            code
            for code in codes
            if sensitive or code not in terms or not terms.term(code).sensitive
        ]

    def several(self, name: str, codes: Sequence[str]) -> str:
        """Return labels of several codes in one cell."""
        return several(self.vocabulary(name), codes, self.language)

    def choices(self, name: str) -> tuple[str, ...]:
        return tuple(
            term.label(self.language) for term in self.vocabulary(name).shown if not term.sensitive
        )


def person_values(words: ExportWords, row: LearnerRow) -> dict[str, Value]:
    """Who a row is about, as every export tells it."""
    return {
        "local_code": row.code,
        "name": row.full_name,
        "nickname": row.nickname,
        "moo": int(row.village) if row.village.isdigit() else row.village,
        "village": row.village_name,
        "status": words.label("status", row.status),
    }
