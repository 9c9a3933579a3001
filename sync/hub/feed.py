"""The change feed of a centre: numbered rows that become visible in their order.

Numbers come from the centre's row, raised in the transaction that fills them. That row stays locked
until the commit, so when a number can be read, every smaller one can be too. A database sequence
would be handed out before the commit, and a reader could pass by rows that commit late.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from sync.hub.scope import Scope, within
from sync.hub.tables import centre, change
from sync.protocol import Change, FieldWrite

_GENERATION_BYTES: Final = 4
_FEED_BYTES: Final = 6
_MARK_BYTES: Final = 4
CURSOR_BYTES: Final = _GENERATION_BYTES + _FEED_BYTES + _MARK_BYTES
_START: Final = bytes(_MARK_BYTES)
_ROWS_AT_ONCE: Final = 2_000
# How much smaller news becomes on the wire, roughly.
_SHRINKS: Final = 4

_FIELDS_ENCODER: Final = msgspec.msgpack.Encoder()
_FIELDS_DECODER: Final = msgspec.msgpack.Decoder(dict[str, FieldWrite])


class News(msgspec.Struct, frozen=True):
    """A stretch of the feed."""

    changes: tuple[Change, ...]
    cursor: bytes
    more: bool
    reset: bool  # the cursor was not of this store


def take_numbers(connection: Connection, scope: Scope, count: int) -> int:
    """Take `count` feed numbers; returns the first. Holds the centre until the commit."""
    last = connection.execute(
        sa.update(centre)
        .where(within(centre, scope))
        .values(feed=centre.c.feed + count)
        .returning(centre.c.feed)
    ).scalar_one()
    return int(last) - count + 1


def pack_fields(fields: dict[str, FieldWrite]) -> bytes:
    """The fields of a change as bytes for its row."""
    return _FIELDS_ENCODER.encode(fields)


def unpack_fields(packed: bytes) -> dict[str, FieldWrite]:
    """The reverse of `pack_fields`."""
    return _FIELDS_DECODER.decode(packed)


def change_of(row: Row[tuple[object, ...]]) -> Change:
    """The change that a row of the feed holds."""
    values = row._mapping
    return Change(
        record=values["record"],
        kind=values["kind"],
        fields=unpack_fields(values["fields"]),
        device=values["device"],
        epoch=values["epoch"],
        lane=values["lane"],
        seq=values["seq"],
        stamp=values["stamp"],
        wall_ms=values["wall_ms"],
        offset_ms=values["offset_ms"],
        author=values["author"],
        doubtful=values["doubtful"],
    )


def read_news(
    connection: Connection,
    scope: Scope,
    generation: bytes,
    cursor: bytes,
    reader: tuple[bytes, int],
    answer_bytes: int,
) -> News:
    """What is new for a reader (device, epoch), leaving out what it made in that epoch itself.

    Of its own only those changes are told whose time is doubted.
    """
    # First how far the feed is committed, then the rows: what commits in between comes next time.
    until = connection.execute(sa.select(centre.c.feed).where(within(centre, scope))).scalar_one()
    start, reset = _position(connection, scope, generation, cursor)
    device, epoch = reader
    found: list[Change] = []
    room = max(answer_bytes, 0) * _SHRINKS
    at, mark = start
    while at < until and room > 0:
        rows = connection.execute(
            sa.select(change)
            .where(within(change, scope), change.c.feed > at, change.c.feed <= until)
            .order_by(change.c.feed)
            .limit(_ROWS_AT_ONCE)
        ).all()
        if not rows:
            break
        at, mark, room = _collect(rows, device, epoch, room, found)
    return News(
        changes=tuple(found),
        cursor=generation + at.to_bytes(_FEED_BYTES, "big") + mark,
        more=at < until,
        reset=reset,
    )


def _collect(
    rows: Sequence[Row[tuple[object, ...]]],
    device: bytes,
    epoch: int,
    room: int,
    found: list[Change],
) -> tuple[int, bytes, int]:
    """Add rows while there is room; returns the last feed number passed, its mark, the room."""
    for row in rows:
        values = row._mapping
        # Its own changes it has; but a doubt about their time it can hear from here alone.
        if values["device"] != device or values["epoch"] != epoch or values["doubtful"]:
            found.append(change_of(row))
            room -= len(values["fields"]) + 40
        if room <= 0:
            break
    return values["feed"], values["mark"], room


def _position(
    connection: Connection, scope: Scope, generation: bytes, cursor: bytes
) -> tuple[tuple[int, bytes], bool]:
    """Where a cursor stands, and whether it is not of this store and has to begin anew."""
    start = (0, _START)
    if not cursor:
        return start, False
    if len(cursor) != CURSOR_BYTES or cursor[:_GENERATION_BYTES] != generation:
        return start, True
    feed = int.from_bytes(cursor[_GENERATION_BYTES : _GENERATION_BYTES + _FEED_BYTES], "big")
    mark = cursor[_GENERATION_BYTES + _FEED_BYTES :]
    if feed == 0:
        return start, False
    known = connection.execute(
        sa.select(change.c.mark).where(within(change, scope), change.c.feed == feed)
    ).scalar_one_or_none()
    if known is None or bytes(known) != mark:
        return start, True
    return (feed, mark), False
