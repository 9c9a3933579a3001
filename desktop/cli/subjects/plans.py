"""Assessments and individual plans."""

from __future__ import annotations

from uuid import UUID

from desktop.cli.subjects.subject import Act, Argument, Subject, Values, hide, split
from desktop.models.hett import Assessment, Rating
from desktop.models.plan import Action, Goal, Plan, PlanPrint, Review, Signature
from desktop.services.all import Services

_BY_RULE = frozenset(
    {"version", "previous_id", "status", "agreed_on", "closed_on", "close_reason", "assessment_id"}
)


def _start(services: Services, values: Values) -> UUID:
    own, rest = split(values, "learner_id", "template", "copy_of")
    made = services.plans.start(
        own["learner_id"], template=own.get("template") or "", copy_of=own.get("copy_of")
    )
    if rest:
        services.plans.save(made, rest)
    return made


def _step(services: Services, plan_id: UUID, values: Values) -> None:
    services.plans.set_status(
        plan_id,
        values["status"],
        on=values.get("on"),
        close_reason=values.get("close_reason") or "",
    )


def _version(services: Services, plan_id: UUID, _values: Values) -> UUID:
    return services.plans.new_version(plan_id)


def _add_goal(services: Services, values: Values) -> UUID:
    own, rest = split(values, "plan_id")
    return services.plans.add_goal(own["plan_id"], rest)


def _add_action(services: Services, values: Values) -> UUID:
    own, rest = split(values, "plan_id")
    return services.plans.add_action(own["plan_id"], rest)


def _move_goal(services: Services, goal_id: UUID, values: Values) -> None:
    services.plans.move_goal(goal_id, values["to"])


def _move_action(services: Services, action_id: UUID, values: Values) -> None:
    services.plans.move_action(action_id, values["to"])


def _review(services: Services, values: Values) -> UUID:
    own, rest = split(values, "plan_id")
    return services.plans.review(own["plan_id"], rest)


def _sign(services: Services, values: Values) -> UUID:
    own, rest = split(values, "plan_id", "role")
    return services.plans.sign(own["plan_id"], own["role"], rest)


def _assess(services: Services, values: Values) -> UUID:
    return services.hett.start(
        values["learner_id"],
        values.get("round") or "",
        values.get("on"),
        values.get("note") or "",
    )


def _rate(services: Services, assessment_id: UUID, values: Values) -> None:
    services.hett.rate(
        assessment_id,
        values["indicator"],
        values.get("level"),
        state=values.get("state") or "",
        self_level=values.get("self_level"),
        evidence=values.get("evidence"),
    )


_TO = (Argument("to", required=True, type="count"),)

SUBJECTS = (
    Subject(
        Assessment,
        add=_assess,
        edit=lambda services, known, values: services.hett.edit(known, values),
        acts=(
            Act(
                "rate",
                _rate,
                (
                    Argument("indicator", required=True, type="hett", list="indicators"),
                    Argument("level", type="count"),
                    Argument("self_level", type="count"),
                    Argument("state", type="code", list="rating_states"),
                    Argument("evidence"),
                ),
            ),
            hide(lambda services, known: services.hett.complete(known), "complete"),
            hide(lambda services, known: services.hett.complete(known, False), "reopen"),
            hide(lambda services, known: services.hett.hide(known)),
        ),
        fixed=frozenset({"framework", "framework_version", "complete", "assessor_id"}),
        needed=frozenset({"learner_id"}),
    ),
    Subject(Rating),
    Subject(
        Plan,
        add=_start,
        edit=lambda services, plan_id, values: services.plans.save(plan_id, values),
        acts=(
            Act(
                "step",
                _step,
                (
                    Argument("status", required=True, type="code", list="plan_status"),
                    Argument("on", type="day"),
                    Argument("close_reason", type="code", list="close_reasons"),
                ),
            ),
            Act("new_version", _version),
            hide(lambda services, plan_id: services.plans.hide(plan_id)),
        ),
        also=(Argument("template", type="plain"), Argument("copy_of", type="link", link="plan")),
        fixed=_BY_RULE,
        needed=frozenset({"learner_id"}),
    ),
    Subject(
        Goal,
        add=_add_goal,
        edit=lambda services, goal_id, values: services.plans.edit_goal(goal_id, values),
        acts=(
            Act("move", _move_goal, _TO),
            hide(lambda services, goal_id: services.plans.remove_goal(goal_id)),
        ),
        needed=frozenset({"plan_id", "text"}),
    ),
    Subject(
        Action,
        add=_add_action,
        edit=lambda services, action_id, values: services.plans.edit_action(action_id, values),
        acts=(
            Act("move", _move_action, _TO),
            hide(lambda services, action_id: services.plans.remove_action(action_id)),
        ),
        needed=frozenset({"plan_id", "text"}),
    ),
    Subject(Review, add=_review, fixed=frozenset({"goal_results"}), needed=frozenset({"plan_id"})),
    Subject(
        Signature,
        add=_sign,
        acts=(hide(lambda services, known: services.plans.unsign(known)),),
        needed=frozenset({"plan_id", "role"}),
    ),
    Subject(PlanPrint),
)
