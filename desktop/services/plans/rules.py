"""The rules of a plan's course: which status may follow which, and what each needs."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.plan import Goal, Plan
from desktop.services.same_person import of_person

STEPS: dict[str, tuple[str, ...]] = {
    "draft": ("agreed", "closed"),
    "agreed": ("active", "reviewed", "draft", "closed"),
    "active": ("reviewed", "closed"),
    "reviewed": ("active", "closed"),
    "closed": ("active",),
}
"""The statuses that may follow each; `reviewed` is reached by a review only."""

CARRIED_BY: Final = ("referral_id", "match_id", "fund_entry_id")
"""The links of an action to what carries it out."""

RUNNING: dict[str, frozenset[str]] = {
    "plan": frozenset(
        {"next_review_on", "review_months", "ends_on", "learner_comment", "guardian_comment"}
    ),
    "goal": frozenset({"state", "result"}),
    "action": frozenset({"state", "starts_on", "ends_on", *CARRIED_BY}),
}
"""Fields that tell of the plan's progress: they may change in a signed plan."""


def check_step(session: Session, plan: Plan, status: str, close_reason: str) -> None:
    """Refuse a step that does not follow or that lacks something.

    Raises:
        UserError: `plan_step`, `plan_needs_review`, `plan_needs_goal`, `close_reason_missing`,
            `plan_open_exists` where a closed plan would be opened beside another.
    """
    if status not in STEPS[plan.status]:
        raise UserError("plan_step", was=plan.status, wanted=status)
    if status == "reviewed":
        raise UserError("plan_needs_review")
    if status == "closed" and not close_reason:
        raise UserError("close_reason_missing")
    if status in ("agreed", "active"):
        goals = select(Goal.id).where(Goal.plan_id == plan.id, Goal.deleted.is_(False))
        if session.scalars(goals.limit(1)).first() is None:
            raise UserError("plan_needs_goal")
    if plan.status == "closed":
        other = open_plan(session, plan.learner_id)
        if other is not None:
            raise UserError("plan_open_exists", plan=str(other.id))


def open_plan(session: Session, learner_id: UUID) -> Plan | None:
    """Return the learner's plan that is under way: the newest one that is not closed."""
    return session.scalars(
        select(Plan)
        .where(
            of_person(Plan.learner_id, learner_id), Plan.deleted.is_(False), Plan.status != "closed"
        )
        .order_by(Plan.version.desc(), Plan.first_stamp.desc())
        .limit(1)
    ).first()
