"""The roster: who answers tonight, gaps, last week again, two laptops, and Excel out and in."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.models.program import User
from desktop.services.all import Services
from desktop.services.workspace import Workspace
from tests.factories import Clock
from tests.services.sync.test_store import exchange

TODAY = date(2026, 11, 22)
HOUR = 3_600_000


@pytest.fixture
def me(workspace: Workspace) -> UUID:
    return workspace.user.user_id


def person(services: Services, given: str = "คำแปง") -> UUID:
    return services.persons.add({"given": given, "phone": "053111222"})


def who(services: Services, on: date, span: str = "night") -> str:
    return next(each.who for each in services.duty.days(on, 1) if each.span == span)


def test_a_week_shows_its_gaps_and_whoever_was_put_there(services: Services, me: UUID) -> None:
    services.duty.set(TODAY, "night", {"user_id": me})
    known = person(services)
    services.duty.set("23/11/2569", "day", {"who": f"person:{known.hex}", "area": "หมู่ 1–3"})
    lines = services.duty.days(TODAY, 2)
    assert [each.who for each in lines] == ["", "ครูทดสอบ", "คำแปง", ""]
    assert (lines[2].phone, lines[2].own_phone, lines[2].area) == ("053111222", "", "หมู่ 1–3")
    gap = services.duty.next_gap()
    assert gap is not None
    assert (gap.on, gap.span) == ("2026-11-22", "day")
    later = services.duty.next_gap(TODAY + timedelta(1))
    assert later is not None
    assert (later.on, later.span) == ("2026-11-23", "night")


def test_another_takes_the_night_and_leaving_it_free_takes_all_away(
    services: Services, me: UUID
) -> None:
    known = person(services)
    first = services.duty.set(TODAY, "night", {"user_id": me, "phone": "0800000299"})
    assert services.duty.set(TODAY, "night", {"person_id": known}) == first
    (line,) = [each for each in services.duty.days(TODAY, 1) if each.span == "night"]
    assert (line.user_id, line.person_id, line.phone) == (None, known, "0800000299")
    services.duty.set(TODAY, "night", {"who": ""})
    (line,) = [each for each in services.duty.days(TODAY, 1) if each.span == "night"]
    assert (line.taken, line.own_phone) == (False, "")


@pytest.mark.parametrize(
    ("on", "span", "values", "code"),
    [
        ("32/11/2569", "night", {}, "bad_date"),
        (TODAY, "evening", {}, "unknown_code"),
        (TODAY, "night", {"user_id": "00000000000000000000000000000001"}, "record_unknown"),
        (TODAY, "night", {"who": "person:00000000000000000000000000000001"}, "record_unknown"),
        (TODAY, "night", {"on": "1/1/2570"}, "unknown_field"),
    ],
)
def test_what_cannot_be_is_refused(
    services: Services, on: object, span: str, values: dict[str, str], code: str
) -> None:
    with pytest.raises(UserError, match=code):
        services.duty.set(on, span, values)
    assert not any(each.taken for each in services.duty.days(TODAY))


def test_last_week_again_fills_gaps_only_and_is_taken_back(services: Services, me: UUID) -> None:
    known = person(services)
    monday = date(2026, 11, 16)
    services.duty.set(monday, "night", {"user_id": me, "phone": "0800000299"})
    services.duty.set(monday + timedelta(1), "night", {"user_id": me})
    services.duty.set(monday + timedelta(8), "night", {"person_id": known})
    assert services.duty.copy_week(monday + timedelta(9)) == 1
    week = [each for each in services.duty.days(monday + timedelta(7)) if each.taken]
    assert [(each.on, each.who, each.phone) for each in week] == [
        ("2026-11-23", "ครูทดสอบ", "0800000299"),
        ("2026-11-24", "คำแปง", "053111222"),
    ]
    action = services.undo.last_action()
    assert action is not None
    services.undo.undo_action(action)
    assert who(services, monday + timedelta(7)) == ""
    assert services.duty.copy_week(monday) == 0


@pytest.mark.parametrize(
    ("hours", "night"), [(0, "2026-11-22"), (13, "2026-11-22"), (20, "2026-11-23")]
)
def test_tonight_is_the_night_that_goes_on_until_the_morning(
    services: Services, clock: Clock, hours: int, night: str
) -> None:
    clock.now_ms += hours * HOUR  # from noon
    assert services.duty.tonight().line.on == night


def test_where_no_roster_is_kept_nothing_is_missing(
    services: Services, clock: Clock, me: UUID
) -> None:
    assert not services.duty.tonight().used
    services.duty.set(TODAY, "day", {"user_id": me})
    tonight = services.duty.tonight()
    assert (tonight.used, tonight.line.taken) == (True, False)
    clock.now_ms += 61 * 24 * HOUR
    assert not services.duty.tonight().used


def test_two_laptops_that_take_the_same_night_ask_a_person(
    workspace: Workspace, other: Workspace, services: Services, me: UUID
) -> None:
    there = Services(other)
    with workspace.write() as session:
        friend = User(name="ครูสมศรี", role="facilitator")
        session.add(friend)
        session.flush()
        friend_id = friend.id
    exchange(workspace, other)
    assert services.duty.set(TODAY, "night", {"user_id": me}) == there.duty.set(
        TODAY, "night", {"user_id": friend_id}
    )
    there.duty.set(TODAY, "day", {"user_id": me})
    exchange(workspace, other)
    assert who(services, TODAY) == who(there, TODAY) != ""
    assert who(services, TODAY, "day") == "ครูทดสอบ"
    assert "conflict" in {line.code for line in services.today.get().lines}


def test_whoever_only_reads_sees_that_a_hidden_person_answers(
    workspace: Workspace, services: Services, me: UUID
) -> None:
    known = person(services)
    services.duty.set(TODAY, "night", {"person_id": known})
    services.erasure.erase(known, "ตามคำขอ")
    assert who(services, TODAY) == ""
    (line,) = [each for each in services.duty.days(TODAY, 1) if each.span == "night"]
    assert not line.taken


@pytest.mark.parametrize("name", ["x.xlsx", "x.csv"])
@pytest.mark.parametrize("english", [False, True])
def test_what_goes_out_comes_back_without_a_change(
    services: Services, me: UUID, tmp_path: Path, name: str, english: bool
) -> None:
    services.duty.set(TODAY, "night", {"user_id": me, "phone": "0800000299"})
    services.duty.set(TODAY, "day", {"person_id": person(services), "area": "หมู่ 1"})
    services.duty.set("23/11/2569", "day", {"user_id": me})
    services.duty.set("23/11/2569", "day", {"who": ""})
    done = services.exporting.export("duty", tmp_path / name, english=english)
    assert done.rows == 2
    preview = services.workbooks.preview("duty", tmp_path / name)
    assert [line.outcome for line in preview.lines] == ["unchanged"] * 2
    assert preview.problems == ()


def test_a_month_that_was_filled_in_a_table_comes_in_and_names_nobody_unknown(
    services: Services, tmp_path: Path
) -> None:
    person(services)
    book = tmp_path / "x.csv"
    book.write_text(
        "วันที่,ช่วงเวร,ผู้อยู่เวร,โทรศัพท์\n"
        "1/12/2569,กลางคืน,ครูทดสอบ,\n"
        "2/12/2569,กลางคืน,คำแปง,0800000299\n"
        "3/12/2569,กลางคืน,ใครก็ไม่รู้,\n",
        encoding="utf-8",
    )
    preview = services.workbooks.preview("duty", book)
    assert [line.outcome for line in preview.lines] == ["new", "new", "error"]
    stored = services.workbooks.run(preview)
    assert stored.new == 2
    assert [who(services, date(2026, 12, day)) for day in (1, 2, 3)] == ["ครูทดสอบ", "คำแปง", ""]
    again = services.workbooks.preview("duty", book)
    assert [line.outcome for line in again.lines[:2]] == ["unchanged", "unchanged"]
    services.undo.undo_run(stored.run_id)
    assert who(services, date(2026, 12, 1)) == ""


def test_a_month_is_printed_with_its_gaps(services: Services, me: UUID, tmp_path: Path) -> None:
    services.duty.set(TODAY, "night", {"user_id": me})
    assert services.duty_paper.write_month(tmp_path / "x.pdf", TODAY) >= 1
    assert (tmp_path / "x.pdf").stat().st_size > 1000
