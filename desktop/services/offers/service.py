"""Offers: finding, writing down, and how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.models.capital import Capital
from desktop.models.needs import Offer
from desktop.services.learners.fields import with_villages
from desktop.services.needs.amounts import check_quantity
from desktop.services.offers import reading
from desktop.services.offers.lifecycle import OFFERING
from desktop.services.offers.records import OfferDetail, OfferQuery, OfferRow
from desktop.services.persons.behind import check_behind
from desktop.services.record_values import live, required, set_values
from desktop.services.subject_service import SubjectService


class OfferService(SubjectService[Offer, OfferQuery, OfferRow, OfferDetail]):
    """What can be done with offers; only `name` is required of one.

    `villages` take moo numbers too. Values raise `quantity_not_positive`, and `record_unknown`
    for a giver who is not there.
    """

    model = Offer
    lifecycle = OFFERING

    def _found(self, session: Session, query: OfferQuery | None) -> list[OfferRow]:
        return reading.found(session, query or OfferQuery(), self._workspace.today())

    def _told(self, session: Session, record_id: UUID) -> OfferDetail:
        return reading.offer_detail(session, record_id, self._workspace.today())

    def _begun(self, session: Session, given: dict[str, Any]) -> Offer:
        return Offer(name="")

    def _fill(self, session: Session, thing: Offer, values: Mapping[str, Any]) -> None:
        fill(session, thing, values)


def fill(session: Session, offer: Offer, values: Mapping[str, Any]) -> None:
    """Put values onto an offer, inside the caller's transaction."""
    set_values(session, offer, with_villages(session, values))
    required(offer, "name")
    check_quantity(offer)
    check_behind(session, offer)
    if offer.capital_id is not None:
        live(session, Capital, offer.capital_id)
