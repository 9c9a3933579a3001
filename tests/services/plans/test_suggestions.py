"""What a plan could aim at."""

from __future__ import annotations

import pytest

from desktop.errors import UserError
from desktop.models.ids import new_id
from desktop.services.hett.service import HettService
from desktop.services.plans.service import PlanService
from desktop.services.plans.suggestions import PlanSuggestions
from desktop.services.workspace import Workspace
from tests.factories import add_learner


def test_interests_come_before_low_levels(workspace: Workspace) -> None:
    learner = add_learner(workspace, interests="ซ่อมรถ, ทอผ้า และ ร้องเพลง")
    hett = HettService(workspace)
    assessment = hett.start(learner)
    hett.rate(assessment, "E1", 1)
    hett.rate(assessment, "E2", 3)
    hett.rate(assessment, "T2", 2)
    plan = PlanService(workspace).start(learner)
    found = PlanSuggestions(workspace).goals(plan)
    assert [each.text for each in found[:3]] == ["ซ่อมรถ", "ทอผ้า", "ร้องเพลง"]
    assert [(each.dimension, each.target_level) for each in found[3:]] == [("E", 2), ("T", 3)]
    assert found[3].baseline != found[3].target


def test_what_the_plan_aims_at_is_not_suggested_again(workspace: Workspace) -> None:
    plans = PlanService(workspace)
    plan = plans.start(add_learner(workspace, interests="ซ่อมรถ, ทอผ้า"))
    plans.add_goal(plan, {"text": "เรียนรู้เรื่องซ่อมรถ"})
    assert [each.text for each in PlanSuggestions(workspace).goals(plan)] == ["ทอผ้า"]


def test_sensitive_indicators_are_not_suggested(workspace: Workspace) -> None:
    learner = add_learner(workspace)
    hett = HettService(workspace)
    assessment = hett.start(learner)
    hett.rate(assessment, "H8", 1)
    plan = PlanService(workspace).start(learner)
    assert PlanSuggestions(workspace).goals(plan) == ()


def test_an_unknown_plan_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UserError, match="record_unknown"):
        PlanSuggestions(workspace).goals(new_id())
