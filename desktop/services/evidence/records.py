"""What is told of evidence: a line, one of them whole, and the question asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from desktop.services.details import Detail, Question, SubjectRow

Gap = Literal["file", "others_unknown", "consent_others", "consent_own"]
"""What evidence lacks before it may be shown; words in `resources/words/codes.json`."""


@dataclass(frozen=True)
class EvidenceQuery(Question):
    """Which evidence is wanted; words are found in what it is, and in whose.

    What lacks something is what is to be asked again.

    Attributes:
        kinds: codes of `evidence_kinds`.
        learner_id: of this learner, and of a twin joined to them.
        credit_item_id: of this credit item.
        course_id, session_id: of what was learnt in this course, at this meeting.
    """

    kinds: tuple[str, ...] = ()
    learner_id: UUID | None = None
    course_id: UUID | None = None
    session_id: UUID | None = None
    credit_item_id: UUID | None = None


@dataclass(frozen=True)
class EvidenceRow(SubjectRow):
    """Evidence in a list, by what it is.

    Attributes:
        who: the learner's name.
        kind: code of `evidence_kinds`.
        on: the day, as far as known.
        shows: the credit item that it is of; "" of none.
        course: where it was learnt; "" where nobody said.
        document_id: the picture or paper.
        gaps: what it lacks.
        restricted: the learner's record may not be used now.
    """

    learner_id: UUID
    who: str
    kind: str
    on: str
    credit_item_id: UUID | None
    shows: str
    course_id: UUID | None
    course: str
    session_id: UUID | None
    document_id: UUID | None
    gaps: tuple[Gap, ...]
    restricted: bool


@dataclass(frozen=True)
class EvidenceDetail(Detail[EvidenceRow]):
    """One whole."""
