"""Plans: their beginning, their course, versions, signatures and lists."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.centre import CentreService
from desktop.services.hett.service import HettService
from desktop.services.learners.service import LearnerService
from desktop.services.plans.lists import PlanLists
from desktop.services.plans.records import PlanQuery
from desktop.services.plans.service import PlanService
from desktop.services.plans.templates import templates
from desktop.services.record_values import add_months
from desktop.services.workspace import Workspace
from tests.factories import add_learner


def _agreed(workspace: Workspace, learner_id: UUID | None = None) -> UUID:
    plans = PlanService(workspace)
    plan = plans.start(learner_id or add_learner(workspace))
    plans.add_goal(plan, {"text": "อ่านออก", "due_on": "1/3/2570"})
    plans.set_status(plan, "agreed")
    return plan


def test_a_plan_begins_with_what_is_known(workspace: Workspace) -> None:
    learner_id = add_learner(workspace, interests="ทอผ้า", village="3")
    CentreService(workspace).save_village("3", {"flood_months": [7, 8]})
    hett = HettService(workspace)
    assessment = hett.start(learner_id)
    hett.rate(assessment, "D1", 4)
    hett.rate(assessment, "E1", 2)
    hett.complete(assessment)

    detail = PlanService(workspace).get(PlanService(workspace).start(learner_id))

    values = detail.values
    assert (values["interests"], values["flood_months"]) == ("ทอผ้า", [7, 8])
    assert (values["assessment_id"], values["facilitator"]) == (assessment, "ครูทดสอบ")
    assert values["strengths"] == hett.framework().indicator("D1").wording(4)
    assert (detail.status, detail.version, detail.learner.case_step) == ("draft", 1, "planned")
    assert {"goal", "pathway"} <= set(detail.missing)


def test_the_case_never_goes_back_to_planned(workspace: Workspace) -> None:
    learner_id = add_learner(workspace, case_step="learning")

    PlanService(workspace).start(learner_id)

    assert LearnerService(workspace).get(learner_id).row.case_step == "learning"


@pytest.mark.parametrize("code", [each.code for each in templates()])
def test_each_template_makes_a_whole_plan(workspace: Workspace, code: str) -> None:
    plans = PlanService(workspace)
    plan = plans.start(add_learner(workspace), template=code)

    detail = plans.get(plan)

    assert set(detail.missing) <= {"dream", "assessment", "consent"}
    assert all(action.values["goal_id"] for action in detail.actions)
    plans.set_status(plan, "agreed")


def test_an_unknown_template_leaves_nothing_behind(workspace: Workspace) -> None:
    learner_id = add_learner(workspace)

    with pytest.raises(UserError, match="template_unknown"):
        PlanService(workspace).start(learner_id, template="moon")

    assert PlanService(workspace).current(learner_id) is None


def test_there_is_one_open_plan(workspace: Workspace) -> None:
    plans, learner_id = PlanService(workspace), add_learner(workspace)
    plan = plans.start(learner_id)

    with pytest.raises(UserError, match="plan_open_exists"):
        plans.start(learner_id)

    plans.hide(plan)
    second = plans.start(learner_id)
    assert plans.current(learner_id) == second


def test_copying_anothers_plan_leaves_their_life_behind(workspace: Workspace) -> None:
    plans = PlanService(workspace)
    first = plans.start(add_learner(workspace), template="occupation")
    plans.save(first, {"dream": "เป็นช่าง"})
    plans.edit_goal(plans.get(first).goals[0].id, {"state": "achieved", "result": "ทำได้"})

    copied = plans.get(plans.start(add_learner(workspace, "ขา"), copy_of=first))

    assert copied.values["dream"] is None
    assert copied.values["method"] == plans.get(first).values["method"]
    assert [goal.values["text"] for goal in copied.goals] == [
        goal.values["text"] for goal in plans.get(first).goals
    ]
    assert {goal.values["state"] for goal in copied.goals} == {"open"}
    assert {a.values["goal_id"] for a in copied.actions} <= {g.id for g in copied.goals}


def test_goals_and_actions_keep_their_order(workspace: Workspace) -> None:
    plans = PlanService(workspace)
    plan = plans.start(add_learner(workspace))
    goals = [plans.add_goal(plan, {"text": text}) for text in "กขค"]
    action = plans.add_action(plan, {"text": "ฝึก", "goal_id": goals[0], "budget": "1,500"})

    plans.move_goal(goals[2], 0)
    plans.remove_goal(goals[0])

    detail = plans.get(plan)
    assert [goal.values["text"] for goal in detail.goals] == ["ค", "ข"]
    assert detail.actions[0].id == action
    assert (detail.actions[0].values["goal_id"], detail.actions[0].values["budget"]) == (None, 1500)
    with pytest.raises(UserError, match="record_unknown"):
        plans.edit_action(action, {"goal_id": goals[0]})
    with pytest.raises(UserError, match="field_missing"):
        plans.edit_goal(goals[1], {"text": ""})


def test_the_course_of_a_plan(workspace: Workspace) -> None:
    plans = PlanService(workspace)
    plan = plans.start(add_learner(workspace))
    with pytest.raises(UserError, match="plan_needs_goal"):
        plans.set_status(plan, "agreed")
    goal = plans.add_goal(plan, {"text": "อ่านออก"})
    with pytest.raises(UserError, match="plan_step"):
        plans.set_status(plan, "active")
    plans.set_status(plan, "agreed", on="1/11/2569")
    assert plans.get(plan).values["next_review_on"] == "2027-02-01"
    plans.set_status(plan, "active")
    with pytest.raises(UserError, match="plan_needs_review"):
        plans.set_status(plan, "reviewed")

    review = plans.review(
        plan, {"result": "ทำต่อ", "on": "30/11/2569"}, {goal: {"state": "partly", "result": "ดีขึ้น"}}
    )

    detail = plans.get(plan)
    assert (detail.status, detail.values["next_review_on"]) == ("reviewed", "2027-02-28")
    assert detail.reviews[0].id == review
    assert detail.goals[0].values["state"] == "partly"
    with pytest.raises(UserError, match="close_reason_missing"):
        plans.set_status(plan, "closed")
    plans.set_status(plan, "closed", close_reason="บรรลุแผน")
    closed = plans.get(plan)
    assert (closed.values["close_reason"], closed.fixed) == ("plan_achieved", True)
    with pytest.raises(UserError, match="plan_closed"):
        plans.save(plan, {"dream": "ใหม่"})
    plans.set_status(plan, "active")
    assert plans.get(plan).values["closed_on"] is None


def test_status_is_never_set_by_hand(workspace: Workspace) -> None:
    plans = PlanService(workspace)
    plan = plans.start(add_learner(workspace))

    for name in ("status", "version", "agreed_on", "learner_id"):
        with pytest.raises(UserError, match="unknown_field"):
            plans.save(plan, {name: "1"})


def test_a_signed_plan_changes_only_by_a_new_version(workspace: Workspace) -> None:
    plans = PlanService(workspace)
    plan = _agreed(workspace)
    goal = plans.get(plan).goals[0].id
    signature = plans.sign(plan, "learner", {"name": "ดาวเรือง"})

    for change in (
        lambda: plans.save(plan, {"dream": "ใหม่"}),
        lambda: plans.edit_goal(goal, {"text": "ใหม่"}),
        lambda: plans.add_goal(plan, {"text": "ใหม่"}),
        lambda: plans.remove_goal(goal),
        lambda: plans.move_goal(goal, 0),
    ):
        with pytest.raises(UserError, match="plan_signed"):
            change()
    plans.edit_goal(goal, {"state": "in_progress"})
    plans.save(plan, {"learner_comment": "ชอบ"})
    plans.unsign(signature)
    plans.save(plan, {"dream": "ใหม่"})
    assert plans.get(plan).values["dream"] == "ใหม่"


def test_a_thumbprint_on_a_plan_needs_two_witnesses(workspace: Workspace) -> None:
    plans, plan = PlanService(workspace), _agreed(workspace)

    with pytest.raises(UserError, match="witnesses_missing"):
        plans.sign(plan, "guardian", {"thumbprint": True, "witnesses": ["ก"]})
    plans.sign(plan, "guardian", {"thumbprint": True, "witnesses": ["ก", "ข"]})

    assert plans.get(plan).signatures[0].values["witnesses"] == ["ก", "ข"]


def test_a_new_version_holds_once_it_is_agreed(workspace: Workspace) -> None:
    plans = PlanService(workspace)
    old = _agreed(workspace)
    done = plans.add_goal(old, {"text": "ได้บัตร"})
    plans.edit_goal(done, {"state": "achieved"})
    dropped = plans.add_goal(old, {"text": "ไปเมือง"})
    plans.set_status(old, "active")

    new = plans.new_version(old)

    goals = {goal.values["text"]: goal.id for goal in plans.get(new).goals}
    assert set(goals) == {"อ่านออก", "ไปเมือง"}
    assert plans.get(old).status == "active"
    with pytest.raises(UserError, match="plan_open_exists"):
        plans.new_version(old)
    plans.edit_goal(goals["อ่านออก"], {"text": "อ่านคล่อง"})
    plans.remove_goal(goals["ไปเมือง"])
    plans.add_goal(new, {"text": "ขายผ้า"})
    plans.save(new, {"dream": "ร้านผ้า"})
    changed = {(d.part, d.change, d.about, d.field) for d in plans.what_changed(new)}
    assert changed == {
        ("plan", "changed", "", "dream"),
        ("goal", "changed", "อ่านคล่อง", "text"),
        ("goal", "removed", "ไปเมือง", ""),
        ("goal", "added", "ขายผ้า", ""),
    }
    assert dropped != goals["ไปเมือง"]
    plans.set_status(new, "agreed")
    assert plans.get(old).status == "closed"
    assert [version.version for version in plans.get(new).versions] == [1, 2]
    assert plans.what_changed(old) == ()


def test_the_list_shows_what_is_open_and_due(workspace: Workspace) -> None:
    plans, lists = PlanService(workspace), PlanLists(workspace)
    second = add_learner(workspace, "ขา", village="2", nickname="ต้น")
    late = _agreed(workspace, second)
    plans.save(late, {"next_review_on": "1/11/2569"})
    first = _agreed(workspace, add_learner(workspace, "กา", village="10"))
    closed = _agreed(workspace, add_learner(workspace, "คา", village="2"))
    plans.set_status(closed, "closed", close_reason="moved")

    assert lists.ids(PlanQuery()) == [first, late]
    assert lists.ids(PlanQuery(sort="village")) == [late, first]
    assert lists.ids(PlanQuery(villages=("2",), statuses=("agreed", "closed"))) == [late, closed]
    assert lists.ids(PlanQuery(due_before=date(2026, 11, 22))) == [late]
    assert lists.ids(PlanQuery(search="ตน")) == [late]
    assert lists.count(PlanQuery(statuses=("closed",))) == 1
    line = lists.find(PlanQuery(sort="due"))[0]
    assert (line.id, line.overdue, line.goals, line.village) == (late, True, 1, "2")


def test_a_replaced_version_leaves_the_list(workspace: Workspace) -> None:
    plans, lists = PlanService(workspace), PlanLists(workspace)
    old = _agreed(workspace)
    new = plans.new_version(old)
    assert set(lists.ids(PlanQuery())) == {old, new}

    plans.set_status(new, "agreed")

    assert lists.ids(PlanQuery(statuses=("agreed", "closed"))) == [new]


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 31), 6, date(2027, 6, 30)),
        (date(2026, 1, 15), 12, date(2027, 1, 15)),
        (date(2026, 10, 31), 2, date(2026, 12, 31)),
    ],
)
def test_months_end_where_the_month_does(day: date, months: int, then: date) -> None:
    assert add_months(day, months) == then


def test_consent_is_missing_until_it_is_given(workspace: Workspace) -> None:
    services = Services(workspace)
    learner_id = add_learner(workspace, birth="1990-05-01")
    plan = services.plans.start(learner_id)
    assert "consent" in services.plans.get(plan).missing

    services.consents.record(
        learner_id, {"plan": True}, {"signer": "เจ้าตัว", "signer_power": "self"}
    )

    assert "consent" not in services.plans.get(plan).missing
