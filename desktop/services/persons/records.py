"""What is told of people who are not learners: a line of a list, and one person whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from desktop.models.base import synced_classes
from desktop.models.dates import PartialDate
from desktop.models.moves import WithStates
from desktop.models.names import full_name
from desktop.models.owners import owner_links
from desktop.models.persons import Person
from desktop.services.entries import Entry
from desktop.services.learners.records import LearnerRow


@dataclass(frozen=True)
class PersonRow:
    """A person in a list, or offered while a name is typed.

    Attributes:
        village: moo number, "" where it is not known.
        learner_id: the same human in the register of learners.
        restricted: the record is kept and not used: it is neither printed nor given out.
    """

    id: UUID
    title: str
    given: str
    surname: str
    nickname: str
    phone: str
    position: str
    occupation: str
    village: str
    village_name: str
    birth: str
    learner_id: UUID | None
    restricted: bool
    sort_key: str

    @property
    def full_name(self) -> str:
        """The formal name; no surname leaves it out."""
        return full_name(self.title, self.given, self.surname)

    @property
    def birth_date(self) -> PartialDate | None:
        """The birth date as far as it is known, mostly the year."""
        return PartialDate.from_iso(self.birth) if self.birth else None


@dataclass(frozen=True)
class ContactOf:
    """Where a person is the one to ask: the partner, in what role; `entry` is the record."""

    partner_id: UUID
    partner: str
    role: str
    confidential: bool
    entry: Entry


def kinds_of_persons() -> dict[str, str]:
    """Return the kinds of things with states that belong to a person, by kind with their link."""
    return {
        kind: each.name
        for kind, cls in sorted(synced_classes().items())
        for each in owner_links(cls)
        if each.link == Person.kind and issubclass(cls, WithStates)
    }


@dataclass(frozen=True)
class PersonDetail:
    """One person whole.

    Attributes:
        values: every field of the record by name.
        typed: the spelling as typed, for texts that were normalised.
        contacts: partners where this person is the one to ask.
        cares_for: learners that this person looks after, by a carer that is linked.
        learner: the same human as a learner.
        consents: what was asked and answered, oldest first.
        roles: what they are besides, by kind and id: records with a page of their own.
    """

    row: PersonRow
    values: dict[str, Any]
    typed: dict[str, str]
    contacts: tuple[ContactOf, ...]
    cares_for: tuple[LearnerRow, ...]
    learner: LearnerRow | None
    consents: tuple[Entry, ...]
    roles: tuple[tuple[str, UUID], ...]
