"""The hours of urgent cases: what is waited for, when it is late, and a clock that goes wrong."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.models.urgent import UrgentCase
from desktop.services.all import Services
from desktop.services.urgent.hours import Pace
from desktop.services.workspace import Workspace
from resources.clock import midnight
from tests.factories import Clock
from tests.services.sync.test_store import exchange

HOUR = 3_600_000
NEARLY_TWO_HOURS = range(115, 121)
"""The clock of tests goes on a little whenever it is looked at."""


def opened(services: Services, **values: object) -> UUID:
    return services.urgent.open({"person_note": "เด็กที่ตลาด", "case_kind": "at_risk", **values})


def pace(services: Services, case: UUID) -> Pace:
    found = services.urgent.get(case).line.pace
    assert found is not None
    return found


def test_every_kind_has_hours_and_at_risk_is_handed_on_within_a_day(services: Services) -> None:
    hours = services.urgent_hours.all()
    assert hours["at_risk"] == {"answer": 2, "hand_on": 24}
    assert hours["harmed"]["hand_on"] == 24
    assert all(0 < each["answer"] < each["hand_on"] for each in hours.values())
    own = services.centre.add_term("urgent_kinds", "น้ำท่วมบ้าน")
    assert services.urgent_hours.all()[own] == {"answer": 4, "hand_on": 24}


def test_a_case_waits_for_an_answer_then_for_hands_then_for_nobody(
    services: Services, clock: Clock
) -> None:
    case = opened(services)
    first = pace(services, case)
    assert (first.step, first.pace) == ("answer", "in_time")
    assert first.minutes in NEARLY_TWO_HOURS
    clock.now_ms += 3 * HOUR // 2
    assert pace(services, case).pace == "near"
    clock.now_ms += HOUR // 2
    late = pace(services, case)
    assert late.pace == "overdue"
    assert late.minutes <= 0
    services.urgent.note_try(case)
    assert pace(services, case).step == "answer"
    services.urgent.note_try(case, {"result": "met"})
    second = pace(services, case)
    assert (second.step, second.pace) == ("hand_on", "in_time")
    assert second.due_at - first.due_at == timedelta(hours=22)
    clock.now_ms += 16 * HOUR
    assert pace(services, case).pace == "near"
    services.urgent.set_state(case, "referred")
    assert services.urgent.get(case).line.pace is None


def test_a_note_is_an_answer(services: Services) -> None:
    case = opened(services)
    services.urgent.add_note(case, "ไปหาแล้ว")
    assert pace(services, case).step == "hand_on"


def test_what_is_longest_overdue_comes_first(services: Services, clock: Clock) -> None:
    slow = opened(services, case_kind="opportunity")
    handed = opened(services, opened_on="1/11/2569")
    services.urgent.set_state(handed, "referred")
    first = opened(services)
    clock.now_ms += HOUR // 2
    second = opened(services)
    clock.now_ms += 4 * HOUR
    assert [line.id for line in services.urgent.mine()] == [first, second, slow, handed]


def test_an_earlier_day_counts_from_its_beginning(services: Services) -> None:
    case = opened(services, opened_on="21/11/2569")
    day = services.workspace.today() - timedelta(days=1)
    assert pace(services, case).due_at == midnight(day) + timedelta(hours=2)
    with pytest.raises(UserError, match="date_ahead"):
        opened(services, opened_on="23/11/2569")


@pytest.mark.parametrize("ahead", [timedelta(days=3650), timedelta(days=2)])
def test_a_laptop_whose_clock_ran_ahead_puts_nothing_off(
    services: Services, clock: Clock, ahead: timedelta
) -> None:
    right = clock.now_ms
    clock.now_ms += int(ahead.total_seconds() * 1000)
    case = opened(services)
    clock.now_ms = right
    assert pace(services, case).minutes in NEARLY_TWO_HOURS


def test_a_case_with_a_broken_day_still_has_its_hours(services: Services) -> None:
    case = opened(services)
    with services.workspace.write() as session:
        session.get_one(UrgentCase, case).opened_on = "เมื่อวาน"
    assert pace(services, case).minutes in NEARLY_TWO_HOURS


def test_the_day_tells_only_when_time_runs_out_and_without_a_name(
    services: Services, clock: Clock
) -> None:
    case = opened(services)

    def told() -> list[str]:
        lines = [each for each in services.today.get().lines if each.code == "urgent_hours"]
        assert "ตลาด" not in repr(lines)
        return [each.values["pace"].pace for each in lines]

    assert told() == []
    clock.now_ms += 3 * HOUR // 2
    assert told() == ["near"]
    clock.now_ms += HOUR // 2
    assert told() == ["overdue"]
    services.urgent.add_note(case, "ไปหาแล้ว")
    assert told() == []


@pytest.mark.parametrize("number", [0, -1, 721])
def test_hours_that_cannot_be_are_refused(services: Services, number: int) -> None:
    with pytest.raises(UserError, match="urgent_hours_wrong"):
        services.urgent_hours.set("at_risk", "answer", number)
    for kind, step in (("nothing", "answer"), ("at_risk", "nothing")):
        with pytest.raises(UserError, match="unknown_code"):
            services.urgent_hours.set(kind, step, 3)


def test_other_hours_hold_for_every_laptop(
    workspace: Workspace, other: Workspace, services: Services
) -> None:
    services.urgent_hours.set("at_risk", "answer", 6)
    Services(other).urgent_hours.set("at_risk", "hand_on", 12)
    exchange(workspace, other)
    for each in (services, Services(other)):
        assert each.urgent_hours.all()["at_risk"] == {"answer": 6, "hand_on": 12}
    assert pace(services, opened(services)).minutes in range(355, 361)
    assert services.centre.own_words() == {}


def test_moments_are_those_of_the_record(services: Services) -> None:
    case = opened(services)
    assert isinstance(pace(services, case).due_at, datetime)
    with services.workspace.database.read() as session:
        made = session.get_one(UrgentCase, case).created_at
    assert pace(services, case).due_at - made == timedelta(hours=2)
