"""What an attacker does to a hub with a laptop's key in the hand, and what must not come of it.

Each attack ends with an AssertionError where it does harm. Harm is counted in rows, statements and
bytes of memory, never in seconds.
"""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from openpyxl.cell import WriteOnlyCell

from sync.bundle import wrap_requests
from sync.columns import pack_changes, unpack_changes
from sync.envelope import seal_enrolment, seal_request
from sync.errors import Malformed, Rejected, SyncError
from sync.hub import holding
from sync.hub.breach import write_breach
from sync.hub.tables import change as change_table
from sync.hub.tables import held
from sync.protocol import (
    MAX_CHANGES,
    MAX_WRITES,
    Change,
    EnrolRequest,
    FieldWrite,
    LaneBatch,
    SyncRequest,
    Value,
)
from sync.sealing import public_sealing_key
from sync.stamps import make_stamp
from sync.texts import seen
from tests.sync.world import Laptop, World

MOST_MEMORY = 100 << 20
_LANE = 1


def writes(
    laptop: Laptop,
    count: int,
    first: int = 1,
    value: Value = "ก",
    record: bytes = b"",
    field: str = "nickname",
) -> list[Change]:
    """Changes that a laptop made, each of a record of its own unless one is named."""
    device, ms = laptop.store.device, laptop.clock()
    return [
        Change(
            record or seq.to_bytes(16, "big"), "learner", {field: FieldWrite(value)}, device, 1,
            _LANE, seq, make_stamp(ms + seq, 0, device), ms + seq, 0, b"",
        )
        for seq in range(first, first + count)
    ]  # fmt: skip


def request(laptop: Laptop, *batches: Sequence[Change]) -> SyncRequest:
    """A request with these changes; none is refused for what it says of itself."""
    packed = tuple(LaneBatch(_LANE, each[0].seq, len(each), pack_changes(each)) for each in batches)
    return SyncRequest(1, laptop.clock(), b"", (0, 1 << 40, 0, 0), packed, 0)


def sealed(world: World, laptop: Laptop, asked: SyncRequest, number: int) -> bytes:
    """The request as the laptop signs it."""
    return seal_request(asked, number, laptop.store.device, laptop.link._key, world.hub.identity, 0)


def send(world: World, laptop: Laptop, asked: SyncRequest, number: int) -> str:
    """Send it; the code of the refusal, "" when it was answered."""
    try:
        world.hub.sync(sealed(world, laptop, asked, number))
    except SyncError as refusal:
        return refusal.code
    return ""


def stored(world: World, table: sa.Table = change_table) -> int:
    """How many rows there are."""
    with world.hub.database.read() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())


@contextmanager
def little_memory() -> Iterator[None]:
    """What is done inside must do with a hundred megabytes."""
    tracemalloc.start()
    try:
        yield
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < MOST_MEMORY, f"{peak >> 20} MB"


def one_request_of_many(world: World, _folder: Path) -> None:
    """Two kilobytes that say a million changes."""
    laptop = world.join("AA")
    many = writes(laptop, MAX_CHANGES)
    more = writes(laptop, 2_000, MAX_CHANGES + 1)
    asked = request(laptop, many, more)
    assert send(world, laptop, asked, 1) == ""
    assert stored(world) <= MAX_CHANGES
    # The answer told how far it was taken: what is left comes with the next request.
    assert send(world, laptop, request(laptop, more), 2) == ""
    assert stored(world) == MAX_CHANGES + 2_000


def a_liar_about_sizes(world: World, _folder: Path) -> None:
    """One change, says the batch; its columns say as many as fit."""
    laptop = world.join("AA")
    packed = pack_changes(writes(laptop, 1_000))
    lie = LaneBatch(_LANE, 1, 1, packed)
    asked = SyncRequest(1, laptop.clock(), b"", (0, 1, 0, 0), (lie,), 0)
    send(world, laptop, asked, 1)
    assert stored(world) == 0


def a_request_that_unpacks_to_much(world: World, _folder: Path) -> None:
    """Some kilobytes of zeros, packed very well."""
    laptop = world.join("AA")
    zeros = LaneBatch(_LANE, 1, 1, bytes(120 << 20))
    asked = SyncRequest(1, laptop.clock(), b"", (0, 1, 0, 0), (zeros,), 0)
    body = sealed(world, laptop, asked, 1)
    del zeros, asked
    with little_memory(), pytest.raises(Malformed):
        world.hub.sync(body)


def empty_lists(world: World, _folder: Path) -> None:
    """A byte each on the wire, and sixty-four in memory."""
    laptop = world.join("AA")
    empties = b"\xdd" + (3_000_000).to_bytes(4, "big") + b"\x90" * 3_000_000
    one = writes(laptop, 1)
    columns = msgspec.msgpack.decode(pack_changes(one))
    columns[1][0][2][0] = [0, msgspec.Raw(empties)]
    batch = LaneBatch(_LANE, 1, 1, msgspec.msgpack.encode(columns))
    body = sealed(world, laptop, SyncRequest(1, laptop.clock(), b"", (0, 1, 0, 0), (batch,), 0), 1)
    with little_memory(), pytest.raises(Malformed):
        world.hub.sync(body)


def a_bundle_of_many(world: World, _folder: Path) -> None:
    """Sixty requests, none of them large by itself."""
    laptop = world.join("AA")
    key = public_sealing_key(world.hub._key)
    filler = LaneBatch(_LANE, 1 << 40, 1, bytes(3 << 20))
    asked = SyncRequest(1, laptop.clock(), b"", (0, 1, 0, 0), (filler,), 0)
    one = sealed(world, laptop, asked, 0)
    content = wrap_requests([one] * 40, world.hub.identity, laptop.store.device, key)
    assert len(content) < 100_000
    with little_memory(), pytest.raises(Malformed):
        world.hub.accept_bundle(content)
    many = [
        sealed(world, laptop, request(laptop, writes(laptop, 4_000, first)), 0)
        for first in range(1, 28_000, 4_000)
    ]
    world.hub.accept_bundle(wrap_requests(many, world.hub.identity, laptop.store.device, key))
    assert stored(world) <= MAX_CHANGES


def requests_without_end(world: World, _folder: Path) -> None:
    """Request after request: the hub's disk would fill within the hour."""
    laptop, other = world.join("AA"), world.join("AB")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sync.hub.budget.MOST_WORK", 1_500)
        codes = [
            send(world, laptop, request(laptop, writes(laptop, 100, 100 * place + 1)), place + 1)
            for place in range(20)
        ]
        assert codes == [""] * 14 + ["too_much"] * 6
        # It is not shut out, and nobody else is held up.
        assert send(world, other, request(other, writes(other, 100)), 1) == ""
        world.clock.ms += 3_600_000
        assert send(world, laptop, request(laptop, writes(laptop, 100, 1_401)), 99) == ""


def a_record_written_without_end(world: World, _folder: Path) -> None:
    """Thousands of writes of one record, for every other laptop to merge."""
    laptop, other = world.join("AA"), world.join("AB")
    record = world.record_id()
    many = writes(laptop, MAX_WRITES + 500, record=record)
    assert send(world, laptop, request(laptop, many), 1) == ""
    assert other.sync().received <= MAX_WRITES


def a_name_without_end(world: World, _folder: Path) -> None:
    """A name of a hundred thousand letters, that no page and no cell can hold."""
    laptop, other = world.join("AA"), world.join("AB")
    send(world, laptop, request(laptop, writes(laptop, 1, value="ก" * 100_000)), 1)
    assert other.sync().received == 0


def a_name_with_nothing_in_it(world: World, folder: Path) -> None:
    """A NUL in a name: no workbook can be written with it."""
    laptop, other = world.join("AA"), world.join("AB")
    send(world, laptop, request(laptop, writes(laptop, 1, value="มะ\x00ลิ", field="given")), 1)
    assert other.sync().received == 0
    with world.hub.database.read() as connection:
        write_breach(connection, laptop.store.device, folder / "breach.xlsx", world.clock())


def a_name_that_was_there_before(world: World, folder: Path) -> None:
    """The same, in a hub that took it before texts were bounded."""
    laptop = world.join("AA")
    send(world, laptop, request(laptop, writes(laptop, 1, value="มะลิ", field="given")), 1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sync.hub.keeping.text_fault", _no_fault)
        more = writes(laptop, 1, 2, value="มะ\x00ลิ", field="given")
        assert send(world, laptop, request(laptop, more), 2) == ""
    written: list[str] = []

    def cell(sheet: Any, text: str) -> Any:
        # A cell that is refused would leave the writers of the book half way.
        written.append(text)
        return WriteOnlyCell(sheet, seen(text))

    with pytest.MonkeyPatch.context() as patch, world.hub.database.read() as connection:
        patch.setattr("sync.hub.breach.WriteOnlyCell", cell)
        write_breach(connection, laptop.store.device, folder / "b.xlsx", world.clock())
    assert any("มะ" in text for text in written)
    assert not any("\x00" in text for text in written)


def _no_fault(_kind: str, _name: str, _value: Value) -> str:
    return ""


def a_revoked_laptop_that_goes_on(world: World, _folder: Path) -> None:
    """What it sends is kept for a person, and must not grow without end."""
    laptop = world.join("AA")
    world.hub.revoke(laptop.store.device)
    for place in range(6):
        asked = request(laptop, writes(laptop, 6_000, 6_000 * place + 1))
        assert send(world, laptop, asked, place + 1) == "revoked"
    again = request(laptop, writes(laptop, 6_000))
    before = stored(world, held)
    assert send(world, laptop, again, 50) == "revoked"
    assert stored(world, held) == before
    (line,) = world.hub.held()
    assert 6_000 <= line.changes <= MAX_CHANGES


def the_page_of_a_flooded_hub(world: World, _folder: Path) -> None:
    """The staff's page tells how much is held without unfolding any of it."""
    laptop = world.join("AA")
    world.hub.revoke(laptop.store.device)
    send(world, laptop, request(laptop, writes(laptop, 500)), 1)
    unfolded: list[int] = []

    def counted(packed: bytes) -> list[Change]:
        unfolded.append(len(packed))
        return unpack_changes(packed)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(holding, "unpack_changes", counted)
        (line,) = world.hub.held()
    assert line.changes == 500
    assert not unfolded


def a_stranger(world: World, _folder: Path) -> None:
    """Without a key that the hub knows nothing is unpacked."""
    laptop = world.join("AA")
    key = Ed25519PrivateKey.generate()
    body = seal_request(
        request(laptop, writes(laptop, 10)), 1, laptop.store.device, key, world.hub.identity, 0
    )
    _refused_unread(world, body, "bad_signature")
    unknown = seal_request(
        request(laptop, writes(laptop, 10)), 1, bytes(8), key, world.hub.identity, 0
    )
    _refused_unread(world, unknown, "unknown_device")


def one_that_is_known_to_be_revoked(world: World, _folder: Path) -> None:
    """A revoked laptop with much behind it: its requests are looked at no more."""
    laptop = world.join("AA")
    assert send(world, laptop, request(laptop, writes(laptop, 10)), 1) == ""
    world.hub.revoke(laptop.store.device)
    body = sealed(world, laptop, request(laptop, writes(laptop, 10, 11)), 2)
    with pytest.raises(Rejected, match="revoked"):
        world.hub.sync(body)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sync.hub.service.hold", lambda *_rest: None)
        _refused_unread(world, sealed(world, laptop, request(laptop), 3), "revoked")


def guessing_codes(world: World, _folder: Path) -> None:
    """Hundreds of wrong codes, while somebody honest joins."""
    told = {_joins(world, "22222-22222", "192.0.2.1") for _ in range(300)}
    assert told == {"bad_code", "too_many_tries"}
    assert _joins(world, world.hub.make_code(world.centre), "192.0.2.2") == ""
    assert _joins(world, "22222-22222", "192.0.2.2") == "bad_code"


def _joins(world: World, code: str, address: str) -> str:
    key = Ed25519PrivateKey.from_private_bytes(world.random.randbytes(32))
    public = key.public_key().public_bytes_raw()
    asked = EnrolRequest(code, world.random.randbytes(8), public, "เครื่อง", "AA", b"")
    try:
        world.hub.enrol(seal_enrolment(asked, key), address)
    except SyncError as refusal:
        return refusal.code
    return ""


def _refused_unread(world: World, body: bytes, code: str) -> None:
    read: list[int] = []

    def unpacked(packed: bytes, *_rest: int) -> bytes:
        read.append(len(packed))
        raise Malformed("bad_message")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sync.envelope.unpack", unpacked)
        with pytest.raises((Rejected, Malformed)) as refusal:
            world.hub.sync(body)
    assert refusal.value.code == code
    assert not read


Attack = Callable[[World, Path], None]
