"""Mentors as a workbook: whose row each is, and how a row is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.exchange.writing import Column, Value, named
from desktop.models.base import SyncedRecord
from desktop.models.mentors import Mentor
from desktop.models.names import split_name
from desktop.models.persons import Person
from desktop.services.mentors.reading import found
from desktop.services.mentors.records import MentorQuery, MentorRow
from desktop.services.mentors.service import fill, of_row
from desktop.services.persons.reading import person_rows
from desktop.services.workbooks.declared import Asked
from desktop.services.workbooks.of_subjects import SubjectBook

_OTHER_HEADINGS: Final = ("ชื่อ", "ชื่อ-นามสกุล", "ครูพี่เลี้ยง", "ปราชญ์", "name")


class MentorBook(SubjectBook):
    """The directory of mentors; whoever may not be used now stays inside."""

    what = "mentors"
    word = "mentor"
    model = Mentor
    asks = MentorQuery
    identity = ("who",)
    begins = ("who", "phone")
    left_out = frozenset({"partner_id"})

    def before(self) -> tuple[Column, ...]:
        return (
            Column("who", "ชื่อ–สกุล", "Name", width=28, back=False),
            named(Person.kind, "phone", "text", back=False),
        )

    def aliases(self) -> Mapping[str, str]:
        return dict.fromkeys(_OTHER_HEADINGS, "who")

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        mentors = {each: session.get_one(Mentor, each).person_id for each in ids}
        people = {row.id: row.full_name for row in person_rows(session, [*mentors.values()])}
        return {each: {"who": people.get(person, "")} for each, person in mentors.items()}

    def rows(self, session: Session, asked: Asked) -> list[MentorRow]:
        rows = found(session, asked.question(MentorQuery), asked.today)
        return [row for row in rows if not row.person.restricted]

    def more(self, session: Session, record: Mentor) -> Mapping[str, Value]:
        (person,) = person_rows(session, [record.person_id])
        return {"who": person.full_name, "phone": person.phone}

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        given = dict(values)
        who, phone = given.pop("who", ""), given.pop("phone", "")
        if not isinstance(record, Mentor):
            record = of_row(session, split_name(str(who)), str(phone))
        fill(session, record, given)
