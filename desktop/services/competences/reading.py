"""Finding competences, one of them whole, and who can do what today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from desktop.models.competences import Competence
from desktop.models.moves import state_column, state_of
from desktop.models.partners import Partner
from desktop.models.persons import Person
from desktop.models.search import key_of
from desktop.services.competences.lifecycle import HOLDING
from desktop.services.competences.records import (
    CompetenceDetail,
    CompetenceQuery,
    CompetenceRow,
    Holds,
    TeamMatrix,
    TeamMember,
)
from desktop.services.details import empty_of, told_of
from desktop.services.persons.reading import person_rows
from desktop.services.record_values import live
from desktop.services.vocabularies import CentreLookup

SOON_DAYS: Final = 60
"""So many days before it runs out, it is to be renewed."""

WORTH_ASKING: Final = ("competence", "course", "partner_id", "on", "valid_to", "number")
_ORDER: Final[dict[Holds, int]] = {"current": 0, "expiring": 1, "expired": 2, "ended": 3}


def found(session: Session, query: CompetenceQuery, today: date) -> list[CompetenceRow]:
    """Return the rows of those that a question finds, by whose they are, in Thai order."""
    state = state_column(Competence)
    wanted = _narrowed(query)
    if query.states:
        wanted = wanted.where(state.in_(query.states))
    pairs = [(thing, said) for thing, said in session.execute(wanted.add_columns(state))]
    rows = _rows(session, pairs, today)
    return [
        row
        for row in rows
        if (row.ask_again or not query.ask_again) and (row.grants or not query.current)
    ]


def _narrowed(query: CompetenceQuery) -> Select[Any]:
    wanted = (
        select(Competence)
        .join(Person, Person.id == Competence.person_id)
        .where(Competence.deleted.is_(False), Person.deleted.is_(False))
    )
    for word in query.search.split():
        if term := key_of(word):
            texts = (Competence.course, Competence.number)
            said = [func.coalesce(each, "").contains(word, autoescape=True) for each in texts]
            named = Person.search_key.contains(term, autoescape=True)
            wanted = wanted.where(or_(named, *said))
    if query.kinds:
        wanted = wanted.where(Competence.competence.in_(query.kinds))
    if query.person_id is not None:
        wanted = wanted.where(Competence.person_id == query.person_id)
    return wanted.order_by(
        Person.sort_key, Person.id, Competence.competence, Competence.first_stamp
    )


def holds(state: str, valid_to: str | None, today: date) -> Holds:
    """How one in a state stands on a day; its last day still counts."""
    if state == "ended":
        return "ended"
    if not valid_to:
        return "current"
    if valid_to < today.isoformat():
        return "expired"
    return "expiring" if valid_to <= (today + timedelta(SOON_DAYS)).isoformat() else "current"


def _rows(
    session: Session, pairs: Sequence[tuple[Competence, str]], today: date
) -> list[CompetenceRow]:
    ids = dict.fromkeys(each.person_id for each, _state in pairs)
    people = {row.id: row for row in person_rows(session, list(ids))}
    partners = dict(session.execute(select(Partner.id, Partner.name)).all())
    lasting = _lasting(session)
    made = []
    for thing, state in pairs:
        person = people.get(thing.person_id)
        if person is None:
            continue
        stands = holds(state, thing.valid_to, today)
        renewed = _LONGEST if not thing.valid_to else thing.valid_to
        made.append(
            CompetenceRow(
                id=thing.id,
                name=person.full_name,
                state=state,
                confirmed_on=thing.on or "",
                ask_again=stands in ("expiring", "expired")
                and lasting[thing.person_id, thing.competence or ""] <= renewed,
                person=person,
                kind=thing.competence or "",
                course=thing.course or "",
                provider=partners.get(thing.partner_id, "") if thing.partner_id else "",
                hours=thing.hours,
                valid_to=thing.valid_to or "",
                number=thing.number or "",
                holds=stands,
            )
        )
    return made


_LONGEST: Final = "9999-12-31"


def _lasting(session: Session) -> dict[tuple[UUID, str], str]:
    """The last day of what each person has of each kind, whichever record says so."""
    held = state_column(Competence) == Competence.first_state
    wanted = (
        select(
            Competence.person_id,
            func.coalesce(Competence.competence, ""),
            func.max(func.coalesce(Competence.valid_to, _LONGEST)),
        )
        .where(Competence.deleted.is_(False), held)
        .group_by(Competence.person_id, func.coalesce(Competence.competence, ""))
    )
    found: dict[tuple[UUID, str], str] = defaultdict(str)
    found.update({(who, kind): last for who, kind, last in session.execute(wanted)})
    return found


def competence_detail(session: Session, competence_id: UUID, today: date) -> CompetenceDetail:
    """Return one whole; UserError `record_unknown`."""
    thing = live(session, Competence, competence_id)
    live(session, Person, thing.person_id)
    state = state_of(session, thing)
    (row,) = _rows(session, [(thing, state)], today)
    told = told_of(session, HOLDING, thing, state)
    all_of_them = found(session, CompetenceQuery(person_id=thing.person_id), today)
    return CompetenceDetail(
        row=row,
        missing=tuple(empty_of(told["values"], WORTH_ASKING)),
        doubtful={"valid_to": "competence_ends_first"}
        if thing.on and thing.valid_to and thing.valid_to < thing.on[: len(thing.valid_to)]
        else {},
        others=_best_first(each for each in all_of_them if each.id != competence_id),
        **told,
    )


def current_of(session: Session, person_id: UUID, today: date) -> tuple[CompetenceRow, ...]:
    """Return what a person may be relied on for today, what holds longest first."""
    rows = found(session, CompetenceQuery(person_id=person_id, current=True), today)
    return _best_first(rows)


def _best_first(rows: Iterable[CompetenceRow]) -> tuple[CompetenceRow, ...]:
    """Those that hold before those that do not, and of these what lasts longest."""
    lasting = sorted(rows, key=lambda row: row.valid_to or _LONGEST, reverse=True)
    return tuple(sorted(lasting, key=lambda row: _ORDER[row.holds]))


def matrix(session: Session, today: date) -> TeamMatrix:
    """Return who can do what, by the kinds of the centre's list."""
    rows = [
        row for row in found(session, CompetenceQuery(), today) if row.holds != "ended" and row.kind
    ]
    people = {row.person.id: row.person for row in rows}
    best: dict[UUID, dict[str, CompetenceRow]] = defaultdict(dict)
    for row in _best_first(rows):
        best[row.person.id].setdefault(row.kind, row)
    had = {row.kind for row in rows}
    listed = [each.code for each in CentreLookup(session).vocabulary("competences").terms]
    kinds = [code for code in listed if code in had] + sorted(had.difference(listed))
    return TeamMatrix(
        tuple(kinds), tuple(TeamMember(person, best[known]) for known, person in people.items())
    )
