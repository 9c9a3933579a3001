"""Keeping what arrived: rows of the feed, records set aside, content destroyed on demand."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, Final

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from sync.hub.bulk import insert_rows
from sync.hub.feed import change_of, pack_fields, take_numbers, unpack_fields
from sync.hub.holding import erase_held
from sync.hub.scope import Caller, Scope, within
from sync.hub.tables import accepted, change, record, set_aside
from sync.merge import fold, is_hidden
from sync.policy import ENDING_FIELDS, ERASED
from sync.protocol import MAX_CHANGE_BYTES, MAX_WRITES, Change, Code, Refusal, blank_fields
from sync.texts import text_fault

_ENDINGS: Final = ENDING_FIELDS | {ERASED}
_CODE_LETTERS: Final = 40


def keep_changes(
    connection: Connection, caller: Caller, changes: Sequence[Change], hub_ms: int
) -> list[Refusal]:
    """Add changes to the feed; those that cannot be are put aside, and the rest goes on.

    Returns what was put aside, with the reasons.
    """
    known = _records(connection, caller.scope, [each.record for each in changes])
    writes = {identity: row.writes for identity, row in known.items()}
    refused: list[Refusal] = []
    good: list[tuple[Change, bytes]] = []
    fresh: dict[bytes, str] = {}
    aside = []
    for each in changes:
        row = known.get(each.record)
        kind, erased = (row.kind, row.erased) if row else (fresh.get(each.record, each.kind), False)
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
            aside.append(_aside_row(caller, each, code, hub_ms))
            refused.append(Refusal(each.lane, each.seq, code))
            continue
        if erased:
            packed = pack_fields(blank_fields(each.fields))
        good.append((each, packed))
        writes[each.record] = written + 1
        if each.record not in known:
            fresh[each.record] = each.kind
    if aside:
        connection.execute(sa.insert(set_aside), aside)
    scope = caller.scope
    insert_rows(
        connection,
        record,
        [
            (scope.province, scope.centre, identity, kind, False, False)
            for identity, kind in fresh.items()
        ],
        keep_old=True,
    )
    _append(connection, scope, good)
    kept = [each for each, _ in good]
    destroyed = {
        each.record
        for each in kept
        if ERASED in each.fields and each.fields[ERASED].value is not None
    }
    for identity in sorted(destroyed):
        _erase(connection, scope, identity)
    erase_held(connection, scope, destroyed)
    _note_hidden(connection, scope, kept)
    return refused


def _text_fault(change: Change) -> str:
    """Why a text of a change could be neither shown nor printed, and the field; "" of most."""
    for name, write in change.fields.items():
        fault = text_fault(change.kind, name, write.value)
        if fault:
            return f"{fault}:{name}" if len(fault) + len(name) < _CODE_LETTERS else fault
    return ""


def _note_hidden(connection: Connection, scope: Scope, changes: Sequence[Change]) -> None:
    """Bring the hidden mark up to date of records that these changes may end or bring back."""
    touched = {each.record for each in changes if not _ENDINGS.isdisjoint(each.fields)}
    for identity in touched:
        rows = connection.execute(
            sa.select(change).where(within(change, scope), change.c.record == identity)
        )
        state = fold(map(change_of, rows))
        connection.execute(
            sa.update(record)
            .where(within(record, scope), record.c.record == identity)
            .values(hidden=is_hidden(state))
        )


def _aside_row(caller: Caller, each: Change, code: str, hub_ms: int) -> dict[str, Any]:
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
        "body": msgspec.msgpack.encode(each),
    }


class _Known(msgspec.Struct, frozen=True):
    """A record that is here: what it is, and how often it was written (as far as is counted)."""

    kind: str
    erased: bool
    writes: int


_WRITES: Final = sa.select(sa.func.count()).select_from(
    sa.select(sa.literal_column("1"))
    .where(
        change.c.province == record.c.province,
        change.c.centre == record.c.centre,
        change.c.record == record.c.record,
    )
    .correlate(record)
    .limit(2 * MAX_WRITES)
    .subquery()
)
_KINDS: Final = sa.select(
    record.c.record, record.c.kind, record.c.erased, _WRITES.scalar_subquery().label("writes")
).where(
    record.c.province == sa.bindparam("of_province"),
    record.c.centre == sa.bindparam("of_centre"),
    record.c.record.in_(sa.bindparam("records", expanding=True)),
)


def _records(connection: Connection, scope: Scope, wanted: Sequence[bytes]) -> dict[bytes, _Known]:
    found: dict[bytes, _Known] = {}
    unique = list(dict.fromkeys(wanted))
    for at in range(0, len(unique), 500):
        rows = connection.execute(
            _KINDS,
            {
                "of_province": scope.province,
                "of_centre": scope.centre,
                "records": unique[at : at + 500],
            },
        )
        found.update((bytes(identity), _Known(*told)) for identity, *told in rows)
    return found


def _append(connection: Connection, scope: Scope, changes: Sequence[tuple[Change, bytes]]) -> None:
    if not changes:
        return
    number = take_numbers(connection, scope, len(changes))
    mark = os.urandom(4)
    insert_rows(
        connection,
        change,
        [
            (
                scope.province,
                scope.centre,
                number + place,
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
                packed,
            )
            for place, (each, packed) in enumerate(changes)
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


def _erase(connection: Connection, scope: Scope, identity: bytes) -> None:
    """Destroy the content of a record in all that was kept of it; stamps stay, for merging."""
    connection.execute(
        sa.update(record)
        .where(within(record, scope), record.c.record == identity)
        .values(erased=True)
    )
    rows = connection.execute(
        sa.select(change.c.feed, change.c.fields).where(
            within(change, scope), change.c.record == identity
        )
    ).all()
    for feed, fields in rows:
        blank = blank_fields(unpack_fields(fields))
        connection.execute(
            sa.update(change)
            .where(within(change, scope), change.c.feed == feed)
            .values(fields=pack_fields(blank))
        )
    connection.execute(
        sa.update(set_aside)
        .where(within(set_aside, scope), set_aside.c.record == identity)
        .values(body=b"")
    )
