"""What is told of credit items: a line, one of them whole, a learner's book, and the question."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from desktop.services.details import Detail, Question, SubjectRow


@dataclass(frozen=True)
class CreditQuery(Question):
    """Which credit items are wanted; words are found in what was learnt, and in who learnt it.

    Attributes:
        origins: codes of `credit_origins`.
        learner_id: of this learner, and of a twin joined to them.
        unproven: only those without evidence.
        ids: only these; None for all.
    """

    origins: tuple[str, ...] = ()
    learner_id: UUID | None = None
    unproven: bool = False
    ids: tuple[UUID, ...] | None = None


@dataclass(frozen=True)
class CreditRow(SubjectRow):
    """A credit item in a list, by what was learnt.

    Attributes:
        who: the learner's name.
        hours, proposed: None where nobody said.
        accepted: what an institution accepted; None of what is not accepted.
        level, subject: codes, as accepted or else as proposed.
        receiver: the institution that it was submitted to, or is to be.
        since: when it came to where it is, as far as known.
        days: for how many days; 0 where nobody is waited for.
        evidence: how many show it, without those found lacking.
        number: of the last move, where it has one.
        missing: what the receiver still asks for, of what was returned.
        restricted: the learner's record may not be used now.
    """

    learner_id: UUID
    who: str
    origin: str
    provider: str
    hours: float | None
    level: str
    subject: str
    proposed: float | None
    accepted: float | None
    receiver: str
    since: str
    days: int
    evidence: int
    number: str
    missing: str
    restricted: bool


@dataclass(frozen=True)
class CreditEvidence:
    """Evidence of an item: what it is, and how it stands."""

    id: UUID
    name: str
    state: str


@dataclass(frozen=True)
class CreditDetail(Detail[CreditRow]):
    """One credit item whole, with what shows it."""

    shown_by: tuple[CreditEvidence, ...]


@dataclass(frozen=True)
class LevelSum:
    """How far a learner is at a level.

    Attributes:
        level: code of `dole_curriculum`; "" where nobody said.
        proposed: credits that nobody decided yet.
        accepted: credits that count.
        minimum: what the level asks for; None for a level without a rule.
        most_a_term: what may be studied in a term.
        subjects: code of the strand, with what is accepted and asked for there.
    """

    level: str
    proposed: float
    accepted: float
    minimum: float | None
    most_a_term: float | None
    subjects: tuple[tuple[str, float], ...] = ()

    @property
    def gap(self) -> float:
        """The credits that are missing; what is proposed does not make it smaller."""
        return max(0.0, self.minimum - self.accepted) if self.minimum is not None else 0.0


@dataclass(frozen=True)
class CreditBook:
    """The credits of one learner: every item, and the sums by level."""

    items: tuple[CreditRow, ...]
    levels: tuple[LevelSum, ...]
