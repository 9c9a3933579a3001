"""How a need and an offer come together, and what must be so at each step."""

from __future__ import annotations

from typing import Final

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.moves import state_of
from desktop.models.needs import Match, MatchMove, Need, Offer
from desktop.models.restriction import restricted_persons
from desktop.services.moves import Lifecycle, Transition
from desktop.services.needs.amounts import check_quantity, same_unit
from desktop.services.needs.outside import need_may_be_told


def sides(session: Session, match: Match) -> tuple[Need | None, Offer | None]:
    """Return what is needed and what is offered; None for what is gone or hidden."""
    need = session.get(Need, match.need_id) if match.need_id else None
    offer = session.get(Offer, match.offer_id) if match.offer_id else None
    return (
        need if need is not None and not need.deleted else None,
        offer if offer is not None and not offer.deleted else None,
    )


def _may_go_on(session: Session, match: Match, _move: MatchMove) -> None:
    """Refuse what may not be told outside, is not open on both sides, or cannot be compared."""
    need, offer = sides(session, match)
    if need is None or offer is None:
        raise UserError("match_sides_gone")
    if state_of(session, need) != "open" or state_of(session, offer) != "open":
        raise UserError("match_sides_gone")
    if offer.person_id is not None and offer.person_id in restricted_persons(session):
        raise UserError("person_restricted", person=str(offer.person_id))
    if not need_may_be_told(session, need):
        raise UserError("need_not_shared")
    if not same_unit(need.unit, offer.unit):
        raise UserError("match_units_differ", need=need.unit or "", offer=offer.unit or "")


def _agreed(session: Session, match: Match, move: MatchMove) -> None:
    _may_go_on(session, match, move)
    check_quantity(move)


def _counted(_session: Session, _match: Match, move: MatchMove) -> None:
    check_quantity(move)


_YES: Final = ("quantity", "by_id", "receiver", "how")
_GIVING: Final = frozenset({"agreed", "delivered", "confirmed"})

# What comes next stands first.
MATCHING: Final = Lifecycle(
    Match,
    (
        Transition(
            "propose", frozenset({"suggested", "ended"}), "proposed", takes=(), guard=_may_go_on
        ),
        Transition(
            "confirm",
            frozenset({"delivered"}),
            "confirmed",
            needs=("quantity", "receiver", "how"),
            takes=("document_id",),
            guard=_counted,
        ),
        Transition(
            "deliver",
            _GIVING,
            "delivered",
            needs=("quantity", "how"),
            takes=("by_id", "number", "document_id"),
            guard=_counted,
        ),
        Transition(
            "agree",
            frozenset({"proposed", "agreed"}),
            "agreed",
            needs=_YES,
            takes=(),
            guard=_agreed,
        ),
        Transition("end", frozenset(), "ended", needs=("reason",), takes=()),
    ),
)
"""Nothing is delivered that was not agreed by both, nor counted that no receiver confirmed.

What is given in parts is delivered and confirmed several times; ending leaves what was confirmed.
"""
