"""Values of any field as a workbook shows them, and read back from its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.exchange.person_cells import read_phone
from desktop.exchange.writing import Value
from desktop.models.area import Village
from desktop.models.base import SyncedRecord
from desktop.models.dates import PartialDate
from desktop.models.fields import Field, fields_of
from desktop.models.money import baht_text
from desktop.models.text import normalise
from desktop.models.vocabulary import Term, Vocabulary
from desktop.services.record_values import read_value
from desktop.services.vocabularies import CentreLookup

# What parts the labels of a cell when it is read.
_DIVIDES: Final = re.compile(r"[,;\n]")


class CellWords:
    """Values as a workbook shows them, so that reading finds them again."""

    def __init__(self, session: Session, language: str) -> None:
        self.lookup = CentreLookup(session)
        self._session = session
        self._language = language
        self._moo = {each.id: each.moo for each in session.scalars(select(Village))}

    def value(self, meaning: Field, value: Any) -> Value:
        """What stands in the cell of a field."""
        if value is None or value == "":
            return None
        match meaning.type:
            case "code":
                return self.lookup.label(meaning, value, self._language)
            case "line" | "text" if meaning.vocabulary:
                terms = self.lookup.vocabulary(meaning.vocabulary)
                return terms.term(value).label(self._language) if value in terms else str(value)
            case "codes":
                terms = self.lookup.vocabulary(meaning.vocabulary)
                return several(terms, value, self._language, _DIVIDES)
            case "day":
                return PartialDate.from_iso(value)
            case "yes_no":
                yes, no = ("Yes", "No") if self._language == "en" else ("ใช่", "ไม่ใช่")
                return yes if value else no
            case "months":
                return ", ".join(str(each) for each in value)
            case "links":
                return ", ".join(self._moo.get(UUID(each), each) for each in value)
            case "link":
                return self._moo.get(value, str(value))
            case "count":
                return int(value)
            case "money" if meaning.unit == "satang":
                return baht_text(value)
            case _:
                return str(value)

    def read(self, model: type[SyncedRecord], name: str, text: str) -> Any:
        """What a text means in a field; "" empties it.

        Villages that are known come by their ids, so that they compare; new ones as written.

        Raises:
            UserError: as `record_values.read_values`.
        """
        meaning = fields_of(model)[name]
        if meaning.type == "phone":
            return read_value(self._session, model, name, read_phone(text)[0])
        if meaning.free and meaning.vocabulary:
            term = self.lookup.vocabulary(meaning.vocabulary).find(text)
            return read_value(self._session, model, name, text if term is None else term.code)
        of_village = meaning.link == "village" and meaning.type in ("link", "links")
        if not of_village or not text:
            return read_value(self._session, model, name, text)
        by_moo = {moo: each for each, moo in self._moo.items()}
        if meaning.type == "link":
            return by_moo.get(text, text)
        moos = [part.strip() for part in text.split(",") if part.strip()]
        return [by_moo[moo].hex for moo in moos] if set(moos) <= by_moo.keys() else text


def several(
    terms: Vocabulary,
    codes: Sequence[str],
    language: str,
    divides: re.Pattern[str],
    joint: str = "; ",
) -> str:
    """Return several labels in one cell, so that reading finds each of them again.

    A label that would be taken apart by what `divides` gives way to another spelling of it, else
    to its code.
    """
    return joint.join(
        _whole(terms, terms.term(code), language, divides) if code in terms else code
        for code in codes
    )


def _whole(terms: Vocabulary, term: Term, language: str, divides: re.Pattern[str]) -> str:
    for spelling in (term.label(language), *term.aliases):
        if not divides.search(spelling) and terms.find(spelling) is term:
            return spelling
    return term.code


def same_value(own: Any, given: Any) -> bool:
    """Whether a record holds a value already."""
    if isinstance(own, list) or isinstance(given, list):
        return [str(each) for each in own or ()] == [str(each) for each in given or ()]
    plain = normalise(given) if isinstance(given, str) else given
    return own == plain or (own in (None, "", False) and plain in (None, "", False))
