"""Finding matches, one of them whole, and the offers that may be for a need."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.dates import PartialDate
from desktop.models.needs import Match, Need, Offer
from desktop.models.owners import steps
from desktop.models.people import Learner
from desktop.services.details import known_before, told_of
from desktop.services.matches.lifecycle import MATCHING, sides
from desktop.services.matches.records import (
    Candidate,
    MatchDetail,
    MatchQuery,
    MatchRow,
    Warning_,
    Why,
)
from desktop.services.needs.amounts import same_unit, total
from desktop.services.needs.fulfilment import MatchSums, by_offer, free, fulfilment, sums
from desktop.services.needs.outside import need_may_be_told
from desktop.services.needs.reading import NamedNeed
from desktop.services.needs.reading import found as found_needs
from desktop.services.needs.reading import named as named_needs
from desktop.services.needs.records import NeedQuery
from desktop.services.offers.reading import found as found_offers
from desktop.services.offers.reading import named as named_offers
from desktop.services.offers.records import OfferQuery, OfferRow
from desktop.services.record_values import live

_OPEN: Final = frozenset({"proposed", "agreed", "delivered"})


def found(session: Session, query: MatchQuery, today: date) -> list[MatchRow]:
    """Return the rows of the matches that a question finds, those moved last first."""
    wanted = select(Match.id).where(Match.deleted.is_(False))
    if query.ids is not None:
        wanted = wanted.where(Match.id.in_(query.ids))
    if query.need_id:
        wanted = wanted.where(Match.need_id == query.need_id)
    if query.offer_id:
        wanted = wanted.where(Match.offer_id == query.offer_id)
    if query.learner_id:
        needs = [
            row.id for row in found_needs(session, NeedQuery(learner_id=query.learner_id), today)
        ]
        wanted = wanted.where(Match.need_id.in_(needs))
    counted = sums(session, wanted)
    rows = _rows(session, [each for each in counted.values() if _asked(each, query)], today)
    words = query.search.casefold().split()
    return [
        row
        for row in rows
        if all(word in " ".join((row.name, row.who, row.giver)).casefold() for word in words)
    ]


def _asked(each: MatchSums, query: MatchQuery) -> bool:
    return not query.states or each.state in query.states


def _rows(session: Session, counted: Sequence[MatchSums], today: date) -> list[MatchRow]:
    needs = named_needs(session, {each.need_id for each in counted if each.need_id})
    offers = named_offers(session, {each.offer_id for each in counted if each.offer_id})
    told = (Match.id, Match.need_id, Match.offer_id, Match.assistance, Match.unit, Match.due_on)
    matches = {
        each.id: each
        for step in steps([one.id for one in counted])
        for each in session.execute(select(*told).where(Match.id.in_(step)))
    }
    rows = [
        _row(
            matches[each.id],
            each,
            needs.get(each.need_id) if each.need_id else None,
            offers.get(each.offer_id) if each.offer_id else None,
        )
        for each in counted
    ]
    return sorted(rows, key=lambda row: (row.moved_on, row.name), reverse=True)


def _row(
    match: Any, each: MatchSums, need: NamedNeed | None, offer: tuple[str, str] | None
) -> MatchRow:
    name, giver = offer or ("", "")
    return MatchRow(
        id=match.id,
        name=(need.name if need else "") or name or "–",
        state=each.state,
        confirmed_on="",
        ask_again=False,
        need_id=match.need_id,
        offer_id=match.offer_id,
        who=need.who if need else "",
        giver=giver,
        kind=match.assistance or "",
        unit=match.unit or "",
        agreed=each.agreed,
        delivered=each.delivered,
        confirmed=each.confirmed,
        due_on=match.due_on or "",
        moved_on=each.moved_on,
        learner_id=need.learner_id if need else None,
    )


def match_detail(session: Session, match_id: UUID, today: date) -> MatchDetail:
    """Return a match whole; UserError `record_unknown`."""
    match = live(session, Match, match_id)
    near = or_(Match.need_id == match.need_id, Match.offer_id == match.offer_id)
    counted = sums(session, select(Match.id).where(or_(Match.id == match_id, near)))
    each = counted[match_id]
    (row,) = _rows(session, [each], today)
    need, offer = sides(session, match)
    left = free(offer.quantity, by_offer(counted)[offer.id]) if offer else None
    told = told_of(session, MATCHING, match, each.state)
    return MatchDetail(
        row=row,
        missing=("due_on",) if each.state == "agreed" and not match.due_on else (),
        doubtful={},
        share=(need.share or "") if need else "",
        needed=need.quantity if need else None,
        free=left,
        likely=_likely_amounts(need, each, counted, left, today),
        warnings=_warnings(session, match, each, counted, today),
        **told,
    )


def _likely_amounts(
    need: Need | None,
    each: MatchSums,
    counted: dict[UUID, MatchSums],
    left: float | None,
    today: date,
) -> dict[str, float]:
    found = {
        "deliver": total((each.agreed, -each.delivered)),
        "confirm": total((each.delivered, -each.confirmed)),
    }
    if need is not None and need.quantity is not None:
        of_need = [one for one in counted.values() if one.need_id == need.id]
        far = fulfilment(need.quantity, need.repeats or "", of_need, today)
        lacking = total((need.quantity, -far.confirmed, -far.promised))
        found["agree"] = lacking if left is None else min(lacking, left)
    return {code: much for code, much in found.items() if much > 0}


def _warnings(
    session: Session,
    match: Match,
    each: MatchSums,
    counted: dict[UUID, MatchSums],
    today: date,
) -> tuple[Warning_, ...]:
    need, offer = sides(session, match)
    found: list[Warning_] = []
    if offer is not None:
        left = free(offer.quantity, by_offer(counted)[offer.id])
        if left is not None and left < 0:
            found.append("over_offer")
    if need is not None and need.quantity is not None:
        of_need = [one for one in counted.values() if one.need_id == need.id]
        far = fulfilment(need.quantity, need.repeats or "", of_need, today)
        if total((far.confirmed, far.promised)) > need.quantity:
            found.append("over_need")
    if late(each, match.due_on, today):
        found.append("late")
    if each.confirmed < each.delivered and each.state == "confirmed":
        found.append("less_received")
    if need is not None and each.state in _OPEN and not need_may_be_told(session, need):
        found.append("not_shared")
    return tuple(found)


def late(each: MatchSums, due_on: str | None, today: date) -> bool:
    """Whether what was agreed should have been delivered by now."""
    return each.state == "agreed" and bool(due_on) and known_before(due_on, today)


def candidates(session: Session, need_id: UUID, today: date) -> list[Candidate]:
    """Return the offers that may be for a need, the likeliest first, each with why; people decide.

    Ordered by kind, place, month, language and what is left. What is of another kind is left out.

    Raises:
        UserError: `record_unknown`.
    """
    need = live(session, Need, need_id)
    kinds = (need.assistance, "") if need.assistance else ()
    rows = [
        row
        for row in found_offers(session, OfferQuery(states=("open",), kinds=kinds), today)
        if not row.restricted
    ]
    place, speaks, month = (
        _place(session, need, today),
        _languages(session, need),
        _month(need, today),
    )
    counted = sums(session, select(Match.id).where(Match.need_id == need_id))
    there = {each.offer_id: each for each in counted.values()}
    offers = {
        each.id: each
        for each in session.scalars(select(Offer).where(Offer.id.in_([row.id for row in rows])))
    }
    found = []
    for row in rows:
        match = there.get(row.id)
        found.append(
            Candidate(
                offer=row,
                why=_why(need, offers[row.id], row, place, month, speaks),
                match_id=match.id if match else None,
                state=match.state if match else "",
            )
        )
    return sorted(found, key=_likely)


_WORTH: Final[dict[Why, int]] = {
    "same_kind": 0, "kind_unknown": 1,
    "their_village": 0, "every_village": 1, "other_village": 2,
    "in_month": 0, "not_in_month": 1,
    "same_language": 0, "other_language": 1,
    "enough": 0, "a_part": 1, "amount_unknown": 2, "nothing_left": 3, "units_differ": 4,
    "ask_first": 0,
}  # fmt: skip


def _likely(candidate: Candidate) -> tuple[Any, ...]:
    worth = tuple(_WORTH[each] for each in candidate.why)
    return (*worth[:5], -(candidate.offer.free or 0), candidate.offer.name)


def _why(
    need: Need,
    offer: Offer,
    row: OfferRow,
    place: UUID | None,
    month: tuple[int, str],
    speaks: frozenset[str],
) -> tuple[Why, ...]:
    """Why, always five and in the order of their weight; a sixth where it should be asked again."""
    kind: Why = (
        "same_kind" if need.assistance and need.assistance == offer.assistance else ("kind_unknown")
    )
    where: Why = "other_village"
    if not offer.villages or place is None:
        where = "every_village"
    elif place.hex in offer.villages:
        where = "their_village"
    number, day = month
    closed = bool(offer.months_open) and number not in (offer.months_open or ())
    early = bool(offer.since) and day < str(offer.since)[: len(day)]
    past = row.over or (bool(offer.until) and str(offer.until)[: len(day)] < day)
    when: Why = "not_in_month" if closed or early or past else "in_month"
    understood = not offer.languages or not speaks or bool(speaks & set(offer.languages))
    words: Why = "same_language" if understood else "other_language"
    again: tuple[Why, ...] = ("ask_first",) if row.ask_again else ()
    return (kind, where, when, words, _enough(need, offer, row.free), *again)


def _enough(need: Need, offer: Offer, left: float | None) -> Why:
    if not same_unit(need.unit, offer.unit):
        return "units_differ"
    if left is None:
        return "amount_unknown"
    if left <= 0:
        return "nothing_left"
    return "enough" if need.quantity is None or left >= need.quantity else "a_part"


def _place(session: Session, need: Need, today: date) -> UUID | None:
    row = next(iter(found_needs(session, NeedQuery(ids=(need.id,)), today)), None)
    return row.village_id if row is not None else None


def _languages(session: Session, need: Need) -> frozenset[str]:
    learner = session.get(Learner, need.learner_id) if need.learner_id else None
    if learner is None:
        return frozenset()
    return frozenset(filter(None, (learner.talk_language, learner.mother_tongue)))


def _month(need: Need, today: date) -> tuple[int, str]:
    """The month in which it is needed, and that as ISO; this month where no month was said."""
    known = PartialDate.from_iso(need.needed_by) if need.needed_by else None
    if known is not None and known.month is not None and not known_before(need.needed_by, today):
        return known.month, f"{known.year:04}-{known.month:02}"
    return today.month, today.isoformat()[:7]


def propose_sides(session: Session, need_id: UUID, offer_id: UUID) -> tuple[Need, Offer]:
    """Return both sides of a match that is to be made; UserError `record_unknown`."""
    need, offer = live(session, Need, need_id), live(session, Offer, offer_id)
    if not same_unit(need.unit, offer.unit):
        raise UserError("match_units_differ", need=need.unit or "", offer=offer.unit or "")
    return need, offer
