"""What is told of needs: a line of the list, one of them whole, and the question asked."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from desktop.services.details import Detail, Question, SubjectRow
from desktop.services.needs.fulfilment import Met


@dataclass(frozen=True)
class NeedQuery(Question):
    """Which needs are wanted; words are found in what is asked for, or in who asks.

    Attributes:
        kinds: codes of `assistance`.
        learner_id: of this learner, and of the house they live in.
        overdue: only those whose day is past.
        unasked: only those that nobody was asked about telling outside.
        ids: only these; None for all.
        met: how far they are met.
        most: only so many, the most urgent and what is needed soonest first; 0 for all, in Thai
            order.
    """

    kinds: tuple[str, ...] = ()
    learner_id: UUID | None = None
    overdue: bool = False
    unasked: bool = False
    ids: tuple[UUID, ...] | None = None
    met: tuple[Met, ...] = ()
    most: int = 0


@dataclass(frozen=True)
class NeedRow(SubjectRow):
    """A need in a list, by what is asked for.

    Attributes:
        who: the name of the learner, the house, or the course; "" for a village's.
        learner_id: whose it is; of a house None.
        village_id: where whoever needs it lives; `village` is its moo number.
        kind: code of `assistance`.
        quantity: None where nobody said how much.
        unit: code of `need_units`, or a word of one's own.
        urgency: `1` at once, to `3`; "" where nobody said.
        needed_by: the day, as far as known.
        repeats, share: codes of their lists.
        overdue: the day is past.
        restricted: the record of whoever needs it may not be used now.
        confirmed: how much receivers confirmed, in its period where it comes back.
        promised: how much more is agreed.
        met: how far it is met.
    """

    who: str
    learner_id: UUID | None
    household_id: UUID | None
    village_id: UUID | None
    village: str
    village_name: str
    kind: str
    quantity: float | None
    unit: str
    urgency: str
    needed_by: str
    repeats: str
    share: str
    overdue: bool
    restricted: bool
    confirmed: float = 0
    promised: float = 0
    met: Met = "none"


@dataclass(frozen=True)
class NeedDetail(Detail[NeedRow]):
    """One need whole."""
