"""The store adapter: own changes go out as made, received ones come in merged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from sqlalchemy import select

from desktop.models.people import Learner
from desktop.models.program import Change, Conflict, DeviceState, ForeignRecord, SetAside
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.sync.carried_rows import take_in
from desktop.services.sync.store import DesktopStore, logged
from desktop.services.workspace import Workspace
from sync import merge, protocol
from sync.kinds import Lane
from sync.ports import Incoming, LinkState
from sync.protocol import FieldWrite
from tests.factories import Clock, add_learner, make_workspace


@pytest.fixture
def other(tmp_path: Path, workspace: Workspace) -> Iterator[Workspace]:
    """A second laptop of the same centre, its clock a minute later."""
    clock = Clock(Clock().now_ms + 60_000)
    opened = make_workspace(tmp_path / "other", clock, joining=workspace.centre_id)
    yield opened
    opened.close()


def all_changes(workspace: Workspace) -> list[protocol.Change]:
    store = DesktopStore(workspace)
    return [change for lane in Lane for change in store.pending(lane, 0, 1 << 30)]


def give(changes: list[protocol.Change], to: Workspace) -> None:
    store = DesktopStore(to)
    store.apply(Incoming(LinkState(), store.acknowledged(), tuple(changes)))


def exchange(one: Workspace, two: Workspace) -> None:
    first, second = all_changes(one), all_changes(two)
    give(first, two)
    give(second, one)


def shown(workspace: Workspace, learner_id: UUID) -> dict[str, object]:
    detail = LearnerService(workspace).get(learner_id)
    return {**detail.values, "row": detail.row.full_name, "codes": len(detail.codes)}


def test_a_learner_made_here_appears_there_whole(workspace: Workspace, other: Workspace) -> None:
    learner_id = add_learner(
        workspace, "นํ้าใส", surname="ธารนํ้าเงา", village="3", national_id="1999900000013",
        birth="2554",
    )  # fmt: skip

    give(all_changes(workspace), other)

    assert shown(other, learner_id) == shown(workspace, learner_id)
    assert LearnerService(other).get(learner_id).typed["given"] == "นํ้าใส"
    assert LearnerLists(other).ids(LearnerQuery(search="นำใส")) == [learner_id]
    assert DesktopStore(other).waiting() == DesktopStore(other).waiting()


def test_edits_of_two_fields_both_survive(workspace: Workspace, other: Workspace) -> None:
    learner_id = add_learner(workspace)
    exchange(workspace, other)
    LearnerService(workspace).edit(learner_id, {"nickname": "ดาว"})
    LearnerService(other).edit(learner_id, {"phone": "0800000000"})

    exchange(workspace, other)

    for laptop in (workspace, other):
        assert shown(laptop, learner_id)["nickname"] == "ดาว"
        assert shown(laptop, learner_id)["phone"] == "0800000000"
        assert LearnerService(laptop).get(learner_id).conflicts == 0


def test_two_edits_of_one_field_are_a_conflict_on_both(
    workspace: Workspace, other: Workspace
) -> None:
    learner_id = add_learner(workspace, nickname="เดิม")
    exchange(workspace, other)
    LearnerService(workspace).edit(learner_id, {"nickname": "ต้น"})
    LearnerService(other).edit(learner_id, {"nickname": "บอย"})

    exchange(workspace, other)

    kept = []
    for laptop in (workspace, other):
        assert shown(laptop, learner_id)["nickname"] == "บอย"
        with laptop.read() as session:
            row = session.scalars(select(Conflict)).one()
            kept.append((row.id, row.shown, row.other, row.base, row.settled))
    assert kept[0] == kept[1]
    assert kept[0][1:] == ("บอย", "ต้น", "เดิม", False)


def test_receiving_twice_is_receiving_once(workspace: Workspace, other: Workspace) -> None:
    learner_id = add_learner(workspace)
    LearnerService(workspace).edit(learner_id, {"nickname": "ดาว"})
    changes = all_changes(workspace)
    give(list(reversed(changes)), other)
    with other.read() as session:
        before = session.scalars(select(Change.number)).all()

    give(changes, other)

    with other.read() as session:
        assert session.scalars(select(Change.number)).all() == before
    assert shown(other, learner_id) == shown(workspace, learner_id)


def test_unknown_fields_and_kinds_are_kept(workspace: Workspace) -> None:
    learner_id = add_learner(workspace)
    template = next(c for c in all_changes(workspace) if c.kind == "learner")
    newer = protocol.Change(
        record=template.record, kind="learner", fields={"shoe_size": FieldWrite(39)},
        device=b"newerlap", epoch=1, lane=1, seq=1, stamp=template.stamp[:8] + b"newerlap",
        wall_ms=0, offset_ms=None, author=b"",
    )  # fmt: skip
    kind = protocol.Change(
        record=b"R" * 16, kind="weather", fields={"rain": FieldWrite([1, "มาก"])},
        device=b"newerlap", epoch=1, lane=2, seq=1, stamp=template.stamp[:8] + b"newerlap",
        wall_ms=0, offset_ms=None, author=b"",
    )  # fmt: skip

    give([newer, kind], workspace)

    with workspace.read() as session:
        assert session.get_one(Learner, learner_id).unknown_fields is not None
        assert session.get_one(ForeignRecord, UUID(bytes=b"R" * 16)).fields == {"rain": [1, "มาก"]}
        state = merge.fold(logged(session, [template.record])[template.record])
    assert state["shoe_size"].value == 39


def test_one_bad_record_does_not_block_the_others(workspace: Workspace, other: Workspace) -> None:
    good = add_learner(workspace, "ดี")
    changes = all_changes(workspace)
    bad = protocol.Change(
        record=b"B" * 16, kind="learner", fields={"given": FieldWrite(["not", "text"])},
        device=b"evildev1", epoch=1, lane=1, seq=1, stamp=changes[0].stamp[:8] + b"evildev1",
        wall_ms=0, offset_ms=None, author=b"",
    )  # fmt: skip

    give([bad, *changes], other)

    assert shown(other, good)["given"] == "ดี"
    with other.read() as session:
        assert session.scalars(select(SetAside)).one().reason == "wrong_type:given"


def test_the_part_may_arrive_before_the_whole(workspace: Workspace, other: Workspace) -> None:
    learner_id = add_learner(workspace, surname="ใจงาม")
    LearnerService(workspace).edit(learner_id, {"nickname": "ดาว"})
    changes = [c for c in all_changes(workspace) if c.kind == "learner"]

    give([changes[1]], other)
    give([changes[0]], other)

    assert shown(other, learner_id) == shown(workspace, learner_id)


def test_a_restart_numbers_the_unsent_anew(workspace: Workspace) -> None:
    add_learner(workspace, "หนึ่ง")
    store = DesktopStore(workspace)
    waiting, before = store.waiting(), all_changes(workspace)

    store.restart(7, LinkState(request_no=5))

    after = all_changes(workspace)
    assert store.waiting() == waiting
    assert {c.epoch for c in after} == {7}
    assert [(c.record, c.stamp) for c in after] == [(c.record, c.stamp) for c in before]
    assert store.link().request_no == 5


def test_a_restart_keeps_what_was_confirmed_and_the_order_of_the_rest(
    workspace: Workspace,
) -> None:
    for name in ("หนึ่ง", "สอง", "สาม"):
        LearnerService(workspace).edit(add_learner(workspace, name), {"nickname": "ดาว"})
    store = DesktopStore(workspace)
    before = all_changes(workspace)
    highest = store.highest()
    acked = tuple(n // 2 for n in highest)
    store.apply(Incoming(LinkState(), acked, ()))
    with workspace.read() as session:
        identity = session.get_one(DeviceState, 1)
        former = {row.number: row for row in session.scalars(select(Change))}

    store.restart(3, LinkState())

    assert store.acknowledged() == (0,) * len(acked)
    assert store.highest() == tuple(n - a for n, a in zip(highest, acked, strict=True))
    unsent = [c for c in before if c.seq > acked[c.lane]]
    after = all_changes(workspace)
    assert [(c.lane, c.seq, c.stamp) for c in after] == [
        (c.lane, c.seq - acked[c.lane], c.stamp) for c in unsent
    ]
    assert any(acked)
    with workspace.read() as session:
        for row in session.scalars(select(Change)):
            was = former[row.number]
            confirmed = row.seq <= acked[row.lane] and row.epoch == identity.epoch
            assert row.at_hub == confirmed
            assert (row.epoch, row.seq) == (
                (was.epoch, was.seq) if confirmed else (3, was.seq - acked[was.lane])
            )
            assert (row.record_id, row.fields, row.stamp) == (was.record_id, was.fields, was.stamp)
    LearnerService(workspace).edit(add_learner(workspace, "สี่"), {"nickname": "ฟ้า"})
    assert store.waiting() == len(all_changes(workspace)) > len(after)


def test_a_doubt_is_the_word_of_one_store_of_the_hubs(
    workspace: Workspace, other: Workspace
) -> None:
    learner_id = add_learner(workspace, "มะลิ")
    exchange(workspace, other)
    LearnerService(workspace).edit(learner_id, {"nickname": "ก่อน"})
    LearnerService(other).edit(learner_id, {"nickname": "หลัง"})
    store = DesktopStore(workspace)

    def take(*changes: protocol.Change, reset: bool = False) -> object:
        store.apply(Incoming(LinkState(), store.acknowledged(), changes, reset=reset))
        return shown(workspace, learner_id)["nickname"]

    (later,) = (change for change in all_changes(other) if "nickname" in change.fields)
    doubted = msgspec.structs.replace(later, doubtful=True)
    assert take(doubted) == "ก่อน"
    assert take(later) == "ก่อน", "the same store does not take its word back"
    assert take(reset=True) == "หลัง"
    assert take(doubted) == "ก่อน"
    store.restart(9, LinkState(), confirmed=False)
    assert shown(workspace, learner_id)["nickname"] == "หลัง"


def test_a_doubt_about_an_own_change_is_forgotten_with_the_store_that_said_it(
    workspace: Workspace,
) -> None:
    add_learner(workspace, "มะลิ")
    store = DesktopStore(workspace)
    mine = all_changes(workspace)
    told = tuple((each.lane, each.seq) for each in mine)
    store.apply(Incoming(LinkState(), store.acknowledged(), doubtful=told))
    assert all(each.doubtful for each in all_changes(workspace))
    store.apply(Incoming(LinkState(), store.acknowledged(), reset=True))
    assert all_changes(workspace) == mine


def test_a_stamp_made_twice_does_not_stand_for_both_at_the_hub(workspace: Workspace) -> None:
    """Two copies of a laptop, both with a clock set back, made a change at one moment."""
    lane, neighbour = int(Lane.PEOPLE), b"neighbou"
    one = protocol.Change(
        bytes(range(16)), "learner", {"given": FieldWrite("มะลิ")}, neighbour, 1, lane, 1,
        bytes(8) + neighbour, 0, 0, b"",
    )  # fmt: skip
    fields = {"phone": FieldWrite("0800000000")}
    twin = msgspec.structs.replace(one, fields=fields, epoch=2)
    with workspace.database.write(applying=True) as session:
        assert take_in(session, [one, twin], workspace.now()) == 2
    store = DesktopStore(workspace)
    before = store.highest()[lane]
    news = Incoming(LinkState(), store.acknowledged(), (one,), reset=True, offer_again=True)
    store.apply(news)
    (offered,) = store.pending(lane, before, 1 << 20)
    assert offered.fields == fields
    # What was offered is not offered again, and what the hub has under the twin's number stands.
    store.apply(
        msgspec.structs.replace(news, changes=(msgspec.structs.replace(one, epoch=2),), reset=False)
    )
    assert store.highest()[lane] == before + 1
    with workspace.read() as session:
        kept = {
            row.epoch: set(row.fields)
            for row in session.scalars(select(Change).where(Change.device == neighbour))
        }
        learner = session.get_one(Learner, UUID(bytes=one.record))
        assert (learner.given, learner.phone) == ("มะลิ", "0800000000")
    assert kept == {1: {"given"}, 2: {"given"}, -1: {"phone"}}


def test_what_an_old_receipt_tells_does_not_count_as_being_at_the_hub(
    workspace: Workspace, other: Workspace
) -> None:
    learner_id = add_learner(other, "มะลิ")
    told = tuple(all_changes(other))
    store = DesktopStore(workspace)
    old = Incoming(LinkState(), store.acknowledged(), told, at_hub=False)
    store.apply(old)
    assert shown(workspace, learner_id)["row"] == "มะลิ"
    with workspace.read() as session:
        assert not session.scalars(select(Change).where(Change.at_hub)).all()
    store.apply(msgspec.structs.replace(old, at_hub=True))
    store.apply(old)
    with workspace.read() as session:
        there = session.scalars(select(Change).where(Change.at_hub)).all()
    assert len(there) == len(told)


def test_a_copy_gives_people_other_codes(workspace: Workspace) -> None:
    first = add_learner(workspace, "หนึ่ง")
    DesktopStore(workspace).restart(2, LinkState())
    second = add_learner(workspace, "สอง")
    DesktopStore(workspace).restart(4, LinkState())
    third = add_learner(workspace, "สาม")

    service = LearnerService(workspace)
    numbers = [int(service.get(each).row.code[-5:]) for each in (first, second, third)]
    assert numbers == [1, 1_002, 3_003]


def test_hiding_is_counted_before_it_is_taken(workspace: Workspace, other: Workspace) -> None:
    learner_id = add_learner(workspace)
    give(all_changes(workspace), other)
    LearnerService(workspace).hide([learner_id])
    hiding = all_changes(workspace)[-1:]

    assert DesktopStore(other).count_hiding(hiding) == 1
    give(hiding, other)
    assert DesktopStore(other).count_hiding(hiding) == 0
