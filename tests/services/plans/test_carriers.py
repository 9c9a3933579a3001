"""What carries out the actions of a plan: who sees it, how far it came, and what erasing leaves."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop.errors import UserError
from desktop.models.funds import FundEntry
from desktop.models.ids import new_id
from desktop.services.all import Services
from desktop.services.plans.carriers import Far, together
from desktop.services.workspace import Workspace
from tests.factories import add_learner
from tests.services.courses.scene import course, mark, meet
from tests.services.funds.test_cash_book import opened
from tests.services.matches.test_matches import facts, offer
from tests.services.referrals.course import FACTS
from tests.subjects.referrals import refer


@pytest.fixture
def referral(services: Services) -> UUID:
    return refer(services, "ดอกแก้ว", {"service": "protection"})


@pytest.fixture
def learner(services: Services, referral: UUID) -> UUID:
    return services.referrals.get(referral).row.learner_id


@pytest.fixture
def plan(services: Services, learner: UUID) -> UUID:
    made = services.plans.start(learner)
    services.plans.add_goal(made, {"text": "อ่านออก"})
    return made


@pytest.fixture
def action(services: Services, plan: UUID) -> UUID:
    return services.plans.add_action(plan, {"text": "ตรวจสายตา"})


def far(services: Services, plan: UUID, action: UUID) -> str:
    return services.plan_carriers.of_plan(plan).suggests(action)


def paid(services: Services, learner: UUID, **more: Any) -> UUID:
    fund = opened(services)
    services.fund_entries.begin_with(fund, {"amount": "500"})
    values = {"amount": "120", "purpose": "meals", "helped_id": learner, **more}
    return services.fund_entries.pay(fund, values)


def test_an_action_is_as_far_as_its_referral_and_its_state_stays_a_persons(
    services: Services, plan: UUID, action: UUID, referral: UUID
) -> None:
    assert [each.id for each in services.plan_carriers.of_plan(plan).choices] == [referral]
    services.plans.edit_action(action, {"referral_id": referral})
    steps: list[tuple[str, str]] = [("send", "in_progress"), ("acknowledge", "in_progress")]
    assert far(services, plan, action) == ""
    for code, wanted in (*steps, ("accept", "in_progress"), ("serve", "done")):
        services.referrals.move(referral, code, FACTS[code])
        assert far(services, plan, action) == wanted
    assert services.plans.get(plan).actions[0].text("state") == "open"


def test_an_action_is_done_once_a_receiver_confirmed_all_of_its_match(
    services: Services, plan: UUID, action: UUID, learner: UUID
) -> None:
    giver = services.persons.add({"given": "คำมูล"})
    asked = {"name": "รองเท้า", "assistance": "clothes", "quantity": 4, "unit": "pair"}
    need = services.needs.add({**asked, "learner_id": learner, "share": "named"})
    match = services.matches.propose(need, offer(services))
    services.plans.edit_action(action, {"match_id": match})
    found = [far(services, plan, action)]
    for code, quantity in (("agree", 4), ("deliver", 4), ("confirm", 3), ("confirm", 1)):
        if code == "confirm" and quantity == 1:
            services.matches.move(match, "deliver", facts("deliver", 1, giver))
        services.matches.move(match, code, facts(code, quantity, giver))
        found.append(far(services, plan, action))
    assert found == ["in_progress", "in_progress", "in_progress", "in_progress", "done"]


def test_a_payment_does_it_until_it_is_taken_back(
    services: Services, plan: UUID, action: UUID, learner: UUID
) -> None:
    entry = paid(services, learner)
    services.plans.edit_action(action, {"fund_entry_id": entry})
    assert far(services, plan, action) == "done"
    (told,) = services.plan_carriers.of_plan(plan).of_action[action]
    assert (told.amount, told.other) == (12000, "กองทุนน้ำใจ")
    services.fund_entries.reverse(entry, "จ่ายผิด")
    assert far(services, plan, action) == ""


def test_a_course_carries_out_an_action_and_tells_the_hours_done(
    workspace: Workspace, services: Services, plan: UUID, action: UUID, learner: UUID
) -> None:
    known = course(services, finish_rule="attendance")
    values = {"joined_on": "2026-11-01", "action_id": str(action)}
    (who,) = services.enrolments.enrol(known, [learner], values).enrolled
    assert far(services, plan, action) == "in_progress"
    mark(workspace, meet(workspace, known, "2026-11-20", hours=3), who)
    (told,) = services.plan_carriers.of_plan(plan).of_action[action]
    assert (told.kind, told.name, told.hours) == ("enrolment", "ทอผ้ากี่เอว", 3)
    services.enrolments.settle(known)
    assert far(services, plan, action) == "done"
    assert services.plans.get(plan).actions[0].text("state") == "open"
    services.enrolments.edit(who, {"action_id": None})
    found = services.plan_carriers.of_plan(plan)
    assert found.of_action[action] == ()
    assert who in {each.id for each in found.choices}


@given(some.lists(some.sampled_from(("", "open", "in_progress", "done", "cancelled"))))
def test_several_things_are_done_once_all_of_them_are(parts: list[Far]) -> None:
    said = {each for each in parts if each}
    assert (together(parts) == "done") == (said == {"done"})
    assert (together(parts) == "") == (not said)


def test_only_what_is_of_the_learner_carries_out_their_plan(
    workspace: Workspace, services: Services, plan: UUID, action: UUID
) -> None:
    other = refer(services, "แสงดาว", {})
    entry = paid(services, add_learner(workspace, "แสงเดือน"))
    for link, to in (("referral_id", other), ("fund_entry_id", entry), ("match_id", entry)):
        with pytest.raises(UserError, match="record_unknown"):
            services.plans.edit_action(action, {link: to})
        with pytest.raises(UserError, match="record_unknown"):
            services.plans.add_action(plan, {"text": "ไป", link: to})


def test_a_signed_plan_takes_links_and_the_next_version_keeps_them(
    services: Services, plan: UUID, action: UUID, referral: UUID
) -> None:
    services.plans.sign(plan, "learner", {"name": "ดอกแก้ว"})
    services.plans.set_status(plan, "agreed")
    services.plans.edit_action(action, {"referral_id": referral})
    version = services.plans.new_version(plan)
    (copied,) = services.plans.get(version).actions
    assert copied.values["referral_id"] == referral
    assert services.plans.what_changed(version) == ()
    other = services.learners.add({"given": "แสงดาว", "birth": "1991-01-01"}).id
    (begun,) = services.plans.get(services.plans.start(other, copy_of=plan)).actions
    assert begun.values["referral_id"] is None
    services.plans.edit_action(copied.id, {"referral_id": ""})
    assert services.plan_carriers.of_plan(version).of_action[copied.id] == ()


def test_what_a_reader_may_not_see_is_not_told_by_the_plan(
    workspace: Workspace, services: Services, plan: UUID, action: UUID,
    referral: UUID, learner: UUID,
) -> None:  # fmt: skip
    entry = paid(services, learner)
    services.plans.edit_action(action, {"referral_id": referral, "fund_entry_id": entry})
    workspace.user = replace(workspace.user, role="viewer", sees_sensitive=False)
    found = services.plan_carriers.of_plan(plan)
    assert (found.choices, found.of_action[action], found.suggests(action)) == ((), (), "")
    (told,) = services.plans.get(plan).actions
    assert {told.values[name] for name in ("referral_id", "fund_entry_id")} == {None}


def test_amounts_are_for_whoever_handles_money_or_received_them(
    workspace: Workspace, services: Services, learner: UUID
) -> None:
    spent, fund = paid(services, learner, details="ค่าแว่น"), services.funds.find()[0].id
    values = {"item": "ข้าวสาร", "quantity": 5, "unit": "กก.", "helped_id": learner}
    services.goods.receive(fund, values)
    given_to = services.fund_entries.given_to
    assert {(each.amount, each.quantity) for each in given_to(learner)} == {
        (12000, None),
        (None, 5),
    }
    workspace.user = replace(workspace.user, user_id=new_id(), role="facilitator")
    gift = services.fund_entries.receive(fund, {"amount": "50", "helped_id": learner})
    told = {each.id: each for each in given_to(learner)}
    assert (told[gift].told, told[gift].amount) == (True, 5000)
    assert (told[spent].told, told[spent].amount, told[spent].details) == (False, None, "")
    assert told[spent].line_kind == "payment"
    workspace.user = replace(workspace.user, role="viewer")
    assert given_to(learner) == ()


def test_erasing_cuts_what_money_tells_of_somebody(
    workspace: Workspace, services: Services, learner: UUID
) -> None:
    giver = services.persons.add({"given": "คำมูล"})
    asked = {"name": "รองเท้า", "assistance": "clothes", "quantity": 4, "unit": "pair"}
    need = services.needs.add({**asked, "learner_id": learner, "share": "named"})
    match = services.matches.propose(need, offer(services, person_id=giver))
    entry = paid(services, learner, need_id=need, match_id=match)
    services.erasure.erase(learner, "ตามคำขอ")
    with workspace.read() as session:
        kept = session.get_one(FundEntry, entry)
        assert (kept.amount, kept.helped_id, kept.need_id) == (12000, None, None)
