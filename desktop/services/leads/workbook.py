"""People who are looked for as a workbook: whose row each is, and how a row is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.exchange.writing import Column, Table, Value, named
from desktop.models.base import SyncedRecord
from desktop.models.dates import PartialDate
from desktop.models.derived import ensure
from desktop.models.identity import format_national
from desktop.models.leads import Lead
from desktop.models.names import split_name
from desktop.models.persons import Person
from desktop.models.program import User
from desktop.services.leads.reading import NUMBER, found, numbers_of
from desktop.services.leads.records import LeadLine, LeadQuery
from desktop.services.leads.service import fill, registered
from desktop.services.persons.reading import person_rows
from desktop.services.workbooks.declared import Asked
from desktop.services.workbooks.of_subjects import SubjectBook

_OTHER_HEADINGS: Final = ("ชื่อ", "ชื่อ-นามสกุล", "name")
_BEGINS: Final = ("who", NUMBER, "birth", "phone")


class LeadBook(SubjectBook):
    """The whole list; whoever may not be used now stays inside."""

    what = "leads"
    word = "lead"
    model = Lead
    asks = LeadQuery
    find = staticmethod(found)
    identity = ("who",)
    begins = _BEGINS
    left_out = frozenset({"facilitator_id"})
    before = (
        Column("who", "ชื่อ–สกุล", "Name", width=28, back=False),
        Column(NUMBER, "เลขประจำตัวประชาชน", "National number", "code", back=False),
        named(Person.kind, "birth", "text", back=False),
        named(Person.kind, "phone", "text", back=False),
    )
    after = (
        Column("seeker", "ผู้ตามหา", "Looked for by", back=False),
        Column("tried", "ไปหาล่าสุด", "Last looked for", back=False),
        Column("told", "พบอะไร ไปที่ไหน", "What was found", width=28, back=False),
    )
    noted = frozenset({"told"})
    aliases = dict.fromkeys(_OTHER_HEADINGS, "who")

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        wanted = list(ids)
        leads = {each: session.get_one(Lead, each).person_id for each in wanted}
        people = {row.id: row.full_name for row in person_rows(session, [*leads.values()])}
        return {each: {"who": people.get(person, "")} for each, person in leads.items()}

    def tables(self, session: Session, asked: Asked) -> list[Table]:
        wanted = session.scalars(select(Lead.id)).all() if asked.numbers else ()
        self._numbers = numbers_of(session, wanted)
        self._seekers = {user.id: user.name for user in session.scalars(select(User))}
        return super().tables(session, asked)

    def stays(self, row: LeadLine, asked: Asked) -> bool:
        del asked
        return row.person.restricted

    def more(self, session: Session, record: Lead, row: LeadLine) -> Mapping[str, Value]:
        del session
        numbers = [each.value for each in self._numbers.get(record.id, ())]
        day = row.person.birth_date
        return {
            "who": row.name,
            NUMBER: format_national(numbers[0]) if numbers else "",
            "birth": day.entry() if day is not None else "",
            "phone": row.phone,
            "seeker": self._seekers.get(row.facilitator_id, "") if row.facilitator_id else "",
            "tried": PartialDate.from_iso(row.tried_on) if row.tried_on else "",
            "told": row.told,
        }

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        given = dict(values)
        begun = {name: str(given.pop(name, "")) for name in _BEGINS}
        if not isinstance(record, Lead):
            record = _of_row(session, begun)
        fill(session, record, given)


def _of_row(session: Session, begun: Mapping[str, str]) -> Lead:
    """Somebody whom a new row begins with: of the one person of just that name, else of a new."""
    name = split_name(begun["who"])
    own = {"title": name.title, "given": name.given, "surname": name.surname}
    told = {"nickname": name.nickname, "birth": begun["birth"], "phone": begun["phone"]}
    looked_for = select(Lead.person_id).where(Lead.deleted.is_(True))
    called = session.scalars(
        select(Person).where(
            Person.deleted.is_(False),
            Person.merged_into.is_(None),
            Person.given == name.given,
            func.coalesce(Person.surname, "") == name.surname,
            Person.id.in_(looked_for),
        )
    ).all()
    person = called[0] if len(called) == 1 else registered(session, {**own, **told})
    lead = ensure(session, Lead, person_id=person.id)
    session.flush()
    if begun[NUMBER]:
        fill(session, lead, {NUMBER: begun[NUMBER]})
    return lead
