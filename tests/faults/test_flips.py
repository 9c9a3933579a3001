"""Damaged in transit: a thousand flipped bits, an end at each byte: refused, nothing changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desktop.models.carried import CarriedRequest
from desktop.models.program import Change
from sync.columns import pack_changes
from sync.envelope import seal_request
from sync.errors import SyncError
from sync.parcel import Parcel, open_parcel, own_requests, read_carried, seal_parcel
from sync.protocol import LaneBatch, SyncRequest
from sync.roster import ask_roster, read_roster
from tests.factories import add_learner
from tests.services.near_hub import Laptop, Province
from tests.sync.world import World

_FLIPS = 1_000


@pytest.fixture
def world() -> Iterator[World]:
    """A hub with one centre, in memory."""
    made = World()
    yield made
    made.close()


def _damaged(whole: bytes) -> Iterator[bytes]:
    bits = len(whole) * 8
    for step in range(_FLIPS):
        place = step * bits // _FLIPS if bits > _FLIPS else step % bits
        broken = bytearray(whole)
        broken[place // 8] ^= 1 << place % 8
        yield bytes(broken)
    for length in range(len(whole)):
        yield whole[:length]


def _at_hub(world: World) -> bytes:
    with world.hub.database.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        return "\n".join(raw.iterdump()).encode()


def test_a_small_batch(world: World) -> None:
    laptop = world.join()
    laptop.store.edit(world.record_id(), "learner", {"given": "มะลิ", "nickname": "ดาว"})
    store = laptop.store
    changes = store.pending(1, 0, 10_000)
    batch = LaneBatch(1, 1, len(changes), pack_changes(changes))
    request = SyncRequest(1, laptop.clock(), b"", store.highest(), (batch,))
    sealed = seal_request(request, 1, store.device, laptop.link._key, world.hub.identity)
    before = _at_hub(world)
    for each in _damaged(sealed):
        with pytest.raises(SyncError):
            world.hub.sync(each)
    assert _at_hub(world) == before
    assert world.hub.sync(sealed).accepted[1] == 1
    assert _at_hub(world) != before


def test_a_small_parcel(world: World) -> None:
    first, second = world.join("AA"), world.join("AB")
    first.store.edit(world.record_id(), "learner", {"given": "มะลิ"})
    key, other = first.link._key, second.link._key
    packed = world.hub.roster(ask_roster(first.store.device, key, world.hub.identity))
    hub_key = world.hub._key.public_key().public_bytes_raw()
    roster = read_roster(packed, hub_key, world.hub.identity, world.centre)
    requests, count = own_requests(first.store, key, first.clock(), {}, 1_000, 10_000)
    assert count == 1
    whole = seal_parcel(
        Parcel(packed, tuple(requests)),
        key,
        world.hub.identity,
        first.store.device,
        second.store.device,
        roster.find(second.store.device).seal_key,
    )

    def opened(content: bytes) -> Parcel:
        return open_parcel(
            content, other, second.store.device, world.hub.identity, world.centre, hub_key, b""
        ).parcel

    for each in _damaged(whole):
        with pytest.raises(SyncError):
            opened(each)
    assert opened(whole).requests == tuple(requests)
    # And inside it: a carrier that alters what another laptop signed.
    for each in _damaged(requests[0]):
        with pytest.raises(SyncError):
            read_carried(each, roster)
    for each in _damaged(packed):
        with pytest.raises(SyncError):
            read_roster(each, hub_key, world.hub.identity, world.centre)


def test_a_laptop_that_reads_a_damaged_parcel_is_as_it_was(tmp_path: Path) -> None:
    province = Province(tmp_path)
    first, second = province.join(), province.join()
    first.carrying.find(second.id)
    add_learner(first.workspace)
    whole, _count = first.carrying.parcel_for(bytes.fromhex(second.id), {}, 1 << 20)

    def held(laptop: Laptop) -> list[int | None]:
        with laptop.workspace.read() as session:
            return [
                session.scalar(select(func.count()).select_from(table))
                for table in (Change, CarriedRequest)
            ]

    before = held(second)
    for place in range(0, len(whole), len(whole) // 40):
        for damaged in (whole[:place], whole[:place] + b"\xff" + whole[place:]):
            with pytest.raises(SyncError):
                second.carrying.take_parcel(damaged)
    assert held(second) == before
    assert second.carrying.take_parcel(whole)[1].received
    province.close()
