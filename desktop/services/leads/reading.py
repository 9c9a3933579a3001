"""Finding people who are looked for, one of them whole, and who they may be besides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session, aliased

from desktop.exchange.duplicates import Person as Comparable
from desktop.exchange.duplicates import compare
from desktop.models.area import Village
from desktop.models.dates import PartialDate
from desktop.models.identity import Identity, checksum_ok
from desktop.models.leads import Lead, LeadList, LeadMove, LeadNumber, LeadRow, LeadSheet
from desktop.models.moves import REVERSE, state_column, state_of
from desktop.models.owners import steps
from desktop.models.persons import Person
from desktop.models.search import key_of
from desktop.models.tries import ContactTry
from desktop.services.details import empty_of, told_of
from desktop.services.leads.lifecycle import SEARCH
from desktop.services.leads.records import (
    NOWHERE,
    OPEN,
    LeadAlike,
    LeadDetail,
    LeadLine,
    LeadQuery,
    OnList,
    long_ago,
)
from desktop.services.persons.reading import person_rows
from desktop.services.record_values import live
from desktop.services.tries.reading import tries_of

OF_PERSON: Final = ("title", "given", "surname", "nickname", "sex", "birth", "phone")
"""What is said of somebody who is looked for, and stands in the record of the person."""

NUMBER: Final = "identity"
WORTH_ASKING: Final = ("village_id", "school", "carer", "carer_phone", "facilitator_id")

_WORTH_A_LOOK: Final = 55
_MOST_ALIKE: Final = 4
_ORDER: Final = {"high": 0, "normal": 1, "": 1, "low": 2}


def found(session: Session, query: LeadQuery, today: date) -> list[LeadLine]:
    """Return the lines of those whom a question finds, in Thai order; of a sheet in its own."""
    said = state_column(Lead)
    found = session.execute(_narrowed(query, said).add_columns(said.label("said"))).all()
    pairs = [(lead, lead.said) for lead in found]
    if query.sheet_id is not None:
        sheet = live(session, LeadSheet, query.sheet_id)
        places = {UUID(each): place for place, each in enumerate(sheet.leads or ())}
        pairs = sorted(
            (pair for pair in pairs if pair[0].id in places), key=lambda pair: places[pair[0].id]
        )
    rows = lines_of(session, pairs, today)
    if query.untried_before:
        rows = [
            row
            for row in rows
            if row.state in OPEN
            and (not row.tried_on or row.tried_on < query.untried_before[: len(row.tried_on)])
        ]
    return [row for row in rows if row.ask_again or not query.ask_again]


def _narrowed(query: LeadQuery, state: ColumnElement[str]) -> Select[Any]:
    # By columns: a record whole takes three times as long.
    columns: tuple[Any, ...] = (
        Lead.id, Lead.person_id, Lead.last_move_id, Lead.village_id, Lead.source, Lead.list_id,
        Lead.hamlet, Lead.school, Lead.carer, Lead.priority, Lead.facilitator_id,
    )  # fmt: skip
    wanted = (
        select(*columns)
        .join(Person, Person.id == Lead.person_id)
        .where(Lead.deleted.is_(False), Person.deleted.is_(False))
    )
    for word in query.search.split():
        if term := key_of(word):
            places = [
                func.coalesce(column, "").contains(word, autoescape=True)
                for column in (Lead.school, Lead.carer, Lead.hamlet, Lead.says)
            ]
            numbered = select(LeadNumber.lead_id).where(
                LeadNumber.value.contains(term.upper(), autoescape=True),
                LeadNumber.deleted.is_(False),
            )
            named = Person.search_key.contains(term, autoescape=True)
            wanted = wanted.where(or_(named, *places, Lead.id.in_(numbered)))
    if query.states:
        wanted = wanted.where(state.in_(query.states))
    if query.village_id is not None:
        nowhere = query.village_id == NOWHERE
        own = Lead.village_id.is_(None) if nowhere else Lead.village_id == query.village_id
        wanted = wanted.where(own)
    if query.sources:
        wanted = wanted.where(func.coalesce(Lead.source, "").in_(query.sources))
    if query.priorities:
        wanted = wanted.where(func.coalesce(Lead.priority, "normal").in_(query.priorities))
    if query.facilitators:
        known = [each for each in query.facilitators if each is not None]
        nobody = [Lead.facilitator_id.is_(None)] if None in query.facilitators else []
        wanted = wanted.where(or_(Lead.facilitator_id.in_(known), *nobody))
    if query.list_id is not None:
        rows = select(LeadRow.lead_id).where(
            LeadRow.list_id == query.list_id, LeadRow.deleted.is_(False)
        )
        wanted = wanted.where(or_(Lead.list_id == query.list_id, Lead.id.in_(rows)))
    return wanted.order_by(Person.sort_key, Lead.id)


def lines_of(session: Session, leads: Sequence[tuple[Any, str]], today: date) -> list[LeadLine]:
    """Return the lines of these, given with their states, in the order given.

    Args:
        leads: records, or rows of the columns that a line tells.
    """
    people = {row.id: row for row in person_rows(session, [each.person_id for each, _s in leads])}
    villages = {each.id: each for each in session.scalars(select(Village))}
    tried = _tried(session, [each.id for each, _state in leads])
    last = _last(session, [each.last_move_id for each, _state in leads if each.last_move_id])
    rows = []
    for lead, state in leads:
        person = people.get(lead.person_id)
        if person is None:
            continue
        village = villages.get(lead.village_id) if lead.village_id else None
        move = last.get(lead.last_move_id) if lead.last_move_id else None
        day = tried.get(lead.id, "")
        rows.append(
            LeadLine(
                id=lead.id,
                name=person.full_name,
                state=state,
                confirmed_on=day,
                ask_again=state in OPEN and long_ago(today, day),
                person=person,
                source=lead.source or "",
                list_id=lead.list_id,
                village_id=lead.village_id,
                moo=village.moo if village else "",
                village_name=(village.name or "") if village else "",
                hamlet=lead.hamlet or "",
                school=lead.school or "",
                carer=lead.carer or "",
                priority=lead.priority or "",
                facilitator_id=lead.facilitator_id,
                last=move.move if move else "",
                told=told_by(move) if move else "",
                learner_id=person.learner_id,
            )
        )
    return rows


def told_by(move: Any) -> str:
    """What a move says besides its day: where to, where enrolled, why, what was found."""
    said = (move.institution, move.place, move.reason, move.note)
    return " · ".join(" ".join(each.split()) for each in said if each)


def by_urgency(rows: Iterable[LeadLine]) -> list[LeadLine]:
    """The same lines, those to look for first before the others, else as they came."""
    return sorted(rows, key=lambda row: _ORDER.get(row.priority, 1))


def _tried(session: Session, ids: Sequence[UUID]) -> dict[UUID, str]:
    """When each was last looked for, by the steps that were not taken back."""
    back = aliased(LeadMove)
    taken = select(back.reverses_id).where(back.reverses_id.is_not(None))
    found: dict[UUID, str] = {}
    for step in steps(ids):
        wanted = select(LeadMove.lead_id, func.max(LeadMove.done_on)).where(
            LeadMove.lead_id.in_(step),
            LeadMove.move.not_in((REVERSE, "reopen", "enrol")),
            LeadMove.deleted.is_(False),
            LeadMove.id.not_in(taken),
        )
        for lead_id, day in session.execute(wanted.group_by(LeadMove.lead_id)):
            found[lead_id] = day
    return found


def _last(session: Session, ids: Sequence[UUID]) -> dict[UUID, Any]:
    told = (LeadMove.institution, LeadMove.place, LeadMove.reason, LeadMove.note)
    return {
        move.id: move
        for step in steps(ids)
        for move in session.execute(
            select(LeadMove.id, LeadMove.move, *told).where(LeadMove.id.in_(step))
        )
    }


def lead_detail(session: Session, lead_id: UUID, today: date) -> LeadDetail:
    """Return somebody whole; UserError `record_unknown`."""
    lead = live(session, Lead, lead_id)
    person = live(session, Person, lead.person_id)
    state = state_of(session, lead)
    (row,) = lines_of(session, [(lead, state)], today)
    told = told_of(session, SEARCH, lead, state)
    numbers = numbers_of(session, [lead_id]).get(lead_id, [])
    number = next((each.value for each in numbers if each.kind == "national"), "")
    told["values"] |= {name: getattr(person, name) for name in OF_PERSON}
    told["values"][NUMBER] = number or (numbers[0].value if numbers else "")
    told["typed"] |= {
        name: text for name, text in (person.typed or {}).items() if name in OF_PERSON
    }
    wrong = any(each.checksum_ok is False for each in numbers)
    return LeadDetail(
        row=row,
        missing=tuple(empty_of(told["values"], WORTH_ASKING)) if state in OPEN else (),
        doubtful={NUMBER: "checksum"} if wrong else {},
        lists=_lists(session, lead_id),
        tries=tries_of(session, ContactTry, "lead_id", lead_id),
        **told,
    )


def numbers_of(session: Session, ids: Collection[UUID]) -> dict[UUID, list[Identity]]:
    """Return the numbers by which lists know these."""
    found: dict[UUID, list[Identity]] = {}
    for step in steps(list(ids)):
        wanted = select(LeadNumber).where(
            LeadNumber.lead_id.in_(step), LeadNumber.deleted.is_(False), LeadNumber.value != ""
        )
        for each in session.scalars(wanted.order_by(LeadNumber.first_stamp)):
            kind: Any = each.code_kind
            right = checksum_ok(each.value) if kind == "national" else None
            found.setdefault(each.lead_id, []).append(Identity(kind, each.value, right))
    return found


def _lists(session: Session, lead_id: UUID) -> tuple[OnList, ...]:
    rows = session.execute(
        select(LeadRow, LeadList)
        .join(LeadList, LeadList.id == LeadRow.list_id)
        .where(LeadRow.lead_id == lead_id, LeadRow.deleted.is_(False))
        .order_by(LeadRow.first_stamp)
    )
    return tuple(OnList(own.id, own.name, row.sheet, row.number) for row, own in rows)


def comparable(key: str, row: LeadLine, numbers: Iterable[Identity]) -> Comparable:
    """Somebody as possible duplicates are found by."""
    birth = row.person.birth
    return Comparable.of(
        key,
        identities=numbers,
        given=row.person.given,
        surname=row.person.surname,
        nickname=row.person.nickname,
        birth=PartialDate.from_iso(birth) if birth else None,
        moo=row.moo,
        carer=row.carer,
    )


def alike(session: Session, lead_id: UUID, today: date) -> list[LeadAlike]:
    """Return others who are looked for and may be the same, the likeliest first."""
    (own,) = _by_id(session, [lead_id], today)
    names = select(Person.id).where(Person.given == own.person.given)
    nicks = select(Person.id).where(
        Person.nickname == own.person.nickname, Person.nickname.is_not(None)
    )
    numbers = numbers_of(session, [lead_id]).get(lead_id, [])
    same = select(LeadNumber.lead_id).where(LeadNumber.value.in_([n.value for n in numbers]))
    near = session.scalars(
        select(Lead.id).where(
            Lead.id != lead_id,
            Lead.deleted.is_(False),
            or_(Lead.person_id.in_(names), Lead.person_id.in_(nicks), Lead.id.in_(same)),
        )
    ).all()
    theirs = numbers_of(session, near)
    me = comparable("", own, numbers)
    told = []
    for row in _by_id(session, near, today):
        pair = compare(me, comparable("", row, theirs.get(row.id, ())))
        if pair.score >= _WORTH_A_LOOK:
            where = " · ".join(filter(None, (row.moo, row.school)))
            told.append(LeadAlike(Lead.kind, row.id, row.name, where, pair.score, pair.reasons))
    return sorted(told, key=lambda each: -each.score)[:_MOST_ALIKE]


def _by_id(session: Session, ids: Sequence[UUID], today: date) -> list[LeadLine]:
    said = state_column(Lead)
    pairs = [
        (lead, state)
        for step in steps(ids)
        for lead, state in session.execute(select(Lead, said).where(Lead.id.in_(step)))
    ]
    return lines_of(session, pairs, today)


def moo_of(session: Session, village_id: UUID | None) -> str:
    """The moo number of a village, "" for none."""
    village = session.get(Village, village_id) if village_id else None
    return village.moo if village is not None else ""
