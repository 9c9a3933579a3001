"""What is told of local curricula: a line of the list, one whole, and the question asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from desktop.services.details import Detail, Question, SubjectRow
from desktop.services.entries import Entry

Waits = Literal["", "try", "adopt", "newer"]
"""For what one waits: to be tried, to be adopted, to give way to its newer version."""


@dataclass(frozen=True)
class CurriculumQuery(Question):
    """Which curricula are wanted; words are found in title, problem, outcomes and community.

    `ask_again` finds those that have waited long for their next step.

    Attributes:
        skills: codes of `skill_groups`, of which it teaches one.
        shareable: only those whose community lets others use them.
    """

    skills: tuple[str, ...] = ()
    shareable: bool = False


@dataclass(frozen=True)
class CurriculumRow(SubjectRow):
    """A curriculum in a list, by its title.

    `confirmed_on` is the day of its last step, `ask_again` that it has waited long for the next.

    Attributes:
        waits: for what.
        hours: the sum of its units, or what was said of all of it; None where neither is known.
        units: how many there are.
        village_id: the listed village that its knowledge comes from.
        village, village_name: moo number and name of it.
        locked: it is changed in a new version only.
        newer_id: the version that was copied from it, the last one that is in use or written.
    """

    waits: Waits
    version: int
    hours: float | None
    units: int
    key_skills: tuple[str, ...]
    skill_groups: tuple[str, ...]
    village_id: UUID | None
    village: str
    village_name: str
    community: str
    shareable: bool | None
    locked: bool
    newer_id: UUID | None


@dataclass(frozen=True)
class Taught:
    """A course that is taught after a curriculum; `held`: it met at least once."""

    id: UUID
    name: str
    starts_on: str
    held: bool


@dataclass(frozen=True)
class CurriculumDetail(Detail[CurriculumRow]):
    """One curriculum whole.

    Attributes:
        capital: what it draws on, as far as one may see it, by id.
        courses: that are taught after it, the latest first.
    """

    units: tuple[Entry, ...]
    capital: tuple[tuple[UUID, str], ...]
    courses: tuple[Taught, ...]
