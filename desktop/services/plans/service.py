"""Individual plans: starting, saving, agreeing, reviewing, versions and signatures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.ids import derived_ids
from desktop.models.people import Learner
from desktop.models.plan import Action, Goal, Plan, Review, Signature
from desktop.services.plans.beginning import copy_version, fill_from_learner, fill_from_template
from desktop.services.plans.carriers import check_links
from desktop.services.plans.reading import parts, plan_detail, what_changed
from desktop.services.plans.records import PlanDetail, PlanDifference, PlanTemplate
from desktop.services.plans.rules import (
    RUNNING,
    STEPS,
    check_step,
    open_plan,
)
from desktop.services.plans.templates import templates
from desktop.services.record_values import (
    add_months,
    iso_date,
    live,
    read_value,
    required,
    set_values,
)
from desktop.services.rights import Right, needs, open_to_all
from desktop.services.same_person import of_person
from desktop.services.workspace import Workspace

_STEP_ORDER = ("found", "verified", "visited", "analysed", "planned")


class PlanService:
    """What can be done with plans; each method is one transaction.

    Every method raises UserError `record_unknown` for what is not there, `plan_closed` for a
    closed plan, `plan_signed` for a change of words that somebody has signed, and the codes of
    `record_values.set_values`.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @open_to_all
    def templates(self) -> tuple[PlanTemplate, ...]:
        """Return the plans to begin from."""
        return templates()

    @needs(Right.READ)
    def get(self, plan_id: UUID) -> PlanDetail:
        """Return one plan whole."""
        with self._workspace.read() as session:
            return plan_detail(session, live(session, Plan, plan_id), self._workspace.today())

    @needs(Right.READ)
    def current(self, learner_id: UUID) -> UUID | None:
        """Return the learner's open plan, else the last one, None without any."""
        with self._workspace.read() as session:
            found = open_plan(session, learner_id)
            if found is not None:
                return found.id
            return session.scalars(
                select(Plan.id)
                .where(of_person(Plan.learner_id, learner_id), Plan.deleted.is_(False))
                .order_by(Plan.version.desc(), Plan.first_stamp.desc())
                .limit(1)
            ).first()

    @needs(Right.PLAN)
    def start(self, learner_id: UUID, *, template: str = "", copy_of: UUID | None = None) -> UUID:
        """Begin a plan, filled in from what is known, and return it.

        Interests stand in where there is no goal yet; the latest complete HETT assessment, the
        facilitator and the village's flood months are taken over. The first plan moves the
        learner's case on to `planned`.

        Args:
            learner_id: for whom.
            template: code of a template to begin from.
            copy_of: another plan, of this learner or another, whose goals and ways to copy.

        Raises:
            UserError: `learner_unknown`, `plan_open_exists` (with `plan`), `template_unknown`.
        """
        with self._workspace.write() as session:
            learner = live(session, Learner, learner_id)
            present = open_plan(session, learner_id)
            if present is not None:
                raise UserError("plan_open_exists", plan=str(present.id))
            numbers = session.scalars(
                select(Plan.version).where(
                    of_person(Plan.learner_id, learner_id), Plan.deleted.is_(False)
                )
            )
            plan = Plan(learner_id=learner_id, version=max(numbers, default=0) + 1)
            plan.starts_on = self._workspace.today().isoformat()
            session.add(plan)
            if copy_of is not None:
                copy_version(session, live(session, Plan, copy_of), plan, same_learner=False)
            fill_from_learner(session, plan, learner, self._workspace.user)
            if template:
                fill_from_template(session, plan, template, self._workspace.today())
            if learner.case_step is None or learner.case_step in _STEP_ORDER:
                learner.case_step = "planned"
            return plan.id

    @needs(Right.PLAN)
    def save(self, plan_id: UUID, values: Mapping[str, Any]) -> None:
        """Change fields of a plan; status, version and days of agreement follow their own rules."""
        with self._workspace.write() as session:
            plan = live(session, Plan, plan_id)
            changeable(session, plan, values, RUNNING["plan"])
            set_values(session, plan, values)

    @needs(Right.PLAN)
    def hide(self, plan_id: UUID) -> None:
        """Hide a draft that was begun by mistake; UserError `plan_not_draft` for another."""
        with self._workspace.write() as session:
            plan = live(session, Plan, plan_id)
            if plan.status != "draft":
                raise UserError("plan_not_draft", status=plan.status)
            plan.deleted = True

    # Goals and actions

    @needs(Right.PLAN)
    def add_goal(self, plan_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Add a goal at the end; `text` is required."""
        return self._add_part(Goal, plan_id, values)

    @needs(Right.PLAN)
    def edit_goal(self, goal_id: UUID, values: Mapping[str, Any]) -> None:
        """Change a goal; progress (`state`, `result`) may change in a signed plan too."""
        self._edit_part(Goal, goal_id, values)

    @needs(Right.PLAN)
    def remove_goal(self, goal_id: UUID) -> None:
        """Hide a goal; its actions then belong to the plan as a whole."""
        with self._workspace.write() as session:
            goal = live(session, Goal, goal_id)
            changeable(session, live(session, Plan, goal.plan_id), {"text": ""}, frozenset())
            goal.deleted = True
            for action in session.scalars(select(Action).where(Action.goal_id == goal_id)):
                action.goal_id = None

    @needs(Right.PLAN)
    def move_goal(self, goal_id: UUID, to: int) -> None:
        """Give a goal another place, counted from 0."""
        self._move(Goal, goal_id, to)

    @needs(Right.PLAN)
    def add_action(self, plan_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Add an action at the end; `text` is required, `goal_id` where it serves one goal."""
        return self._add_part(Action, plan_id, values)

    @needs(Right.PLAN)
    def edit_action(self, action_id: UUID, values: Mapping[str, Any]) -> None:
        """Change an action; `state` and what carries it out may change in a signed plan too."""
        self._edit_part(Action, action_id, values)

    @needs(Right.PLAN)
    def remove_action(self, action_id: UUID) -> None:
        """Hide an action."""
        with self._workspace.write() as session:
            action = live(session, Action, action_id)
            changeable(session, live(session, Plan, action.plan_id), {"text": ""}, frozenset())
            action.deleted = True

    @needs(Right.PLAN)
    def move_action(self, action_id: UUID, to: int) -> None:
        """Give an action another place, counted from 0."""
        self._move(Action, action_id, to)

    # The course of a plan

    @needs(Right.PLAN)
    def set_status(
        self, plan_id: UUID, status: str, *, on: object | None = None, close_reason: str = ""
    ) -> None:
        """Take a plan a step on: agreed, active, closed, or back to draft or open again.

        Args:
            plan_id: which.
            status: one of the plan's `next_statuses`.
            on: the day of it, today unless given.
            close_reason: code of `close_reasons`, needed to close.

        Raises:
            UserError: `plan_step` (from `was` to `wanted`), `plan_needs_goal`,
                `close_reason_missing`, `plan_needs_review` (reviewed comes from a review).
        """
        day = iso_date("on", on) or self._workspace.today().isoformat()
        with self._workspace.write() as session:
            plan = live(session, Plan, plan_id)
            check_step(session, plan, status, close_reason)
            self._step(session, plan, status, day, close_reason)

    @needs(Right.PLAN)
    def review(
        self,
        plan_id: UUID,
        values: Mapping[str, Any],
        goal_results: Mapping[UUID, Mapping[str, Any]] | None = None,
    ) -> UUID:
        """Record a review with the learner; the next one follows by the plan's months.

        Args:
            plan_id: an active, reviewed or agreed plan.
            values: `result` (code of `review_results`), `adjustment`, `learner_says`, `on`,
                `by_name`, `next_on`.
            goal_results: for each goal looked at, its `state` and `result`.

        Raises:
            UserError: `plan_step` for a draft or closed plan.
        """
        with self._workspace.write() as session:
            plan = live(session, Plan, plan_id)
            if "reviewed" not in STEPS[plan.status] and plan.status != "reviewed":
                raise UserError("plan_step", was=plan.status, wanted="reviewed")
            review = Review(
                plan_id=plan_id,
                on=self._workspace.today().isoformat(),
                by_name=self._workspace.user.name,
            )
            set_values(session, review, values)
            held = date.fromisoformat(review.on)
            if review.next_on is None and review.result != "close":
                review.next_on = add_months(held, plan.review_months).isoformat()
            results = {}
            for goal_id, outcome in (goal_results or {}).items():
                goal = live(session, Goal, goal_id)
                if goal.plan_id != plan_id:
                    raise UserError("record_unknown", kind="goal", text=str(goal_id))
                set_values(session, goal, {k: outcome[k] for k in outcome if k in RUNNING["goal"]})
                results[str(goal_id)] = {"state": goal.state, "result": goal.result or ""}
            review.goal_results = results or None
            plan.status = "reviewed"
            plan.next_review_on = review.next_on
            session.add(review)
            return review.id

    @needs(Right.PLAN)
    def new_version(self, plan_id: UUID) -> UUID:
        """Begin the next version of a plan as a draft; the present one holds until it is agreed.

        Two laptops that do so offline make the same version. UserError `plan_step` for a draft,
        `plan_open_exists` when the next version was begun already.
        """
        with self._workspace.write() as session:
            old = session.get(Plan, plan_id)
            if old is None or old.deleted:
                raise UserError("record_unknown", kind="plan", text=str(plan_id))
            if old.status == "draft":
                raise UserError("plan_step", was="draft", wanted="new_version")
            newer = session.scalars(
                select(Plan).where(Plan.previous_id == plan_id, Plan.deleted.is_(False)).limit(1)
            ).first()
            if newer is not None:
                raise UserError("plan_open_exists", plan=str(newer.id))
            number = old.version + 1
            # One begun before and hidden since stays hidden: this is another try.
            tries = derived_ids(plan_id, "version", str(number))
            made_id = next(each for each in tries if session.get(Plan, each) is None)
            plan = Plan(id=made_id, learner_id=old.learner_id, version=number, previous_id=plan_id)
            session.add(plan)
            copy_version(session, old, plan, same_learner=True)
            plan.starts_on = self._workspace.today().isoformat()
            return plan.id

    @needs(Right.READ)
    def what_changed(self, plan_id: UUID) -> tuple[PlanDifference, ...]:
        """Return what differs from the version before; nothing for a first version."""
        with self._workspace.read() as session:
            return what_changed(session, live(session, Plan, plan_id))

    # Signatures

    @needs(Right.PLAN)
    def sign(self, plan_id: UUID, role: str, values: Mapping[str, Any]) -> UUID:
        """Note who signed on paper, by hand or thumb; from then on the words are fixed.

        Raises:
            UserError: `plan_needs_goal` for an empty plan, `witnesses_missing` for a thumbprint
                with fewer than two.
        """
        with self._workspace.write() as session:
            plan = live(session, Plan, plan_id)
            if plan.status == "closed":
                raise UserError("plan_closed")
            if not parts(session, Goal, plan_id):
                raise UserError("plan_needs_goal")
            today = self._workspace.today().isoformat()
            signature = Signature(plan_id=plan_id, role=role)
            set_values(session, signature, {"signed_on": today, **values, "role": role})
            if signature.thumbprint and len(signature.witnesses or ()) < 2:
                raise UserError("witnesses_missing", least=2)
            session.add(signature)
            return signature.id

    @needs(Right.PLAN)
    def unsign(self, signature_id: UUID) -> None:
        """Take back a signature that was noted by mistake."""
        with self._workspace.write() as session:
            live(session, Signature, signature_id).deleted = True

    def _step(self, session: Session, plan: Plan, status: str, day: str, close_reason: str) -> None:
        plan.status = status
        if status == "closed":
            plan.close_reason = read_value(session, Plan, "close_reason", close_reason)
            plan.closed_on, plan.next_review_on = day, None
            return
        plan.closed_on = plan.close_reason = None
        if status == "draft":
            plan.agreed_on = None
            return
        plan.agreed_on = plan.agreed_on or day
        plan.starts_on = plan.starts_on or day
        if plan.next_review_on is None:
            first = add_months(date.fromisoformat(day), plan.review_months)
            plan.next_review_on = first.isoformat()
        before = session.get(Plan, plan.previous_id) if plan.previous_id else None
        if before is not None and before.status != "closed":
            before.status, before.closed_on, before.next_review_on = "closed", day, None

    def _add_part(self, cls: Any, plan_id: UUID, values: Mapping[str, Any]) -> UUID:
        with self._workspace.write() as session:
            plan = live(session, Plan, plan_id)
            changeable(session, plan, {"text": ""}, frozenset())
            others = parts(session, cls, plan_id)
            part = cls(
                plan_id=plan_id,
                text="",
                position=max((other.position for other in others), default=-1) + 1,
            )
            check_links(session, self._workspace, plan, values)
            _set_part(session, part, values)
            session.add(part)
            made: UUID = part.id
            return made

    def _edit_part(self, cls: Any, part_id: UUID, values: Mapping[str, Any]) -> None:
        with self._workspace.write() as session:
            part = live(session, cls, part_id)
            plan = live(session, Plan, part.plan_id)
            changeable(session, plan, values, RUNNING[cls.kind])
            check_links(session, self._workspace, plan, values)
            _set_part(session, part, values)

    def _move(self, cls: Any, part_id: UUID, to: int) -> None:
        with self._workspace.write() as session:
            part = live(session, cls, part_id)
            changeable(session, live(session, Plan, part.plan_id), {"text": ""}, frozenset())
            order: list[Any] = [p for p in parts(session, cls, part.plan_id) if p.id != part_id]
            order.insert(max(0, min(to, len(order))), part)
            for position, each in enumerate(order):
                each.position = position


def _set_part(session: Session, part: Any, values: Mapping[str, Any]) -> None:
    set_values(session, part, values)
    required(part)
    if part.kind == "action" and part.goal_id is not None:
        goal = live(session, Goal, part.goal_id)
        if goal.plan_id != part.plan_id:
            raise UserError("record_unknown", kind="goal", text=str(part.goal_id))
    if (
        part.kind == "goal"
        and part.target_level is not None
        and part.target_level not in range(1, 5)
    ):
        raise UserError("bad_level", value=part.target_level)


def changeable(
    session: Session, plan: Plan, values: Mapping[str, Any], running: frozenset[str]
) -> None:
    """Refuse values that a plan does not take now; `running` fields may change when it is signed.

    Raises:
        UserError: `plan_closed`, `plan_signed`.
    """
    if plan.status == "closed":
        raise UserError("plan_closed")
    if not set(values) <= running and is_signed(session, plan.id):
        raise UserError("plan_signed")


def is_signed(session: Session, plan_id: UUID) -> bool:
    """Tell whether somebody signed this version."""
    return bool(
        session.scalar(
            select(exists().where(Signature.plan_id == plan_id, Signature.deleted.is_(False)))
        )
    )


__all__: Sequence[str] = ("PlanService", "changeable", "is_signed")
