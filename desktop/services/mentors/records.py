"""What is told of mentors: a line of the list, one of them whole, and the question asked."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from desktop.services.details import Detail
from desktop.services.persons.records import PersonRow


@dataclass(frozen=True)
class MentorQuery:
    """Which mentors are wanted; what is empty does not narrow.

    Attributes:
        search: words, each found in who they are, their telephone, or what they can.
        ways: codes of `mentor_ways`, one of which they do.
        states: codes of `mentor_states`.
        village_id: they go there.
        month: a month in which they are free, 1 to 12.
        group: code of `target_groups` that they take.
        ask_again: only those not confirmed for half a year.
        no_consent: only those at work who have not agreed to stand in the directory.
    """

    search: str = ""
    ways: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    village_id: UUID | None = None
    month: int = 0
    group: str = ""
    ask_again: bool = False
    no_consent: bool = False


@dataclass(frozen=True)
class MentorRow:
    """A mentor in a list.

    Attributes:
        person: who they are.
        name: their full name.
        state: code of `mentor_states`.
        consents: they agreed to stand in the directory, or another basis is noted.
    """

    id: UUID
    person: PersonRow
    name: str
    ways: tuple[str, ...]
    skills: str
    state: str
    confirmed_on: str
    ask_again: bool
    consents: bool

    @property
    def phone(self) -> str:
        """By which they are asked."""
        return self.person.phone


@dataclass(frozen=True)
class MentorDetail(Detail[MentorRow]):
    """One mentor whole."""
