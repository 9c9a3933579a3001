"""Turns at the hub: once, in order, within scope, and healed when a copy turns up."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from sync.columns import pack_changes
from sync.engine import Engine
from sync.envelope import seal_request
from sync.errors import Malformed, MassDeletion, Offline, Rejected, SyncError
from sync.hub.keeping import aside_change
from sync.hub.overview import read_overview
from sync.hub.tables import change as change_table
from sync.hub.tables import set_aside
from sync.hub.turns import receipt_code
from sync.merge import is_hidden
from sync.protocol import Code, LaneBatch, SyncRequest
from tests.sync.world import Fault, Laptop, World


def _count(world: World, table: sa.Table) -> int:
    with world.hub.database.read() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def _two(world: World) -> tuple[Laptop, Laptop]:
    return world.join("AA"), world.join("AB")


def test_an_edit_reaches_the_other_laptop_once(world: World) -> None:
    first, second = _two(world)
    record = world.record_id()
    first.store.edit(record, "learner", {"given": "มะลิ"})
    assert first.sync().sent == 1
    assert second.sync().received == 1
    assert second.store.values(record) == {"given": "มะลิ"}
    assert second.sync().received == 0
    assert first.sync().received == 0


def test_a_lost_answer_stores_nothing_twice_and_keeps_the_receipt(world: World) -> None:
    first, _second = _two(world)
    first.store.edit(world.record_id(), "learner", {"given": "มะลิ"})
    summary = first.sync(Fault.LOST_ANSWER)
    assert (summary.sent, summary.waiting) == (1, 0)
    assert summary.receipt == receipt_code(1)
    assert _count(world, change_table) == 1


def test_a_lost_request_is_sent_again(world: World) -> None:
    first, _second = _two(world)
    first.store.edit(world.record_id(), "learner", {"given": "มะลิ"})
    assert first.sync(Fault.LOST_REQUEST, Fault.LOST_REQUEST).waiting == 0


def test_nothing_is_acknowledged_while_offline(world: World) -> None:
    first, _second = _two(world)
    first.store.edit(world.record_id(), "learner", {"given": "มะลิ"})
    with pytest.raises(Offline):
        first.sync(*[Fault.LOST_REQUEST] * 9)
    assert first.store.waiting() == 1


def test_what_is_typed_while_sending_stays_waiting_and_goes_next(world: World) -> None:
    first, second = _two(world)
    record = world.record_id()
    first.store.edit(record, "learner", {"given": "มะลิ"})

    def typed() -> None:
        first.link.while_sending = None
        first.store.edit(record, "learner", {"given": "มะลิวัลย์"})

    first.link.while_sending = typed
    assert first.sync().sent == 2
    second.sync()
    assert second.store.values(record) == {"given": "มะลิวัลย์"}


def test_an_old_request_is_refused_and_its_answer_not_given_again(world: World) -> None:
    first, _second = _two(world)
    first.store.edit(world.record_id(), "learner", {"given": "มะลิ"})
    first.sync()
    with pytest.raises(Rejected) as refusal:
        world.hub.sync(first.link.requests[-1])
    assert refusal.value.code == Code.REPLAYED


def test_another_centre_sees_and_touches_nothing(world: World) -> None:
    first = world.join("AA")
    elsewhere = world.hub.add_centre("ลำปางหลวง", "520501")
    stranger = world.join("AA", elsewhere)
    record = world.record_id()
    first.store.edit(record, "learner", {"given": "มะลิ"})
    first.sync()
    assert stranger.sync().received == 0
    stranger.store.edit(record, "learner", {"given": "ขโมย"})
    stranger.sync()
    assert first.sync().received == 0
    assert first.store.values(record) == {"given": "มะลิ"}


def test_a_revoked_laptop_is_refused_and_its_work_kept(world: World) -> None:
    first, second = _two(world)
    first.store.edit(world.record_id(), "learner", {"given": "มะลิ"})
    world.hub.revoke(first.store.device)
    with pytest.raises(Rejected) as refusal:
        first.sync()
    assert refusal.value.code == Code.REVOKED
    assert first.store.waiting() == 1
    assert second.sync().received == 0
    with world.hub.database.read() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM held")).scalar_one() == 1


def test_an_unknown_laptop_and_a_forged_signature_are_refused(world: World) -> None:
    first, second = _two(world)
    request = SyncRequest(1, 0, b"", (0, 0, 0, 0))
    sealed = seal_request(request, 1, bytes(8), first.link._key, world.hub.identity)
    with pytest.raises(Rejected) as refusal:
        world.hub.sync(sealed)
    assert refusal.value.code == Code.UNKNOWN_DEVICE
    forged = seal_request(request, 1, second.store.device, first.link._key, world.hub.identity)
    with pytest.raises(Rejected) as refusal:
        world.hub.sync(forged)
    assert refusal.value.code == Code.BAD_SIGNATURE


def test_a_request_for_another_hub_is_refused(world: World) -> None:
    first = world.join("AA")
    request = SyncRequest(1, 0, b"", (0, 0, 0, 0))
    with pytest.raises(Rejected) as refusal:
        world.hub.sync(seal_request(request, 1, first.store.device, first.link._key, bytes(16)))
    assert refusal.value.code == Code.BAD_SIGNATURE


def test_every_flipped_bit_and_every_truncation_is_refused(world: World) -> None:
    first = world.join("AA")
    first.store.edit(world.record_id(), "learner", {"given": "มะลิ"})
    with pytest.raises(Offline):
        first.sync(*[Fault.LOST_REQUEST] * 9)
    whole = first.link.requests[-1]
    broken = [whole[:length] for length in range(len(whole))]
    for bit in range(1_000):
        place = bit * len(whole) * 8 // 1_000
        damaged = bytearray(whole)
        damaged[place // 8] ^= 1 << place % 8
        broken.append(bytes(damaged))
    for each in broken:
        with pytest.raises(SyncError):
            world.hub.sync(each)
    assert _count(world, change_table) == 0


def test_one_bad_record_does_not_block_the_others(world: World) -> None:
    first, second = _two(world)
    good, bad = world.record_id(), world.record_id()
    first.store.edit(bad, "learner", {"given": "มะลิ"})
    first.sync()
    second.store.edit(bad, "plan", {"dream": "เป็นครู"})
    second.store.edit(good, "learner", {"given": "แดง"})
    summary = second.sync()
    assert (summary.sent, summary.set_aside, summary.waiting) == (2, 1, 0)
    assert [each.code for each in second.store.refused] == [Code.KIND_CHANGED]
    first.sync()
    assert first.store.values(good) == {"given": "แดง"}
    assert _count(world, set_aside) == 1


def test_a_lost_answer_tells_again_what_was_set_aside(world: World) -> None:
    first, second = _two(world)
    record = world.record_id()
    first.store.edit(record, "learner", {"given": "มะลิ"})
    first.sync()
    second.store.edit(record, "plan", {"dream": "เป็นครู"})
    second.sync(Fault.LOST_ANSWER)
    assert [each.code for each in second.store.refused] == [Code.KIND_CHANGED]


def test_what_was_set_aside_stands_for_itself_alone(world: World) -> None:
    """A copy whose clock was set back may make the stamp again, with other words."""
    first, second = _two(world)
    record = world.record_id()
    first.store.edit(record, "learner", {"given": "มะลิ"})
    first.sync()
    copy = world.cloned(second)
    for each, dream in ((second, "เป็นครู"), (copy, "เป็นหมอ")):
        each.store.edit(record, "plan", {"dream": dream})
    assert second.store.last == copy.store.last
    second.sync()
    assert copy.sync().restarted
    assert _count(world, set_aside) == 2


def test_what_arrives_for_an_erased_record_is_destroyed_wherever_it_is_put(world: World) -> None:
    first, second = _two(world)
    record = world.record_id()
    first.store.edit(record, "learner", {"given": "มะลิ"})
    world.settle()
    first.store.edit(record, "learner", {"erased": True})
    first.sync()
    second.store.edit(record, "learner", {"given": "ก" * 1_000})
    second.store.edit(record, "plan", {"dream": "เป็นครู"})
    second.sync()
    with world.hub.database.read() as connection:
        rows = connection.execute(sa.select(set_aside)).all()
        kept = [aside_change(connection, row) for row in rows]
    assert [each.kind for each in kept] == ["plan"]
    assert [write.value for each in kept for write in each.fields.values()] == [None]


def test_a_clock_ten_years_ahead_does_not_win_and_does_not_stay(world: World) -> None:
    first, second = _two(world)
    record = world.record_id()
    first.store.edit(record, "learner", {"phone": "1"})
    world.settle()
    first.clock.error_ms = 10 * 365 * 24 * 3600 * 1000
    first.store.edit(record, "learner", {"phone": "ten years ahead"})
    world.clock.ms += 60_000
    second.store.edit(record, "learner", {"phone": "now"})
    world.settle()
    for laptop in (first, second):
        assert laptop.store.values(record)["phone"] == "now"
        (conflict,) = laptop.store.conflicts()
        assert conflict.other.value == "ten years ahead"
        assert conflict.other.doubtful
    world.clock.ms += 60_000
    other = world.record_id()
    second.store.edit(other, "learner", {"phone": "before"})
    world.settle()
    second.store.edit(other, "learner", {"phone": "early"})
    world.clock.ms += 60_000
    first.store.edit(other, "learner", {"phone": "late"})
    world.settle()
    # The same clock, its error known by now: its edits are timed rightly again.
    assert second.store.values(other)["phone"] == "late"
    assert not any(each.shown.doubtful for each in second.store.conflicts())


def test_a_restored_laptop_gets_back_what_it_lost_and_sends_what_is_new(world: World) -> None:
    first, second = _two(world)
    old, lost, new = (world.record_id() for _ in range(3))
    first.store.edit(old, "learner", {"given": "เก่า"})
    first.sync()
    backup = first.store.copied()
    first.store.edit(lost, "learner", {"given": "หลังสำรอง"})
    first.sync()
    first.store = backup
    first.store.edit(new, "learner", {"given": "ใหม่"})
    assert first.sync().restarted
    world.settle()
    assert set(second.store.states) == {old, lost, new}
    assert first.store.states == second.store.states


def test_a_cloned_laptop_loses_nothing(world: World) -> None:
    first, second = _two(world)
    first.store.edit(world.record_id(), "learner", {"given": "ก"})
    first.sync()
    twin = world.cloned(first)
    for laptop, name in ((first, "หนึ่ง"), (twin, "สอง"), (first, "สาม"), (twin, "สี่")):
        # As many on each: their numbers alone do not tell the two apart.
        world.clock.ms += 5
        laptop.store.edit(world.record_id(), "learner", {"given": name})
    world.settle()
    names = {second.store.values(record)["given"] for record in second.store.states}
    assert names == {"ก", "หนึ่ง", "สอง", "สาม", "สี่"}
    assert first.store.states == twin.store.states == second.store.states


def test_a_value_that_must_be_unique_may_come_twice(world: World) -> None:
    first, second = _two(world)
    records = [world.record_id(), world.record_id()]
    for laptop, record in zip((first, second), records, strict=True):
        laptop.store.edit(record, "learner_code", {"given": "580604-MB-0001"})
    world.settle()
    for laptop in (first, second):
        assert [laptop.store.values(each)["given"] for each in records] == ["580604-MB-0001"] * 2
    assert set(world.hub_states()) == set(records)


def test_an_edit_of_a_deleted_record_is_shown_to_a_person_and_revives_nothing(
    world: World,
) -> None:
    first, second = _two(world)
    record = world.record_id()
    first.store.edit(record, "learner", {"given": "มะลิ"})
    world.settle()
    first.store.edit(record, "learner", {"deleted": True})
    world.clock.ms += 60_000
    second.store.edit(record, "learner", {"given": "มะลิวัลย์"})
    world.settle()
    for laptop in (first, second):
        assert is_hidden(laptop.store.state(record))
        (conflict,) = laptop.store.conflicts()
        assert (conflict.field, conflict.other.value) == ("deleted", "มะลิวัลย์")


def test_a_restored_hub_is_offered_everything_again_by_whoever_has_it() -> None:
    world = World()
    first, second = _two(world)
    copy = world.hub_copy()
    record = world.record_id()
    first.store.edit(record, "learner", {"given": "มะลิ"})
    world.settle()
    world.laptops.remove(first)  # its only author never comes back
    world.restore_hub(copy)
    assert record not in world.hub_states()
    world.settle()
    assert world.hub_states()[record]["given"].value == "มะลิ"
    assert second.store.waiting() == 0
    world.close()


def test_a_mass_deletion_stops_until_a_person_agrees(world: World) -> None:
    first, second = _two(world)
    records = [world.record_id() for _ in range(100)]
    for record in records:
        first.store.edit(record, "learner", {"given": "ก"})
    world.settle()
    for record in records[:40]:
        first.store.edit(record, "learner", {"deleted": True})
    first.sync()
    engine = Engine(second.store, second.link, second.clock)
    with pytest.raises(MassDeletion) as stopped:
        engine.run()
    assert stopped.value.values == {"deleting": 40, "of": 100}
    assert second.store.visible() == 100
    engine.run(allow_mass_deletion=True)
    assert second.store.visible() == 60


def test_erased_content_is_gone_from_the_hub_and_cannot_come_back(world: World) -> None:
    first, second = _two(world)
    record = world.record_id()
    first.store.edit(record, "learner", {"given": "ลับมาก"})
    world.settle()
    second.store.edit(record, "learner", {"given": "ลับอีก"})
    first.store.edit(record, "learner", {"erased": "asked"})
    world.settle()
    with world.hub.database.read() as connection:
        for (fields,) in connection.execute(sa.select(change_table.c.fields)):
            assert "ลับ".encode() not in fields
    for store in (first.store, second.store):
        assert "ลับ" not in repr(store.states) + repr(store.log)
    assert first.store.states == second.store.states == world.hub_states()


def test_hidden_records_are_not_counted(world: World) -> None:
    first, second = _two(world)
    kept, gone, back, joined, erased = (world.record_id() for _ in range(5))
    for record in (kept, gone, back, joined, erased):
        first.store.edit(record, "learner", {"given": "ก"})
    world.settle()
    for record in (gone, back):
        second.store.edit(record, "learner", {"deleted": True})
    second.store.edit(joined, "learner", {"merged_into": kept})
    second.store.edit(erased, "learner", {"erased": "asked"})
    world.settle()
    first.store.edit(back, "learner", {"deleted": False})
    world.settle()
    with world.hub.database.read() as connection:
        (line,) = read_overview(connection, world.clock()).centres
    assert line.records == {"learner": 2}


def test_unknown_kinds_and_fields_are_passed_on_untouched(world: World) -> None:
    first, second = _two(world)
    record = world.record_id()
    values = {"of_tomorrow": {"a": [1, None, b"x"]}, "ratio": 1.5}
    first.store.edit(record, "kind_of_tomorrow", values)
    world.settle()
    assert second.store.values(record) == values


def test_urgent_records_go_first(world: World) -> None:
    first, second = _two(world)
    for _ in range(400):
        first.store.edit(
            world.record_id(), "attachment_piece", {"bytes": world.random.randbytes(200)}
        )
    for _ in range(400):
        first.store.edit(world.record_id(), "learner", {"note": world.random.randbytes(100).hex()})
    urgent = world.record_id()
    first.store.edit(urgent, "urgent_case", {"note": "ด่วน"})
    with pytest.raises(Offline):
        first.sync(Fault.NONE, *[Fault.LOST_REQUEST] * 9)
    second.sync()
    assert urgent in second.store.states
    assert len(second.store.states) < 801


def test_a_gap_is_not_accepted(world: World) -> None:
    first = world.join("AA")
    changes = [
        first.store.edit(world.record_id(), "learner", {"given": name}) for name in ("ก", "ข", "ค")
    ]
    batch = LaneBatch(1, 3, 1, pack_changes([each for each in changes[2:] if each]))
    request = SyncRequest(1, world.clock(), b"", first.store.highest(), (batch,))
    sealed = seal_request(request, 1, first.store.device, first.link._key, world.hub.identity)
    answer = world.hub.sync(sealed)
    assert (answer.accepted[1], answer.receipt) == (0, "")
    assert _count(world, change_table) == 0
    # It counted no receipt either: the first that is given is the first.
    assert first.sync().receipt == receipt_code(1)


def test_a_change_in_another_devices_name_is_refused(world: World) -> None:
    first, second = _two(world)
    change = first.store.edit(world.record_id(), "learner", {"given": "ก"})
    assert change is not None
    batch = LaneBatch(1, 1, 1, pack_changes([change]))
    request = SyncRequest(1, world.clock(), b"", (0, 1, 0, 0), (batch,))
    sealed = seal_request(request, 1, second.store.device, second.link._key, world.hub.identity)
    with pytest.raises(Malformed):
        world.hub.sync(sealed)
    assert _count(world, change_table) == 0
