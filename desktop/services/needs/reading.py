"""Finding needs, and one of them whole."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from desktop.models.area import Village
from desktop.models.moves import state_column
from desktop.models.names import full_name
from desktop.models.needs import Match, Need
from desktop.models.owners import steps
from desktop.models.people import Household, Learner
from desktop.models.restriction import restricted_ids
from desktop.models.search import key_of
from desktop.services.details import empty_of, known_before, stands, told_of
from desktop.services.needs.fulfilment import MatchSums, by_need, fulfilment, sums
from desktop.services.needs.lifecycle import NEEDING
from desktop.services.needs.records import NeedDetail, NeedQuery, NeedRow
from desktop.services.record_values import live
from desktop.services.same_person import of_person

WORTH_ASKING: Final = ("assistance", "quantity", "unit", "urgency", "needed_by", "share")
_WHO: Final = ("learner_id", "household_id", "village_id", "course")


def found(session: Session, query: NeedQuery, today: date) -> list[NeedRow]:
    """Return the rows of the needs that a question finds, in Thai order."""
    held, of_need = restricted_ids(session), by_need(sums(session, _matches(query)))
    rows = (_row(each, today, held, of_need) for each in session.execute(_narrowed(query)))
    return [
        row
        for row in rows
        if (not query.ask_again or row.ask_again)
        and (not query.overdue or row.overdue)
        and (not query.unasked or not row.share)
        and (not query.met or row.met in query.met)
    ]


def beyond(session: Session, query: NeedQuery) -> int:
    """Return how many needs a question leaves unlooked at since it wants only the first of them."""
    if not query.most:
        return 0
    all_of_them = _narrowed(replace(query, most=0), Need.id).order_by(None).subquery()
    count = session.scalar(select(func.count()).select_from(all_of_them)) or 0
    return max(count - query.most, 0)


def _matches(query: NeedQuery) -> Select[Any] | None:
    """The matches of the needs that are asked for by name; of all where the needs are many."""
    if query.ids is None and query.learner_id is None and not query.most:
        return None
    return select(Match.id).where(Match.need_id.in_(_narrowed(query, Need.id)))


def _selected(*only: Any) -> Select[Any]:
    """What a row tells, by columns: a record whole takes five times as long."""
    village = func.coalesce(Need.village_id, Learner.village_id, Household.village_id)
    columns: tuple[Any, ...] = (
        Need.id, Need.name, Need.learner_id, Need.household_id, Need.course, Need.assistance,
        Need.quantity, Need.unit, Need.urgency, Need.needed_by, Need.repeats, Need.share,
        Need.confirmed_on, Learner.title, Learner.given, Learner.middle, Learner.surname,
        Household.name.label("house"), Household.house_number, village.label("village"),
        Village.moo, Village.name.label("village_name"), state_column(Need).label("state"),
    )  # fmt: skip
    wanted = select(*(only or columns)).outerjoin(Learner, Learner.id == Need.learner_id)
    wanted = wanted.outerjoin(Household, Household.id == Need.household_id)
    return wanted.outerjoin(Village, Village.id == village).where(
        Need.deleted.is_(False), or_(Learner.id.is_(None), Learner.deleted.is_(False))
    )


def _narrowed(query: NeedQuery, *only: Any) -> Select[Any]:
    wanted = _selected(*only)
    if query.ids is not None:
        wanted = wanted.where(Need.id.in_(query.ids))
    for word in query.search.split():
        if term := key_of(word):
            names = (Learner.given, Learner.surname, Learner.nickname, Household.name)
            wanted = wanted.where(
                or_(
                    Need.search_key.contains(term, autoescape=True),
                    *(each.contains(word, autoescape=True) for each in names),
                )
            )
    if query.states:
        wanted = wanted.where(state_column(Need).in_(query.states))
    if query.kinds:
        wanted = wanted.where(Need.assistance.in_(query.kinds))
    if query.village_id:
        village = func.coalesce(Need.village_id, Learner.village_id, Household.village_id)
        wanted = wanted.where(village == query.village_id)
    if query.learner_id:
        house = select(Learner.household_id).where(Learner.id == query.learner_id)
        wanted = wanted.where(
            or_(
                of_person(Need.learner_id, query.learner_id),
                Need.household_id.in_(house.where(Learner.household_id.is_not(None))),
            )
        )
    if query.most:
        urgent = func.coalesce(Need.urgency, "9"), func.coalesce(Need.needed_by, "9")
        return wanted.order_by(*urgent, Need.id).limit(query.most)
    return wanted.order_by(Need.sort_key, Need.id)


def _row(
    line: Any,
    today: date,
    held: frozenset[UUID],
    of_need: Mapping[UUID, Sequence[MatchSums]],
) -> NeedRow:
    how = stands(line, line.state, today)
    far = fulfilment(line.quantity, line.repeats or "", of_need.get(line.id, ()), today)
    return NeedRow(
        **how,
        name=line.name,
        who=_who(line),
        learner_id=line.learner_id,
        household_id=line.household_id,
        village_id=line.village,
        village=line.moo or "",
        village_name=line.village_name or "",
        kind=line.assistance or "",
        quantity=line.quantity,
        unit=line.unit or "",
        urgency=line.urgency or "",
        needed_by=line.needed_by or "",
        repeats=line.repeats or "",
        share=line.share or "",
        overdue=bool(line.needed_by)
        and far.met != "met"
        and line.state == "open"
        and known_before(line.needed_by, today),
        restricted=line.learner_id in held,
        confirmed=far.confirmed,
        promised=far.promised,
        met=far.met,
    )


def _who(line: Any) -> str:
    if line.learner_id is not None:
        names = (line.title, line.given, line.surname, line.middle)
        return full_name(*(each or "" for each in names))
    if line.household_id is not None:
        return str(line.house or line.house_number or "")
    return line.course or ""


@dataclass(frozen=True)
class NamedNeed:
    """What a need is called, and whose it is."""

    name: str
    who: str
    learner_id: UUID | None


def named(session: Session, ids: Collection[UUID]) -> dict[UUID, NamedNeed]:
    """Return what these needs are called; how far they are met is not asked."""
    return {
        line.id: NamedNeed(line.name, _who(line), line.learner_id)
        for step in steps(list(ids))
        for line in session.execute(_selected().where(Need.id.in_(step)))
    }


def who(session: Session, *ids: UUID) -> dict[UUID, str]:
    """Return the learner or the house that each need is of, all without ids; others have none."""
    wanted = _selected().where(Need.course.is_(None) | Need.learner_id.is_not(None))
    if ids:
        wanted = wanted.where(Need.id.in_(ids))
    return {line.id: _who(line) for line in session.execute(wanted)}


def need_detail(session: Session, need_id: UUID, today: date) -> NeedDetail:
    """Return a need whole; UserError `record_unknown`."""
    need = live(session, Need, need_id)
    line = session.execute(_selected().where(Need.id == need_id)).one_or_none()
    if line is None:
        live(session, Learner, need.learner_id or need_id)
    assert line is not None
    told = told_of(session, NEEDING, need, line.state)
    of_need = by_need(sums(session, select(Match.id).where(Match.need_id == need_id)))
    return NeedDetail(
        row=_row(line, today, restricted_ids(session), of_need),
        missing=tuple(_missing(told["values"])),
        doubtful=doubts(need),
        **told,
    )


def _missing(values: dict[str, Any]) -> list[str]:
    whose = [] if any(values[name] for name in _WHO) else ["learner_id"]
    return [*whose, *empty_of(values, WORTH_ASKING)]


def doubts(need: Need) -> dict[str, str]:
    """Return what cannot be quite right of a need, as codes by field; it is kept anyhow."""
    found: dict[str, str] = {}
    if sum(bool(getattr(need, name)) for name in _WHO) > 1:
        found["learner_id"] = "need_for_several"
    if need.quantity is not None and not need.unit:
        found["unit"] = "need_without_unit"
    return found
