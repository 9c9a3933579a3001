"""What is told of enrolments: a line of a course or of a learner, one whole, and the question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal
from uuid import UUID

from desktop.services.details import Detail, Question, SubjectRow

LEARNER: Final = "learner"
"""The role of whoever learns; only they are counted, take a place, and complete."""

IN: Final = frozenset({"enrolled", "completed", "not_completed"})
"""States of those who take part, or did to the end."""

Rule = Literal["met", "reachable", "missed", "evidence", "teacher"]
"""How one stands to the rule of completion: met, still to be met, not to be met any more, met but
for the evidence that is asked, or for the teacher to say."""


Shown = Literal["", "none", "waiting", "seen"]
"""Whether there is evidence of what somebody learnt: none, some that nobody looked at, some that is
enough; "" where the rule does not ask for it.
"""


@dataclass(frozen=True)
class EnrolmentQuery(Question):
    """Which enrolments are wanted; words are found in names.

    Attributes:
        course_id: of one course.
        learner_id, person_id: of one person, joined twins with them.
        action_id: that carry out this action of a plan.
        ids: only these; None for all.
    """

    course_id: UUID | None = None
    learner_id: UUID | None = None
    person_id: UUID | None = None
    action_id: UUID | None = None
    ids: tuple[UUID, ...] | None = None


@dataclass(frozen=True)
class EnrolmentRow(SubjectRow):
    """Somebody in a course, by their full name; `confirmed_on` is when they joined.

    Attributes:
        learner_id, person_id: whose it is, a joined twin as the one who stands; both None for a
            walk-in who is known by a name so far.
        role: code of `enrolment_roles`.
        course_state: where the course is.
        village: moo number, "" where it is not known.
        pair: the name of the other of a pair.
        number: of the certificate, "" before it was completed.
        present, expected, held: sessions that they were at, were expected at, and that were held.
        hours: of the sessions that they were at.
        percent: what of the expected sessions they were at; None before any.
        evidence: how far there is evidence of what they learnt, where the rule asks for it.
        may_miss: how many more they may miss; less than nothing where the rule cannot be met.
        restricted: the record of the person may not be used now.
    """

    course_id: UUID
    course: str
    course_state: str
    learner_id: UUID | None
    person_id: UUID | None
    role: str
    village: str
    joined_on: str
    left_on: str
    pair_id: UUID | None
    pair: str
    action_id: UUID | None
    number: str
    present: int
    expected: int
    held: int
    hours: float
    percent: int | None
    may_miss: int
    rule: Rule
    evidence: Shown
    restricted: bool

    @property
    def walk_in(self) -> bool:
        """Whether nobody knows yet who they are."""
        return self.learner_id is None and self.person_id is None


@dataclass(frozen=True)
class EnrolmentDetail(Detail[EnrolmentRow]):
    """One enrolment whole."""


@dataclass(frozen=True)
class Entered:
    """What came of enrolling several.

    Attributes:
        enrolled, waiting: those who got a place, and those for whom there was none.
        already: those who were in it before.
    """

    enrolled: tuple[UUID, ...] = ()
    waiting: tuple[UUID, ...] = ()
    already: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class Settled:
    """What came of settling a course: who completed, and who is left for a person to decide."""

    completed: tuple[UUID, ...] = ()
    left: tuple[UUID, ...] = ()
