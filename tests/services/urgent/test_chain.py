"""The chain: the next step is told once, and the day asks when the one told did not settle it."""

from __future__ import annotations

from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.sync.service import SyncService
from desktop.services.workspace import Workspace
from tests.factories import Clock
from tests.services.sync.test_store import exchange
from tests.services.urgent.test_urgent import acting, add_user

HOUR = 3_600_000
WHY = {"reason": "ยังกลับบ้านไม่ได้"}


def opened(services: Services) -> UUID:
    return services.urgent.open({"person_note": "เด็กที่ตลาด", "case_kind": "at_risk"})


def test_each_step_is_told_once_with_who_when_how_and_why(services: Services) -> None:
    agency = services.partners.add({"name": "อบต.ตัวอย่าง"})
    services.urgent_chain.set_step("tambon", {"partner_id": agency, "phone": "053111222"})
    case = opened(services)
    line = services.urgent.get(case).line
    assert line.next_step is not None
    told = (line.told_step, line.next_step.step, line.next_step.whom, line.next_step.phone)
    assert told == ("", "tambon", "อบต.ตัวอย่าง", "053111222")
    with pytest.raises(UserError, match="field_missing"):
        services.urgent.hand_on(case, {"reason": " "})
    services.urgent.hand_on(case, WHY)
    services.urgent.hand_on(case, {**WHY, "how": "home_visit", "whom": "หัวหน้าทีม"})
    services.urgent.hand_on(case, WHY)
    with pytest.raises(UserError, match="urgent_no_step"):
        services.urgent.hand_on(case, WHY)
    detail = services.urgent.get(case)
    assert [(each.step, each.whom, each.how, each.by_name) for each in detail.handings] == [
        ("province", "", "phone", "ครูทดสอบ"),
        ("amphoe", "หัวหน้าทีม", "home_visit", "ครูทดสอบ"),
        ("tambon", "อบต.ตัวอย่าง", "phone", "ครูทดสอบ"),
    ]
    assert (detail.line.state, detail.line.told_step, detail.line.next_step) == (
        "referred", "province", None,
    )  # fmt: skip


def test_the_day_asks_for_the_next_step_until_it_is_told_or_the_case_is_closed(
    services: Services, clock: Clock
) -> None:
    case = opened(services)

    def asked() -> list[tuple[str, str]]:
        return [
            (line.values["pace"].step, line.values["step"].code)
            for line in services.today.get().lines
            if line.code == "urgent_hours"
        ]

    services.urgent.add_note(case, "ไปหาแล้ว")
    clock.now_ms += 25 * HOUR
    assert asked() == [("hand_on", "tambon")]
    services.urgent.hand_on(case, WHY)
    assert asked() == []
    clock.now_ms += 25 * HOUR
    assert asked() == [("next", "amphoe")]
    services.urgent.hand_on(case, WHY)
    assert asked() == []
    clock.now_ms += 25 * HOUR
    assert asked() == [("next", "province")]
    services.urgent.set_state(case, "closed", "อยู่กับยาย")
    assert asked() == []
    with pytest.raises(UserError, match="urgent_ended"):
        services.urgent.hand_on(case, WHY)


def test_nobody_else_hears_of_it(workspace: Workspace, services: Services) -> None:
    case = opened(services)
    made = services.urgent.hand_on(case, {"reason": "รอยช้ำ"})
    stranger = add_user(workspace, "ครูอีกคน")
    with acting(workspace, stranger, "administrator") as theirs:
        with pytest.raises(UserError, match="record_unknown"):
            theirs.hand_on(case, WHY)
        assert services.history.of_record(made) == ()
        assert services.today.get().lines == ()
    assert "urgent" not in repr(SyncService(workspace).status())
    assert "รอยช้ำ" not in repr(services.audit.entries())


def test_two_laptops_that_hand_on_lose_no_word(
    workspace: Workspace, other: Workspace, services: Services
) -> None:
    case = opened(services)
    exchange(workspace, other)
    other.user = workspace.user
    services.urgent.hand_on(case, {"reason": "ก"})
    there = Services(other)
    there.urgent.hand_on(case, {"reason": "ข"})
    exchange(workspace, other)
    for each in (services, there):
        told = each.urgent.get(case)
        assert {(one.step, one.reason) for one in told.handings} == {
            ("tambon", "ก"),
            ("tambon", "ข"),
        }
        assert told.line.next_step is not None
        assert told.line.next_step.step == "amphoe"


def test_a_step_that_is_not_there_is_refused(services: Services) -> None:
    with pytest.raises(UserError, match="unknown_code"):
        services.urgent_chain.set_step("nothing", {"phone": "053111222"})
    assert [each.step for each in services.urgent_chain.steps()] == ["tambon", "amphoe", "province"]
