"""Competence of the team as a workbook: whose row each is, and how a row is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.exchange.name_cells import only_name
from desktop.exchange.writing import Column, Value
from desktop.models import vocabulary
from desktop.models.base import SyncedRecord
from desktop.models.competences import Competence
from desktop.models.names import split_name
from desktop.services.competences.reading import found
from desktop.services.competences.records import CompetenceQuery, CompetenceRow
from desktop.services.competences.service import begun, check_facts, fill
from desktop.services.persons.behind import one_named
from desktop.services.persons.reading import person_rows
from desktop.services.vocabularies import CentreLookup
from desktop.services.workbooks.declared import Asked, plain
from desktop.services.workbooks.of_subjects import SubjectBook
from resources.clock import today

_OTHER_HEADINGS: Final = {
    **dict.fromkeys(("ชื่อ", "ชื่อ-นามสกุล", "บุคลากร", "name"), "who"),
    **dict.fromkeys(("ทักษะ", "เรื่อง", "สมรรถนะ", "skill"), "competence"),
    **dict.fromkeys(("หลักสูตร", "อบรม", "training"), "course"),
    **dict.fromkeys(("หมดอายุ", "expires"), "valid_to"),
}


class CompetenceBook(SubjectBook):
    """Those of people whose record may be used now.

    A new row is of the one person of just the name; where nobody is called so, or several are,
    somebody new is registered, and twins are joined in the program.
    """

    what = "competences"
    word = "competence"
    model = Competence
    asks = CompetenceQuery
    find = staticmethod(found)
    identity = ("who", "competence")
    may_lack = frozenset({"competence"})
    begins = ("who",)
    left_out = frozenset({"partner_id"})
    before = (Column("who", "ชื่อ–สกุล", "Name", width=28, back=False),)
    after = (Column("provider", "จัดโดย", "Provider", width=24, back=False),)
    noted = frozenset({"provider"})
    aliases = _OTHER_HEADINGS

    def called(self, texts: Mapping[str, str]) -> tuple[str, ...]:
        name = split_name(only_name(texts.get("who", "")))
        kind = texts.get("competence", "")
        term = vocabulary.load("competences").find(kind)
        return plain(name.given), plain(name.surname), plain(term.code if term else kind)

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        things = [session.get_one(Competence, each) for each in ids]
        rows = person_rows(session, [each.person_id for each in things])
        people = {row.id: row.full_name for row in rows}
        words = CentreLookup(session).vocabulary("competences")
        return {
            each.id: {
                "who": people.get(each.person_id, ""),
                "competence": words.label(each.competence, "th") if each.competence else "",
            }
            for each in things
        }

    def stays(self, row: CompetenceRow, asked: Asked) -> bool:
        del asked
        return row.person.restricted

    def more(self, session: Session, record: Competence, row: CompetenceRow) -> Mapping[str, Value]:
        return {"who": row.name, "provider": row.provider}

    def facts(self, values: Mapping[str, Any]) -> None:
        check_facts(values, today())

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        given = dict(values)
        who = str(given.pop("who", "") or "")
        if not isinstance(record, Competence):
            name = split_name(only_name(who))
            parts = {"title": name.title, "given": name.given, "surname": name.surname}
            known = one_named(session, " ".join(filter(None, (name.given, name.surname))))
            record = begun(session, known.get("person_id"), parts)
            session.add(record)
        fill(session, record, given, today())
