"""The store in memory: what counts as being at the hub."""

from __future__ import annotations

import msgspec

from sync.memory import MemoryStore
from sync.ports import Incoming, LinkState
from sync.protocol import Change, FieldWrite

_OTHER = b"neighbou"


def _stamped_twice(store: MemoryStore) -> tuple[Change, Change]:
    """What two copies of a laptop, both with a clock set back, made at one moment."""
    record = bytes(range(16))
    one = Change(
        record, "learner", {"given": FieldWrite("มะลิ")}, _OTHER, 1, 1, 1, bytes(16), 0, 0, b""
    )
    return one, msgspec.structs.replace(one, fields={"phone": FieldWrite("0800000000")}, epoch=2)


def test_a_stamp_made_twice_does_not_stand_for_both_at_the_hub() -> None:
    store = MemoryStore(b"own-own-", lambda: 1)
    one, twin = _stamped_twice(store)
    assert store.take_from_neighbour([one, twin]) == 2
    news = Incoming(LinkState(), store.acknowledged(), (one,), reset=True, offer_again=True)
    store.apply(news)
    assert store.known_at_hub([one])
    assert not store.known_at_hub([twin])
    (offered,) = store.pending(1, 0, 1 << 20)
    assert offered.fields == twin.fields
    # Both under one number: the hub's word takes it, and the other stays.
    store.apply(msgspec.structs.replace(news, changes=(msgspec.structs.replace(one, epoch=2),)))
    assert store.values(one.record) == {"given": "มะลิ", "phone": "0800000000"}
    assert sorted(key[:2] for key in store.log) == [(_OTHER, 1), (_OTHER, 2), (b"own-own-", 1)]
    assert len(store.pending(1, 0, 1 << 20)) == 1
