"""What is told of key skills: a line, one whole, a course's sheet of them, and the question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from desktop.services.details import Detail, Question, SubjectRow

Cell = tuple[str, str]
"""A skill, and when: before, after or later."""


@dataclass(frozen=True)
class SkillQuery(Question):
    """Which measures are wanted; words are found in whose they are, and in the course.

    Attributes:
        skills: codes of `key_skills`.
        learner_id: of this learner, and of a twin joined to them.
        course_id: of this course.
        ids: only these; None for all.
    """

    skills: tuple[str, ...] = ()
    learner_id: UUID | None = None
    course_id: UUID | None = None
    ids: tuple[UUID, ...] | None = None


@dataclass(frozen=True)
class SkillRow(SubjectRow):
    """A measure in a list, by whose it is; `ask_again` that its level or its day is not known.

    Attributes:
        learner_id: whose it is, a joined twin as the one who stands.
        course: the name of the course, "" of none.
        skill, phase, level, self_level: codes; a level is "" where nobody said.
        order: of the level among those of its list, from 1; 0 where nobody said.
        on: the day, "" where it is not known.
        restricted: the learner's record may not be used now.
    """

    learner_id: UUID
    course_id: UUID | None
    course: str
    skill: str
    phase: str
    level: str
    order: int
    self_level: str
    on: str
    estimated: bool
    restricted: bool


@dataclass(frozen=True)
class SkillDetail(Detail[SkillRow]):
    """One whole; `others`: the same skill of the same person in the same course."""

    others: tuple[SkillRow, ...]


@dataclass(frozen=True)
class Offer:
    """A level that HETT says, and the assessment that it rests on."""

    level: str
    assessment_id: UUID
    on: str


@dataclass(frozen=True)
class SheetLine:
    """A learner of a course.

    Attributes:
        levels: by skill and when, of those that count.
        offers: where nothing is said yet and HETT says something.
        restricted: the record may not be used now.
    """

    learner_id: UUID
    name: str
    levels: Mapping[Cell, str]
    offers: Mapping[Cell, Offer]
    restricted: bool


@dataclass(frozen=True)
class SkillSheet:
    """Everybody who learns in a course, in Thai order, with the skills that it is for.

    Attributes:
        skills: codes of `key_skills`: those of the course, all where it names none.
        unknown: how many take part of whom only a name is known, who cannot be measured yet.
        over: the course has ended, so that before can only be estimated.
    """

    course_id: UUID
    course: str
    skills: tuple[str, ...]
    lines: tuple[SheetLine, ...]
    unknown: int
    over: bool
