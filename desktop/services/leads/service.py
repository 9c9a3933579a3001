"""People who are looked for: writing them down, looking for them, making them learners."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.dates import PartialDate
from desktop.models.derived import ensure
from desktop.models.identity import Identity, parse_identity
from desktop.models.leads import Lead, LeadList, LeadNumber
from desktop.models.persons import Person
from desktop.services.leads import reading
from desktop.services.leads.lifecycle import SEARCH
from desktop.services.leads.reading import NUMBER, OF_PERSON
from desktop.services.leads.records import LeadAlike, LeadDetail, LeadLine, LeadQuery
from desktop.services.learners.duplicates import DuplicateService, Typed
from desktop.services.learners.fields import with_villages
from desktop.services.learners.service import Saved, register
from desktop.services.moves import make_move
from desktop.services.persons.service import fill as fill_person
from desktop.services.record_values import live, set_values, standing
from desktop.services.rights import Right, needs
from desktop.services.subject_service import SubjectService

_SOURCE = "ที่มาของรายชื่อ"


class LeadService(SubjectService[Lead, LeadQuery, LeadLine, LeadDetail]):
    """What can be done with people who are looked for.

    One is added of a person who is known (`person_id`), or of who they are (`OF_PERSON`, `given`
    at least). `identity` takes a number as learners have, `village_id` a moo number too. Where
    one is hidden, the person stays.
    """

    model = Lead
    lifecycle = SEARCH

    def _found(self, session: Session, query: LeadQuery | None) -> list[LeadLine]:
        return reading.found(session, query or LeadQuery(), self._workspace.today())

    def _told(self, session: Session, record_id: UUID) -> LeadDetail:
        return reading.lead_detail(session, record_id, self._workspace.today())

    def _begun(self, session: Session, given: dict[str, Any]) -> Lead:
        if known := given.pop("person_id", None):
            person = standing(session, Person, UUID(str(known)))
        else:
            person = registered(session, given)
        return ensure(session, Lead, person_id=person.id)

    def _fill(self, session: Session, thing: Lead, values: Mapping[str, Any]) -> None:
        fill(session, thing, values)

    @needs(Right.READ)
    def alike(self, lead_id: UUID) -> tuple[LeadAlike, ...]:
        """Return who may be the same human: learners first, then others who are looked for."""
        with self._workspace.read() as session:
            detail = reading.lead_detail(session, lead_id, self._workspace.today())
            others = reading.alike(session, lead_id, self._workspace.today())
        row, values = detail.row, detail.values
        if row.learner_id is not None:
            return tuple(others)
        typed = Typed(
            given=row.person.given,
            surname=row.person.surname,
            nickname=row.person.nickname,
            birth=row.person.birth_date,
            village=row.moo,
            carer=row.carer,
            number=str(values[NUMBER] or ""),
        )
        learners = DuplicateService(self._workspace).like(typed)
        told = [
            LeadAlike(
                "learner", each.row.id, each.row.full_name, each.row.village, each.score,
                each.reasons,
            )
            for each in learners
        ]  # fmt: skip
        return (*told, *others)

    @needs(Right.READ)
    def prefilled(self, lead_id: UUID) -> dict[str, Any]:
        """Return what the registration of a learner begins with, by the names of its form."""
        with self._workspace.read() as session:
            detail = reading.lead_detail(session, lead_id, self._workspace.today())
        row, values = detail.row, detail.values
        told = {name: values[name] for name in ("title", "given", "surname", "nickname", "sex")}
        birth = PartialDate.from_iso(values["birth"]) if values["birth"] else None
        return {
            name: value
            for name, value in (
                *told.items(),
                ("birth", birth),
                ("village", row.moo),
                ("identity", values[NUMBER]),
                ("carer", values["carer"]),
                ("phone", values["carer_phone"] or values["phone"]),
            )
            if value
        }

    @needs(Right.WRITE)
    def register(
        self, lead_id: UUID, values: Mapping[str, Any], carer: Mapping[str, Any] | None = None
    ) -> Saved:
        """Make a learner of somebody, and say so of the search, as one.

        Args:
            lead_id: who was looked for.
            values: as `LearnerService.add` takes them.
            carer: likewise.

        Raises:
            UserError: as `LearnerService.add`; `move_not_from`.
        """
        with self._workspace.write() as session:
            lead = live(session, Lead, lead_id)
            source = session.get(LeadList, lead.list_id) if lead.list_id else None
            kept = {_SOURCE: source.name} if source is not None else {}
            saved = register(session, self._workspace.today(), values, carer, kept)
            session.flush()
            facts = {"registered_id": saved.id}
            make_move(session, self._workspace, self.lifecycle, lead, "enrol", facts)
            return saved


def registered(session: Session, given: dict[str, Any]) -> Person:
    """Return a new person of what is given of them, which is taken out of it."""
    person = Person(given="")
    fill_person(session, person, {name: given.pop(name) for name in OF_PERSON if name in given})
    session.add(person)
    session.flush()
    return person


def fill(session: Session, lead: Lead, values: Mapping[str, Any]) -> None:
    """Put values onto somebody who is looked for, inside the caller's transaction."""
    given = dict(values)
    of_person: dict[str, Any] = {name: given.pop(name) for name in OF_PERSON if name in given}
    if of_person:
        fill_person(session, live(session, Person, lead.person_id), of_person)
    if NUMBER in given:
        identity = parse_identity(str(given.pop(NUMBER) or ""))
        if identity.kind == "unreadable":
            raise UserError("bad_number", field=NUMBER, value=identity.value)
        number(session, lead.id, identity)
    set_values(session, lead, with_villages(session, given))


def number(session: Session, lead_id: UUID, identity: Identity) -> None:
    """Note the number by which somebody is known; none takes away what there was."""
    if identity.kind == "none":
        for each in session.scalars(select(LeadNumber).where(LeadNumber.lead_id == lead_id)):
            each.deleted = True
        return
    record = ensure(session, LeadNumber, lead_id=lead_id, code_kind=identity.kind)
    record.value = identity.value
    record.checksum_confirmed = identity.checksum_ok is False
