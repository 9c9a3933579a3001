"""Marks at meetings: the latest counts, taking back, two laptops, and what is refused."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import func, select

from desktop.errors import UserError
from desktop.models.program import Change
from desktop.models.sessions import Attendance, SessionMove
from desktop.services.all import Services
from desktop.services.sessions.register_records import Mark, RegisterLine
from desktop.services.workspace import Workspace
from tests.factories import add_learner
from tests.services.attendance.made import course, enrol, meeting
from tests.services.sync.test_store import exchange


@pytest.fixture
def place(workspace: Workspace, services: Services) -> tuple[UUID, UUID, list[UUID]]:
    made = course(workspace)
    people = [enrol(workspace, made, name=name) for name in ("แดง", "ดำ", "ขาว")]
    return made, meeting(services, made), people


def lines(services: Services, session_id: UUID) -> dict[UUID, RegisterLine]:
    return {each.enrolment_id: each for each in services.attendance.register(session_id).lines}


def said(services: Services, session_id: UUID) -> dict[UUID, str]:
    return {known: line.code for known, line in lines(services, session_id).items()}


def test_no_row_is_not_marked_and_the_latest_mark_counts(
    services: Services, place: tuple[UUID, UUID, list[UUID]]
) -> None:
    _course, on, (red, black, white) = place
    services.attendance.mark(on, {red: "present", black: "absent"})
    services.attendance.mark(on, {red: "late"})

    assert said(services, on) == {red: "late", black: "absent", white: ""}
    row = services.sessions.get(on).row
    assert (row.register, row.listed, row.marked, row.present) == ("part", 3, 2, 1)
    assert row.state == "held"
    services.attendance.mark(on, {white: "sick"})
    assert services.sessions.get(on).row.register == "taken"


def test_a_mark_that_says_nothing_new_is_not_written(
    services: Services, place: tuple[UUID, UUID, list[UUID]]
) -> None:
    _course, on, (red, *_rest) = place
    first = services.attendance.mark(on, {red: Mark("late", 40, "รถเสีย")})
    again = services.attendance.mark(on, {red: Mark("late", 40, "รถเสีย")})

    assert (first.count, again.count, again.action) == (1, 0, None)
    line = lines(services, on)[red]
    assert (line.minutes, line.note) == (40, "รถเสีย")


def test_all_came_is_taken_back_in_one_act_and_leaves_what_was_marked_before(
    services: Services, place: tuple[UUID, UUID, list[UUID]]
) -> None:
    _course, on, (red, black, white) = place
    services.attendance.mark(on, {red: "absent"})
    done = services.attendance.all_came(on)
    assert said(services, on) == {red: "absent", black: "present", white: "present"}
    assert (done.count, done.held) == (2, True)
    assert done.action is not None

    undone = services.undo.undo_action(done.action)

    assert said(services, on) == {red: "absent", black: "", white: ""}
    assert services.sessions.get(on).row.state == "planned"
    assert undone.left == ()
    assert undone.action is not None
    services.undo.undo_action(undone.action)
    assert said(services, on) == {red: "absent", black: "present", white: "present"}
    assert services.sessions.get(on).row.state == "held"


def test_taking_back_brings_what_held_before_and_clearing_all_of_it(
    services: Services, place: tuple[UUID, UUID, list[UUID]]
) -> None:
    _course, on, (red, *_rest) = place
    services.attendance.mark(on, {red: "present"})
    wrong = services.attendance.mark(on, {red: "absent"})
    assert wrong.action is not None
    services.undo.undo_action(wrong.action)
    assert said(services, on)[red] == "present"

    services.attendance.mark(on, {red: "late"})
    cleared = services.attendance.mark(on, {red: ""})
    assert said(services, on)[red] == ""
    assert cleared.action is not None
    services.undo.undo_action(cleared.action)
    assert said(services, on)[red] == "late"


def test_undoing_an_old_mark_leaves_a_later_one(
    services: Services, place: tuple[UUID, UUID, list[UUID]]
) -> None:
    _course, on, (red, *_rest) = place
    first = services.attendance.mark(on, {red: "present"})
    services.attendance.mark(on, {red: "sick"})
    assert first.action is not None
    services.undo.undo_action(first.action)

    assert said(services, on)[red] == "sick"


def test_leave_is_told_in_advance_but_nobody_came_on_a_later_day(
    services: Services, workspace: Workspace
) -> None:
    made = course(workspace)
    red = enrol(workspace, made, name="แดง")
    later = meeting(services, made, "2026-11-25")

    services.attendance.mark(later, {red: "excused"})

    line = lines(services, later)[red]
    assert (line.code, line.advance) == ("excused", True)
    assert services.sessions.get(later).row.state == "planned"
    with pytest.raises(UserError) as refused:
        services.attendance.mark(later, {red: "present"})
    assert refused.value.code == "date_ahead"


def test_what_is_cancelled_takes_no_marks(
    services: Services, place: tuple[UUID, UUID, list[UUID]]
) -> None:
    _course, on, (red, *_rest) = place
    services.sessions.move(on, "cancel", {"cancel_reason": "flood"})

    with pytest.raises(UserError) as refused:
        services.attendance.mark(on, {red: "present"})
    assert refused.value.code == "session_cancelled"


def test_marks_of_one_who_may_not_be_used_are_refused_and_all_came_goes_round_them(
    services: Services, workspace: Workspace
) -> None:
    made = course(workspace)
    learner = add_learner(workspace)
    held = enrol(workspace, made, learner_id=learner)
    other = enrol(workspace, made, name="แดง")
    on = meeting(services, made)
    services.restrictions.restrict(learner, "ขอให้ระงับ")

    with pytest.raises(UserError) as refused:
        services.attendance.mark(on, {held: "present"})
    services.attendance.all_came(on)

    assert refused.value.code == "learner_restricted"
    assert said(services, on) == {held: "", other: "present"}


def test_joined_twins_are_one_line_with_the_latest_mark(
    services: Services, workspace: Workspace
) -> None:
    made = course(workspace)
    keep, twin = (add_learner(workspace, given) for given in ("ดาว", "ดาวว"))
    one = enrol(workspace, made, learner_id=keep)
    two = enrol(workspace, made, learner_id=twin)
    on = meeting(services, made)
    services.attendance.mark(on, {one: "present"})
    services.attendance.mark(on, {two: "late"})
    services.learners.join(keep, twin)

    (line,) = services.attendance.register(on).lines

    assert (line.code, line.learner_id, line.attended.present) == ("late", keep, 1)
    services.attendance.mark(on, {line.enrolment_id: ""})
    assert [each.code for each in services.attendance.register(on).lines] == [""]


def test_two_laptops_take_one_register_and_hold_it_once(
    services: Services, workspace: Workspace, other: Workspace
) -> None:
    made = course(workspace)
    red, black = (enrol(workspace, made, name=name) for name in ("แดง", "ดำ"))
    exchange(workspace, other)
    there = Services(other)
    first, second = meeting(services, made), meeting(there, made)
    assert first == second

    services.attendance.mark(first, {red: "present", black: "absent"})
    there.attendance.mark(first, {black: "late"})
    exchange(workspace, other)

    for each in (services, there):
        assert said(each, first) == {red: "present", black: "late"}
        assert each.sessions.get(first).row.state == "held"
        assert each.conflicts.open() == []
    with workspace.read() as session:
        assert session.scalar(select(func.count()).select_from(SessionMove)) == 1


def test_a_mark_taken_back_here_does_not_take_back_the_other_laptops(
    services: Services, workspace: Workspace, other: Workspace
) -> None:
    made = course(workspace)
    red = enrol(workspace, made, name="แดง")
    on = meeting(services, made)
    exchange(workspace, other)
    there = Services(other)
    mine = services.attendance.mark(on, {red: "present"})
    there.attendance.mark(on, {red: "absent"})
    assert mine.action is not None
    services.undo.undo_action(mine.action)
    exchange(workspace, other)

    assert said(services, on) == said(there, on) == {red: "absent"}


def test_a_mark_takes_little_room(services: Services, workspace: Workspace) -> None:
    made = course(workspace)
    people = [enrol(workspace, made, name=f"คนที่ {number}") for number in range(40)]
    meetings = [meeting(services, made, f"2026-10-{day:02}") for day in range(1, 26)]
    for on in meetings:
        services.sessions.move(on, "hold")
    with workspace.database.read() as session:
        before = _pages(session)
    for on in meetings:
        services.attendance.mark(on, dict.fromkeys(people, "present"))
    with workspace.database.read() as session:
        count = session.scalar(select(func.count()).select_from(Attendance)) or 0
        used = _pages(session) - before
        assert (
            session.scalar(
                select(func.count()).select_from(Change).where(Change.kind == "attendance")
            )
            == count
        )

    assert count == 1000
    assert used / count <= 650


def _pages(session: object) -> int:
    run = session.connection().exec_driver_sql  # type: ignore[attr-defined]
    pages, free, size = (
        int(run(f"PRAGMA {name}").scalar())
        for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size


def test_those_taken_in_later_are_told_and_counted_from_that_day_when_asked(
    workspace: Workspace, services: Services, place: tuple[UUID, UUID, list[UUID]]
) -> None:
    made, on, (red, black, white) = place
    late = enrol(workspace, made, name="เขียว", joined_on="2026-11-25")
    assert set(said(services, on)) == {red, black, white}
    assert services.attendance.register(on).later == (late,)

    assert services.attendance.count_from(on) == 1
    assert set(said(services, on)) == {red, black, white, late}
    assert services.attendance.register(on).later == ()
    action = services.undo.last_action()
    assert action is not None
    services.undo.undo_action(action)
    assert services.attendance.register(on).later == (late,)


def test_who_was_taken_in_by_mistake_and_comes_later_was_not_there_before(
    workspace: Workspace, services: Services
) -> None:
    made = course(workspace)
    first, second = (meeting(services, made, f"2026-11-{day}") for day in (20, 22))
    services.attendance.walk_in(first, "น้องฟ้า")
    wrong = services.undo.last_action()
    assert wrong is not None
    undone = services.undo.undo_action(wrong)
    assert undone.action is not None
    services.undo.undo_action(undone.action)
    assert [line.code for line in services.attendance.register(first).lines] == ["present"]
    wrong = services.undo.last_action()
    assert wrong is not None
    services.undo.undo_action(wrong)
    assert services.attendance.register(first).lines == ()

    services.attendance.walk_in(second, "น้องฟ้า")

    assert [line.code for line in services.attendance.register(first).lines] == [""]
    assert [line.code for line in services.attendance.register(second).lines] == ["present"]
