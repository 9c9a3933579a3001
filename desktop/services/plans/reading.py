"""One plan whole, and what differs between two of its versions."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.base import synced_classes
from desktop.models.fields import fields_of
from desktop.models.ids import derived_id
from desktop.models.plan import Action, Goal, Plan, PlanPrint, Review, Signature
from desktop.services.consent.gates import stands
from desktop.services.entries import Entry, entry
from desktop.services.learners.lists import learner_rows
from desktop.services.plans.records import PlanDetail, PlanDifference, PlanMissing, PlanVersion
from desktop.services.plans.rules import CARRIED_BY, STEPS
from desktop.services.same_person import of_person

Part = TypeVar("Part", Goal, Action)

_NOT_WORDS = frozenset({"next_review_on", "verified_on", "starts_on", "assessment_id"})
DONE = frozenset({"achieved", "dropped"})
"""States of goals that a next version leaves behind."""

_NOT_PART_WORDS = frozenset({"goal_id", "verified_on", *CARRIED_BY})


def parts(session: Session, cls: type[Part], plan_id: UUID) -> list[Part]:
    """Return the goals or actions of a plan in their order."""
    return list(
        session.scalars(
            select(cls)
            .where(cls.plan_id == plan_id, cls.deleted.is_(False))
            .order_by(cls.position, cls.first_stamp, cls.id)
        )
    )


def copied_from(part_id: UUID, plan_id: UUID) -> UUID:
    """Return the id that a goal or action gets when it is copied into a plan's next version."""
    return derived_id(part_id, "copy", plan_id.hex)


def plan_detail(session: Session, plan: Plan, today: date) -> PlanDetail:
    """Return a plan with everything that belongs to it."""

    def belonging(cls: Any) -> tuple[Any, ...]:
        found = session.scalars(
            select(cls)
            .where(cls.plan_id == plan.id, cls.deleted.is_(False))
            .order_by(cls.first_stamp)
        )
        return tuple(entry(each) for each in found)

    goals, actions = parts(session, Goal, plan.id), parts(session, Action, plan.id)
    signatures = belonging(Signature)
    versions = session.scalars(
        select(Plan)
        .where(of_person(Plan.learner_id, plan.learner_id), Plan.deleted.is_(False))
        .order_by(Plan.version, Plan.first_stamp)
    )
    return PlanDetail(
        id=plan.id,
        learner=learner_rows(session, [plan.learner_id])[0],
        version=plan.version,
        status=plan.status,
        values={name: getattr(plan, name) for name in fields_of(Plan)},
        typed=dict(plan.typed or {}),
        goals=tuple(entry(goal) for goal in goals),
        actions=tuple(_shown(session, action) for action in actions),
        reviews=belonging(Review),
        signatures=signatures,
        prints=belonging(PlanPrint),
        next_statuses=STEPS[plan.status],
        missing=_missing(plan, goals, actions, stands(session, plan.learner_id, "plan", today)),
        fixed=bool(signatures) or plan.status == "closed",
        versions=tuple(
            PlanVersion(v.id, v.version, v.status, v.agreed_on or "", v.closed_on or "")
            for v in versions
        ),
    )


def _shown(session: Session, action: Action) -> Entry:
    """An action without its links to what whoever asks may not see."""
    told = entry(action)
    for name in CARRIED_BY:
        cls = synced_classes()[name.removesuffix("_id")]
        known = told.values[name]
        if known and session.scalar(select(cls.id).where(cls.id == known)) is None:
            told.values[name] = None
    return told


def what_changed(session: Session, plan: Plan) -> tuple[PlanDifference, ...]:
    """Return what differs from the version before, the plan's own words first."""
    old = session.get(Plan, plan.previous_id) if plan.previous_id else None
    if old is None:
        return ()
    found = [
        PlanDifference("plan", "changed", "", name, getattr(old, name), getattr(plan, name))
        for name, field in fields_of(Plan).items()
        if field.by_hand and name not in _NOT_WORDS and getattr(old, name) != getattr(plan, name)
    ]
    found.extend(_part_differences(session, Goal, old, plan))
    found.extend(_part_differences(session, Action, old, plan))
    return tuple(found)


def _part_differences(
    session: Session, cls: type[Part], old: Plan, plan: Plan
) -> list[PlanDifference]:
    found = []
    now = {part.id: part for part in parts(session, cls, plan.id)}
    done = {goal.id for goal in parts(session, Goal, old.id) if goal.state in DONE}
    for before in parts(session, cls, old.id):
        after = now.pop(copied_from(before.id, plan.id), None)
        if after is None and (before.id in done or getattr(before, "goal_id", None) in done):
            continue  # reached in the version before: left behind, not taken out
        if after is None:
            found.append(PlanDifference(cls.kind, "removed", before.text))
            continue
        found.extend(
            PlanDifference(
                cls.kind, "changed", after.text, name, getattr(before, name), getattr(after, name)
            )
            for name, field in fields_of(cls).items()
            if field.by_hand
            and name not in _NOT_PART_WORDS
            and getattr(before, name) != getattr(after, name)
        )
    found.extend(PlanDifference(cls.kind, "added", part.text) for part in now.values())
    return found


def _missing(
    plan: Plan, goals: list[Goal], actions: list[Action], agreed: bool
) -> tuple[PlanMissing, ...]:
    served = {action.goal_id for action in actions}
    asked: dict[PlanMissing, bool] = {
        "dream": bool(plan.dream or plan.interests),
        "assessment": plan.assessment_id is not None,
        "goal": bool(goals),
        "goal_due": all(goal.due_on for goal in goals),
        "goal_measure": all(goal.measure or goal.target or goal.target_level for goal in goals),
        "action": all(goal.id in served for goal in goals) if goals else bool(actions),
        "pathway": bool(plan.pathway),
        "facilitator": bool(plan.facilitator),
        "consent": agreed,
    }
    return tuple(name for name, known in asked.items() if not known)
