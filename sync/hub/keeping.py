"""Keeping what arrived: rows of the feed, records set aside, content destroyed on demand."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, Final

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from sync.hub.bulk import insert_rows
from sync.hub.feed import change_of, pack_fields, sealed_fields, take_numbers
from sync.hub.holding import erase_held
from sync.hub.projection import read_known, store
from sync.hub.scope import Caller, Scope, within
from sync.hub.tables import accepted, change, set_aside
from sync.hub.vault import Place, seal, unseal
from sync.merge import same_change
from sync.policy import ENDING_FIELDS, ERASED
from sync.protocol import (
    MAX_CHANGE_BYTES,
    MAX_WRITES,
    Change,
    Code,
    Refusal,
    blank_fields,
    without_values,
)
from sync.texts import text_fault

_ENDINGS: Final = ENDING_FIELDS | {ERASED}
_CODE_LETTERS: Final = 40
_DECODER: Final = msgspec.msgpack.Decoder(Change)


def keep_changes(
    connection: Connection, caller: Caller, changes: Sequence[Change], hub_ms: int
) -> list[Refusal]:
    """Add changes to the feed; those that cannot be are put aside, and the rest goes on.

    Returns what was put aside, with the reasons.
    """
    scope = caller.scope
    first, key = take_numbers(connection, scope, len(changes))
    known = read_known(connection, scope, [each.record for each in changes])
    writes = {identity: its.writes for identity, its in known.items()}
    refused: list[Refusal] = []
    good: list[tuple[Change, bytes]] = []
    fresh: dict[bytes, str] = {}
    aside = []
    for each in changes:
        its = known.get(each.record)
        if its is not None and its.erased:
            # Before anything of it is kept, in whatever place.
            each = without_values(each)
        kind = its.kind if its is not None else fresh.get(each.record, each.kind)
        written = writes.get(each.record, 0)
        ends = not _ENDINGS.isdisjoint(each.fields)
        code = ""
        packed = pack_fields(each.fields)
        if kind != each.kind:
            code = Code.KIND_CHANGED
        elif len(packed) > MAX_CHANGE_BYTES:
            code = Code.TOO_LARGE
        elif written >= (2 * MAX_WRITES if ends else MAX_WRITES):
            code = Code.TOO_MANY_WRITES
        else:
            code = _text_fault(each)
        if code:
            aside.append((each, code))
            refused.append(Refusal(each.lane, each.seq, code))
            continue
        fresh[each.record] = kind
        good.append((each, packed))
        writes[each.record] = written + 1
    if aside:
        take_numbers(connection, scope, -len(aside))
        rows = [_aside_row(connection, key, caller, each, code, hub_ms) for each, code in aside]
        connection.execute(sa.insert(set_aside), rows)
    kept = [each for each, _ in good]
    store(connection, scope, key, kept, known)
    _append(connection, scope, first, key, good)
    destroyed = {
        each.record
        for each in kept
        if ERASED in each.fields and each.fields[ERASED].value is not None
    }
    for identity in sorted(destroyed):
        _erase(connection, scope, key, identity)
    erase_held(connection, scope, destroyed)
    return refused


def _text_fault(change: Change) -> str:
    """Why a text of a change could be neither shown nor printed, and the field; "" of most."""
    for name, write in change.fields.items():
        fault = text_fault(change.kind, name, write.value)
        if fault:
            return f"{fault}:{name}" if len(fault) + len(name) < _CODE_LETTERS else fault
    return ""


def aside_place(centre: bytes, record: bytes, stamp: bytes) -> Place:
    """Where a change that was set aside is sealed for."""
    return Place(b"set_aside.body", centre, record, stamp)


def aside_change(connection: Connection, row: Any) -> Change:
    """The change that a row of `set_aside` holds; it must not have been erased."""
    place = aside_place(bytes(row.centre), bytes(row.record), bytes(row.stamp))
    return _DECODER.decode(unseal(connection, place, bytes(row.body)))


def is_aside(connection: Connection, row: Any, change: Change) -> bool:
    """Whether what was set aside is this change; of one that was erased only the stamp is left."""
    if not row.body:
        return (bytes(row.record), bytes(row.stamp)) == (change.record, change.stamp)
    return same_change(aside_change(connection, row), change)


def _aside_row(
    connection: Connection, key: int, caller: Caller, each: Change, code: str, hub_ms: int
) -> dict[str, Any]:
    place = aside_place(caller.scope.centre, each.record, each.stamp)
    return {
        "province": caller.scope.province,
        "centre": caller.scope.centre,
        "device": each.device,
        "epoch": each.epoch,
        "lane": each.lane,
        "seq": each.seq,
        "record": each.record,
        "stamp": each.stamp,
        "code": code,
        "hub_ms": hub_ms,
        "body": seal(connection, key, place, msgspec.msgpack.encode(each)),
    }


def _append(
    connection: Connection,
    scope: Scope,
    first: int,
    key: int,
    changes: Sequence[tuple[Change, bytes]],
) -> None:
    mark = os.urandom(4)
    insert_rows(
        connection,
        change,
        [
            (
                scope.province,
                scope.centre,
                number,
                mark,
                each.device,
                each.epoch,
                each.lane,
                each.seq,
                each.record,
                each.kind,
                each.stamp,
                each.wall_ms,
                each.offset_ms,
                each.author,
                each.doubtful,
                sealed_fields(connection, key, scope, each, packed),
            )
            for number, (each, packed) in enumerate(changes, first)
        ],
    )


_RAISE: Final = (
    sa.update(accepted)
    .where(
        *(
            accepted.c[name] == sa.bindparam(f"of_{name}")
            for name in ("province", "centre", "device", "epoch", "lane")
        )
    )
    .values(seq=sa.bindparam("to"))
)


def raise_accepted(
    connection: Connection, caller: Caller, epoch: int, held: dict[int, int]
) -> None:
    """Remember how far each lane of a device is held without a gap."""
    key = {
        "province": caller.scope.province,
        "centre": caller.scope.centre,
        "device": caller.device,
        "epoch": epoch,
    }
    for lane, seq in held.items():
        updated = connection.execute(
            _RAISE,
            {**{f"of_{name}": value for name, value in key.items()}, "of_lane": lane, "to": seq},
        )
        if not updated.rowcount:
            connection.execute(sa.insert(accepted), {**key, "lane": lane, "seq": seq})


def _erase(connection: Connection, scope: Scope, key: int, identity: bytes) -> None:
    """Destroy the content of a record in all that was kept of it; stamps stay, for merging."""
    rows = connection.execute(
        sa.select(change).where(within(change, scope), change.c.record == identity)
    ).all()
    for row in rows:
        each = change_of(connection, row)
        packed = pack_fields(blank_fields(each.fields))
        connection.execute(
            sa.update(change)
            .where(within(change, scope), change.c.feed == row.feed)
            .values(fields=sealed_fields(connection, key, scope, each, packed))
        )
    connection.execute(
        sa.update(set_aside)
        .where(within(set_aside, scope), set_aside.c.record == identity)
        .values(body=b"")
    )
