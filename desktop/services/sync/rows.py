"""Rows of the change log as they go over the wire."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Row
from sqlalchemy.orm import Session

from desktop.models.program import Change, DeviceState
from sync import protocol


def to_protocol(row: Change) -> protocol.Change:
    """Return a row of the change log as it goes over the wire."""
    return protocol.Change(
        record=row.record_id.bytes,
        kind=row.kind,
        fields={
            name: protocol.FieldWrite(entry[0], tuple(entry[1]))
            for name, entry in row.fields.items()
        },
        device=row.device,
        epoch=row.epoch,
        lane=row.lane,
        seq=row.seq,
        stamp=row.stamp,
        wall_ms=row.wall_ms,
        offset_ms=row.offset_ms,
        author=row.author.bytes if row.author else b"",
        doubtful=row.doubtful,
    )


_COLUMNS = (
    "record_id, kind, fields, device, epoch, lane, seq, stamp, wall_ms, offset_ms, author, doubtful"
)
_OWN = (
    f"SELECT {_COLUMNS} FROM change "  # nosec B608 - our own names
    "WHERE device = ? AND epoch = ? AND lane = ? AND seq > ? ORDER BY seq LIMIT ?"
)
# The third part of an entry, the value before, is no part of a write and is passed over.
_FIELDS = msgspec.msgpack.Decoder(dict[str, protocol.FieldWrite])
_ROW_BYTES = 170  # of a change besides its fields, as the engine weighs it


def own_changes(
    session: Session, device: DeviceState, lane: int, after: int, rows: int
) -> list[tuple[protocol.Change, int]]:
    """Return at most `rows` own changes of a lane after a seq, in order, and about their bytes.

    Rows as the driver gives them: a mapped object costs many times as much.
    """
    found = session.connection().exec_driver_sql(
        _OWN, (device.device, device.epoch, lane, after, rows)
    )
    return [(_change_of(row), _ROW_BYTES + len(row[2])) for row in found]


def changes_of(session: Session, records: Sequence[bytes]) -> list[protocol.Change]:
    """Return the logged changes of some records (a few hundred at most)."""
    marks = ", ".join("?" * len(records))
    found = session.connection().exec_driver_sql(
        f"SELECT {_COLUMNS} FROM change WHERE record_id IN ({marks})",  # nosec B608
        tuple(records),
    )
    return [_change_of(row) for row in found]


def _change_of(row: Row[*tuple[Any, ...]]) -> protocol.Change:
    record, kind, fields, device, epoch, lane, seq, stamp, wall_ms, offset_ms, author, doubt = row
    return protocol.Change(
        record,
        kind,
        _FIELDS.decode(fields),
        device,
        epoch,
        lane,
        seq,
        stamp,
        wall_ms,
        offset_ms,
        author or b"",
        bool(doubt),
    )
