"""Two laptops move one thing on without seeing each other: a person chooses between whole moves."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from desktop.models.partners import Partner, PartnerMove
from desktop.models.program import Change, Conflict, ForeignRecord
from desktop.services.persons.service import PersonService
from desktop.services.sync import arrivals as sync_arrivals
from desktop.services.sync import records as sync_records
from desktop.services.sync.conflicts import ConflictService
from desktop.services.undo import UndoService
from desktop.services.workspace import Workspace
from tests.services.near_hub import Province
from tests.services.sync.test_store import all_changes, exchange, give
from tests.services.test_moves import add_partner, lines, move, state, told


@pytest.fixture
def partner(workspace: Workspace, other: Workspace) -> UUID:
    """A partner that both laptops know."""
    made = add_partner(workspace)
    exchange(workspace, other)
    return made


@pytest.fixture
def disputed(workspace: Workspace, other: Workspace, partner: UUID) -> UUID:
    """The partner, begun here and ended there."""
    by = PersonService(workspace).add({"title": "นาย", "given": "ประยูร", "surname": "ใจดี"})
    facts = {"number": "ตย 1/2569", "institution": "อบต.", "by_id": by, "done_on": "2026-11-03"}
    move(workspace, partner, "begin", facts)
    move(other, partner, "end", {"number": "สพ 77", "reason": "ย้ายไปแล้ว"})
    exchange(workspace, other)
    return partner


def _facts(laptop: Workspace) -> set[tuple[object, ...]]:
    with laptop.read() as session:
        return {
            (each.move, each.number, each.institution, each.reason)
            for each in session.scalars(select(PartnerMove))
        }


def test_both_moves_are_shown_whole_and_never_joined(
    workspace: Workspace, other: Workspace, disputed: UUID
) -> None:
    for laptop in (workspace, other):
        assert _facts(laptop) == {
            ("begin", "ตย 1/2569", "อบต.", None), ("end", "สพ 77", None, "ย้ายไปแล้ว"),
        }  # fmt: skip
        (row,) = ConflictService(laptop).open()
        assert (row.asked, row.kind, row.about) == (True, "partner", "วัดห้วยปูลิง")
    (here,) = ConflictService(workspace).open()
    parts = {part.field: (part.mine, part.theirs) for part in here.parts}
    assert {part.kind for part in here.parts} == {"partner_move"}
    assert parts["move"] == ("begin", "end")
    assert parts["number"] == ("ตย 1/2569", "สพ 77")
    assert parts["institution"] == ("อบต.", None)
    assert parts["reason"] == (None, "ย้ายไปแล้ว")
    assert parts["to_state"] == ("active", "ended")
    assert "partner_id" not in parts
    (by,) = [part for part in here.parts if part.field == "by_id"]
    assert (by.mine_name, by.theirs_name) == ("นายประยูร ใจดี", "")


@pytest.mark.parametrize(("choice", "kept"), [("mine", "active"), ("theirs", "ended")])
def test_choosing_one_keeps_the_other_reversed_on_every_copy(
    workspace: Workspace, other: Workspace, disputed: UUID, choice: str, kept: str
) -> None:
    assert {state(laptop, disputed) for laptop in (workspace, other)} == {"ended"}, "meanwhile"
    service = ConflictService(workspace)

    service.decide([service.open()[0].id], choice)  # type: ignore[arg-type]
    exchange(workspace, other)

    for laptop in (workspace, other):
        assert ConflictService(laptop).open() == []
        assert state(laptop, disputed) == kept
        found = {line.move.text("move"): line for line in lines(laptop, disputed)}
        chosen, lost = ("begin", "end") if kept == "active" else ("end", "begin")
        assert set(found) == {"begin", "end", "reverse"}
        assert found[chosen].stands
        assert not found[lost].stands
        assert found[lost].reversed_by == found["reverse"].move.id
    move(other, disputed, "pause" if kept == "active" else "resume", {"reason": "น้ำท่วม"})
    exchange(workspace, other)
    assert state(workspace, disputed) == ("paused" if kept == "active" else "active")
    assert ConflictService(workspace).open() == []


def test_decided_alike_on_both_it_is_decided_once(
    workspace: Workspace, other: Workspace, disputed: UUID
) -> None:
    for laptop, choice in ((workspace, "mine"), (other, "theirs")):
        service = ConflictService(laptop)
        service.decide([service.open()[0].id], choice)  # type: ignore[arg-type]

    exchange(workspace, other)

    for laptop in (workspace, other):
        assert ConflictService(laptop).open() == []
        assert [each[0] for each in told(laptop, disputed)].count("reverse") == 1
        assert state(laptop, disputed) == "active"


def test_decided_otherwise_on_both_it_is_asked_again(
    workspace: Workspace, other: Workspace, disputed: UUID
) -> None:
    for laptop in (workspace, other):
        service = ConflictService(laptop)
        service.decide([service.open()[0].id], "mine")

    exchange(workspace, other)

    (here,), (there,) = (ConflictService(laptop).open() for laptop in (workspace, other))
    assert here.id == there.id
    ConflictService(other).decide([there.id], "theirs")
    exchange(workspace, other)
    for laptop in (workspace, other):
        assert ConflictService(laptop).open() == []
        assert state(laptop, disputed) == "active"
        stand = {line.move.text("move") for line in lines(laptop, disputed) if line.stands}
        assert stand == {"begin"}


@pytest.mark.parametrize("way", ["reopen", "undo"])
def test_a_decision_taken_back_opens_the_matter_again(
    workspace: Workspace, other: Workspace, disputed: UUID, way: str
) -> None:
    service = ConflictService(workspace)
    identity = service.open()[0].id
    service.decide([identity], "mine")
    exchange(workspace, other)

    if way == "reopen":
        service.reopen([identity])
    else:
        action = UndoService(workspace).last_action()
        assert action is not None
        assert UndoService(workspace).undo_action(action).left == ()
    exchange(workspace, other)

    for laptop in (workspace, other):
        assert len(ConflictService(laptop).open()) == 1
    there = ConflictService(other)
    there.decide([there.open()[0].id], "mine")
    exchange(workspace, other)
    for laptop in (workspace, other):
        assert state(laptop, disputed) == "ended"
        stand = {line.move.text("move") for line in lines(laptop, disputed) if line.stands}
        assert stand == {"end"}


def test_a_course_of_moves_against_one_move_is_one_question(
    workspace: Workspace, other: Workspace, partner: UUID
) -> None:
    move(workspace, partner, "begin", {"number": "1"})
    move(workspace, partner, "pause", {"reason": "น้ำท่วม"})
    move(other, partner, "end", {"reason": "เลิก"})
    exchange(workspace, other)
    (row,) = ConflictService(other).open()

    ConflictService(other).decide([row.id], "mine")
    exchange(workspace, other)

    for laptop in (workspace, other):
        assert state(laptop, partner) == "ended"
        assert [each[0] for each in told(laptop, partner)].count("reverse") == 2
        stand = {line.move.text("move") for line in lines(laptop, partner) if line.stands}
        assert stand == {"end"}


def test_a_move_taken_back_here_and_built_on_there_is_asked(
    workspace: Workspace, other: Workspace, partner: UUID
) -> None:
    move(workspace, partner, "begin")
    exchange(workspace, other)
    action = UndoService(workspace).last_action()
    assert action is not None
    UndoService(workspace).undo_action(action)
    move(other, partner, "pause", {"reason": "น้ำท่วม"})
    exchange(workspace, other)

    (row,) = ConflictService(workspace).open()
    ConflictService(workspace).decide([row.id], "theirs")
    exchange(workspace, other)

    for laptop in (workspace, other):
        assert state(laptop, partner) == "paused"
        stand = {line.move.text("move") for line in lines(laptop, partner) if line.stands}
        assert stand == {"begin", "pause"}


def test_a_partner_hidden_here_and_moved_there_is_asked_with_the_move(
    workspace: Workspace, other: Workspace, partner: UUID
) -> None:
    with workspace.write() as session:
        session.get_one(Partner, partner).deleted = True
    move(other, partner, "begin", {"number": "9"})
    exchange(workspace, other)

    (row,) = ConflictService(other).open()

    assert (row.field, row.other_field) == ("deleted", "last_move_id")
    assert ("number", "9", None) in {(each.field, each.mine, each.theirs) for each in row.parts}
    ConflictService(other).decide([row.id], "mine")
    exchange(workspace, other)
    assert state(workspace, partner) == "active"


def test_through_the_hub_every_laptop_asks_the_same(tmp_path: Path) -> None:
    province = Province(tmp_path)
    try:
        first, second, third = province.join(), province.join(), province.join()
        partner = add_partner(first.workspace)
        for each in (first, second, third):
            each.sync.sync_now()
        move(first.workspace, partner, "begin", {"number": "1", "institution": "สกร."})
        move(second.workspace, partner, "end", {"number": "2", "reason": "เลิก"})
        for each in (first, second, third, first, second):
            each.sync.sync_now()
        ids = {ConflictService(each.workspace).open()[0].id for each in (first, second, third)}
        assert len(ids) == 1
        ConflictService(third.workspace).decide([*ids], "theirs")
        for each in (third, first, second):
            each.sync.sync_now()
        assert len({state(each.workspace, partner) for each in (first, second, third)}) == 1
        for each in (first, second, third):
            assert ConflictService(each.workspace).open() == []
            assert len(lines(each.workspace, partner)) == 3
    finally:
        province.close()


_NEW = frozenset({"person", "partner", "partner_contact", "partner_move"})


def test_a_laptop_of_the_version_before_keeps_and_carries_what_it_does_not_know(
    workspace: Workspace, other: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    partner = add_partner(workspace)
    move(workspace, partner, "begin", {"number": "ตย 1/2569"})
    PersonService(workspace).add({"given": "ประยูร"})
    older = {
        module: {kind: cls for kind, cls in module.synced_classes().items() if kind not in _NEW}
        for module in (sync_records, sync_arrivals)
    }
    with monkeypatch.context() as patch:
        for module, known in older.items():
            patch.setattr(module, "synced_classes", lambda known=known: known)
        give(all_changes(workspace), other)

        with other.read() as session:
            kept = {each.kind: each.fields for each in session.scalars(select(ForeignRecord))}
            assert set(kept) == {"person", "partner", "partner_move"}
            assert kept["partner_move"]["number"] == "ตย 1/2569"
            assert session.scalars(select(PartnerMove)).all() == []
            assert session.scalars(select(Conflict)).all() == []
            made = {(each.record_id, each.stamp) for each in session.scalars(select(Change))}
    with workspace.read() as session:
        sent = {
            (each.record_id, each.stamp)
            for each in session.scalars(select(Change))
            if each.kind in _NEW
        }
    assert sent <= made
