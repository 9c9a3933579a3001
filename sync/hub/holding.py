"""What revoked laptops sent: kept apart, looked at by staff, taken in or thrown away by them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set
from itertools import groupby
from typing import Any, Final

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from sync.bundle import open_bundle
from sync.columns import pack_changes, unpack_changes
from sync.envelope import open_request, read_request
from sync.errors import Rejected
from sync.hub.scope import Scope, within
from sync.hub.tables import device, held, record
from sync.hub.tables import hub as hub_table
from sync.hub.vault import Place, current_key, seal, unseal, vault_of
from sync.protocol import MAX_CHANGES, Change, Code, Room, SyncRequest, Value, without_values

# A held body that lost an erased person can bear its author's signature no longer: it begins with
# this byte, which is the version of no request and of no bundle, and holds the requests as read.
_OPENED: Final = b"\x00"
_BUNDLE: Final = b"TAMBONS"
_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODER: Final = msgspec.msgpack.Decoder(tuple[SyncRequest, ...])
_AT_ONCE: Final = 500

MOST_REQUESTS: Final = 500
"""What is held of one laptop."""

_MOST_BYTES: Final = 16 << 20  # of one request or bundle, its changes in columns
_KINDS_ENCODER: Final = msgspec.msgpack.Encoder()
_KINDS_DECODER: Final = msgspec.msgpack.Decoder(dict[str, int])


class HeldLine(msgspec.Struct, frozen=True):
    """What is held of one revoked laptop."""

    device: str  # hex
    letters: str
    centre: str  # hex
    requests: int
    newest_ms: int
    changes: int
    records: dict[str, int]  # changed records by kind


class HeldChange(msgspec.Struct, frozen=True):
    """One change as staff look at it."""

    record: str  # hex
    kind: str
    wall_ms: int  # by the laptop's own clock
    author: str  # hex
    fields: dict[str, Value]


def hold(
    connection: Connection,
    sender: bytes,
    number: int,
    content: bytes,
    scope: Scope,
    hub_ms: int,
    most_changes: int = MAX_CHANGES,
) -> None:
    """Keep what a revoked laptop sent, the same thing only once; its signature was looked at.

    There is a bound to what is kept of one laptop. Beyond it nothing more is: all of it is on
    that laptop still, and staff take in or throw away what is here.
    """
    sums = sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(held.c.changes), 0))
    requests, changes = connection.execute(sums.where(held.c.device == sender)).one()
    if requests >= MOST_REQUESTS or changes >= most_changes:
        return
    known = {_name(each) for each in held_changes(connection, sender)}
    records = {name[-1] for name in known}
    kinds = Counter[str]()
    counted = size = 0
    for request in _requests_in(connection, sender, content):
        room = Room()
        for batch in request.batches:
            size += len(batch.changes)
            for each in unpack_changes(batch.changes, room):
                if _name(each) not in known:
                    known.add(_name(each))
                    counted += 1
                    if each.record not in records:
                        kinds[each.kind] += 1
                    records.add(each.record)
        if changes + counted > most_changes or size > _MOST_BYTES:
            return
    if not counted:
        return
    number = _free(connection, sender, number)
    connection.execute(
        sa.insert(held),
        {
            "province": scope.province,
            "centre": scope.centre,
            "device": sender,
            "request_no": number,
            "hub_ms": hub_ms,
            "body": _sealed(connection, scope.centre, sender, number, content),
            "changes": counted,
            "kinds": _KINDS_ENCODER.encode(kinds),
        },
    )
    touched = sorted(records)
    erased: set[bytes] = set()
    for at in range(0, len(touched), _AT_ONCE):
        found = connection.execute(
            sa.select(record.c.record).where(
                within(record, scope),
                record.c.record.in_(touched[at : at + _AT_ONCE]),
                record.c.erased,
            )
        )
        erased.update(bytes(each) for each in found.scalars())
    erase_held(connection, scope, erased)


def list_held(connection: Connection) -> list[HeldLine]:
    """What is held, by centre and letters; told by what was counted when it came."""
    rows = connection.execute(
        sa.select(
            held.c.device,
            held.c.centre,
            held.c.hub_ms,
            held.c.changes,
            held.c.kinds,
            device.c.letters,
        )
        .join(device, held.c.device == device.c.device)
        .order_by(device.c.province, device.c.centre, device.c.letters, held.c.device)
    )
    lines = []
    for identity, of_device in groupby(rows, key=lambda row: bytes(row.device)):
        own = list(of_device)
        kinds = Counter[str]()
        for row in own:
            kinds.update(_KINDS_DECODER.decode(row.kinds))
        lines.append(
            HeldLine(
                device=identity.hex(),
                letters=own[0].letters,
                centre=bytes(own[0].centre).hex(),
                requests=len(own),
                newest_ms=max(row.hub_ms for row in own),
                changes=sum(row.changes for row in own),
                records={kind: kinds[kind] for kind in sorted(kinds)},
            )
        )
    return lines


def count_held(connection: Connection) -> None:
    """Count what was held before it was counted as it came."""
    uncounted = connection.execute(
        sa.select(held.c.device).where(held.c.changes.is_(None)).distinct()
    )
    for identity in [bytes(each) for each in uncounted.scalars()]:
        changes = held_changes(connection, identity)
        kinds = Counter({each.record: each.kind for each in changes}.values())
        of_device = held.c.device == identity
        first = connection.execute(sa.select(sa.func.min(held.c.request_no)).where(of_device))
        nothing = {"changes": 0, "kinds": _KINDS_ENCODER.encode({})}
        connection.execute(sa.update(held).where(of_device).values(**nothing))
        connection.execute(
            sa.update(held)
            .where(of_device, held.c.request_no == first.scalar_one())
            .values(changes=len(changes), kinds=_KINDS_ENCODER.encode(kinds))
        )


def show_held(connection: Connection, identity: bytes) -> list[HeldChange]:
    """The changes that are held of a laptop, in their order.

    Raises:
        Rejected: nothing_held.
    """
    changes = held_changes(connection, identity)
    if not changes:
        raise Rejected("nothing_held", device=identity.hex())
    return [
        HeldChange(
            record=each.record.hex(),
            kind=each.kind,
            wall_ms=each.wall_ms,
            author=each.author.hex(),
            fields={name: write.value for name, write in each.fields.items()},
        )
        for each in changes
    ]


def held_requests(connection: Connection, identity: bytes) -> list[SyncRequest]:
    """What is held of a laptop, oldest first."""
    rows = connection.execute(
        sa.select(held).where(held.c.device == identity).order_by(held.c.hub_ms, held.c.request_no)
    )
    return [each for row in rows.all() for each in _opened(connection, row)]


def held_changes(connection: Connection, identity: bytes) -> list[Change]:
    """The changes that are held of a laptop and its copies, each once, in their order."""
    found: dict[tuple[int, int, int, bytes, bytes], Change] = {}
    for request in held_requests(connection, identity):
        for batch in request.batches:
            for each in unpack_changes(batch.changes):
                found.setdefault(_name(each), each)
    return [found[key] for key in sorted(found)]


def drop_held(connection: Connection, identity: bytes) -> int:
    """Forget what is held of a laptop; how many requests that was.

    Raises:
        Rejected: nothing_held.
    """
    dropped = connection.execute(sa.delete(held).where(held.c.device == identity)).rowcount
    if not dropped:
        raise Rejected("nothing_held", device=identity.hex())
    return dropped


def erase_held(connection: Connection, scope: Scope, records: Set[bytes]) -> None:
    """Destroy the content of records in all that is held of a centre."""
    if not records:
        return
    rows = connection.execute(sa.select(held).where(within(held, scope))).all()
    for row in rows:
        requests = list(_opened(connection, row))
        blank = [_without(each, records) for each in requests]
        if blank == requests:
            continue
        connection.execute(
            sa.update(held)
            .where(
                within(held, scope),
                held.c.device == row.device,
                held.c.request_no == row.request_no,
            )
            .values(
                body=_sealed(
                    connection,
                    scope.centre,
                    bytes(row.device),
                    row.request_no,
                    _OPENED + _ENCODER.encode(blank),
                )
            )
        )


def _without(request: SyncRequest, records: Set[bytes]) -> SyncRequest:
    batches = []
    for batch in request.batches:
        changes = unpack_changes(batch.changes)
        if any(each.record in records for each in changes):
            blank = [without_values(c) if c.record in records else c for c in changes]
            batch = msgspec.structs.replace(batch, changes=pack_changes(blank))
        batches.append(batch)
    return msgspec.structs.replace(request, batches=tuple(batches))


def _free(connection: Connection, sender: bytes, number: int) -> int:
    """Return this number, or the next after all that are kept where something else has it.

    Copies of a laptop count alike, and two files may come in one millisecond.
    """
    of_sender = sa.select(held.c.request_no).where(held.c.device == sender)
    taken = set(connection.execute(of_sender).scalars())
    return max(taken) + 1 if number in taken else number


def held_place(centre: bytes, device_id: bytes, number: int) -> Place:
    """Where what is held is sealed for."""
    return Place(b"held.body", centre, device_id, number.to_bytes(8, "big"))


def _sealed(
    connection: Connection, centre: bytes, device_id: bytes, number: int, content: bytes
) -> bytes:
    place = held_place(centre, device_id, number)
    return seal(connection, current_key(connection), place, content)


def _name(change: Change) -> tuple[int, int, int, bytes, bytes]:
    return change.epoch, change.lane, change.seq, change.stamp, change.record


def _opened(connection: Connection, row: Any) -> Iterator[SyncRequest]:
    """The requests of a row of what is held."""
    identity = bytes(row.device)
    place = held_place(bytes(row.centre), identity, row.request_no)
    return _requests_in(connection, identity, unseal(connection, place, bytes(row.body)))


def _requests_in(connection: Connection, identity: bytes, body: bytes) -> Iterator[SyncRequest]:
    """The requests that a laptop sent, one read after another."""
    if body[:1] == _OPENED:
        yield from _DECODER.decode(body[1:])
        return
    hub = bytes(connection.execute(sa.select(hub_table.c.hub)).scalar_one())
    public_key = connection.execute(
        sa.select(device.c.public_key).where(device.c.device == identity)
    ).scalar_one_or_none()
    if public_key is None:
        raise Rejected(Code.UNKNOWN_DEVICE)
    requests = [body]
    if body.startswith(_BUNDLE):
        requests = list(open_bundle(body, vault_of(connection).signing, hub).requests)
    for each in requests:
        yield read_request(open_request(each), bytes(public_key), hub)
