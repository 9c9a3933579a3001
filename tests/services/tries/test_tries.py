"""Tries to reach somebody: in one click, due again on their day, and enough to close by."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.undo import UndoService
from desktop.services.workspace import Workspace
from tests.factories import Clock
from tests.services.referrals.course import DAY, PATHS, lead, state
from tests.services.sync.test_store import exchange
from tests.subjects.referrals import refer

CLOSING = {"result": "entered", "known_by": "agency"}


def due(services: Services) -> list[str]:
    return [line.code for line in services.today.get().lines if line.code.endswith("_try")]


def test_one_click_says_who_when_and_when_again(services: Services) -> None:
    known = refer(services, "ดอกแก้ว", {})
    services.tries.note("referral", known)
    (tried,) = services.referrals.get(known).tries
    assert services.tries.of("referral", known) == (tried,)
    assert (tried.way, tried.result, tried.reached) == ("phone", "no_answer", False)
    assert (tried.on, tried.next_on, tried.by_name) == ("2026-11-22", "2026-11-25", "ครูทดสอบ")


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"on": "23/11/2569"}, "date_ahead"),
        ({"next_on": "21/11/2569"}, "date_past"),
        ({"result": "ไม่มีคำนี้"}, "unknown_code"),
        ({"referral_id": "00"}, "unknown_field"),
    ],
)
def test_what_cannot_be_is_refused(services: Services, values: dict[str, Any], code: str) -> None:
    known = services.leads.add({"given": "ประยูร"})
    with pytest.raises(UserError, match=code):
        services.tries.note("lead", known, values)
    assert services.tries.of("lead", known) == ()


def test_a_try_is_of_something_that_is_there(services: Services) -> None:
    known = refer(services, "ดอกแก้ว", {})
    with pytest.raises(UserError, match="unknown_code"):
        services.tries.note("urgent_case", known)
    with pytest.raises(UserError, match="record_unknown"):
        services.tries.note("lead", known)


@pytest.mark.parametrize("result", ["met", "met_family", "postponed", "declined"])
def test_whoever_was_reached_is_not_tried_again(
    services: Services, clock: Clock, result: str
) -> None:
    known = services.leads.add({"given": "ประยูร"})
    services.tries.note("lead", known)
    clock.now_ms += 7 * DAY
    assert due(services) == ["lead_try"]
    services.tries.note("lead", known, {"result": result})
    assert services.tries.of("lead", known)[0].next_on == ""
    clock.now_ms += 30 * DAY
    assert due(services) == []


def test_a_day_of_ones_own_and_a_later_try_move_the_day(services: Services, clock: Clock) -> None:
    known = refer(services, "ดอกแก้ว", {})
    services.tries.note("referral", known, {"next_on": "24/11/2569"})
    clock.now_ms += DAY
    assert due(services) == []
    clock.now_ms += DAY
    assert due(services) == ["referral_try"]
    services.tries.note("referral", known)
    assert due(services) == []
    clock.now_ms += 3 * DAY
    assert due(services) == ["referral_try"]


def test_a_step_or_a_meeting_since_sees_to_it(services: Services, clock: Clock) -> None:
    moved, met = (refer(services, name, {}) for name in ("ดอกแก้ว", "คำแพง"))
    for known in (moved, met):
        services.tries.note("referral", known)
    clock.now_ms += 3 * DAY
    assert due(services) == ["referral_try", "referral_try"]
    services.referrals.move(moved, "send", {"channel": "slip"})
    services.contacts.add(services.referrals.get(met).row.learner_id, {"text": "พบที่บ้าน"})
    assert due(services) == []


def test_what_has_ended_is_not_tried_again(services: Services, clock: Clock) -> None:
    known = refer(services, "ดอกแก้ว", {})
    services.referrals.move(known, "recall", {"reason": "ส่งผิด"})
    services.tries.note("referral", known)
    clock.now_ms += 9 * DAY
    assert due(services) == []


def test_three_tries_close_a_referral_and_those_of_the_agency_do_not(services: Services) -> None:
    known = lead(services, refer(services, "ดอกแก้ว", {}), PATHS["served"])
    other = refer(services, "คำแพง", {})
    for _time in range(3):
        services.tries.note("referral", known, {"whom": "agency"})
        services.tries.note("referral", other, {"whom": "person"})
    services.tries.note("referral", known, {"whom": "person"})
    services.tries.note("referral", known)
    with pytest.raises(UserError, match="referral_not_heard"):
        services.referrals.move(known, "close", CLOSING)
    services.tries.note("referral", known, {"whom": "village"})
    with pytest.raises(UserError, match="referral_not_heard"):
        services.referrals.move(known, "close", {**CLOSING, "known_by": "learner_says"})
    services.referrals.move(known, "close", CLOSING)
    assert state(services, known) == "closed"


def test_tries_before_the_service_do_not_close_it(services: Services) -> None:
    known = lead(services, refer(services, "ดอกแก้ว", {}), PATHS["served"])
    for _time in range(3):
        services.tries.note("referral", known, {"on": "21/11/2569"})
    with pytest.raises(UserError, match="referral_not_heard"):
        services.referrals.move(known, "close", CLOSING)


def test_an_unanswered_telephone_breaks_no_silence(services: Services, clock: Clock) -> None:
    known = refer(services, "ดอกแก้ว", {})
    clock.now_ms += 91 * DAY
    services.tries.note("referral", known)
    assert "silent" in {line.code for line in services.today.get().lines}


def test_a_try_is_taken_back(workspace: Workspace, services: Services) -> None:
    known = refer(services, "ดอกแก้ว", {})
    services.tries.note("referral", known)
    action = services.undo.last_action()
    assert action is not None
    UndoService(workspace).undo_action(action)
    assert services.tries.of("referral", known) == ()


def test_tries_of_two_laptops_both_stay(
    workspace: Workspace, other: Workspace, services: Services
) -> None:
    known = refer(services, "ดอกแก้ว", {})
    exchange(workspace, other)
    services.tries.note("referral", known, {"note": "เช้า"})
    Services(other).tries.note("referral", known, {"note": "ค่ำ"})
    exchange(workspace, other)
    for each in (services, Services(other)):
        assert {tried.note for tried in each.tries.of("referral", known)} == {"เช้า", "ค่ำ"}


def test_a_try_goes_with_whom_it_is_about(services: Services) -> None:
    known = refer(services, "ดอกแก้ว", {})
    made = services.tries.note("referral", known)
    learner = services.referrals.get(known).row.learner_id
    assert made in {line.record_id for line in services.history.of_learner(learner)}
    services.erasure.erase(learner, "ตามคำขอ")
    with pytest.raises(UserError, match="record_unknown"):
        services.records.get("contact_try", made)


def test_tries_stand_in_the_timeline_of_whom_they_were_for(services: Services) -> None:
    known = refer(services, "ดอกแก้ว", {})
    learner = services.referrals.get(known).row.learner_id
    services.tries.note("referral", known, {"note": "ฝากผู้ใหญ่บ้าน"})
    (told,) = [each for each in services.timeline.of(learner) if each.kind == "contact_try"]
    assert (told.code, told.on, told.text) == ("phone", "2026-11-22", "ฝากผู้ใหญ่บ้าน")
    assert told.values["result"] == "no_answer"
    other = refer(services, "แสงดาว", {})
    whose = services.referrals.get(other).row.learner_id
    assert not [each for each in services.timeline.of(whose) if each.kind == "contact_try"]
