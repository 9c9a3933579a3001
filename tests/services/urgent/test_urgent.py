"""Urgent cases: who reads them, who learns only that they exist, and where nothing of them is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.models.program import User
from desktop.services.audit import AuditService
from desktop.services.history import HistoryService
from desktop.services.learners.people import PeopleService
from desktop.services.roles import RIGHTS, Right
from desktop.services.sync.conflicts import ConflictService
from desktop.services.sync.diagnostics import DiagnosticService
from desktop.services.sync.service import SyncService, open_conflicts
from desktop.services.today.service import TodayService
from desktop.services.undo import UndoService
from desktop.services.urgent.service import UrgentService
from desktop.services.workspace import SignedIn, Workspace
from tests.factories import Clock, add_learner, make_workspace
from tests.services.sync.test_store import exchange

SECRET = "รอยช้ำที่แขนซ้าย"


def add_user(workspace: Workspace, name: str, role: str = "facilitator") -> UUID:
    with workspace.database.write() as session:
        user = User(name=name, role=role)
        session.add(user)
        return user.id


@contextmanager
def acting(workspace: Workspace, user: UUID, role: str = "facilitator") -> Iterator[UrgentService]:
    """Work as somebody else."""
    before, workspace.user = workspace.user, SignedIn(user, "อีกคน", role)
    try:
        yield UrgentService(workspace)
    finally:
        workspace.user = before


def opened(workspace: Workspace, *named: UUID, **values: object) -> UUID:
    given = {"person_note": "เด็กที่ตลาด", "case_kind": "harmed", "summary": SECRET, **values}
    return UrgentService(workspace).open(given, named)


def test_whoever_opens_a_case_is_named_and_responsible(workspace: Workspace) -> None:
    case = opened(workspace)
    detail = UrgentService(workspace).get(case)
    assert detail.summary == SECRET
    assert [each.id for each in detail.named] == [workspace.user.user_id]
    assert (detail.line.mine, detail.line.state, detail.line.days) == (True, "open", 0)
    assert detail.responsible_id == workspace.user.user_id


def test_to_the_unnamed_a_case_is_not_there(workspace: Workspace) -> None:
    learner = add_learner(workspace)
    case = opened(workspace, learner_id=learner)
    stranger = add_user(workspace, "ครูอีกคน")
    for role in ("facilitator", "administrator"):
        with acting(workspace, stranger, role) as urgent:
            assert urgent.mine() == ()
            assert urgent.of_learner(learner) == ()
            assert urgent.waiting() == 0
            acts: tuple[tuple[str, tuple[object, ...]], ...] = (
                ("get", ()),
                ("add_note", ("ดูหน่อย",)),
                ("edit", ({"summary": ""},)),
                ("set_state", ("referred",)),
                ("name_people", ([stranger],)),
            )
            for name, values in acts:
                with pytest.raises(UserError, match="record_unknown"):
                    getattr(urgent, name)(case, *values)
    assert UrgentService(workspace).get(case).summary == SECRET


def test_history_and_undo_know_nothing_of_a_case(workspace: Workspace) -> None:
    learner = add_learner(workspace)
    case = opened(workspace, learner_id=learner)
    history = HistoryService(workspace)
    assert SECRET not in repr(history.of_learner(learner))
    assert history.of_record(case) == ()
    action = UndoService(workspace).last_action()
    assert action is not None
    with pytest.raises(UserError, match="not_allowed"):
        UndoService(workspace).undo_action(action)


def test_named_people_read_and_write_notes_in_order(workspace: Workspace) -> None:
    friend = add_user(workspace, "ครูสมศรี")
    case = opened(workspace, friend)
    UrgentService(workspace).add_note(case, "โทรแล้ว")
    with acting(workspace, friend) as urgent:
        urgent.add_note(case, "ไปเยี่ยมแล้ว")
        assert [line.id for line in urgent.mine()] == [case]
        notes = urgent.get(case).notes
    assert [(each.text, each.author_name) for each in notes] == [
        ("ไปเยี่ยมแล้ว", "ครูสมศรี"),
        ("โทรแล้ว", "ครูทดสอบ"),
    ]


def test_each_look_is_recorded_without_its_content(workspace: Workspace) -> None:
    case = opened(workspace)
    UrgentService(workspace).get(case)
    lines = AuditService(workspace).entries()
    assert [line.event for line in lines[:2]] == ["urgent_seen", "urgent_opened"]
    assert {line.record_id for line in lines[:2]} == {case}
    assert SECRET not in repr(lines)


def test_a_case_is_referred_closed_with_how_it_ended_and_taken_up_again(
    workspace: Workspace,
) -> None:
    urgent, case = UrgentService(workspace), opened(workspace, opened_on="2026-11-01")
    urgent.set_state(case, "referred")
    with pytest.raises(UserError, match="field_missing"):
        urgent.set_state(case, "closed")
    urgent.set_state(case, "closed", "อยู่กับยาย ปลอดภัย")
    assert urgent.mine() == ()
    (line,) = urgent.mine(("closed",))
    assert (line.state, line.days) == ("closed", 21)
    assert urgent.get(case).outcome == "อยู่กับยาย ปลอดภัย"
    urgent.set_state(case, "open")
    assert urgent.get(case).closed_on == ""
    with pytest.raises(UserError, match="unknown_code"):
        urgent.set_state(case, "forgotten")


def test_an_administrator_learns_that_a_case_exists_and_no_more(workspace: Workspace) -> None:
    friend = add_user(workspace, "ครูสมศรี")
    with acting(workspace, friend) as urgent:
        case = urgent.open({"person_note": SECRET, "case_kind": "at_risk", "summary": SECRET})
    urgent = UrgentService(workspace)
    (shadow,) = urgent.unseen()
    assert (shadow.id, shadow.state, shadow.orphaned) == (case, "open", False)
    assert SECRET not in repr(shadow)
    with pytest.raises(UserError, match="urgent_named_there"):
        urgent.name_another(case, workspace.user.user_id)


def test_another_is_named_once_all_the_named_have_left(workspace: Workspace) -> None:
    friend, next_one = add_user(workspace, "ครูสมศรี"), add_user(workspace, "ครูใหม่")
    viewer = add_user(workspace, "ผู้ชม", "viewer")
    with acting(workspace, friend) as urgent:
        case = urgent.open({"person_note": "เด็ก", "case_kind": "at_risk"})
    with workspace.database.write() as session:
        session.get_one(User, friend).active = False
    urgent = UrgentService(workspace)
    assert urgent.unseen()[0].orphaned
    with pytest.raises(UserError, match="urgent_user_unfit"):
        urgent.name_another(case, viewer)
    urgent.name_another(case, next_one)
    with acting(workspace, next_one) as taken:
        assert taken.get(case).line.mine
    assert not urgent.unseen()[0].orphaned


def test_nobody_unfit_is_named_and_never_nobody(workspace: Workspace) -> None:
    viewer = add_user(workspace, "ผู้ชม", "viewer")
    with pytest.raises(UserError, match="urgent_user_unfit"):
        opened(workspace, viewer)
    case = opened(workspace)
    with pytest.raises(UserError, match="urgent_nobody"):
        UrgentService(workspace).name_people(case, [])
    assert [each.name for each in UrgentService(workspace).people()] == ["ครูทดสอบ"]


def test_a_case_says_whom_and_what_it_is_about(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="field_missing"):
        opened(workspace, person_note="")
    with pytest.raises(UserError, match="field_missing"):
        opened(workspace, case_kind="")
    with pytest.raises(UserError, match="unknown_field"):
        opened(workspace, state="closed")
    with pytest.raises(UserError, match="field_missing"):
        UrgentService(workspace).add_note(opened(workspace), "  ")


@pytest.fixture
def other(tmp_path: Path, workspace: Workspace) -> Iterator[Workspace]:
    """A second laptop of the same centre, its clock a minute later."""
    clock = Clock(Clock().now_ms + 60_000)
    second = make_workspace(tmp_path / "other", clock, joining=workspace.centre_id)
    yield second
    second.close()


@pytest.fixture
def disputed(workspace: Workspace, other: Workspace) -> UUID:
    """A case that two laptops described without seeing each other; its one reader works on both."""
    case = opened(workspace)
    exchange(workspace, other)
    UrgentService(workspace).edit(case, {"summary": f"{SECRET} ที่เห็นเอง"})
    me = workspace.user.user_id
    with acting(other, me) as there:
        there.edit(case, {"summary": f"{SECRET} ที่เพื่อนบ้านเล่า"})
    exchange(workspace, other)
    return case


def test_a_clash_in_a_case_is_decided_by_those_it_names(
    workspace: Workspace, other: Workspace, disputed: UUID
) -> None:
    conflicts = ConflictService(workspace)
    (row,) = conflicts.open()
    assert (row.record, row.masked, row.asked) == (disputed, False, True)
    assert row.mine == f"{SECRET} ที่เห็นเอง"
    assert TodayService(workspace).get().counts["conflict"] == 1

    assert conflicts.decide([row.id], "mine") == 1

    assert UrgentService(workspace).get(disputed).summary == f"{SECRET} ที่เห็นเอง"
    assert conflicts.open() == []
    assert [each.id for each in conflicts.settled()] == [row.id]
    exchange(workspace, other)
    with acting(other, workspace.user.user_id):
        assert ConflictService(other).open() == []
    assert conflicts.reopen([row.id]) == 1
    assert [each.record for each in conflicts.open()] == [disputed]


@pytest.mark.parametrize("role", ["facilitator", "administrator", "viewer"])
def test_to_all_others_a_clash_in_a_case_is_not_there(
    workspace: Workspace, disputed: UUID, role: str
) -> None:
    conflicts = ConflictService(workspace)
    (row,) = conflicts.open()
    stranger = add_user(workspace, "ครูอีกคน", role)
    refused = "not_allowed" if role == "viewer" else "conflict_unknown"
    for settled in (False, True):
        with acting(workspace, stranger, role):
            assert conflicts.open() == []
            assert conflicts.settled() == []
            assert "conflict" not in TodayService(workspace).get().counts
            with workspace.read(named=True) as session:
                assert open_conflicts(session) == 0
            acts: tuple[Callable[[], object], ...] = (
                lambda: conflicts.decide([row.id], "theirs"),
                lambda: conflicts.reopen([row.id]),
            )
            for act in acts:
                with pytest.raises(UserError, match=refused):
                    act()
        if not settled:
            conflicts.decide([row.id], "mine")
    assert UrgentService(workspace).get(disputed).summary == f"{SECRET} ที่เห็นเอง"


def test_who_may_read_a_case_is_told_by_names(workspace: Workspace, other: Workspace) -> None:
    one, two = add_user(workspace, "ครูสมศรี"), add_user(workspace, "ครูสมชาย")
    case = opened(workspace)
    exchange(workspace, other)
    me = workspace.user.user_id
    UrgentService(workspace).name_people(case, [me, one])
    with acting(other, me) as there:
        there.name_people(case, [me, two])
    exchange(workspace, other)

    row = next(row for row in ConflictService(workspace).open() if row.field == "named")

    assert row.parts[0].mine_name == "ครูทดสอบ, ครูสมศรี"
    assert row.parts[0].theirs_name == "ครูทดสอบ, ครูสมชาย"


def test_nobody_decides_of_what_they_may_not_see(workspace: Workspace, other: Workspace) -> None:
    learner = add_learner(workspace)
    PeopleService(workspace).save_private(learner, {"disability_note": "เดิม"})
    exchange(workspace, other)
    PeopleService(workspace).save_private(learner, {"disability_note": "หอบหืด"})
    PeopleService(other).save_private(learner, {"disability_note": "ภูมิแพ้"})
    exchange(workspace, other)
    conflicts = ConflictService(workspace)
    (row,) = [each for each in conflicts.open() if each.kind == "learner_private"]
    before = RIGHTS["facilitator"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(RIGHTS, "facilitator", before - {Right.SENSITIVE})
        with acting(workspace, workspace.user.user_id):
            assert [each.masked for each in conflicts.open()] == [True]
            with pytest.raises(UserError, match="not_allowed"):
                conflicts.decide([row.id], "theirs")
    assert conflicts.decide([row.id], "mine") == 1


def test_no_count_of_sync_says_that_there_is_a_case(workspace: Workspace) -> None:
    opened(workspace)

    waiting = SyncService(workspace).waiting_by_kind()
    told = json.dumps(DiagnosticService(workspace).gather(), default=str)

    assert waiting["other"] == 1
    assert not any("urgent" in kind for kind in waiting)
    assert "urgent" not in told


def test_a_try_is_read_and_due_for_those_who_are_named_only(
    tmp_path: Path,
) -> None:
    clock = Clock()
    with closing(make_workspace(tmp_path / "centre", clock)) as workspace:
        _read_and_due(workspace, clock)


def _read_and_due(workspace: Workspace, clock: Clock) -> None:
    case, stranger = opened(workspace), add_user(workspace, "ครูอีกคน")
    urgent = UrgentService(workspace)
    urgent.note_try(case, {"note": "โทรหายาย"})
    (tried,) = urgent.get(case).tries
    assert (tried.result, tried.next_on, tried.note) == ("no_answer", "2026-11-23", "โทรหายาย")
    clock.now_ms += 86_400_000
    (line,) = [each for each in TodayService(workspace).get().lines if each.code == "urgent_try"]
    assert (line.screen, line.subject) == ("urgent", str(case))
    assert "เด็กที่ตลาด" not in repr(line)
    with acting(workspace, stranger, "administrator") as theirs:
        with pytest.raises(UserError, match="record_unknown"):
            theirs.note_try(case)
        assert TodayService(workspace).get().lines == ()
        assert HistoryService(workspace).of_record(tried.id) == ()
    urgent.note_try(case, {"result": "met"})
    assert "urgent_try" not in {each.code for each in TodayService(workspace).get().lines}
