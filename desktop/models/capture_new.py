"""Change capture for thousands of new records at once: what a roster brings in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Dialect, Table, inspect
from sqlalchemy.orm import Mapper, Session

from desktop.models.base import SyncedRecord
from desktop.models.capture import (
    Editing,
    UncapturedWriteError,
    pack_stamps,
)
from desktop.models.capture_values import check_value
from desktop.models.derived import bring_back
from desktop.models.fields import fields_of
from desktop.models.ids import new_id
from desktop.models.people import Carer, Learner, LearnerCode
from desktop.models.program import Change
from desktop.models.restriction import refuse_restricted_rows
from desktop.models.rows import binds, defaults, insert_statement
from desktop.models.text import normalise
from sync.texts import seen


def add_new(
    session: Session, cls: type[SyncedRecord], rows: Sequence[Mapping[str, Any]]
) -> list[UUID]:
    """Store new records of one kind with their change rows; returns their ids in order.

    The same as adding mapped objects and flushing them, in a fraction of the time. `rows` hold
    attribute values; ids and defaults are filled in. What is pending in the session is flushed
    first, so that stamps and numbers follow the order of the calls. Of a kind with `derived` a
    record that is there already takes the values, and is shown again where it was hidden.

    Raises:
        UncapturedWriteError: outside `Database.write()`.
        UserError: for a value that could never be sent (`capture_values`).
    """
    editing = session.info.get("editing")
    if not isinstance(editing, Editing):
        raise UncapturedWriteError("a synced record changed outside Database.write()")
    if not rows:
        return []
    session.flush()
    refuse_restricted_rows(session, cls, rows)
    ids: list[UUID] | None = None
    if cls.derived is not None:
        ids, rows = bring_back(session, cls, rows, editing.device.centre_id)
        session.flush()
        if not rows:
            return ids
    connection = session.connection()
    batch = _Batch(cls, editing, connection.dialect)
    for values in rows:
        batch.add(values)
    batch.close()
    connection.exec_driver_sql(insert_statement(CHANGES), batch.changes)
    connection.exec_driver_sql(insert_statement(batch.table), batch.records)
    return batch.ids if ids is None else ids


CHANGES: Table = Change.__table__  # type: ignore[assignment]
_CHANGE_PLACES = {column.name: place for place, column in enumerate(CHANGES.columns)}
_NUMBER, _RECORD_ID, _FIELDS, _SEQ = (
    _CHANGE_PLACES[name] for name in ("number", "record_id", "fields", "seq")
)


class _Batch:
    """The rows of one call, as the driver takes them: what is the same in all is bound once."""

    def __init__(self, cls: type[SyncedRecord], editing: Editing, dialect: Dialect) -> None:
        self._cls = cls
        self._editing = editing
        mapper: Mapper[Any] = inspect(cls)
        self.table: Table = mapper.local_table  # type: ignore[assignment]
        self._places = {column.name: place for place, column in enumerate(self.table.columns)}
        self._bind = binds(self.table, dialect)
        self._fields = fields_of(cls)
        device = editing.device
        self._stamp = editing.rules.stamp(
            device.last_stamp, editing.now_ms + (device.offset_ms or 0), device.device
        )
        self._lane = editing.rules.lane(cls.kind)
        self._number = device.next_number
        self._seq = device.next_seq[self._lane]
        self._packed: dict[tuple[str, ...], bytes] = {}
        if editing.action is None:
            editing.action = self._stamp
        self._defaults = defaults(self.table)
        self._record = self._bound_record()
        self._change = self._bound_change(dialect)
        self.ids: list[UUID] = []
        self._owners: list[UUID] = []
        self.records: list[tuple[Any, ...]] = []
        self.changes: list[tuple[Any, ...]] = []

    def _bound_record(self) -> list[Any]:
        editing = self._editing
        values: dict[str, Any] = {
            **self._defaults,
            "centre_id": editing.device.centre_id.bytes,
            "created_at": editing.now_ms,
            "created_by": editing.author and editing.author.bytes,
            "edited_at": editing.now_ms,
            "edited_by": editing.author and editing.author.bytes,
            "first_stamp": self._stamp,
        }
        return [values.get(name) for name in self._places]

    def _bound_change(self, dialect: Dialect) -> list[Any]:
        editing = self._editing
        device = editing.device
        values: dict[str, Any] = {
            **defaults(CHANGES),
            "kind": self._cls.kind,
            "created": True,
            "device": device.device,
            "epoch": device.epoch,
            "lane": self._lane,
            "stamp": self._stamp,
            "action": editing.action,
            "wall_ms": editing.now_ms,
            "offset_ms": device.offset_ms,
            "author": editing.author,
            "run_id": editing.run_id,
        }
        return [
            None if values.get(name) is None else bind(values[name])
            for name, bind in zip(_CHANGE_PLACES, binds(CHANGES, dialect), strict=True)
        ]

    def add(self, values: Mapping[str, Any]) -> None:
        """Take one record."""
        given = {**self._defaults, **values}
        record_id = given.get("id")
        if record_id is None:
            record_id = given["id"] = new_id()
        given.update(self._cls.local_values(given))
        record = self._record.copy()
        fields: dict[str, Any] = {}
        typed: dict[str, Any] = {}
        for name, value in given.items():
            place = self._places[name]
            if value is None:
                record[place] = None
                continue
            column = self._fields.get(name)
            if column is not None:
                if column.is_text:
                    value = seen(value)
                check_value(self._cls.kind, name, value)
            if column is not None and column.is_text:
                normal = normalise(value)
                if normal != value:
                    typed[name] = value
                record[place] = normal
            else:
                record[place] = self._bind[place](value)
            if column is not None and value is not False:
                fields[name] = [value.bytes if column.is_id else value, (), None]
        if typed:
            record[self._places["typed"]] = msgspec.msgpack.encode(typed)
        record[self._places["field_stamps"]] = self._stamps(fields)
        record[self._places["last_change"]] = self._number
        change = self._change.copy()
        change[_NUMBER], change[_SEQ] = self._number, self._seq
        change[_RECORD_ID] = record_id.bytes
        change[_FIELDS] = msgspec.msgpack.encode(fields)
        self.changes.append(tuple(change))
        self.records.append(tuple(record))
        self.ids.append(record_id)
        if "learner_id" in given:
            self._owners.append(given["learner_id"])
        self._number += 1
        self._seq += 1

    def close(self) -> None:
        """Tell the device and the transaction what was used up and touched."""
        device = self._editing.device
        device.next_number = self._number
        following = list(device.next_seq)
        following[self._lane] = self._seq
        device.next_seq = following
        device.last_stamp = self._stamp
        self._editing.kinds.add(self._cls.kind)
        if self._cls is Learner:
            self._editing.learners.update(self.ids)
        elif issubclass(self._cls, LearnerCode | Carer):
            self._editing.learners.update(self._owners)

    def _stamps(self, fields: Mapping[str, Any]) -> bytes:
        names = tuple(fields)
        packed = self._packed.get(names)
        if packed is None:
            packed = self._packed[names] = pack_stamps(dict.fromkeys(names, self._stamp))
        return packed
