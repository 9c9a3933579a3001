"""What is told of people who are looked for: a line of the list, one of them whole, a question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from desktop.services.details import Detail, Question, SubjectRow
from desktop.services.persons.records import PersonRow
from desktop.services.tries.records import TryLine

UNTRIED_DAYS: Final = 30
"""After so many days without a try somebody is to be looked for again."""

OPEN: Final = ("new", "sought", "found")
"""States in which somebody waits for us; in the last one to be registered."""


@dataclass(frozen=True)
class LeadQuery(Question):
    """Who is wanted; words are found in who they are, their number, school, carer and place.

    `ask_again` finds those who wait and were not looked for in `UNTRIED_DAYS`.

    Attributes:
        sources: codes of `lead_sources`.
        list_id: only those whom this list names.
        facilitators: users who look for them; None among them for nobody yet.
        priorities: codes of `lead_priorities`.
        sheet_id: only those on this sheet, in its order.
        untried_before: only those who wait and were not looked for since that day (ISO).
    """

    sources: tuple[str, ...] = ()
    list_id: UUID | None = None
    facilitators: tuple[UUID | None, ...] = ()
    priorities: tuple[str, ...] = ()
    sheet_id: UUID | None = None
    untried_before: str = ""


@dataclass(frozen=True)
class LeadLine(SubjectRow):
    """Somebody in a list, by their full name.

    `confirmed_on` is when they were last looked for, `ask_again` that this is long ago.

    Attributes:
        person: who they are.
        moo: number of the village to look in, or its name where it has none.
        last: the last move, "" before the first; `told` what it says besides.
        learner_id: whom they became here.
    """

    person: PersonRow
    source: str
    list_id: UUID | None
    village_id: UUID | None
    moo: str
    village_name: str
    hamlet: str
    school: str
    carer: str
    priority: str
    facilitator_id: UUID | None
    last: str
    told: str
    learner_id: UUID | None

    @property
    def tried_on(self) -> str:
        """When they were last looked for, as far as known; "" for never."""
        return self.confirmed_on

    @property
    def phone(self) -> str:
        """By which they are asked."""
        return self.person.phone


@dataclass(frozen=True)
class OnList:
    """Where somebody stands on a list: its record, its name, sheet and row."""

    list_id: UUID
    name: str
    sheet: str
    number: int


@dataclass(frozen=True)
class LeadDetail(Detail[LeadLine]):
    """Somebody whole; `values` hold their person's fields too.

    `lists` are all that name them, `tries` those to reach them by telephone, the latest first.
    """

    lists: tuple[OnList, ...] = ()
    tries: tuple[TryLine, ...] = ()


@dataclass(frozen=True)
class LeadAlike:
    """Somebody who may be the same: another who is looked for, or a learner.

    `score` runs to 100; `reasons` as in `desktop.exchange.duplicates`.
    """

    kind: str
    id: UUID
    name: str
    where: str
    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class ListLine:
    """A source list: how many of its rows there are, and how many of these still wait."""

    id: UUID
    name: str
    source: str
    received_on: str
    file_name: str
    rows: int
    waiting: int
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class SheetLine:
    """A printed search sheet; `people` stand on it, `waiting` of them have no outcome yet."""

    id: UUID
    code: str
    printed_on: str
    village: str
    facilitator: str
    people: int
    waiting: int


@dataclass(frozen=True)
class Outcome:
    """What a digit on the sheet means: the move, and the fact its words go into."""

    digit: str
    move: str
    fact: str


OUTCOMES: Final = (
    Outcome("1", "find", "note"),
    Outcome("2", "elsewhere", "institution"),
    Outcome("3", "move_away", "place"),
    Outcome("4", "die", "note"),
    Outcome("5", "give_up", "note"),
    Outcome("6", "refuse", "reason"),
    Outcome("7", "seek", "note"),
)
"""As they stand on the paper and are keyed."""


@dataclass(frozen=True)
class Keyed:
    """A row of a sheet that was keyed."""

    number: int
    lead_id: UUID
    name: str
    move_id: UUID
    state: str
    on: str


@dataclass(frozen=True)
class Counted:
    """How the searches of one place or source stand: a number for each state.

    Attributes:
        key: the village, or the code of the source; None for nowhere.
        query: finds the people of one state, given its code; all of them for "".
    """

    by: str
    key: UUID | str | None
    name: str
    states: dict[str, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.states.values())

    def query(self, state: str = "") -> LeadQuery:
        """The question that finds those of a state, all without."""
        states = (state,) if state else ()
        if self.by == "village":
            nowhere = self.key is None
            return LeadQuery(states=states, village_id=UUID(int=0) if nowhere else _id(self.key))
        return LeadQuery(states=states, sources=(str(self.key or ""),))


def _id(key: UUID | str | None) -> UUID | None:
    return key if isinstance(key, UUID) else None


NOWHERE: Final = UUID(int=0)
"""In a question: those of whom no village is known."""


def long_ago(today: date, tried_on: str) -> bool:
    """Whether a try lies so long back that the next is due; one that never was does."""
    if not tried_on:
        return True
    limit = date.fromordinal(today.toordinal() - UNTRIED_DAYS).isoformat()
    return tried_on < limit[: len(tried_on)]
