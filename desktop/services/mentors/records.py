"""What is told of mentors: a line of the list, one of them whole, and the question asked."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.services.competences.records import CompetenceRow
from desktop.services.details import Detail, Question, SubjectRow
from desktop.services.persons.records import PersonRow


@dataclass(frozen=True)
class MentorQuery(Question):
    """Which mentors are wanted; words are found in who they are, or what they can.

    Attributes:
        ways: codes of `mentor_ways`, one of which they do.
        no_consent: only those at work who have not agreed to stand in the directory.
    """

    ways: tuple[str, ...] = ()
    no_consent: bool = False


@dataclass(frozen=True)
class MentorRow(SubjectRow):
    """A mentor in a list, by their full name.

    Attributes:
        person: who they are.
        consents: they agreed to stand in the directory, or another basis is noted.
    """

    person: PersonRow
    ways: tuple[str, ...]
    skills: str
    consents: bool

    @property
    def phone(self) -> str:
        """By which they are asked."""
        return self.person.phone


@dataclass(frozen=True)
class MentorDetail(Detail[MentorRow]):
    """One mentor whole; `competences`: what they may be relied on for today."""

    competences: tuple[CompetenceRow, ...]
