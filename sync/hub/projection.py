"""Each record as it is now, kept in the transaction of the turn that changed it.

A row of `record` has in the clear what its kind declares as open (`sync.kinds`), for counting by
SQL; the merged fields with their versions are sealed beside it. Of a record with a single change
that change is the state, and is not kept twice. All of it follows from the feed: `rebuild` makes it
anew, and `differing` compares.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import groupby
from typing import Any, Final

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from sync import merge
from sync.hub.bulk import insert_rows
from sync.hub.feed import change_of, take_numbers
from sync.hub.records import Standing, merged_from_feed, open_state, read_records, state_place
from sync.hub.scope import Scope
from sync.hub.tables import change, record
from sync.hub.tables import hub as hub_table
from sync.hub.vault import seal
from sync.kinds import KINDS, OPEN_EVERYWHERE, kind_of
from sync.policy import ENDING_FIELDS, ERASED
from sync.protocol import Change, Value

_FORM: Final = 1  # of what is written here
_ENDINGS: Final = ENDING_FIELDS | {ERASED}
# A code, a day, a number in letters: nothing that somebody could be called by in Thai, no sentence.
_CODE: Final = re.compile(r"[!-~]{0,64}", re.ASCII)
_ID_BYTES: Final = frozenset({8, 16})
_MOST_ITEMS: Final = 100
_LEAST_INEXACT: Final = 1 << 53
_AT_ONCE: Final = 500
_CHANGING: Final = ("erased", "hidden", "writes", "conflicts", "open", "state")
_ENCODER: Final = msgspec.msgpack.Encoder()
_JSON: Final = msgspec.json.Encoder()


class Known(msgspec.Struct):
    """What is kept of a record before a turn changes it."""

    kind: str
    erased: bool
    writes: int
    state: bytes | None  # sealed


def open_values(kind: str, values: Mapping[str, Value]) -> dict[str, Value]:
    """What of a record's values may be read in the clear, ready for JSON; ids as hex.

    The kind declares the fields; a value that is no code, day, number or id stays sealed for all
    that, whoever sent it.
    """
    its_open = kind_of(kind).open
    found = {}
    for name, value in values.items():
        if value is None or not (name in its_open or name in OPEN_EVERYWHERE):
            continue
        if isinstance(value, str):
            if _CODE.fullmatch(value):
                found[name] = value
        elif _is_plain(value):
            found[name] = _readable(value)
    return found


def _is_plain(value: Value) -> bool:
    if isinstance(value, str):
        return _CODE.fullmatch(value) is not None
    if isinstance(value, bytes):
        return len(value) in _ID_BYTES
    if isinstance(value, list):
        return len(value) <= _MOST_ITEMS and all(
            not isinstance(item, list) and _is_plain(item) for item in value
        )
    if isinstance(value, float):
        # Any other comes back from one of the databases as another number, or not at all.
        return abs(value) < _LEAST_INEXACT
    return isinstance(value, (bool, int))


def _readable(value: Value) -> Value:
    if isinstance(value, bytes):
        return value.hex()
    return [_readable(item) for item in value] if isinstance(value, list) else value


def read_known(
    connection: Connection, scope: Scope, records: Iterable[bytes]
) -> dict[bytes, Known]:
    """What is kept of those records that are known; the centre must be held (`take_numbers`)."""
    found: dict[bytes, Known] = {}
    for some in _portions(records):
        rows = connection.execute(_KNOWN, {**_of(scope), "records": some})
        found.update((bytes(identity), Known(*told)) for identity, *told in rows)
    return found


def store(
    connection: Connection,
    scope: Scope,
    key: int,
    changes: Sequence[Change],
    known: Mapping[bytes, Known],
) -> None:
    """Add changes to the rows of their records, before they are in the feed.

    `known` is what `read_known` gave for their records, in this transaction.
    """
    touched: dict[bytes, list[Change]] = {}
    for each in changes:
        touched.setdefault(each.record, []).append(each)
    states = _states(connection, scope, {name: known[name] for name in touched if name in known})
    rows = []
    for identity, its in touched.items():
        kind, writes = its[0].kind, len(its)
        if identity in known:
            writes += known[identity].writes
        if writes == 1 and _ENDINGS.isdisjoint(its[0].fields):
            shown = {name: write.value for name, write in its[0].fields.items()}
            rows.append(_single_row(scope, identity, kind, shown))
        else:
            state = merge.fold(its, states.get(identity))
            rows.append(_merged_row(connection, scope, key, identity, kind, writes, state))
    insert_rows(connection, record, rows, _CHANGING)


def _states(
    connection: Connection, scope: Scope, known: Mapping[bytes, Known]
) -> dict[bytes, merge.RecordState]:
    found: dict[bytes, merge.RecordState] = {}
    single = []
    for identity, its in known.items():
        if its.state is None:
            single.append(identity)
        else:
            found[identity] = open_state(connection, scope, identity, its.kind, its.state)
    for some in _portions(single):
        rows = connection.execute(_CHANGES, {**_of(scope), "records": some}).all()
        made = (change_of(connection, row) for row in rows)
        for identity, of_record in groupby(made, key=lambda each: each.record):
            found[identity] = merge.fold(of_record)
    return found


def _merged_row(
    connection: Connection,
    scope: Scope,
    key: int,
    identity: bytes,
    kind: str,
    writes: int,
    state: merge.RecordState,
) -> tuple[Any, ...]:
    shown = {name: field.value for name, field in state.items()}
    packed = _ENCODER.encode(state)
    sealed = seal(connection, key, state_place(scope.centre, identity, kind), packed)
    return (
        scope.province, scope.centre, identity, kind, merge.is_erased(state),
        merge.is_hidden(state), writes, _conflicts(kind, identity, state),
        _JSON.encode(open_values(kind, shown)).decode(), sealed,
    )  # fmt: skip


def _single_row(
    scope: Scope, identity: bytes, kind: str, shown: Mapping[str, Value]
) -> tuple[Any, ...]:
    readable = _JSON.encode(open_values(kind, shown)).decode()
    return scope.province, scope.centre, identity, kind, False, False, 1, 0, readable, None


def _conflicts(kind: str, identity: bytes, state: merge.RecordState) -> int:
    if all(len(field.heads) < 2 for field in state.values()) and ENDING_FIELDS.isdisjoint(state):
        return 0
    return len(merge.conflicts(kind, identity, state))


def rebuild(connection: Connection, scope: Scope) -> int:
    """Make the rows of a centre anew from its feed; how many. Holds the centre meanwhile."""
    _first, key = take_numbers(connection, scope, 0)
    count = 0
    rows: list[tuple[Any, ...]] = []
    for identity, kind, state, writes in merged_from_feed(connection, scope):
        if writes == 1 and _ENDINGS.isdisjoint(state):
            shown = {name: field.value for name, field in state.items()}
            rows.append(_single_row(scope, identity, kind, shown))
        else:
            rows.append(_merged_row(connection, scope, key, identity, kind, writes, state))
        count += 1
        if len(rows) == _AT_ONCE:
            insert_rows(connection, record, rows, _CHANGING)
            rows = []
    insert_rows(connection, record, rows, _CHANGING)
    return count


def differing(connection: Connection, scope: Scope) -> list[bytes]:
    """The records of a centre whose rows are not what the feed gives; none, unless damaged."""
    kept = {each.record: each for each in read_records(connection, scope)}
    found = []
    for identity, kind, state, writes in merged_from_feed(connection, scope):
        shown = {name: field.value for name, field in state.items()}
        right = Standing(
            scope, identity, kind, state, open_values(kind, shown), merge.is_hidden(state),
            merge.is_erased(state), writes, _conflicts(kind, identity, state),
        )  # fmt: skip
        if not _is_same(kept.pop(identity, None), right):
            found.append(identity)
    return found + sorted(kept)


def _is_same(one: Standing | None, other: Standing) -> bool:
    # As bytes: what is no number is not equal to itself.
    return one is not None and one.open == other.open and _besides_open(one) == _besides_open(other)


def _besides_open(standing: Standing) -> bytes:
    rest = msgspec.structs.replace(standing, open={})
    return msgspec.msgpack.encode(rest, order="deterministic")


def form() -> bytes:
    """What the rows are made by: another program's declarations give another value."""
    said = [(name, sorted(KINDS[name].open)) for name in sorted(KINDS)]
    return blake2b(_ENCODER.encode((_FORM, said, sorted(OPEN_EVERYWHERE))), digest_size=8).digest()


def is_current(connection: Connection) -> bool:
    """Whether the rows were made by these declarations."""
    return bool(connection.execute(sa.select(hub_table.c.projection)).scalar_one() == form())


def note_current(connection: Connection) -> None:
    """Remember that they were."""
    connection.execute(sa.update(hub_table).values(projection=form()))


def _portions(records: Iterable[bytes]) -> Iterator[list[bytes]]:
    unique = list(dict.fromkeys(records))
    for at in range(0, len(unique), _AT_ONCE):
        yield unique[at : at + _AT_ONCE]


def _of(scope: Scope) -> dict[str, Any]:
    return {"of_province": scope.province, "of_centre": scope.centre}


def _bound(table: sa.Table) -> sa.ColumnElement[bool]:
    return sa.and_(
        table.c.province == sa.bindparam("of_province"),
        table.c.centre == sa.bindparam("of_centre"),
    )


_KNOWN: Final = sa.select(
    record.c.record, record.c.kind, record.c.erased, record.c.writes, record.c.state
).where(_bound(record), record.c.record.in_(sa.bindparam("records", expanding=True)))
_CHANGES: Final = (
    sa.select(change)
    .where(_bound(change), change.c.record.in_(sa.bindparam("records", expanding=True)))
    .order_by(change.c.record, change.c.feed)
)
