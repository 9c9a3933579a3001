"""Meetings: made once on two laptops, held not before their day, moved, and in series."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.models.area import Village
from desktop.models.derived import ensure
from desktop.services.all import Services
from desktop.services.sessions.reading import series
from desktop.services.sessions.records import SessionQuery
from desktop.services.workspace import Workspace
from tests.services.attendance.made import TODAY, course, enrol, meeting
from tests.services.sync.test_store import exchange


def refused(call: Any, *args: Any, **values: Any) -> str:
    with pytest.raises(UserError) as said:
        call(*args, **values)
    return said.value.code


@pytest.fixture
def made(workspace: Workspace) -> UUID:
    return course(workspace)


def test_a_day_has_its_meetings_by_number(services: Services, made: UUID) -> None:
    first = meeting(services, made)
    second = meeting(services, made, topic="ย้อมสี")
    again = meeting(services, made, number="1", place="ศาลา")

    assert first == again != second
    assert [row.number for row in services.sessions.of_course(made)] == [1, 2]
    assert services.sessions.get(first).row.place == "ศาลา"


def test_nothing_is_held_before_its_day(services: Services, made: UUID) -> None:
    later = meeting(services, made, "2026-11-23")
    today = meeting(services, made, "2026-11-22")

    assert refused(services.sessions.move, later, "hold") == "date_ahead"
    assert refused(services.sessions.move, today, "hold", {"done_on": "2026-11-21"}) == "date_ahead"
    services.sessions.move(today, "hold")
    assert refused(services.sessions.move, today, "cancel", {"cancel_reason": "flood"}) == (
        "move_not_from"
    )


def test_cancelling_says_why(services: Services, made: UUID) -> None:
    one = meeting(services, made)

    assert refused(services.sessions.move, one, "cancel") == "field_missing"
    services.sessions.move(one, "cancel", {"cancel_reason": "road"})
    row = services.sessions.get(one).row
    assert (row.state, row.cancel_reason) == ("cancelled", "road")


def test_moving_cancels_and_plans_in_one_act(services: Services, made: UUID) -> None:
    one = meeting(services, made, from_time="9.00 น.", to_time="๑๑:๓๐", topic="ย้อมสี")
    other = services.sessions.shift(one, "25/11/2569", "funeral")

    row = services.sessions.get(other).row
    assert (row.on, row.state, row.topic) == ("2026-11-25", "planned", "ย้อมสี")
    assert (row.from_time, row.to_time, row.minutes) == ("09:00", "11:30", 120)
    assert services.sessions.get(one).row.cancel_reason == "funeral"
    came, went = services.sessions.get(other).moved_from, services.sessions.get(one).moved_to
    assert came is not None
    assert went is not None
    assert (came.id, came.on, went.id, went.on) == (one, TODAY, other, "2026-11-25")
    action = services.undo.last_action()
    assert action is not None
    services.undo.undo_action(action)
    assert [(row.id, row.state) for row in services.sessions.of_course(made)] == [(one, "planned")]


@pytest.mark.parametrize("text", ["25:00", "9", "เช้า"])
def test_a_time_that_is_none_is_refused(services: Services, made: UUID, text: str) -> None:
    assert refused(meeting, services, made, from_time=text) == "bad_time"


def test_how_long_it_is_follows_from_its_times(services: Services, made: UUID) -> None:
    one = meeting(services, made, hours="", from_time="13:30", to_time="16:00")
    back = meeting(services, made, hours="", from_time="16:00", to_time="13:30")

    assert services.sessions.get(one).row.minutes == 150
    told = services.sessions.get(back)
    assert (told.row.minutes, told.doubtful) == (None, {"to_time": "session_ends_early"})


def test_a_series_leaves_out_months_in_which_a_village_is_cut_off(
    services: Services, workspace: Workspace
) -> None:
    with workspace.write() as session:
        village = ensure(session, Village, moo="4")
        village.closed_months, village.flood_months = [9], [10]
        known = village.id
    made = course(workspace, village_id=known)

    found = services.sessions.propose(made, "24/8/2569", [0], 4)

    assert [day.isoformat() for day in found.days] == [
        "2026-08-24", "2026-08-31", "2026-11-02", "2026-11-09",
    ]  # fmt: skip
    assert len(found.cut_off) == 8
    ids = services.sessions.add_series(made, found.days, {"hours": "3"})
    assert len(ids) == 4
    assert services.sessions.add_series(made, found.days) == ()
    assert {row.minutes for row in services.sessions.of_course(made)} == {180}


def test_a_series_of_nothing_ends() -> None:
    assert series(date(2026, 1, 1), [0], 5, range(1, 13)).days == ()
    assert series(date(2026, 1, 1), [], 5, ()).days == ()


def test_registers_that_are_not_taken_are_found(
    services: Services, workspace: Workspace, made: UUID
) -> None:
    one = enrol(workspace, made, name="แดง")
    enrol(workspace, made, name="ครูผู้ช่วย", role="helper")
    past, taken, off, _ahead = (
        meeting(services, made, day)
        for day in ("2026-11-01", "2026-11-02", "2026-11-03", "2026-12-01")
    )
    services.attendance.mark(taken, {one: "present"})
    services.sessions.move(off, "cancel", {"cancel_reason": "no_one"})

    found = services.sessions.find(SessionQuery(untaken=True))

    assert [row.id for row in found] == [past]
    assert services.sessions.get(taken).row.listed == 1
    assert [row.id for row in services.sessions.between(date(2026, 11, 2), date(2026, 11, 3))] == [
        taken, off,
    ]  # fmt: skip


def test_two_laptops_plan_one_meeting(
    services: Services, workspace: Workspace, other: Workspace, made: UUID
) -> None:
    exchange(workspace, other)
    there = Services(other)
    one = meeting(services, made, topic="ย้อมสี")
    assert meeting(there, made, place="ศาลา") == one
    exchange(workspace, other)

    for each in (services, there):
        (row,) = each.sessions.of_course(made)
        assert (row.topic, row.place) == ("ย้อมสี", "ศาลา")


def test_what_was_held_and_the_same_day_cannot_be_moved(services: Services, made: UUID) -> None:
    one = meeting(services, made)
    assert refused(services.sessions.shift, one, TODAY, "flood") == "session_same_day"
    services.sessions.move(one, "hold", {})
    assert refused(services.sessions.shift, one, "2026-11-25", "flood") == "move_not_from"
    assert [row.id for row in services.sessions.of_course(made)] == [one]
