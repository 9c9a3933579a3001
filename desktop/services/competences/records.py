"""What is told of competences: a line of the list, one whole, and who can do what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from desktop.services.details import Detail, Question, SubjectRow
from desktop.services.persons.records import PersonRow

Holds = Literal["current", "expiring", "expired", "ended"]
"""How one stands today: it grants what it says while it is current or expiring."""


@dataclass(frozen=True)
class CompetenceQuery(Question):
    """Which are wanted; words are found in who has it, the course, or the number of its paper.

    `ask_again` finds those that ran out or will soon, and were not renewed.

    Attributes:
        kinds: codes of `competences`.
        person_id: of this person.
        current: only those that hold today.
    """

    kinds: tuple[str, ...] = ()
    person_id: UUID | None = None
    current: bool = False


@dataclass(frozen=True)
class CompetenceRow(SubjectRow):
    """A competence in a list, by the full name of whose it is.

    `confirmed_on` is when it was got, `ask_again` that it ran out, or will soon, and nothing
    renews it.

    Attributes:
        kind: code of `competences`.
        provider: the name of the partner where it was learnt.
        valid_to: its last day, "" where it does not run out.
    """

    person: PersonRow
    kind: str
    course: str
    provider: str
    hours: float | None
    valid_to: str
    number: str
    holds: Holds

    @property
    def grants(self) -> bool:
        """Whether it may be relied on today."""
        return self.holds in ("current", "expiring")


@dataclass(frozen=True)
class CompetenceDetail(Detail[CompetenceRow]):
    """One whole; `others`: what else the person has, those that hold first."""

    others: tuple[CompetenceRow, ...]


@dataclass(frozen=True)
class TeamMember:
    """A line of the matrix: of each kind the one that holds longest, or ran out last."""

    person: PersonRow
    has: Mapping[str, CompetenceRow]


@dataclass(frozen=True)
class TeamMatrix:
    """Who can do what: the kinds that somebody has, and the people in Thai order."""

    kinds: tuple[str, ...]
    members: tuple[TeamMember, ...]

    def able(self, kind: str) -> tuple[UUID, ...]:
        """The competences of this kind that hold today."""
        rows = (each.has.get(kind) for each in self.members)
        return tuple(row.id for row in rows if row is not None and row.grants)
