"""Finding mentors, and one of them whole."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from desktop.models.mentors import Mentor
from desktop.models.moves import state_of
from desktop.models.persons import Person
from desktop.models.search import key_of
from desktop.services.competences.reading import current_of
from desktop.services.consent.of_persons import persons_allowing
from desktop.services.details import Stands, asked_for, empty_of, stands, told_of
from desktop.services.mentors.lifecycle import CONSENT, MENTORSHIP
from desktop.services.mentors.records import MentorDetail, MentorQuery, MentorRow
from desktop.services.persons.reading import person_rows
from desktop.services.persons.records import PersonRow
from desktop.services.record_values import live

WORTH_ASKING: Final = (
    "ways", "skills", "groups_served", "villages", "months_open", "free_when", "screened_on",
)  # fmt: skip


def found(session: Session, query: MentorQuery, today: date) -> list[MentorRow]:
    """Return the rows of the mentors that a question finds, in Thai order."""
    pairs = [
        (mentor, how)
        for mentor, how in asked_for(session, _narrowed(query), Mentor, query, today)
        if not query.ways or set(query.ways) & set(mentor.ways or ())
    ]
    people = {row.id: row for row in person_rows(session, [each.person_id for each, _how in pairs])}
    yes = persons_allowing(session, CONSENT, today)
    rows = [_row(each, how, people[each.person_id], yes) for each, how in pairs]
    return [
        row for row in rows if not query.no_consent or (row.state == "active" and not row.consents)
    ]


def _narrowed(query: MentorQuery) -> Select[Any]:
    wanted = (
        select(Mentor)
        .join(Person, Person.id == Mentor.person_id)
        .where(Mentor.deleted.is_(False), Person.deleted.is_(False))
    )
    for word in query.search.split():
        if term := key_of(word):
            skills = func.coalesce(Mentor.skills, "").contains(word, autoescape=True)
            wanted = wanted.where(or_(Person.search_key.contains(term, autoescape=True), skills))
    return wanted.order_by(Person.sort_key, Mentor.id)


def _row(mentor: Mentor, how: Stands, person: PersonRow, yes: Collection[UUID]) -> MentorRow:
    return MentorRow(
        **how,
        person=person,
        name=person.full_name,
        ways=tuple(mentor.ways or ()),
        skills=mentor.skills or "",
        consents=mentor.person_id in yes,
    )


def mentor_detail(session: Session, mentor_id: UUID, today: date) -> MentorDetail:
    """Return a mentor whole; UserError `record_unknown`."""
    mentor = live(session, Mentor, mentor_id)
    live(session, Person, mentor.person_id)
    state = state_of(session, mentor)
    (person,) = person_rows(session, [mentor.person_id])
    told = told_of(session, MENTORSHIP, mentor, state)
    return MentorDetail(
        row=_row(
            mentor,
            stands(mentor, state, today),
            person,
            persons_allowing(session, CONSENT, today),
        ),
        missing=tuple(empty_of(told["values"], WORTH_ASKING)),
        doubtful={},
        competences=current_of(session, mentor.person_id, today),
        **told,
    )
