"""Finding offers, and one of them whole."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from desktop.models.moves import state_of
from desktop.models.needs import Match, Offer
from desktop.models.owners import steps
from desktop.models.partners import Partner
from desktop.services.details import Stands, asked_for, empty_of, known_before, stands, told_of
from desktop.services.needs.fulfilment import MatchSums, by_offer, free, sums
from desktop.services.offers.lifecycle import OFFERING
from desktop.services.offers.records import OfferDetail, OfferQuery, OfferRow
from desktop.services.persons.behind import Behind, searched
from desktop.services.record_values import live
from desktop.services.same_person import of_twins

WORTH_ASKING: Final = ("assistance", "quantity", "unit", "villages", "months_open", "conditions")


def found(session: Session, query: OfferQuery, today: date) -> list[OfferRow]:
    """Return the rows of the offers that a question finds, in Thai order."""
    pairs = list(asked_for(session, _narrowed(query), Offer, query, today))
    givers = Givers(session, [offer for offer, _how in pairs])
    rows = (_row(offer, how, givers, today) for offer, how in pairs)
    return [row for row in rows if not query.over or row.over]


def named(session: Session, ids: Collection[UUID]) -> dict[UUID, tuple[str, str]]:
    """Return what these offers are called and who gives them, of hidden ones too."""
    offers = [
        offer
        for step in steps(list(ids))
        for offer in session.scalars(select(Offer).where(Offer.id.in_(step)))
    ]
    givers = Givers(session, offers)
    return {each.id: (each.name, givers.told(each)[0]) for each in offers}


def _narrowed(query: OfferQuery) -> Select[Any]:
    wanted = searched(Offer, query.search)
    if query.kinds:
        wanted = wanted.where(func.coalesce(Offer.assistance, "").in_(query.kinds))
    if query.capital_id:
        wanted = wanted.where(Offer.capital_id == query.capital_id)
    if query.partner_id:
        wanted = wanted.where(of_twins(Partner, Offer.partner_id, query.partner_id))
    return wanted


class Givers(Behind):
    """Who gives these offers, and what is left of them."""

    def __init__(self, session: Session, offers: list[Offer]) -> None:
        super().__init__(session, offers)
        self._session, self._ids = session, [each.id for each in offers]

    @cached_property
    def _taken(self) -> Mapping[UUID, Sequence[MatchSums]]:
        matches = select(Match.id).where(Match.offer_id.in_(self._ids))
        return by_offer(sums(self._session, matches))

    def free(self, offer: Offer) -> float | None:
        """How much is left; None where nobody said how much there is."""
        return free(offer.quantity, self._taken.get(offer.id, ()))


def _row(offer: Offer, how: Stands, givers: Givers, today: date) -> OfferRow:
    giver, phone = givers.told(offer)
    return OfferRow(
        **how,
        name=offer.name,
        giver=giver,
        phone=phone,
        partner_id=offer.partner_id,
        person_id=offer.person_id,
        capital_id=offer.capital_id,
        kind=offer.assistance or "",
        quantity=offer.quantity,
        unit=offer.unit or "",
        since=offer.since or "",
        until=offer.until or "",
        over=bool(offer.until) and how["state"] != "ended" and known_before(offer.until, today),
        restricted=givers.held(offer),
        free=givers.free(offer),
    )


def offer_detail(session: Session, offer_id: UUID, today: date) -> OfferDetail:
    """Return an offer whole; UserError `record_unknown`."""
    offer = live(session, Offer, offer_id)
    state = state_of(session, offer)
    told = told_of(session, OFFERING, offer, state)
    whose = () if offer.partner_id or offer.person_id else ("partner_id",)
    return OfferDetail(
        row=_row(offer, stands(offer, state, today), Givers(session, [offer]), today),
        missing=(*whose, *empty_of(told["values"], WORTH_ASKING)),
        doubtful=dict(doubts(offer)),
        **told,
    )


def doubts(offer: Offer) -> Mapping[str, str]:
    """Return what cannot be quite right of an offer, as codes by field; it is kept anyhow."""
    found: dict[str, str] = {}
    if offer.quantity is not None and not offer.unit:
        found["unit"] = "offer_without_unit"
    if offer.since and offer.until and offer.until < offer.since:
        found["until"] = "offer_ends_before"
    return found


def names_of_givers(session: Session, offers: list[Offer]) -> dict[UUID, str]:
    """Return who gives each of these offers, by their name."""
    givers = Givers(session, offers)
    return {each.id: givers.told(each)[0] for each in offers}
