"""What the HETT service hands out: ratings, assessments and the picture of one learner."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID


@dataclass(frozen=True)
class RatingView:
    """The rating of one indicator that counts.

    Attributes:
        state: `rated`, `not_assessed` or `not_applicable`; only the first has a level.
        sensitive: shown only to who may see it.
        by: the user who rated.
    """

    id: UUID
    indicator: str
    dimension: str
    sensitive: bool
    state: str
    level: int | None
    self_level: int | None
    raw: dict[str, Any]
    evidence: str
    at: datetime
    by: UUID | None


@dataclass(frozen=True)
class AssessmentLine:
    """An assessment in a list; `averages` by dimension code hold only what was rated."""

    id: UUID
    learner_id: UUID
    round: str
    on: str
    complete: bool
    assessor: str
    averages: dict[str, float]
    rated: int


@dataclass(frozen=True)
class AssessmentDetail:
    """An assessment with its ratings by indicator code."""

    line: AssessmentLine
    values: dict[str, Any]
    ratings: dict[str, RatingView]


@dataclass(frozen=True)
class HettPicture:
    """What the radar and the lines over time show, by dimension code; rounds oldest first."""

    first: dict[str, float]
    last: dict[str, float]
    target: dict[str, float]
    rounds: tuple[AssessmentLine, ...]
