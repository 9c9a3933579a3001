"""The columnar form: everything comes back exactly, and nothing broken comes through."""

from __future__ import annotations

from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.columns import pack_changes, unpack_changes
from sync.dictionaries.invented import belongings, learner, record_id
from sync.errors import Malformed
from sync.packing import pack, unpack
from sync.protocol import MAX_DEPTH, Change, FieldWrite
from sync.stamps import make_stamp
from sync.value_columns import pack_column, unpack_column

_scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**64 - 1),
    st.floats(allow_nan=False),
    st.text(),
    st.binary(max_size=20),
    st.dates().map(lambda day: day.isoformat()),
)
_values: st.SearchStrategy[Any] = st.recursive(
    _scalars,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
_stamps = st.binary(min_size=16, max_size=16)
_devices = st.sampled_from([bytes(8), b"device-a", b"device-b"])


@st.composite
def _changes(draw: st.DrawFn) -> Change:
    names = draw(st.lists(st.sampled_from(["given", "phone", "note"]), min_size=1, unique=True))
    return Change(
        record=draw(st.binary(min_size=16, max_size=16)),
        kind=draw(st.sampled_from(["learner", "contact"])),
        fields={
            name: FieldWrite(draw(_values), tuple(draw(st.lists(_stamps, max_size=3))))
            for name in names
        },
        device=draw(_devices),
        epoch=draw(st.integers(1, 3)),
        lane=draw(st.integers(0, 3)),
        seq=draw(st.integers(1, 2**40)),
        stamp=make_stamp(
            draw(st.integers(0, 2**48 - 1)), draw(st.integers(0, 65535)), draw(_devices)
        ),
        wall_ms=draw(st.integers(-(2**50), 2**50)),
        offset_ms=draw(st.none() | st.integers(-(2**50), 2**50)),
        author=draw(st.sampled_from([b"", bytes(16)])),
        doubtful=draw(st.booleans()),
    )


@given(st.lists(_changes(), max_size=12))
def test_changes_come_back_exactly(changes: list[Change]) -> None:
    back = unpack_changes(pack_changes(changes))
    assert back == changes
    assert msgspec.msgpack.encode(back) == msgspec.msgpack.encode(changes)


@given(st.lists(_values, min_size=1, max_size=12))
def test_a_column_comes_back_exactly(values: list[Any]) -> None:
    # Over the wire, and compared by type too: 1, 1.0 and True are three values.
    column = msgspec.msgpack.decode(msgspec.msgpack.encode(pack_column(values)))
    back = unpack_column(column, len(values))
    assert msgspec.msgpack.encode(back) == msgspec.msgpack.encode(values)


@pytest.mark.parametrize(
    "values",
    [
        ["2026-11-22", None, "2026-01-01"],
        ["2026-11-22", "2026-11", "2569"],
        ["สมหมาย", "", "แก้ว", "น้ำ"],
        ["สมหมาย", "☃", "x", "y"],
        [bytes(16), bytes(range(16)), b"\xff" * 16],
        [b"\xff" * 16, bytes(15), b""],
        [1, True, 1.0],
        ["ก"] * 9 + ["ข"],
    ],
)
def test_each_form_of_column(values: list[Any]) -> None:
    assert [repr(each) for each in unpack_column(pack_column(values), len(values))] == [
        repr(each) for each in values
    ]


def _batch(count: int) -> list[Change]:
    random = Random(5)
    village = record_id(random, 1_795_000_000_000)
    found: list[Change] = []
    for number in range(count):
        ms = 1_795_000_000_000 + number
        record, kind, fields = learner(random, ms, village, number)
        every = [(record, kind, fields), *belongings(random, ms, record)]
        for each_record, each_kind, each_fields in every:
            found.append(
                Change(
                    each_record,
                    each_kind,
                    {name: FieldWrite(value) for name, value in each_fields.items()},
                    b"device-a",
                    1,
                    1,
                    len(found) + 1,
                    make_stamp(ms, 0, b"device-a"),
                    ms,
                    None,
                    bytes(16),
                )
            )
    return found


def test_a_real_batch_comes_back_and_is_small() -> None:
    changes = _batch(40)
    packed = pack(pack_changes(changes))
    assert unpack_changes(unpack(packed)) == changes
    naive = len(msgspec.msgpack.encode(changes))
    assert len(packed) * 8 < naive


@pytest.mark.parametrize("cut", range(0, 400, 7))
def test_a_truncated_batch_is_refused(cut: int) -> None:
    whole = pack_changes(_batch(1))
    if cut < len(whole):
        with pytest.raises(Malformed):
            unpack_changes(whole[:cut] or b"\xc1")


@given(st.integers(0, 10**6), st.integers(0, 7))
def test_a_flipped_bit_is_refused_or_gives_whole_changes(place: int, bit: int) -> None:
    packed = bytearray(pack_changes(_batch(1)))
    packed[place % len(packed)] ^= 1 << bit
    try:
        changes = unpack_changes(bytes(packed))
    except Malformed:
        return
    assert all(len(each.record) == 16 and len(each.stamp) == 16 for each in changes)


@given(st.binary(max_size=300))
def test_garbage_is_refused(garbage: bytes) -> None:
    for read in (lambda: unpack(garbage), lambda: unpack_changes(b"\x92" + garbage)):
        try:
            read()
        except Malformed:
            continue


def test_deep_nesting_is_refused() -> None:
    value: Any = 1
    for _ in range(MAX_DEPTH + 1):
        value = [value]
    batch = _batch(1)[:1]
    batch[0].fields["note"] = FieldWrite(value)
    with pytest.raises(Malformed):
        unpack_changes(pack_changes(batch))
    with pytest.raises(Malformed):
        unpack_changes(b"\x91" * 100_000)


def test_a_small_message_cannot_unfold_without_bound() -> None:
    with pytest.raises(Malformed):
        unpack(pack(bytes(40 << 20)))
    heavy = [
        msgspec.structs.replace(each, kind="note", fields={"text": FieldWrite("ก" * 20_000)})
        for each in _batch(200)
    ]
    with pytest.raises(Malformed):
        unpack_changes(pack_changes(heavy))
