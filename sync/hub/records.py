"""Records as the hub has them now, read; `sync.hub.projection` writes them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from sync import merge
from sync.hub.feed import change_of
from sync.hub.scope import Scope, within
from sync.hub.tables import centre, change, record
from sync.hub.vault import Place, unseal
from sync.protocol import Value

_STREAMED: Final = {"yield_per": 1_000}
_DECODER: Final = msgspec.msgpack.Decoder(merge.RecordState)


class Standing(msgspec.Struct, frozen=True):
    """One record as it is now."""

    scope: Scope
    record: bytes
    kind: str
    state: merge.RecordState
    open: dict[str, Value]
    hidden: bool
    erased: bool
    writes: int
    conflicts: int

    def plain(self) -> dict[str, Any]:
        """The shown values and the count of open conflicts, ready for JSON."""
        return {
            "centre": self.scope.centre.hex(),
            "kind": self.kind,
            "id": self.record.hex(),
            "hidden": self.hidden,
            "conflicts": self.conflicts,
            "fields": {name: _plain(field.value) for name, field in self.state.items()},
        }


def read_records(connection: Connection, scope: Scope | None = None) -> Iterator[Standing]:
    """Every record of a centre (None: of all) as it is now, by centre and id."""
    for each in [scope] if scope else all_scopes(connection):
        with connection.execute(
            _CURRENT,
            {"of_province": each.province, "of_centre": each.centre},
            execution_options=_STREAMED,
        ) as rows:
            for _, its in groupby(rows, key=lambda row: bytes(row[2])):
                yield _standing(connection, each, list(its))


def _standing(connection: Connection, scope: Scope, rows: list[Row[*tuple[Any, ...]]]) -> Standing:
    _, _, identity, kind, erased, hidden, writes, conflicts, shown, sealed, *_ = rows[0]
    if sealed is None:
        state = merge.fold(change_of(connection, row[10:]) for row in rows)
    else:
        state = open_state(connection, scope, bytes(identity), kind, sealed)
    return Standing(scope, bytes(identity), kind, state, shown, hidden, erased, writes, conflicts)


def merged_from_feed(
    connection: Connection, scope: Scope
) -> Iterator[tuple[bytes, str, merge.RecordState, int]]:
    """Every record of a centre merged from its changes: id, kind, state, how many changes."""
    with connection.execute(
        sa.select(change).where(within(change, scope)).order_by(change.c.record, change.c.feed),
        execution_options=_STREAMED,
    ) as rows:
        made = (change_of(connection, row) for row in rows)
        for identity, of_record in groupby(made, key=lambda each: each.record):
            its = list(of_record)
            yield identity, its[0].kind, merge.fold(its), len(its)


def open_state(
    connection: Connection, scope: Scope, identity: bytes, kind: str, sealed: bytes
) -> merge.RecordState:
    plain = unseal(connection, state_place(scope.centre, identity, kind), sealed)
    return _DECODER.decode(plain)


def state_place(centre_id: bytes, identity: bytes, kind: str) -> Place:
    """Where the state of a record is sealed for."""
    return Place(b"record.state", centre_id, identity, kind.encode())


def all_scopes(connection: Connection) -> list[Scope]:
    """Every centre."""
    rows = connection.execute(
        sa.select(centre.c.province, centre.c.centre).order_by(centre.c.province, centre.c.centre)
    )
    return [Scope(row.province, bytes(row.centre)) for row in rows.all()]


def _plain(value: Value) -> Value:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return value


_CURRENT: Final = (
    sa.select(record, change)
    .select_from(
        record.outerjoin(
            change,
            sa.and_(
                record.c.state.is_(None),
                change.c.province == record.c.province,
                change.c.centre == record.c.centre,
                change.c.record == record.c.record,
            ),
        )
    )
    .where(
        record.c.province == sa.bindparam("of_province"),
        record.c.centre == sa.bindparam("of_centre"),
    )
    .order_by(record.c.record, change.c.feed)
)
