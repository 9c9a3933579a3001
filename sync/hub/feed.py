"""The change feed of a centre: numbered rows that become visible in their order.

Numbers come from the centre's row, raised in the transaction that fills them. That row stays locked
until the commit, so when a number can be read, every smaller one can be too. A database sequence
would be handed out before the commit, and a reader could pass by rows that commit late.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from sync.hub.scope import Scope
from sync.hub.tables import centre, change, sealing_key
from sync.hub.vault import Place, seal, unseal
from sync.kinds import Lane
from sync.protocol import MAX_CHANGES, Change, FieldWrite

_GENERATION_BYTES: Final = 4
_FEED_BYTES: Final = 6
_MARK_BYTES: Final = 4
_PLACE_BYTES: Final = _FEED_BYTES + _MARK_BYTES
# Two places: attachments are read on their own, so that text never waits behind a photo.
CURSOR_BYTES: Final = _GENERATION_BYTES + 2 * _PLACE_BYTES
_ROWS_AT_ONCE: Final = 2_000
# So few rows are read at once, attachments with text: an ordinary turn's news.
_FEW: Final = 16
# How much smaller news becomes on the wire, roughly.
_SHRINKS: Final = 4

_FIELDS_ENCODER: Final = msgspec.msgpack.Encoder()
_FIELDS_DECODER: Final = msgspec.msgpack.Decoder(dict[str, FieldWrite])


class _Place(msgspec.Struct, frozen=True):
    """A row of the feed by its number, and the mark of the transaction that wrote it."""

    feed: int = 0
    mark: bytes = bytes(_MARK_BYTES)

    def packed(self) -> bytes:
        return self.feed.to_bytes(_FEED_BYTES, "big") + self.mark


class News(msgspec.Struct, frozen=True):
    """A stretch of the feed."""

    changes: tuple[Change, ...]
    cursor: bytes
    more: bool
    reset: bool  # the cursor was not of this store
    ahead: int = 0  # rows of text after this stretch


def take_numbers(connection: Connection, scope: Scope, count: int) -> tuple[int, int]:
    """Take `count` feed numbers; the first, and the data key to seal with.

    Holds the centre until the commit: nobody else changes its records meanwhile.
    """
    last, key = connection.execute(_TAKE_NUMBERS, {**_of(scope), "count": count}).one()
    return int(last) - count + 1, int(key)


def feed_of(connection: Connection, scope: Scope) -> int:
    """The last number of a centre's feed."""
    return int(connection.execute(_FEED, _of(scope)).scalar_one())


def change_place(centre: bytes, record: bytes, stamp: bytes, kind: str) -> Place:
    """Where the fields of a change are sealed for."""
    return Place(b"change.fields", centre, record, stamp, kind.encode())


def pack_fields(fields: dict[str, FieldWrite]) -> bytes:
    """The fields of a change as bytes."""
    return _FIELDS_ENCODER.encode(fields)


def sealed_fields(
    connection: Connection, key: int, scope: Scope, change: Change, packed: bytes
) -> bytes:
    """The fields of a change (as `pack_fields` gives them) as its row keeps them."""
    place = change_place(scope.centre, change.record, change.stamp, change.kind)
    return seal(connection, key, place, packed)


def change_of(connection: Connection, row: Sequence[Any]) -> Change:
    """The change that a row of the feed holds; `row` has the columns of `sa.select(change)`."""
    device, epoch, lane, seq, record, kind, stamp, wall, offset, author, doubtful, fields = row[4:]
    plain = unseal(connection, change_place(row[1], record, stamp, kind), fields)
    return Change(
        record,
        kind,
        _FIELDS_DECODER.decode(plain),
        device,
        epoch,
        lane,
        seq,
        stamp,
        wall,
        offset,
        author,
        doubtful,
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
    claimed = _claimed(generation, cursor)
    until, end, there = _places(connection, scope, {place.feed for place in claimed or ()})
    places = _believed(claimed, there)
    found: list[Change] = []
    room = max(answer_bytes, 0) * _SHRINKS
    reached = []
    starts = places or (_Place(), _Place())
    behind = min(place.feed for place in starts)
    few = None
    if room and 0 < end.feed - behind <= _FEW:
        few = connection.execute(
            _EITHER, {**_of(scope), "after": behind, "until": end.feed, "rows": _FEW}
        ).all()
    for place, attachments in zip(starts, (False, True), strict=True):
        stretch = (place, end)
        if few is None:
            at, room = _read(connection, scope, stretch, attachments, reader, room, found)
        else:
            at, room = _pick(connection, few, stretch, attachments, reader, room, found)
        reached.append(at)
    return News(
        changes=tuple(found),
        cursor=generation + b"".join(at.packed() for at in reached),
        more=any(at.feed < until for at in reached),
        reset=places is None,
        ahead=max(until - reached[0].feed, 0),
    )


def _read(
    connection: Connection,
    scope: Scope,
    stretch: tuple[_Place, _Place],
    attachments: bool,
    reader: tuple[bytes, int],
    room: int,
    found: list[Change],
) -> tuple[_Place, int]:
    """Add what is new in a stretch while there is room; returns how far that was, and the room."""
    at, end = stretch
    while at.feed < end.feed and room > 0:
        rows = connection.execute(
            _ATTACHMENTS if attachments else _TEXT,
            {**_of(scope), "after": at.feed, "until": end.feed, "rows": _ROWS_AT_ONCE},
        ).all()
        last, room = _tell(connection, rows, reader, room, found)
        if last is None and len(rows) == _ROWS_AT_ONCE:
            last = _Place(rows[-1].feed, bytes(rows[-1].mark))
        # Nothing of this sort is left before the end: the place need not stay behind.
        at = last or end
    return at, room


def _pick(
    connection: Connection,
    rows: Sequence[Row[*tuple[Any, ...]]],
    stretch: tuple[_Place, _Place],
    attachments: bool,
    reader: tuple[bytes, int],
    room: int,
    found: list[Change],
) -> tuple[_Place, int]:
    """The same as `_read`, out of rows that hold the whole stretch, of both sorts."""
    at, end = stretch
    if at.feed >= end.feed or room <= 0:
        return at, room
    lane = int(Lane.ATTACHMENTS)
    of_sort = [row for row in rows if row.feed > at.feed and (row.lane == lane) is attachments]
    last, room = _tell(connection, of_sort, reader, room, found)
    return last or end, room


def _tell(
    connection: Connection,
    rows: Sequence[Row[*tuple[Any, ...]]],
    reader: tuple[bytes, int],
    room: int,
    found: list[Change],
) -> tuple[_Place | None, int]:
    """Add what is news to the reader; returns where the room ended, None if it did not."""
    device, epoch = reader
    for row in rows:
        # Its own changes it has; but a doubt about their time it can hear from here alone.
        if row.device != device or row.epoch != epoch or row.doubtful:
            found.append(change_of(connection, row))
            room -= len(row.fields) + 40
        if room <= 0 or len(found) >= MAX_CHANGES:
            return _Place(row.feed, bytes(row.mark)), 0
    return None, room


def _claimed(generation: bytes, cursor: bytes) -> tuple[_Place, ...] | None:
    """Where a cursor says it stands in both readings; None when it is not of this store."""
    if not cursor:
        return _Place(), _Place()
    if len(cursor) != CURSOR_BYTES or cursor[:_GENERATION_BYTES] != generation:
        return None
    places = []
    for start in (_GENERATION_BYTES, _GENERATION_BYTES + _PLACE_BYTES):
        packed = cursor[start : start + _PLACE_BYTES]
        feed = int.from_bytes(packed[:_FEED_BYTES], "big")
        places.append(_Place(feed, packed[_FEED_BYTES:]) if feed else _Place())
    return tuple(places)


def _believed(
    claimed: tuple[_Place, ...] | None, there: dict[int, _Place]
) -> tuple[_Place, ...] | None:
    """The places a cursor claims, None unless the rows there are those it was made from."""
    if claimed is None or any(there[each.feed] != each for each in claimed):
        return None
    return claimed


def _places(
    connection: Connection, scope: Scope, feeds: set[int]
) -> tuple[int, _Place, dict[int, _Place]]:
    """The last number of the feed and its place, and the places of rows.

    A row that is not there, and number 0, is the beginning.
    """
    found = dict.fromkeys(feeds, _Place())
    until, end = 0, _Place()
    rows = connection.execute(_MARKS, {**_of(scope), "feeds": sorted(feeds)})
    for is_end, feed, mark in rows:
        place = _Place(feed, bytes(mark)) if mark is not None and feed else _Place()
        if is_end:
            until, end = feed, place
        else:
            found[feed] = place
    return until, end, found


def _of(scope: Scope) -> dict[str, Any]:
    return {"of_province": scope.province, "of_centre": scope.centre}


def _bound(table: sa.Table) -> sa.ColumnElement[bool]:
    return sa.and_(
        table.c.province == sa.bindparam("of_province"),
        table.c.centre == sa.bindparam("of_centre"),
    )


def _stretch(of_lane: sa.ColumnElement[bool]) -> sa.Select[Any]:
    return (
        sa.select(change)
        .where(
            _bound(change),
            change.c.feed > sa.bindparam("after"),
            change.c.feed <= sa.bindparam("until"),
            of_lane,
        )
        .order_by(change.c.feed)
        .limit(sa.bindparam("rows"))
    )


# Made once: for a turn of one typed word, making the statements cost more than running them.
_FEED: Final = sa.select(centre.c.feed).where(_bound(centre))
_TAKE_NUMBERS: Final = (
    sa.update(centre)
    .where(_bound(centre))
    .values(feed=centre.c.feed + sa.bindparam("count"))
    .returning(centre.c.feed, sa.select(sa.func.max(sealing_key.c.number)).scalar_subquery())
)
# One statement, so of one moment: the feed's last row, and the rows asked for.
_MARKS: Final = sa.union_all(
    sa.select(sa.literal_column("1").label("is_end"), centre.c.feed, change.c.mark)
    .select_from(
        centre.outerjoin(
            change,
            sa.and_(
                change.c.province == centre.c.province,
                change.c.centre == centre.c.centre,
                change.c.feed == centre.c.feed,
            ),
        )
    )
    .where(_bound(centre)),
    sa.select(sa.literal_column("0"), change.c.feed, change.c.mark).where(
        _bound(change), change.c.feed.in_(sa.bindparam("feeds", expanding=True))
    ),
)
_IS_ATTACHMENT: Final = change.c.lane == sa.literal_column(str(int(Lane.ATTACHMENTS)))
_ATTACHMENTS: Final = _stretch(_IS_ATTACHMENT)
_TEXT: Final = _stretch(sa.not_(_IS_ATTACHMENT))
_EITHER: Final = _stretch(sa.true())
