"""What is told of life-quality activities: a line, one whole, hours by level, the question."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from desktop.services.details import Detail, Question, SubjectRow


@dataclass(frozen=True)
class KpcQuery(Question):
    """Which entries are wanted; words are found in the project, and in whose it is.

    Attributes:
        parts: codes of `kpc_parts`.
        learner_id: of this learner, and of a twin joined to them.
        term: of this term, as written: `1/2569`.
    """

    parts: tuple[str, ...] = ()
    learner_id: UUID | None = None
    term: str = ""


@dataclass(frozen=True)
class KpcRow(SubjectRow):
    """An entry in a list, by its project.

    Attributes:
        who: the learner's name.
        level, term, part: as written; part is a code.
        claimed: hours as claimed, None where nobody said.
        approved: hours that count; None of what is not approved, or was not passed.
        restricted: the learner's record may not be used now.
    """

    learner_id: UUID
    who: str
    level: str
    term: str
    part: str
    claimed: float | None
    approved: float | None
    restricted: bool


@dataclass(frozen=True)
class KpcDetail(Detail[KpcRow]):
    """One whole."""


@dataclass(frozen=True)
class KpcSum:
    """How far a learner is at a level.

    Attributes:
        level: code of `dole_curriculum`; "" where nobody said.
        approved, own: hours that count, and those of a project of one's own among them.
        asked, own_asked: what the level asks for; None for a level without a rule.
    """

    level: str
    approved: float
    own: float
    asked: float | None
    own_asked: float | None


@dataclass(frozen=True)
class KpcBook:
    """The activities of one learner: every entry, and the sums by level."""

    entries: tuple[KpcRow, ...]
    levels: tuple[KpcSum, ...]
