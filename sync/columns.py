"""Changes side by side: what repeats is said once, what grows evenly is said as differences.

Nothing here compresses: it arranges the bytes so that zstd (`sync.packing`) finds little to do.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeVar

import msgspec

from sync.errors import Malformed
from sync.protocol import (
    MAX_BASES,
    MAX_CONTAINERS,
    MAX_FIELDS,
    MAX_NAME,
    RECORD_BYTES,
    Change,
    Code,
    FieldWrite,
    Room,
    Value,
)
from sync.stamps import DEVICE_BYTES, STAMP_BYTES, stamp_counter, stamp_device, stamp_ms
from sync.value_columns import Column, column_weight, pack_column, unpack_column

_Item = TypeVar("_Item", bound=Hashable)

_TIME_BYTES: Final = 6  # a UUIDv7 begins with its milliseconds
_BEGIN_CONTAINERS: Final = bytes([*range(0x80, 0xA0), *range(0xDC, 0xE0)])
_SIGNS: Final = (0, -1)  # what is left of a number of at most 53 bits, shifted out


class _Shape(msgspec.Struct, frozen=True, array_like=True):
    """Changes of one kind that write the same fields, and those fields' values."""

    kind: str
    fields: tuple[str, ...]
    columns: tuple[Column, ...]


class _Origin(msgspec.Struct, frozen=True, array_like=True):
    device: bytes
    epoch: int
    lane: int
    first_seq: int


class _Changes(msgspec.Struct, frozen=True, array_like=True):
    """The columns; an index column that would be all zeros is left empty."""

    count: int
    shapes: tuple[_Shape, ...]
    shape: tuple[int, ...]
    origins: tuple[_Origin, ...]
    origin: tuple[int, ...]
    skips: tuple[int, ...]  # seq minus the expected one of its origin
    stamp_ms: tuple[int, ...]  # differences
    counters: tuple[int, ...]
    stampers: tuple[tuple[int, bytes], ...]  # (place, device) where not its origin made the stamp
    record_ms: tuple[int, ...]  # minus the stamp's
    record_tails: bytes
    wall_ms: tuple[int, ...]  # what corrected wall time differs by from the stamp
    offsets: tuple[int | None, ...]
    offset: tuple[int, ...]
    authors: tuple[bytes, ...]
    author: tuple[int, ...]
    bases: tuple[bytes | tuple[bytes, ...], ...]
    doubtful: tuple[int, ...]


_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODER: Final = msgspec.msgpack.Decoder(_Changes)


def pack_changes(changes: Sequence[Change]) -> bytes:
    """The columnar form, in the order given.

    Raises:
        OverflowError: for a whole number beyond 64 bits.
    """
    shapes: dict[tuple[str, tuple[str, ...]], int] = {}
    rows: list[list[Change]] = []
    shape_index = []
    for change in changes:
        key = (change.kind, tuple(change.fields))
        index = shapes.setdefault(key, len(shapes))
        if index == len(rows):
            rows.append([])
        rows[index].append(change)
        shape_index.append(index)
    origins, origin, skips = _origins(changes)
    times = [stamp_ms(change.stamp) for change in changes]
    offsets, offset = _table([change.offset_ms for change in changes])
    authors, author = _table([change.author for change in changes])
    return _ENCODER.encode(
        _Changes(
            count=len(changes),
            shapes=tuple(
                _Shape(
                    kind,
                    fields,
                    tuple(
                        pack_column([row.fields[name].value for row in rows[index]])
                        for name in fields
                    ),
                )
                for (kind, fields), index in shapes.items()
            ),
            shape=_unless_zero(shape_index),
            origins=origins,
            origin=_unless_zero(origin),
            skips=_unless_zero(skips),
            stamp_ms=tuple(after - before for before, after in pairwise([0, *times])),
            counters=_unless_zero([stamp_counter(change.stamp) for change in changes]),
            stampers=tuple(
                (place, stamp_device(change.stamp))
                for place, change in enumerate(changes)
                if stamp_device(change.stamp) != change.device
            ),
            record_ms=tuple(
                int.from_bytes(change.record[:_TIME_BYTES], "big") - ms
                for change, ms in zip(changes, times, strict=True)
            ),
            record_tails=b"".join(change.record[_TIME_BYTES:] for change in changes),
            wall_ms=_unless_zero(
                [
                    change.wall_ms + (change.offset_ms or 0) - ms
                    for change, ms in zip(changes, times, strict=True)
                ]
            ),
            offsets=tuple(offsets),
            offset=_unless_zero(offset),
            authors=tuple(authors),
            author=_unless_zero(author),
            bases=_packed_bases(changes),
            doubtful=tuple(i for i, change in enumerate(changes) if change.doubtful),
        )
    )


def unpack_changes(packed: bytes, room: Room | None = None) -> list[Change]:
    """The changes of a columnar form, each checked for shape; they use up `room`.

    Raises:
        Malformed: when the bytes are not such a form; nothing of it may then be used.
    """
    if not packed:
        return []
    if len(packed) > MAX_CONTAINERS and _containers(packed) > MAX_CONTAINERS:
        # An empty list is one byte here and sixty-four in memory.
        raise Malformed(Code.TOO_LARGE, bytes=len(packed))
    try:
        columns = _DECODER.decode(packed)
        if columns.count < 0:
            raise Malformed(Code.BAD_MESSAGE, reason="count")
        room = room or Room()
        room.take(changes=columns.count)
        return _rows(columns, room)
    except (msgspec.MsgspecError, ValueError, IndexError, OverflowError, RecursionError) as error:
        # The text of the error may quote the data, so only its kind goes on.
        raise Malformed(Code.BAD_MESSAGE, reason=type(error).__name__) from None


def _containers(packed: bytes) -> int:
    """At most so many lists and maps are in there: the bytes that can begin one."""
    return len(packed) - len(packed.translate(None, _BEGIN_CONTAINERS))


def _rows(columns: _Changes, room: Room) -> list[Change]:
    count = columns.count
    _check_tables(columns)
    shape_of = _index(columns.shape, count, len(columns.shapes))
    origin_of = _index(columns.origin, count, len(columns.origins))
    skips = _full(columns.skips, count)
    differences = _full(columns.stamp_ms, count)
    counters = _full(columns.counters, count)
    record_ms = _full(columns.record_ms, count)
    walls = _full(columns.wall_ms, count)
    offset_of = _index(columns.offset, count, len(columns.offsets))
    author_of = _index(columns.author, count, len(columns.authors))
    tails = columns.record_tails
    tail_bytes = RECORD_BYTES - _TIME_BYTES
    if len(tails) != tail_bytes * count:
        raise ValueError("columns of unequal length")
    doubtful = set(columns.doubtful)
    stampers = dict(columns.stampers)
    sizes = [0] * len(columns.shapes)
    for index in shape_of:
        sizes[index] += 1
    cells = sum(len(each.fields) * size for each, size in zip(columns.shapes, sizes, strict=True))
    room.take(cells=cells)
    writes = _all_writes(columns, sizes, shape_of, room)
    expected = [origin.first_seq for origin in columns.origins]
    shapes, origins = columns.shapes, columns.origins
    offsets, authors = columns.offsets, columns.authors
    changes = []
    ms = 0
    for i in range(count):
        origin = origins[origin_of[i]]
        seq = expected[origin_of[i]] + skips[i]
        expected[origin_of[i]] = seq + 1
        ms += differences[i]
        offset_ms = offsets[offset_of[i]]
        wall_ms = walls[i] + ms - (offset_ms or 0)
        if seq < 1 or wall_ms >> 53 not in _SIGNS:
            raise Malformed(Code.BAD_MESSAGE)
        # `to_bytes` refuses a time or a counter outside its bits.
        stamp = (
            ms.to_bytes(_TIME_BYTES, "big")
            + counters[i].to_bytes(2, "big")
            + (stampers.get(i, origin.device) if stampers else origin.device)
        )
        changes.append(
            Change(
                (ms + record_ms[i]).to_bytes(_TIME_BYTES, "big")
                + tails[tail_bytes * i : tail_bytes * (i + 1)],
                shapes[shape_of[i]].kind,
                next(writes[shape_of[i]]),
                origin.device,
                origin.epoch,
                origin.lane,
                seq,
                stamp,
                wall_ms,
                offset_ms,
                authors[author_of[i]],
                i in doubtful,
            )
        )
    return changes


def _check_tables(columns: _Changes) -> None:
    """Check the shape of what many changes share, once for all of them."""
    for origin in columns.origins:
        if len(origin.device) != DEVICE_BYTES or origin.epoch < 1 or not 0 <= origin.lane < 16:
            raise Malformed(Code.BAD_MESSAGE)
    if any(len(device) != DEVICE_BYTES for _, device in columns.stampers):
        raise Malformed(Code.BAD_MESSAGE)
    if any(len(author) not in (0, 16) for author in columns.authors):
        raise Malformed(Code.BAD_MESSAGE)
    if any((offset or 0) >> 53 not in _SIGNS for offset in columns.offsets):
        raise Malformed(Code.BAD_MESSAGE)
    for shape in columns.shapes:
        if len(shape.columns) != len(shape.fields):
            raise ValueError("a shape without its columns")
        if not _is_name(shape.kind) or not 0 < len(shape.fields) <= MAX_FIELDS:
            raise Malformed(Code.BAD_MESSAGE)
        if not all(map(_is_name, shape.fields)):
            raise Malformed(Code.BAD_MESSAGE)


def _is_name(text: str) -> bool:
    return 0 < len(text) <= MAX_NAME and text.isprintable()


def _all_writes(
    columns: _Changes, sizes: list[int], shape_of: Sequence[int], room: Room
) -> list[Iterator[dict[str, FieldWrite]]]:
    """For each shape the fields of its changes, one after another."""
    values = _bounded_values(columns.shapes, sizes, room)
    if not columns.bases:
        return [
            iter(
                [
                    dict(zip(shape.fields, map(FieldWrite, row), strict=True))
                    for row in zip(*rows, strict=True)
                ]
            )
            for shape, rows in zip(columns.shapes, values, strict=True)
        ]
    if len(columns.bases) != columns.count:
        raise ValueError("columns of unequal length")
    bases_of: list[list[bytes | tuple[bytes, ...]]] = [[] for _ in columns.shapes]
    for index, bases in zip(shape_of, columns.bases, strict=True):
        bases_of[index].append(bases)
    return [
        iter(
            [
                _writes(shape.fields, row, its)
                for row, its in zip(zip(*rows, strict=True), own, strict=True)
            ]
        )
        for shape, rows, own in zip(columns.shapes, values, bases_of, strict=True)
    ]


def _bounded_values(
    shapes: tuple[_Shape, ...], sizes: list[int], room: Room
) -> list[list[list[Value]]]:
    """Unpack every column; one value said once for thousands of rows must not fill the disk."""
    values = []
    for shape, size in zip(shapes, sizes, strict=True):
        rows = []
        for column in shape.columns:
            unpacked = unpack_column(column, size)
            room.take(weight=column_weight(unpacked))
            rows.append(unpacked)
        values.append(rows)
    return values


def _writes(
    names: tuple[str, ...], row: tuple[Value, ...], bases: bytes | tuple[bytes, ...]
) -> dict[str, FieldWrite]:
    if isinstance(bases, bytes):
        shared = _split(bases)
        return {name: FieldWrite(value, shared) for name, value in zip(names, row, strict=True)}
    return {
        name: FieldWrite(value, _split(own))
        for name, value, own in zip(names, row, bases, strict=True)
    }


def _split(bases: bytes) -> tuple[bytes, ...]:
    if not bases:
        return ()
    if len(bases) % STAMP_BYTES:
        raise ValueError("bases that are not whole stamps")
    if len(bases) > MAX_BASES * STAMP_BYTES:
        raise Malformed(Code.BAD_MESSAGE)
    return tuple(bases[at : at + STAMP_BYTES] for at in range(0, len(bases), STAMP_BYTES))


def _packed_bases(changes: Sequence[Change]) -> tuple[bytes | tuple[bytes, ...], ...]:
    found: list[bytes | tuple[bytes, ...]] = []
    for change in changes:
        if not any(write.bases for write in change.fields.values()):
            found.append(b"")
            continue
        own = [b"".join(write.bases) for write in change.fields.values()]
        found.append(own[0] if all(each == own[0] for each in own) else tuple(own))
    return tuple(found) if any(found) else ()


def _origins(changes: Sequence[Change]) -> tuple[tuple[_Origin, ...], list[int], list[int]]:
    known: dict[tuple[bytes, int, int], int] = {}
    origins: list[_Origin] = []
    expected: list[int] = []
    index, skips = [], []
    for change in changes:
        key = (change.device, change.epoch, change.lane)
        at = known.setdefault(key, len(known))
        if at == len(origins):
            origins.append(_Origin(*key, change.seq))
            expected.append(change.seq)
        index.append(at)
        skips.append(change.seq - expected[at])
        expected[at] = change.seq + 1
    return tuple(origins), index, skips


def _table(items: Iterable[_Item]) -> tuple[list[_Item], list[int]]:
    """The distinct items in order of first appearance, and each item's place among them."""
    known: dict[_Item, int] = {}
    index = [known.setdefault(item, len(known)) for item in items]
    return list(known), index


def _unless_zero(numbers: Sequence[int]) -> tuple[int, ...]:
    return tuple(numbers) if any(numbers) else ()


def _full(numbers: tuple[int, ...], count: int) -> tuple[int, ...]:
    if not numbers:
        return (0,) * count
    if len(numbers) != count:
        raise ValueError("columns of unequal length")
    return numbers


def _index(numbers: tuple[int, ...], count: int, size: int) -> tuple[int, ...]:
    full = _full(numbers, count)
    if count and not (min(full) >= 0 and max(full) < size):
        raise ValueError("an index outside its table")
    return full
