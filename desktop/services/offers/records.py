"""What is told of offers: a line of the list, one of them whole, and the question asked."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from desktop.services.details import Detail, Question, SubjectRow


@dataclass(frozen=True)
class OfferQuery(Question):
    """Which offers are wanted; words are found in what is offered, or in who offers it.

    Attributes:
        kinds: codes of `assistance`; "" among them for those without one.
        partner_id: of this partner.
        capital_id: of this capital of the community.
        over: only those whose last day is past.
    """

    kinds: tuple[str, ...] = ()
    partner_id: UUID | None = None
    capital_id: UUID | None = None
    over: bool = False


@dataclass(frozen=True)
class OfferRow(SubjectRow):
    """An offer in a list, by what is offered.

    Attributes:
        giver: the name of the partner, or of the person.
        phone: by which they are asked.
        capital_id: the capital of the community that it comes from.
        kind: code of `assistance`.
        quantity: None where nobody said how much.
        unit: code of `need_units`, or a word of one's own.
        since, until: days between which it is given, as far as known.
        over: the last of them is past.
        free: how much is left; None where nobody said how much there is.
        restricted: the record of the person who gives may not be used now.
    """

    giver: str
    phone: str
    partner_id: UUID | None
    person_id: UUID | None
    capital_id: UUID | None
    kind: str
    quantity: float | None
    unit: str
    since: str
    until: str
    over: bool
    restricted: bool
    free: float | None


@dataclass(frozen=True)
class OfferDetail(Detail[OfferRow]):
    """One offer whole."""
