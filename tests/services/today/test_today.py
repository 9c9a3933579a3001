"""The day's lines: each reason appears when it should, and goes when it was seen to."""

from __future__ import annotations

from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.services.drafts import DraftService
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.service import LearnerService
from desktop.services.plans.service import PlanService
from desktop.services.today.records import CODES
from desktop.services.today.service import TodayService
from desktop.services.workspace import Workspace
from tests.factories import NOON, Clock, add_learner
from tests.services.today.arising import (
    ARISING,
    DAY,
    assessment_open,
    promise,
    review_due,
    risk,
    risk_urgent,
    title_change,
)


def codes(workspace: Workspace) -> list[str]:
    """Return the reasons of the day, the most urgent first."""
    return [line.code for line in TodayService(workspace).get().lines]


def test_an_empty_centre_has_an_empty_day(workspace: Workspace) -> None:
    day = TodayService(workspace).get()

    assert (day.lines, day.counts, day.postponed) == ((), {}, 0)


def test_every_reason_is_tried() -> None:
    assert ARISING.keys() == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_each_reason_shows_itself(workspace: Workspace, clock: Clock, code: str) -> None:
    learner_id = add_learner(workspace)
    before = codes(workspace)

    ARISING[code](workspace, clock, learner_id)

    assert code not in before
    assert code in codes(workspace)


def test_a_form_that_waits_names_whom_it_is_about(workspace: Workspace) -> None:
    learner_id, drafts = add_learner(workspace), DraftService(workspace)
    plan = PlanService(workspace).start(learner_id)
    drafts.save("contact", str(learner_id), {"text": "ก"})
    drafts.save("consent", f"{learner_id}:photo", {"signer": "ก"})
    drafts.save("plan_review", str(plan), {"result": "go_on"})
    # Of an urgent case a list tells nothing, not even of whom it is.
    drafts.save("urgent", "", {"learner_id": learner_id.hex, "summary": "ก"})
    drafts.save("learner_new", "", {"given": "ก"})

    lines = TodayService(workspace).get(mine=True).lines

    assert {line.values["form"]: line.learner_id for line in lines} == {
        "contact": learner_id,
        "consent": learner_id,
        "plan_review": learner_id,
        "urgent": None,
        "learner_new": None,
    }


def test_a_line_can_be_done_postponed_and_dismissed(workspace: Workspace, clock: Clock) -> None:
    learner_id, today = add_learner(workspace), TodayService(workspace)
    risk(workspace, clock, learner_id)
    promise(workspace, clock, learner_id)
    title_change(workspace, clock, learner_id)
    by_code = {line.code: line.line for line in today.get().lines}

    today.done(by_code["risk"])
    today.postpone(by_code["promise"], "24/11/2569")
    today.dismiss(by_code["title_change"], "ขอใช้คำเดิม")

    assert codes(workspace) == []
    assert today.get().postponed == 1
    clock.now_ms = NOON + 2 * DAY
    assert codes(workspace) == ["promise"]
    today.bring_back(by_code["risk"])
    assert codes(workspace) == ["promise", "risk"]


def test_putting_away_asks_for_a_day_or_a_reason(workspace: Workspace) -> None:
    today = TodayService(workspace)

    with pytest.raises(UserError, match="date_past"):
        today.postpone("risk:1", "22/11/2569")
    with pytest.raises(UserError, match="bad_date"):
        today.postpone("risk:1", "")
    with pytest.raises(UserError, match="reason_missing"):
        today.dismiss("risk:1", " ")


def test_a_done_review_comes_back_when_it_is_due_anew(workspace: Workspace, clock: Clock) -> None:
    learner_id, today = add_learner(workspace), TodayService(workspace)
    review_due(workspace, clock, learner_id)
    line = next(line for line in today.get().lines if line.code == "review_due")
    today.done(line.line)
    assert "review_due" not in codes(workspace)

    PlanService(workspace).save(UUID(line.subject), {"next_review_on": "2/12/2569"})

    assert "review_due" in codes(workspace)


def test_silence_is_noticed_after_ninety_days(workspace: Workspace, clock: Clock) -> None:
    quiet, met = add_learner(workspace, "กา"), add_learner(workspace, "ขา")
    closed = add_learner(workspace, "คา", status="moved")
    clock.now_ms = NOON + 60 * DAY
    ContactService(workspace).add(met, {"text": "โทร"})
    clock.now_ms = NOON + 90 * DAY
    assert "silent" not in codes(workspace)
    clock.now_ms = NOON + 91 * DAY

    lines = [line for line in TodayService(workspace).get().lines if line.code == "silent"]

    assert [line.learner_id for line in lines] == [quiet]
    assert lines[0].values["days"] == 91
    assert closed not in {line.learner_id for line in lines}
    ContactService(workspace).add(quiet, {"text": "เยี่ยม"})
    assert "silent" not in codes(workspace)


@pytest.mark.parametrize(
    ("birth", "proposed"),
    [("22/11/2554", True), ("23/11/2554", False), ("พ.ย. 2554", True), ("2554", True)],
)
def test_a_new_title_is_proposed_from_the_fifteenth_birthday(
    workspace: Workspace, birth: str, proposed: bool
) -> None:
    add_learner(workspace, title="ด.ช.", birth=birth)

    assert ("title_change" in codes(workspace)) is proposed


def test_a_draft_plan_is_recalled_after_a_week(workspace: Workspace, clock: Clock) -> None:
    PlanService(workspace).start(add_learner(workspace))
    clock.now_ms = NOON + 6 * DAY
    assert "plan_draft" not in codes(workspace)
    clock.now_ms = NOON + 8 * DAY
    assert "plan_draft" in codes(workspace)


def test_urgent_comes_first_and_counts_tell_of_all(workspace: Workspace, clock: Clock) -> None:
    learners = [add_learner(workspace, given) for given in ("ขา", "กา", "คา")]
    for learner_id in learners:
        risk(workspace, clock, learner_id)
    risk_urgent(workspace, clock, learners[2])
    promise(workspace, clock, learners[0])

    day = TodayService(workspace).get(limit=2)

    assert [line.code for line in day.lines] == ["risk_urgent", "promise", "risk", "risk"]
    assert day.counts["risk"] == 3
    query = TodayService(workspace).people("risk")
    assert set(LearnerLists(workspace).ids(query)) == set(learners)


def test_mine_are_the_learners_i_accompany(workspace: Workspace, clock: Clock) -> None:
    mine, other = add_learner(workspace), add_learner(workspace)
    LearnerService(workspace).edit(mine, {"facilitator_id": workspace.user.user_id})
    risk(workspace, clock, mine)
    risk(workspace, clock, other)

    day = TodayService(workspace).get(mine=True)

    assert [line.learner_id for line in day.lines] == [mine]


def test_hidden_learners_need_nothing(workspace: Workspace, clock: Clock) -> None:
    learner_id = add_learner(workspace)
    for arise in (risk, promise, review_due, title_change, assessment_open):
        arise(workspace, clock, learner_id)

    LearnerService(workspace).hide([learner_id])

    assert codes(workspace) == []
