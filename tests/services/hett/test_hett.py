"""HETT: rating, averages that never count what was not assessed, the picture, the framework."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.errors import UserError
from desktop.services.hett.framework import FrameworkService
from desktop.services.hett.service import HettService
from desktop.services.learners.service import LearnerService
from desktop.services.plans.service import PlanService
from desktop.services.workspace import Workspace
from tests.factories import add_learner


def test_only_rated_indicators_count(workspace: Workspace) -> None:
    hett, learner_id = HettService(workspace), add_learner(workspace)
    assessment = hett.start(learner_id)
    hett.rate(assessment, "E1", 2)
    hett.rate(assessment, "E2", 3)
    hett.rate(assessment, "E3", state="not_applicable")
    hett.rate(assessment, "T1", state="not_assessed")

    line = hett.get(assessment).line

    assert line.averages == {"E": 2.5}
    assert (line.round, line.rated, line.complete) == ("entry", 2, False)


def test_the_latest_rating_counts_and_earlier_ones_stay(workspace: Workspace) -> None:
    hett, learner_id = HettService(workspace), add_learner(workspace)
    assessment = hett.start(learner_id)
    first = hett.rate(assessment, "E1", 1, evidence="อ่านป้ายไม่ได้", self_level=2)
    second = hett.rate(assessment, "E1", 3)

    view = hett.get(assessment).ratings["E1"]

    assert (view.id, view.level, view.evidence, view.self_level) == (
        second.id, 3, "อ่านป้ายไม่ได้", 2,
    )  # fmt: skip
    assert first.id != second.id
    assert hett.rate(assessment, "E1", 3).id == second.id
    hett.rate(assessment, "E1", evidence="", self_level=0)
    cleared = hett.get(assessment).ratings["E1"]
    assert (cleared.level, cleared.evidence, cleared.self_level) == (3, "", None)
    hett.rate(assessment, "E1", state="not_assessed")
    assert hett.get(assessment).line.averages == {}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"indicator": "X9", "level": 1}, "indicator_unknown"),
        ({"indicator": "E1", "level": 5}, "bad_level"),
        ({"indicator": "E1", "level": 0}, "bad_level"),
        ({"indicator": "E1", "self_level": 7}, "bad_level"),
        ({"indicator": "E1", "state": "rated"}, "bad_level"),
        ({"indicator": "E1", "state": "perhaps"}, "unknown_code"),
        ({"indicator": "H1", "level": 2, "raw": {"weight_kg": -4}}, "bad_raw"),
        ({"indicator": "H1", "level": 2, "raw": {"shoe": 4}}, "bad_raw"),
    ],
)
def test_ratings_out_of_bounds_are_refused(
    workspace: Workspace, arguments: dict[str, Any], code: str
) -> None:
    hett = HettService(workspace)
    assessment = hett.start(add_learner(workspace))

    with pytest.raises(UserError) as refused:
        hett.rate(assessment, **arguments)

    assert refused.value.code == code
    assert hett.get(assessment).ratings == {}


def test_raw_values_are_kept_beside_the_level(workspace: Workspace) -> None:
    hett = HettService(workspace)
    assessment = hett.start(add_learner(workspace))
    field = next(each for each in hett.framework().indicator("H1").raw if each.type == "number")

    hett.rate(assessment, "H1", 3, raw={field.key: 30})

    assert hett.get(assessment).ratings["H1"].raw == {field.key: 30}


def test_first_last_and_target_make_the_picture(workspace: Workspace) -> None:
    hett, learner_id = HettService(workspace), add_learner(workspace)
    later = hett.start(learner_id, on="1/11/2569")
    earlier = hett.start(learner_id, "entry", on="1/6/2569")
    hett.start(learner_id, on="20/11/2569")  # nothing rated: not a point of the way
    hett.rate(later, "E1", 4)
    hett.rate(earlier, "E1", 1)
    plans = PlanService(workspace)
    plan = plans.start(learner_id)
    plans.add_goal(plan, {"text": "อ่านคล่อง", "dimension": "E", "target_level": 4})
    plans.add_goal(plan, {"text": "เขียนได้", "dimension": "E", "target_level": "3"})

    picture = hett.picture(learner_id)

    assert (picture.first, picture.last, picture.target) == ({"E": 1.0}, {"E": 4.0}, {"E": 3.5})
    assert [line.id for line in picture.rounds] == [earlier, later]


def test_two_low_dimensions_raise_a_risk_flag_once(workspace: Workspace) -> None:
    hett, learner_id = HettService(workspace), add_learner(workspace)
    assessment = hett.start(learner_id)
    with pytest.raises(UserError, match="nothing_rated"):
        hett.complete(assessment)
    hett.rate(assessment, "E1", 1)
    hett.complete(assessment)
    assert LearnerService(workspace).get(learner_id).risks == ()
    hett.rate(assessment, "T2", 1)

    hett.complete(assessment)
    hett.complete(assessment)

    flags = LearnerService(workspace).get(learner_id).risks
    assert [flag.values["code"] for flag in flags] == ["two_dimensions_low"]
    hett.hide(assessment)
    assert hett.of(learner_id) == ()


def test_the_framework_speaks_the_centres_words(workspace: Workspace) -> None:
    editor, hett = FrameworkService(workspace), HettService(workspace)
    shipped = hett.framework().indicator("E1")
    editor.name_indicator("E1", "อ่านป้ายในหมู่บ้าน")
    editor.word_level("E1", 2, "อ่านชื่อตนเองได้")
    editor.name_dimension("T", "งานและรายได้")
    editor.show_indicator("E2", False)
    own = editor.add_indicator("D", "รู้จักป่าชุมชน")

    framework = hett.framework()

    assert framework.indicator("E1").th == "อ่านป้ายในหมู่บ้าน"
    assert framework.indicator("E1").en == shipped.en
    assert framework.indicator("E1").wording(2) == "อ่านชื่อตนเองได้"
    assert framework.indicator("E1").wording(3) == shipped.wording(3)
    assert framework.dimension("T").th == "งานและรายได้"
    assert "E2" not in {each.code for each in framework.indicators_of("E")}
    assessment = hett.start(add_learner(workspace))
    hett.rate(assessment, own, 4)
    assert hett.get(assessment).line.averages == {"D": 4.0}
    editor.name_indicator("E1", "")
    assert hett.framework().indicator("E1").th == shipped.th
    with pytest.raises(UserError, match="indicator_unknown"):
        editor.name_dimension("Q", "อะไร")
