"""Changes on a stick: sealed, whole, harmless when repeated or old."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync.bundle import open_bundle, read_bounded
from sync.errors import Malformed, Rejected, SyncError
from sync.own_files import write_new
from sync.ports import LinkState
from sync.protocol import Code
from tests.sync.world import Laptop, World


def _filled(world: World, letters: str = "AA", count: int = 3) -> Laptop:
    laptop = world.join(letters)
    for number in range(count):
        laptop.store.edit(world.record_id(), "learner", {"given": f"มะลิ {number}"})
        laptop.store.edit(world.record_id(), "urgent_case", {"note": f"ด่วน {number}"})
    return laptop


def test_there_and_back_without_any_link(world: World) -> None:
    first, second = _filled(world), world.join("AB")
    receipt, _answer = world.hub.accept_bundle(world.bundle(first))
    assert first.store.waiting() == 6
    summary = world.take_receipt(first, receipt)
    assert (summary.sent, summary.waiting) == (6, 0)
    assert summary.receipt == first.store.receipts[-1].number
    back, _answer = world.hub.accept_bundle(world.bundle(second))
    assert world.take_receipt(second, back).received == 6
    assert second.store.states == first.store.states
    assert second.sync().received == 0


def test_five_times_is_once(world: World) -> None:
    first, second = _filled(world), world.join("AB")
    content = world.bundle(first)
    receipts = [world.hub.accept_bundle(content)[0] for _ in range(5)]
    for receipt in receipts * 2:
        world.take_receipt(first, receipt)
    assert first.store.waiting() == 0
    assert second.sync().received == 6


def test_an_old_bundle_and_an_old_receipt_do_no_harm(world: World) -> None:
    first, second = _filled(world), world.join("AB")
    content = world.bundle(first)
    early, _answer = world.hub.accept_bundle(content)
    first.store.edit(world.record_id(), "learner", {"given": "ใหม่"})
    world.settle()
    world.hub.accept_bundle(content)
    world.take_receipt(first, early)
    assert first.store.waiting() == 0
    assert not first.sync().restarted
    world.settle()
    assert first.store.states == second.store.states


def test_a_receipt_from_before_a_restore_acknowledges_nothing_else(world: World) -> None:
    first, second = _filled(world), world.join("AB")
    backup = first.store.copied()
    lost = first.store.edit(world.record_id(), "learner", {"given": "ก่อนกู้"})
    receipt, _answer = world.hub.accept_bundle(world.bundle(first))
    first.store = backup
    world.clock.ms += 1
    other = first.store.edit(world.record_id(), "learner", {"given": "หลังกู้"})
    assert lost is not None
    assert other is not None
    assert (lost.lane, lost.seq) == (other.lane, other.seq)
    world.take_receipt(first, receipt)
    world.settle()
    assert {lost.record, other.record} <= set(second.store.states)
    assert first.store.states == second.store.states


def test_an_old_receipt_does_not_say_what_a_hub_put_back_since_has() -> None:
    world = World()
    try:
        first, second = _filled(world, count=1), world.join("AB")
        world.settle()
        before = world.hub_copy()
        word = second.store.edit(world.record_id(), "learner", {"given": "เพิ่งเขียน"})
        second.sync()
        receipt, _answer = world.hub.accept_bundle(world.bundle(first))
        first.sync()
        # The hub is put back and the author's laptop is lost. Our next run is cut where it begins
        # to read anew, and the old receipt is found on the stick.
        world.restore_hub(before)
        world.laptops.remove(second)
        first.store.restart(2, LinkState(rereading=True), confirmed=False)
        world.take_receipt(first, receipt)
        first.sync()
        assert word is not None
        assert word.record in world.hub_states()
    finally:
        world.close()


def test_changes_that_went_over_the_link_meanwhile_are_not_taken_twice(world: World) -> None:
    first, second = _filled(world), world.join("AB")
    content = world.bundle(first)
    first.sync()
    world.hub.accept_bundle(content)
    assert second.sync().received == 6


def test_a_bundle_for_another_hub_is_refused(world: World) -> None:
    other = World(seed=2)
    try:
        with pytest.raises(Rejected) as refusal:
            other.hub.accept_bundle(world.bundle(_filled(world)))
        assert refusal.value.code == Code.WRONG_HUB
    finally:
        other.close()


def test_a_receipt_for_another_laptop_is_refused(world: World) -> None:
    first, second = _filled(world), world.join("AB")
    receipt, _answer = world.hub.accept_bundle(world.bundle(first))
    with pytest.raises(Rejected, match="wrong_device"):
        world.take_receipt(second, receipt)


def test_a_receipt_is_no_bundle(world: World) -> None:
    first = _filled(world)
    content = world.bundle(first)
    receipt, _answer = world.hub.accept_bundle(content)
    with pytest.raises(Malformed, match="other_bundle"):
        world.hub.accept_bundle(receipt)
    with pytest.raises(Malformed, match="other_bundle"):
        world.take_receipt(first, content)


def test_a_revoked_laptops_bundle_is_kept_unopened(world: World) -> None:
    first, second = _filled(world), world.join("AB")
    content = world.bundle(first)
    world.hub.revoke(first.store.device)
    with pytest.raises(Rejected) as refusal:
        world.hub.accept_bundle(content)
    assert refusal.value.code == Code.REVOKED
    assert second.sync().received == 0


def test_what_is_on_the_stick_can_be_read_by_the_hub_alone(world: World) -> None:
    first, second = _filled(world), world.join("AB")
    content = world.bundle(first)
    assert "มะลิ".encode() not in content
    with pytest.raises(Malformed):
        open_bundle(content, second.link._key, world.hub.identity)


def test_every_flipped_bit_and_every_truncation_is_refused(world: World) -> None:
    first = _filled(world, count=1)
    content = world.bundle(first)
    receipt, _answer = world.hub.accept_bundle(content)
    before = first.store.copied()
    for whole, take in (
        (content, world.hub.accept_bundle),
        (receipt, lambda damaged: world.take_receipt(first, damaged)),
    ):
        places = range(0, len(whole) * 8, max(len(whole) * 8 // 1_000, 1))
        broken = [whole[:length] for length in range(len(whole))]
        for place in places:
            damaged = bytearray(whole)
            damaged[place // 8] ^= 1 << place % 8
            broken.append(bytes(damaged))
        for each in broken:
            with pytest.raises(SyncError):
                take(each)
    assert first.store.log == before.log
    assert first.store.acknowledged() == before.acknowledged()


def test_a_file_is_never_written_over_another(tmp_path: Path) -> None:
    path = tmp_path / "a.bundle"
    write_new(path, b"first")
    with pytest.raises(FileExistsError):
        write_new(path, b"second")
    assert path.read_bytes() == b"first"
    assert [each.name for each in tmp_path.iterdir()] == ["a.bundle"]


def test_a_stick_pulled_out_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pulled_out(_handle: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("os.fsync", pulled_out)
    with pytest.raises(OSError, match="Input/output"):
        write_new(tmp_path / "a.bundle", b"first")
    assert not list(tmp_path.iterdir())


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge"
    with path.open("wb") as file:
        file.truncate(65 << 20)
    with pytest.raises(Malformed) as refusal:
        read_bounded(path)
    assert refusal.value.code == Code.TOO_LARGE


def test_a_bundle_may_have_the_longest_name(tmp_path: Path) -> None:
    path = tmp_path / ("ก" * 82 + "ab.bundle")
    assert len(path.name.encode()) == 255
    write_new(path, b"sealed")
    assert path.read_bytes() == b"sealed"
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(OSError, match="too long"):
        write_new(tmp_path / ("ก" * 200), b"sealed")
