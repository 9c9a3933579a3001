"""How far needs are met and offers used up: sums of what the moves of matches say, never typed.

Only moves that count are added: neither those that were taken back, nor those that another laptop
made without seeing the ones that were chosen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, Literal
from uuid import UUID

from sqlalchemy import LargeBinary, Select, select, type_coerce
from sqlalchemy.orm import Session

from desktop.models.needs import Match, MatchMove
from desktop.services.details import known_before
from desktop.services.needs.amounts import total

Met = Literal["none", "part", "met"]

PROMISED: Final = frozenset({"agreed", "delivered", "confirmed"})
_TERMS: Final = ((5, 16), (11, 1))


@dataclass(frozen=True)
class MatchSums:
    """What the moves of a match come to.

    Attributes:
        agreed: what was agreed last.
        delivered, confirmed: all that was brought, and that receivers confirmed.
        given: the day and the amount of each confirmation.
        moved_on: the day of the last move, as far as known.
    """

    id: UUID
    need_id: UUID | None
    offer_id: UUID | None
    state: str
    agreed: float = 0
    delivered: float = 0
    confirmed: float = 0
    given: tuple[tuple[str, float], ...] = ()
    moved_on: str = ""

    @property
    def promised(self) -> float:
        """What is agreed and not confirmed yet."""
        return max(0.0, total((self.agreed, -self.confirmed))) if self.state in PROMISED else 0


def sums(session: Session, wanted: Select[Any] | None = None) -> dict[UUID, MatchSums]:
    """Return what matches come to, of those whose ids are selected, or of all."""
    matches = select(
        Match.id, Match.need_id, Match.offer_id, _raw(Match.last_move_id)
    ).where(Match.deleted.is_(False))  # fmt: skip
    moves = select(
        _raw(MatchMove.id), _raw(MatchMove.after_id), _raw(MatchMove.reverses_id),
        MatchMove.move, MatchMove.to_state, MatchMove.quantity, MatchMove.done_on,
    ).where(MatchMove.deleted.is_(False))  # fmt: skip
    if wanted is not None:
        matches = matches.where(Match.id.in_(wanted))
        moves = moves.where(MatchMove.match_id.in_(wanted))
    known: dict[bytes, Any] = {each.id: each for each in session.execute(moves)}
    return {each.id: _sums(each, known) for each in session.execute(matches)}


def _raw(column: Any) -> Any:
    """An id as its bytes: thousands of moves are looked through, and none of them is told."""
    return type_coerce(column, LargeBinary).label(column.key)


def _sums(match: Any, known: Mapping[bytes, Any]) -> MatchSums:
    last = known.get(match.last_move_id)
    stand = list(counting(last, known))
    agreed = next((each.quantity or 0 for each in stand if each.move == "agree"), 0.0)
    given = [(each.done_on, each.quantity or 0) for each in stand if each.move == "confirm"]
    return MatchSums(
        id=match.id,
        need_id=match.need_id,
        offer_id=match.offer_id,
        state=last.to_state if last is not None else Match.first_state,
        agreed=agreed,
        delivered=total(each.quantity or 0 for each in stand if each.move == "deliver"),
        confirmed=total(quantity for _day, quantity in given),
        given=tuple(reversed(given)),
        moved_on=last.done_on if last is not None else "",
    )


def counting(last: Any, known: Mapping[bytes, Any]) -> Iterator[Any]:
    """Return the moves that led a thing to where it is, the last first.

    As `moves.effective`, of rows by the bytes of their ids.
    """
    back: set[bytes] = set()
    seen: set[bytes] = set()
    while last is not None and last.id not in seen:
        seen.add(last.id)
        if last.id not in back:
            if last.reverses_id is not None:
                back.add(last.reverses_id)
            yield last
        last = known.get(last.after_id)


@dataclass(frozen=True)
class Fulfilment:
    """How far a need is met: how much was confirmed, and how much more is agreed."""

    confirmed: float = 0
    promised: float = 0
    met: Met = "none"


def fulfilment(
    quantity: float | None, repeats: str, of_need: Iterable[MatchSums], today: date
) -> Fulfilment:
    """Return how far a need is met by its matches.

    One that comes back is met by what was confirmed since its week, month, term or year began.
    Where nobody said how much is needed, something given is a part: only a person can say enough.
    """
    matches = list(of_need)
    since = period_begun(repeats, today)
    confirmed = total(
        amount
        for each in matches
        for day, amount in each.given
        if since is None or not known_before(day, since)
    )
    promised = total(each.promised for each in matches)
    if not confirmed:
        return Fulfilment(0, promised)
    met: Met = "met" if quantity is not None and confirmed >= quantity else "part"
    return Fulfilment(confirmed, promised, met)


def free(quantity: float | None, of_offer: Iterable[MatchSums]) -> float | None:
    """Return how much of an offer is left; less than nothing where more was agreed than there is.

    None where nobody said how much there is.
    """
    if quantity is None:
        return None
    taken = (amount for each in of_offer for amount in (-each.confirmed, -each.promised))
    return total((quantity, *taken))


def by_need(found: Mapping[UUID, MatchSums]) -> Mapping[UUID, list[MatchSums]]:
    """Return matches by what they are of."""
    return _by(found.values(), "need_id")


def by_offer(found: Mapping[UUID, MatchSums]) -> Mapping[UUID, list[MatchSums]]:
    """Return matches by what is offered."""
    return _by(found.values(), "offer_id")


def _by(found: Iterable[MatchSums], name: str) -> Mapping[UUID, list[MatchSums]]:
    apart: dict[UUID, list[MatchSums]] = defaultdict(list)
    for each in found:
        whose = getattr(each, name)
        if whose is not None:
            apart[whose].append(each)
    return apart


def period_begun(repeats: str, today: date) -> date | None:
    """Return the first day of the week, month, term or school year; None for what is asked once."""
    match repeats:
        case "weekly":
            return today - timedelta(today.weekday())
        case "monthly":
            return today.replace(day=1)
        case "termly":
            begins = [date(today.year, *each) for each in _TERMS]
            return max(
                (each for each in begins if each <= today), default=_before(today, _TERMS[1])
            )
        case "yearly":
            begun = date(today.year, *_TERMS[0])
            return begun if begun <= today else _before(today, _TERMS[0])
        case _:
            return None


def _before(today: date, day: tuple[int, int]) -> date:
    return date(today.year - 1, *day)
