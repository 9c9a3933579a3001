"""What is told of matches: a line, one of them whole, the candidates, and the question asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from desktop.services.details import Detail, Question, SubjectRow
from desktop.services.offers.records import OfferRow

Why = Literal[
    "same_kind", "kind_unknown", "their_village", "every_village", "other_village", "in_month",
    "not_in_month", "same_language", "other_language", "enough", "a_part", "nothing_left",
    "amount_unknown", "units_differ", "ask_first",
]  # fmt: skip
"""Why an offer may be for a need, or may not; words in `resources/words/codes.json`."""

Warning_ = Literal["over_offer", "over_need", "late", "less_received", "not_shared"]
"""What a person should know of a match, which nothing refuses."""


@dataclass(frozen=True)
class MatchQuery(Question):
    """Which matches are wanted.

    Attributes:
        need_id, offer_id: of these sides; None for any.
        learner_id: of the needs of this learner.
        ids: only these; None for all.
    """

    need_id: UUID | None = None
    offer_id: UUID | None = None
    learner_id: UUID | None = None
    ids: tuple[UUID, ...] | None = None


@dataclass(frozen=True)
class MatchRow(SubjectRow):
    """A match in a list; its name is what is given.

    Attributes:
        who: who needs it; "" once they were destroyed.
        giver: who gives it.
        agreed, delivered, confirmed: sums of its moves, in `unit`.
        due_on: when it is to be delivered.
        moved_on: the day of its last move.
    """

    need_id: UUID | None
    offer_id: UUID | None
    who: str
    giver: str
    kind: str
    unit: str
    agreed: float
    delivered: float
    confirmed: float
    due_on: str
    moved_on: str
    learner_id: UUID | None


@dataclass(frozen=True)
class MatchDetail(Detail[MatchRow]):
    """One match whole.

    Attributes:
        share: what may be told of who needs it.
        likely: how much each move will most likely be told, by its code: what is agreed of what is
            missing and left, what is delivered of what was agreed, what is confirmed of that.
        warnings: what a person should know.
    """

    share: str
    needed: float | None
    free: float | None
    likely: Mapping[str, float]
    warnings: tuple[Warning_, ...]


@dataclass(frozen=True)
class Candidate:
    """An offer that may be for a need.

    Attributes:
        why: codes in the order in which candidates are ordered.
        match_id, state: the match that there is already; None, "" without.
    """

    offer: OfferRow
    why: tuple[Why, ...]
    match_id: UUID | None
    state: str
