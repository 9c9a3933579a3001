"""Records as the hub would show them: every change of a centre, merged."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from sync import merge
from sync.hub.feed import change_of
from sync.hub.scope import Scope, within
from sync.hub.tables import centre, change
from sync.protocol import Value


class MergedRecord:
    """One record of a centre.

    Attributes:
        scope: its centre.
        record: its id, 16 bytes.
        kind: what it is.
        state: its fields with versions.
    """

    def __init__(self, scope: Scope, record: bytes, kind: str, state: merge.RecordState) -> None:
        self.scope = scope
        self.record = record
        self.kind = kind
        self.state = state

    def plain(self) -> dict[str, Any]:
        """The shown values and the count of open conflicts, ready for JSON."""
        return {
            "centre": self.scope.centre.hex(),
            "kind": self.kind,
            "id": self.record.hex(),
            "hidden": merge.is_hidden(self.state),
            "conflicts": len(merge.conflicts(self.kind, self.record, self.state)),
            "fields": {name: _plain(field.value) for name, field in self.state.items()},
        }


def read_records(connection: Connection, scope: Scope | None = None) -> Iterator[MergedRecord]:
    """Every record of a centre (None: of all), by centre and id; one record at a time in memory."""
    scopes = [scope] if scope else _scopes(connection)
    for each in scopes:
        rows = connection.execution_options(yield_per=1_000).execute(
            sa.select(change).where(within(change, each)).order_by(change.c.record, change.c.feed)
        )
        for record, of_record in groupby(map(change_of, rows), key=lambda each: each.record):
            made = list(of_record)
            yield MergedRecord(each, record, made[0].kind, merge.fold(made))


def _scopes(connection: Connection) -> list[Scope]:
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
