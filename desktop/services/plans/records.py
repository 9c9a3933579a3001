"""What the plan service hands out and is asked: lines of the list, one plan whole, differences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from uuid import UUID

from desktop.services.entries import Entry
from desktop.services.learners.records import LearnerRow

PlanOrder = Literal["name", "village", "due", "edited"]


@dataclass(frozen=True)
class PlanQuery:
    """Which plans, in which order. Empty fields ask nothing.

    Attributes:
        search: words as typed, found as in the list of learners.
        statuses: codes of `plan_status`; empty means every open plan (not closed).
        villages: moo numbers.
        due_before: the next review lies on or before this day.
        facilitator: the learner's facilitator.
    """

    search: str = ""
    statuses: tuple[str, ...] = ()
    villages: tuple[str, ...] = ()
    due_before: date | None = None
    facilitator: UUID | None = None
    sort: PlanOrder = "name"
    descending: bool = False


@dataclass(frozen=True)
class PlanLine:
    """A plan in a list. Days are ISO, "" where there is none."""

    id: UUID
    learner_id: UUID
    learner_name: str
    learner_code: str
    nickname: str
    village: str
    village_name: str
    status: str
    version: int
    pathway: str
    starts_on: str
    next_review_on: str
    overdue: bool
    goals: int
    goals_achieved: int
    printed: bool
    sort_key: str = ""


@dataclass(frozen=True)
class PlanVersion:
    """One version of a learner's plan, oldest first in a list."""

    id: UUID
    version: int
    status: str
    agreed_on: str
    closed_on: str


PlanMissing = Literal[
    "dream", "assessment", "goal", "goal_due", "goal_measure", "action", "pathway", "facilitator",
    "consent",
]  # fmt: skip
"""What a plan needs before it is signed."""


@dataclass(frozen=True)
class PlanDetail:
    """One plan whole.

    Attributes:
        values: every field of the plan by name.
        typed: spellings as typed, for texts that were normalised.
        goals: in their order; fields in `values` of each entry.
        actions: in their order; `goal_id` None belongs to the plan as a whole.
        next_statuses: the statuses that may follow, whatever is still missing for them.
        missing: codes of what a plan ready to be signed would still need.
        fixed: somebody signed, so the words may only change in a new version.
        versions: all of this learner's plans.
    """

    id: UUID
    learner: LearnerRow
    version: int
    status: str
    values: dict[str, Any]
    typed: dict[str, str]
    goals: tuple[Entry, ...]
    actions: tuple[Entry, ...]
    reviews: tuple[Entry, ...]
    signatures: tuple[Entry, ...]
    prints: tuple[Entry, ...]
    next_statuses: tuple[str, ...]
    missing: tuple[PlanMissing, ...]
    fixed: bool
    versions: tuple[PlanVersion, ...]


@dataclass(frozen=True)
class PlanDifference:
    """One thing that differs from the version before.

    Attributes:
        part: `plan`, `goal` or `action`.
        change: `added`, `removed` or `changed`.
        about: the goal's or action's text, "" for the plan itself.
        field: the field's name where something changed.
    """

    part: str
    change: str
    about: str
    field: str = ""
    before: Any = None
    after: Any = None


@dataclass(frozen=True)
class PlanTemplate:
    """A plan to begin from; its texts are Thai, its name in both languages."""

    code: str
    th: str
    en: str
    about_th: str
    about_en: str
    pathway: str
    goals: int
