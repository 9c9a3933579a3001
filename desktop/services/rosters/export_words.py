"""Words of an export: labels in one language, several in one cell, and who a row is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from desktop.exchange.writing import Column, Value, date_text, named
from desktop.models.area import Centre
from desktop.models.dates import PartialDate
from desktop.models.program import DeviceState
from desktop.models.vocabulary import Vocabulary
from desktop.services.learners.lists import learner_ids
from desktop.services.learners.records import LearnerQuery, LearnerRow
from desktop.services.vocabularies import CentreLookup
from desktop.services.workbooks.values import several

PERSON_COLUMNS: Final = (
    Column("local_code", "รหัสผู้เรียนรู้", "Learner code", "code", width=18, back=False),
    Column("name", "ชื่อ-สกุล", "Name", width=30, back=False),
    named("learner", "nickname", back=False),
    named("village", "moo", "number", width=8, back=False),
    named("learner", "village_id", key="village", width=20, back=False),
    named("learner", "status", width=16, back=False),
)
"""Who a row is about, in every list that is told of learners."""

# What the import of a roster takes for the end of one label and the beginning of the next.
_DIVIDES: Final = re.compile(r"[,;\n、|/]|\s*และ")


class ExportWords:
    """Labels in one language."""

    def __init__(self, session: Session, language: str) -> None:
        self._lookup = CentreLookup(session)
        self.language = language
        self.english = language == "en"

    def vocabulary(self, name: str) -> Vocabulary:
        return self._lookup.vocabulary(name)

    def label(self, name: str, code: str | None) -> str:
        return self.vocabulary(name).label(code, self.language) if code else ""

    def told(self, name: str, codes: Sequence[str], *, sensitive: bool) -> list[str]:
        """Return the codes that are told, sensitive ones only when asked for."""
        terms = self.vocabulary(name)
        return [
            code
            for code in codes
            if sensitive or code not in terms or not terms.term(code).sensitive
        ]

    def several(self, name: str, codes: Sequence[str]) -> str:
        """Return labels of several codes in one cell."""
        return several(self.vocabulary(name), codes, self.language, _DIVIDES, ", ")

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


def outside(query: LearnerQuery) -> LearnerQuery:
    """The same question, answered only with people of whom others may be told."""
    return replace(query, outside="people")


def kept_in(session: Session, query: LearnerQuery) -> int:
    """How many people a question finds of whom others may not be told."""
    return len(learner_ids(session, query)) - len(learner_ids(session, outside(query)))


def letterhead(session: Session, today: date) -> str:
    """Whose list and of which day."""
    device = session.get_one(DeviceState, 1)
    centre = session.get(Centre, device.centre_id)
    name = centre.name if centre else ""
    return " · ".join(part for part in (name, date_text(today)) if part)


def day(iso: str | None) -> PartialDate | None:
    """A stored day as a cell shows it."""
    return PartialDate.from_iso(iso) if iso else None
