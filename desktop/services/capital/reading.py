"""Finding community capital, one of it whole, and how much of each kind every village has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from desktop.models.area import Village
from desktop.models.capital import Capital, MapPin
from desktop.models.documents import Document
from desktop.models.moves import state_column, state_of
from desktop.models.needs import Match, Need, Offer
from desktop.models.people import Learner
from desktop.models.restriction import restricted_persons
from desktop.services.capital.lifecycle import KNOWING
from desktop.services.capital.records import (
    CapitalDetail,
    CapitalQuery,
    CapitalRow,
    CapitalTable,
    VillageCapital,
)
from desktop.services.details import Stands, asked_for, empty_of, stands, told_of
from desktop.services.needs.fulfilment import sums
from desktop.services.persons.behind import Behind, searched
from desktop.services.record_values import live
from desktop.services.vocabularies import CentreLookup

WORTH_ASKING: Final = (
    "capital_type", "village_id", "interest", "teaches", "groups_served", "months_open",
)  # fmt: skip
_KEEN: Final = frozenset({"3", "4"})


def found(session: Session, query: CapitalQuery, today: date) -> list[CapitalRow]:
    """Return the rows of the capital that a question finds, in Thai order."""
    pairs = list(asked_for(session, _narrowed(query), Capital, query, today))
    around = _Around(session, [each for each, _how in pairs])
    rows = (around.row(each, how) for each, how in pairs)
    return [
        row
        for row in rows
        if (not query.nowhere or row.village_id is None)
        and (not query.unhelped or not row.helped)
        and (not query.keen or row.interest in _KEEN)
    ]


def _narrowed(query: CapitalQuery) -> Select[Any]:
    wanted = searched(Capital, query.search)
    if query.kinds:
        wanted = wanted.where(func.coalesce(Capital.capital_type, "").in_(query.kinds))
    if query.teaches:
        wanted = wanted.where(Capital.teaches.is_(True))
    return wanted


class _Around:
    """What is known beside these records: whose they are, their villages, whom they helped."""

    def __init__(self, session: Session, capital: list[Capital]) -> None:
        self._owners = Behind(session, capital)
        self._villages = {each.id: each for each in _villages(session)}
        self._helped = _helped(session, [each.id for each in capital])

    def row(self, capital: Capital, how: Stands) -> CapitalRow:
        """Its line."""
        owner, phone = self._owners.told(capital)
        village = self._villages.get(capital.village_id) if capital.village_id else None
        return CapitalRow(
            **how,
            name=capital.name,
            kind=capital.capital_type or "",
            owner=" · ".join(filter(None, (owner, capital.owner_name))),
            phone=phone,
            partner_id=capital.partner_id,
            person_id=capital.person_id,
            village_id=village.id if village else None,
            village=village.moo if village else "",
            village_name=(village.name or "") if village else "",
            place=capital.place or "",
            capacity=capital.capacity_number,
            unit=capital.capacity_unit or "",
            interest=capital.interest or "",
            teaches=capital.teaches,
            noted_on=capital.noted_on or "",
            helped=self._helped.get(capital.id, 0),
            confidential=capital.confidential,
            restricted=self._owners.held(capital),
        )


def _villages(session: Session) -> list[Village]:
    """The villages that are listed, by moo number."""
    wanted = select(Village).where(Village.deleted.is_(False))
    return list(session.scalars(wanted.order_by(func.length(Village.moo), Village.moo)))


def _helped(session: Session, ids: list[UUID]) -> dict[UUID, int]:
    """How many learners and houses each has helped: those whose receivers confirmed something.

    A joined twin is one learner. What is cut from its need, since the learner was destroyed, still
    helped somebody.
    """
    matches = sums(
        session,
        select(Match.id).join(Offer, Offer.id == Match.offer_id).where(Offer.capital_id.in_(ids)),
    )
    given = [each for each in matches.values() if each.confirmed > 0]
    offers = {each.offer_id for each in given}
    of = dict(session.execute(select(Offer.id, Offer.capital_id).where(Offer.id.in_(offers))).all())
    needs = {each.need_id for each in given}
    learner = func.coalesce(Learner.merged_into, Need.learner_id)
    whose = dict(
        session.execute(
            select(Need.id, func.coalesce(learner, Need.household_id, Need.id))
            .outerjoin(Learner, Learner.id == Need.learner_id)
            .where(Need.id.in_(needs))
        ).all()
    )
    people: dict[UUID, set[object]] = defaultdict(set)
    for each in given:
        capital = of.get(each.offer_id) if each.offer_id else None
        if capital is not None:
            people[capital].add(whose.get(each.need_id, each.id) if each.need_id else each.id)
    return {known: len(each) for known, each in people.items()}


def capital_detail(session: Session, capital_id: UUID, today: date) -> CapitalDetail:
    """Return one whole; UserError `record_unknown`."""
    capital = live(session, Capital, capital_id)
    state = state_of(session, capital)
    told = told_of(session, KNOWING, capital, state)
    owned = capital.partner_id or capital.person_id or capital.owner_name
    offers = session.execute(
        select(Offer.id, Offer.name)
        .where(Offer.capital_id == capital_id, Offer.deleted.is_(False))
        .order_by(Offer.sort_key, Offer.id)
    )
    maps = session.execute(
        select(Document.id, Document.title)
        .join(MapPin, MapPin.document_id == Document.id)
        .where(
            MapPin.capital_id == capital_id,
            MapPin.deleted.is_(False),
            Document.deleted.is_(False),
        )
        .order_by(Document.first_stamp.desc())
    )
    return CapitalDetail(
        row=_Around(session, [capital]).row(capital, stands(capital, state, today)),
        missing=(*(() if owned else ("person_id",)), *empty_of(told["values"], WORTH_ASKING)),
        doubtful=dict(doubts(capital)),
        offers=tuple(offers.all()),
        maps=tuple(maps.all()),
        **told,
    )


def doubts(capital: Capital) -> Mapping[str, str]:
    """Return what cannot be quite right of it, as codes by field; it is kept anyhow."""
    found: dict[str, str] = {}
    if capital.capacity_number is not None and not capital.capacity_unit:
        found["capacity_unit"] = "capital_without_unit"
    if capital.teaches and not (capital.person_id or capital.partner_id or capital.owner_name):
        found["teaches"] = "capital_without_teacher"
    return found


def table(session: Session, *, outside: bool = False) -> CapitalTable:
    """Return how much of each kind every village has; what is no longer there is not counted.

    Args:
        outside: what is confidential, or of somebody whose record may not be used now, is not
            counted either.
    """
    there = [Capital.deleted.is_(False), state_column(Capital) != "ended"]
    if outside:
        held = Capital.person_id.in_(restricted_persons(session))
        there += [Capital.confidential.is_(False), or_(Capital.person_id.is_(None), ~held)]
    counted = session.execute(
        select(Capital.village_id, func.coalesce(Capital.capital_type, ""), func.count())
        .where(*there)
        .group_by(Capital.village_id, func.coalesce(Capital.capital_type, ""))
    )
    villages = _villages(session)
    listed = {each.id for each in villages}
    counts: dict[UUID | None, Counter[str]] = defaultdict(Counter)
    for village_id, kind, count in counted:
        counts[village_id if village_id in listed else None][kind] += count
    terms = CentreLookup(session).vocabulary("capital_types").terms
    seen = {kind for each in counts.values() for kind in each}
    kinds = [term.code for term in terms if term.code in seen or not term.hidden]
    kinds += sorted(seen.difference(kinds), key=lambda kind: (not kind, kind))
    lines = [
        VillageCapital(each.id, each.moo, each.name or "", dict(counts[each.id]))
        for each in villages
    ]
    if None in counts:
        lines.append(VillageCapital(None, "", "", dict(counts[None])))
    return CapitalTable(tuple(kinds), tuple(lines))
