"""What revoked laptops sent: kept apart, looked at by staff, taken in or thrown away by them."""

from __future__ import annotations

from collections.abc import Set
from typing import Any, Final

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from sync.bundle import open_bundle
from sync.columns import pack_changes, unpack_changes
from sync.envelope import open_request, read_request
from sync.errors import Rejected
from sync.hub.database import insert_new
from sync.hub.scope import Scope, within
from sync.hub.tables import device, held, record
from sync.hub.tables import hub as hub_table
from sync.hub.vault import Place, current_key, seal, unseal, vault_of
from sync.protocol import Change, Code, SyncRequest, Value, without_values

# A held body that lost an erased person can bear its author's signature no longer: it begins with
# this byte, which is the version of no request and of no bundle, and holds the requests as read.
_OPENED: Final = b"\x00"
_BUNDLE: Final = b"TAMBONS"
_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODER: Final = msgspec.msgpack.Decoder(tuple[SyncRequest, ...])
_AT_ONCE: Final = 500


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
    connection: Connection, sender: bytes, number: int, content: bytes, scope: Scope, hub_ms: int
) -> None:
    """Keep what a revoked laptop sent, the same thing only once; its signature was looked at."""
    connection.execute(
        insert_new(connection, held),
        {
            "province": scope.province,
            "centre": scope.centre,
            "device": sender,
            "request_no": number,
            "hub_ms": hub_ms,
            "body": _sealed(connection, scope.centre, sender, number, content),
        },
    )
    touched = sorted({each.record for each in held_changes(connection, sender)})
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
    """What is held, by centre and letters."""
    rows = connection.execute(
        sa.select(device, sa.func.count().label("requests"), sa.func.max(held.c.hub_ms))
        .join(held, held.c.device == device.c.device)
        .group_by(*device.c)
        .order_by(device.c.province, device.c.centre, device.c.letters)
    ).all()
    lines = []
    for row in rows:
        changes = held_changes(connection, bytes(row.device))
        kinds: dict[str, set[bytes]] = {}
        for each in changes:
            kinds.setdefault(each.kind, set()).add(each.record)
        lines.append(
            HeldLine(
                device=bytes(row.device).hex(),
                letters=row.letters,
                centre=bytes(row.centre).hex(),
                requests=row.requests,
                newest_ms=row[-1],
                changes=len(changes),
                records={kind: len(kinds[kind]) for kind in sorted(kinds)},
            )
        )
    return lines


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
    """The changes that are held of a laptop, each once, by epoch, lane and number."""
    found: dict[tuple[int, int, int], Change] = {}
    for request in held_requests(connection, identity):
        for batch in request.batches:
            for each in unpack_changes(batch.changes):
                found.setdefault((each.epoch, each.lane, each.seq), each)
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
        requests = _opened(connection, row)
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


def held_place(centre: bytes, device_id: bytes, number: int) -> Place:
    """Where what is held is sealed for."""
    return Place(b"held.body", centre, device_id, number.to_bytes(8, "big"))


def _sealed(
    connection: Connection, centre: bytes, device_id: bytes, number: int, content: bytes
) -> bytes:
    place = held_place(centre, device_id, number)
    return seal(connection, current_key(connection), place, content)


def _opened(connection: Connection, row: Any) -> list[SyncRequest]:
    identity = bytes(row.device)
    place = held_place(bytes(row.centre), identity, row.request_no)
    body = unseal(connection, place, bytes(row.body))
    if body[:1] == _OPENED:
        return list(_DECODER.decode(body[1:]))
    hub = bytes(connection.execute(sa.select(hub_table.c.hub)).scalar_one())
    public_key = connection.execute(
        sa.select(device.c.public_key).where(device.c.device == identity)
    ).scalar_one_or_none()
    if public_key is None:
        raise Rejected(Code.UNKNOWN_DEVICE)
    requests = [body]
    if body.startswith(_BUNDLE):
        requests = list(open_bundle(body, vault_of(connection).signing, hub).requests)
    return [read_request(open_request(each), bytes(public_key), hub) for each in requests]
