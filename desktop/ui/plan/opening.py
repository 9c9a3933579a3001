"""How other screens open one plan."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from desktop.ui.shell.finding import Destination

PLAN = "plan"
LEARNER_PLAN = "learner_plan"


@dataclass(frozen=True)
class ReviewOf:
    """The review of a plan, with what was half written of it."""

    plan_id: UUID


@dataclass(frozen=True)
class LinesOf:
    """A plan in which a line was begun and not finished."""

    plan_id: UUID


def plan_of(plan_id: str) -> Destination:
    """Where a plan stands open; ValueError where the id is none."""
    return PLAN, UUID(plan_id)


def review_of(plan_id: str) -> Destination:
    """Where the review of a plan is written; ValueError where the id is none."""
    return PLAN, ReviewOf(UUID(plan_id))


def lines_of(plan_id: str) -> Destination:
    """Where a begun line of a plan is gone on with; ValueError where the id is none."""
    return PLAN, LinesOf(UUID(plan_id))
