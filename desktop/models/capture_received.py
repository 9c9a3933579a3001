"""New records received from elsewhere, thousands at once, with the change rows they came in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import Dialect, Table, inspect
from sqlalchemy.orm import Mapper, Session

from desktop.models.base import SyncedRecord
from desktop.models.capture import Editing, UncapturedWriteError
from desktop.models.capture_new import CHANGES
from desktop.models.fields import Id, fields_of
from desktop.models.people import Carer, Learner, LearnerCode
from desktop.models.rows import binds, defaults, emptiest, insert_statement
from desktop.models.text import normalise


class ReceivedRecord(NamedTuple):
    """A record as it is to be stored; `values` are field values in wire form, None left out.

    `field_stamps` and `unknown` are packed already. Moments are milliseconds since 1970.
    """

    id: bytes
    values: Mapping[str, Any]
    field_stamps: bytes
    first_stamp: bytes
    created_ms: int
    created_by: bytes | None
    edited_ms: int
    edited_by: bytes | None
    last_change: int
    unknown: bytes | None


def add_received(
    session: Session,
    changes: Sequence[tuple[Any, ...]],
    records: Mapping[type[SyncedRecord], Sequence[ReceivedRecord]],
) -> None:
    """Store change rows (values in the order of the table's columns) and the new records of them.

    Raises:
        UncapturedWriteError: outside `Database.write(applying=True)`.
    """
    editing = session.info.get("editing")
    if not isinstance(editing, Editing) or not editing.applying:
        raise UncapturedWriteError("records are received inside Database.write(applying=True)")
    if not changes:
        return
    connection = session.connection()
    connection.exec_driver_sql(insert_statement(CHANGES), list(changes))
    for cls, rows in records.items():
        shape = _Shape(cls, editing, connection.dialect)
        connection.exec_driver_sql(
            insert_statement(shape.table), [shape.row(received) for received in rows]
        )
        editing.kinds.add(cls.kind)
        editing.learners.update(_learners(cls, rows))


def _learners(cls: type[SyncedRecord], rows: Sequence[ReceivedRecord]) -> Iterable[UUID]:
    if cls is Learner:
        return [UUID(bytes=row.id) for row in rows]
    if issubclass(cls, LearnerCode | Carer):
        owners = [row.values.get("learner_id") for row in rows]
        return [UUID(bytes=owner) for owner in owners if owner]
    return ()


class _Shape:
    """How the rows of one kind are given to the driver."""

    def __init__(self, cls: type[SyncedRecord], editing: Editing, dialect: Dialect) -> None:
        mapper: Mapper[Any] = inspect(cls)
        self.table: Table = mapper.local_table  # type: ignore[assignment]
        self._cls = cls
        self._fields = fields_of(cls)
        self._places = {column.name: place for place, column in enumerate(self.table.columns)}
        bind = binds(self.table, dialect)
        # An id comes as bytes already; the rest goes through its column's own rule.
        self._bind = {
            name: bytes if isinstance(self.table.columns[name].type, Id) else bind[place]
            for name, place in self._places.items()
        }
        given = defaults(self.table)
        self._blank: list[Any] = [None] * len(self._places)
        for name, place in self._places.items():
            column = self.table.columns[name]
            value = given.get(name)
            if name in self._fields and value is None and not column.nullable:
                value = emptiest(column)
                self._blank[place] = bind[place](value)
            elif value is not None:
                self._blank[place] = bind[place](value)
        self._blank[self._places["centre_id"]] = editing.device.centre_id.bytes

    def row(self, received: ReceivedRecord) -> tuple[Any, ...]:
        """The values of one record in the order of the columns."""
        row = self._blank.copy()
        places, fields, bind = self._places, self._fields, self._bind
        typed = {}
        for name, value in received.values.items():
            if fields[name].is_text:
                normal = normalise(value)
                if normal != value:
                    typed[name] = value
                row[places[name]] = normal
            else:
                row[places[name]] = bind[name](value)
        if typed:
            row[places["typed"]] = msgspec.msgpack.encode(typed)
        for name, value in self._cls.local_values(received.values).items():
            row[places[name]] = value
        row[places["id"]] = received.id
        row[places["first_stamp"]] = received.first_stamp
        row[places["created_at"]] = received.created_ms
        row[places["created_by"]] = received.created_by
        row[places["edited_at"]] = received.edited_ms
        row[places["edited_by"]] = received.edited_by
        row[places["field_stamps"]] = received.field_stamps
        row[places["unknown_fields"]] = received.unknown
        row[places["last_change"]] = received.last_change
        return tuple(row)
