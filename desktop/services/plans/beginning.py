"""How a plan begins: from what is known of the learner, a template, or another plan."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.area import Hamlet, Village
from desktop.models.fields import fields_of
from desktop.models.hett import Assessment
from desktop.models.ids import new_id
from desktop.models.people import Learner
from desktop.models.plan import Action, Goal, Plan
from desktop.models.program import User
from desktop.services.hett.framework import centre_framework
from desktop.services.hett.service import latest_ratings
from desktop.services.plans.reading import DONE, copied_from, parts
from desktop.services.plans.rules import CARRIED_BY
from desktop.services.plans.templates import template
from desktop.services.record_values import add_months
from desktop.services.same_person import of_person
from desktop.services.workspace import SignedIn

_NOT_COPIED = frozenset({"starts_on", "ends_on", "next_review_on", "verified_on"})
_OWN_WORDS = frozenset(
    {
        "dream", "interests", "aptitudes", "strengths", "constraints", "constraint_kinds",
        "free_time", "flood_months", "assessment_id", "learner_comment", "guardian_comment",
        "facilitator",
    }
)  # fmt: skip
_BEST = 4


def fill_from_learner(session: Session, plan: Plan, learner: Learner, user: SignedIn) -> None:
    """Fill empty fields with what is known: interests, facilitator, flood months, HETT."""
    plan.interests = plan.interests or learner.interests
    plan.long_occupation = plan.long_occupation or learner.occupation
    if not plan.facilitator:
        named = session.get(User, learner.facilitator_id) if learner.facilitator_id else None
        plan.facilitator = named.name if named else user.name
    if not plan.flood_months:
        plan.flood_months = flood_months(session, learner)
    assessment = session.scalars(
        select(Assessment)
        .where(of_person(Assessment.learner_id, learner.id), Assessment.deleted.is_(False))
        .order_by(Assessment.complete.desc(), Assessment.on.desc(), Assessment.first_stamp.desc())
        .limit(1)
    ).first()
    if assessment is None:
        return
    plan.assessment_id = assessment.id
    if not plan.strengths:
        plan.strengths = _strengths(session, assessment.id)


def flood_months(session: Session, learner: Learner) -> list[int] | None:
    """Return the months in which the learner's hamlet, else village, is cut off by water."""
    for cls, place_id in ((Hamlet, learner.hamlet_id), (Village, learner.village_id)):
        place = session.get(cls, place_id) if place_id else None
        months = getattr(place, "flood_months", None)
        if months:
            return list(months)
    return None


def fill_from_template(session: Session, plan: Plan, code: str, today: date) -> None:
    """Fill empty fields and add the goals of a template; UserError `template_unknown`."""
    content = template(code)
    session.flush()
    for name, value in content["fields"].items():
        if not getattr(plan, name):
            setattr(plan, name, value)
    positions = len(parts(session, Goal, plan.id))
    actions = len(parts(session, Action, plan.id))
    for each in content["goals"]:
        goal = Goal(
            plan_id=plan.id,
            position=positions,
            text=each["text"],
            dimension=each.get("dimension"),
            measure=each.get("measure"),
            target=each.get("target"),
            target_level=each.get("target_level"),
            due_on=add_months(today, each.get("months", 3)).isoformat(),
        )
        session.add(goal)
        positions += 1
        for text in each.get("actions", ()):
            session.add(Action(plan_id=plan.id, goal_id=goal.id, position=actions, text=text))
            actions += 1


def copy_version(session: Session, old: Plan, plan: Plan, *, same_learner: bool) -> None:
    """Copy a plan's words, goals and actions into a new one.

    For the same learner goals that are done stay behind, and the ids of copies are derived, so
    that versions can be compared and two laptops make the same copy. For another learner what
    the first one said of their own life stays behind too.
    """
    left_out = _NOT_COPIED if same_learner else _NOT_COPIED | _OWN_WORDS
    for name, field in fields_of(Plan).items():
        if field.by_hand and name not in left_out:
            setattr(plan, name, getattr(old, name))
    goals: dict[UUID, UUID] = {}
    for goal in parts(session, Goal, old.id):
        if same_learner and goal.state in DONE:
            continue
        copied = Goal(id=_copy_id(goal.id, plan, same_learner), plan_id=plan.id)
        for name in fields_of(Goal):
            if name not in ("deleted", "erased", "plan_id"):
                setattr(copied, name, getattr(goal, name))
        if not same_learner:
            copied.state, copied.result, copied.baseline = "open", None, None
        goals[goal.id] = copied.id
        session.add(copied)
    for action in parts(session, Action, old.id):
        if action.goal_id is not None and action.goal_id not in goals:
            continue
        copied_action = Action(id=_copy_id(action.id, plan, same_learner), plan_id=plan.id)
        for name in fields_of(Action):
            if name not in ("deleted", "erased", "plan_id", "goal_id"):
                setattr(copied_action, name, getattr(action, name))
        copied_action.goal_id = goals[action.goal_id] if action.goal_id else None
        if not same_learner:
            copied_action.state = "open"
            for name in CARRIED_BY:
                setattr(copied_action, name, None)
        session.add(copied_action)


def _copy_id(part_id: UUID, plan: Plan, same_learner: bool) -> UUID:
    return copied_from(part_id, plan.id) if same_learner else new_id()


def _strengths(session: Session, assessment_id: UUID) -> str | None:
    framework = centre_framework(session)
    lines = [
        framework.indicator(view.indicator).wording(_BEST)
        for view in latest_ratings(session, assessment_id).values()
        if view.level == _BEST and not view.sensitive
    ]
    return "\n".join(lines) or None
