"""Mentors as a workbook: whose row each is, and how a row is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.exchange.name_cells import only_name
from desktop.exchange.writing import Column, Value, named
from desktop.models.base import SyncedRecord
from desktop.models.mentors import Mentor
from desktop.models.names import split_name
from desktop.models.persons import Person
from desktop.services.mentors.reading import found
from desktop.services.mentors.records import MentorQuery, MentorRow
from desktop.services.mentors.service import begun, fill
from desktop.services.persons.reading import found as shown_people
from desktop.services.persons.reading import person_rows
from desktop.services.persons.records import PersonRow
from desktop.services.workbooks.declared import Asked, plain
from desktop.services.workbooks.of_subjects import SubjectBook

_PARTS: Final = ("คำนำหน้า", "คำนำหน้าชื่อ", "นามสกุล", "สกุล", "surname", "title")
_OTHER_HEADINGS: Final = ("ชื่อ", "ชื่อ-นามสกุล", "ครูพี่เลี้ยง", "ปราชญ์", "name")


class MentorBook(SubjectBook):
    """The directory of mentors; whoever may not be used now stays inside."""

    what = "mentors"
    word = "mentor"
    model = Mentor
    asks = MentorQuery
    find = staticmethod(found)
    identity = ("who",)
    begins = ("who", "phone")
    owner = "person_id"
    left_out = frozenset({"partner_id"})
    before = (
        Column("who", "ชื่อ–สกุล", "Name", width=28, back=False),
        named(Person.kind, "phone", "text", back=False),
    )
    aliases = dict.fromkeys((*_OTHER_HEADINGS, *_PARTS), "who")

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        mentors = {each: session.get_one(Mentor, each).person_id for each in ids}
        people = {row.id: _told(row) for row in person_rows(session, [*mentors.values()])}
        return {each: people.get(person, {"who": ""}) for each, person in mentors.items()}

    def owners(self, session: Session) -> Mapping[UUID, Mapping[str, str]]:
        people = person_rows(session, session.scalars(shown_people("")).all())
        return {row.id: _told(row) for row in people}

    def called(self, texts: Mapping[str, str]) -> tuple[str, ...]:
        who = of_name(texts.get("who", ""))
        return plain(who["given"]), plain(who["surname"])

    def stays(self, row: MentorRow, asked: Asked) -> bool:
        del asked
        return row.person.restricted

    def more(self, session: Session, record: Mentor, row: MentorRow) -> Mapping[str, Value]:
        del row
        (person,) = person_rows(session, [record.person_id])
        return {"who": person.full_name, "phone": person.phone}

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        given = dict(values)
        if not isinstance(record, Mentor):
            person_id = given.pop("person_id", None)
            who = {"phone": given.pop("phone", ""), **of_name(str(given.pop("who", "")))}
            record = begun(session, person_id, who)
        fill(session, record, given)


def of_name(text: str) -> dict[str, str]:
    """The parts of a name in one cell, as a person has them; a middle name stays with the given."""
    name = split_name(only_name(text))
    given = " ".join(part for part in (name.given, name.middle) if part)
    return {
        "title": name.title, "given": given, "surname": name.surname, "nickname": name.nickname,
    }  # fmt: skip


def _told(row: PersonRow) -> dict[str, str]:
    moo = f"หมู่ {row.village}" if row.village else ""
    return {
        "who": row.full_name, "phone": row.phone, "village": moo, "position": row.position,
    }  # fmt: skip
