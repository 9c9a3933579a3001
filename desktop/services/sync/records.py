"""Received changes into records: the log, the merged state, the shown values, the conflicts."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import inspect, select
from sqlalchemy.orm import Mapper, Session

from desktop.models.base import SyncedRecord, from_milliseconds, synced_classes
from desktop.models.capture import (
    from_wire,
    pack_stamps,
    take_number,
    wire_value,
)
from desktop.models.fields import fields_of
from desktop.models.program import Change, Conflict, DeviceState, ForeignRecord, SetAside
from desktop.models.rows import emptiest
from desktop.services.sync.arrivals import Arrivals
from desktop.services.sync.rows import to_protocol
from desktop.services.sync.values import wrong_type
from sync import merge, protocol
from sync.kinds import Review
from sync.policy import ENDING_FIELDS, ERASED
from sync.stamps import corrected_ms

_log = logging.getLogger(__name__)

Key = tuple[bytes, int, int, int]

_ENDINGS = ENDING_FIELDS | {ERASED}
# What the hub takes is taken here beside own writes; a neighbour may bring more than a hub would.
_MOST_WRITES = 2 * protocol.MAX_WRITES


class RecordWriter:
    """Takes received changes in; one writer serves one transaction.

    Args:
        session: of `Database.write(applying=True)`.
        device: this laptop.
        now: when, for what is kept of conflicts and of what was set aside.
    """

    def __init__(self, session: Session, device: DeviceState, now: datetime) -> None:
        self._session = session
        self._device = device
        self._now = now
        self._classes = synced_classes()
        self._conflicts: dict[UUID, dict[bytes, Conflict]] = {}

    def take(self, changes: Mapping[bytes, Sequence[protocol.Change]]) -> None:
        """Take the changes of some records in; an empty sequence works a record out anew."""
        known_ids = self._known(changes)
        arrivals = Arrivals(self._session, self._device)
        ids = [
            UUID(bytes=record)
            for record, arrived in changes.items()
            if record in known_ids or (arrived and not arrivals.take(arrived))
        ]
        arrivals.store()
        if not ids:
            return
        log: dict[UUID, list[Change]] = {each: [] for each in ids}
        for row in self._session.scalars(
            select(Change).where(Change.record_id.in_(ids)).order_by(Change.number)
        ):
            log[row.record_id].append(row)
        kinds = {
            each: (log[each][0].kind if log[each] else changes[each.bytes][0].kind)
            for each in ids
            if log[each] or changes[each.bytes]
        }
        known = self._records(kinds)
        moved = [
            each
            for each, kind in kinds.items()
            if self._log_arrived(kind, log[each], changes[each.bytes], known.get(each))
        ]
        # Change rows first: a record that waits for its change row makes each insert slow.
        self._session.flush()
        self._conflicts = {each: {} for each in moved}
        open_and_settled = select(Conflict).where(Conflict.record_id.in_(moved))
        for conflict in self._session.scalars(open_and_settled):
            self._conflicts[conflict.record_id][conflict.id] = conflict
        for each in moved:
            self._work_out(each, kinds[each], log[each], known.get(each))
        self._session.flush()

    def _known(self, changes: Mapping[bytes, object]) -> set[bytes]:
        """Those of the records that have a change in the log."""
        marks = ", ".join("?" * len(changes))
        rows = self._session.connection().exec_driver_sql(
            f"SELECT DISTINCT record_id FROM change WHERE record_id IN ({marks})",  # nosec B608
            tuple(changes),
        )
        return {bytes(row[0]) for row in rows}

    def _records(self, kinds: Mapping[UUID, str]) -> dict[UUID, SyncedRecord]:
        found: dict[UUID, SyncedRecord] = {}
        for kind in set(kinds.values()):
            cls = self._classes.get(kind)
            if cls is None:
                continue
            wanted = [each for each, its in kinds.items() if its == kind]
            for record in self._session.scalars(select(cls).where(cls.id.in_(wanted))):
                found[record.id] = record
        return found

    def _log_arrived(
        self,
        kind: str,
        log: list[Change],
        arrived: Sequence[protocol.Change],
        record: SyncedRecord | None,
    ) -> bool:
        """Put what is new into the log; tells whether the record must be worked out anew."""
        cls = self._classes.get(kind)
        keys = {_key(row): row for row in log}
        by_stamp: dict[bytes, list[Change]] = {}
        for logged in log:
            by_stamp.setdefault(logged.stamp, []).append(logged)
        news = not arrived
        for change in arrived:
            row = keys.get((change.device, change.epoch, change.lane, change.seq))
            for twin in by_stamp.get(change.stamp, ()):
                if not twin.at_hub and merge.same_change(to_protocol(twin), change):
                    twin.at_hub = True
            if row is not None:
                if change.doubtful and not row.doubtful:
                    row.doubtful = news = True
                continue
            reason = "kind_changed" if change.kind != kind else wrong_type(cls, change)
            if len(log) >= _MOST_WRITES and _ENDINGS.isdisjoint(change.fields):
                reason = protocol.Code.TOO_MANY_WRITES
            if reason:
                self._set_aside(change, reason)
                continue
            row = self._log(change, record)
            log.append(row)
            keys[_key(row)] = row
            news = True
        return news and bool(log)

    def _work_out(
        self, record_id: UUID, kind: str, rows: list[Change], record: SyncedRecord | None
    ) -> None:
        cls = self._classes.get(kind)
        state = merge.fold(map(to_protocol, rows))
        if merge.is_erased(state):
            self._blank_log(rows)
        if cls is None:
            self._keep_foreign(record_id, kind, state)
        else:
            self._show(cls, record_id, record, state, rows)
        self._refresh_conflicts(record_id, kind, state, rows)

    def _log(self, change: protocol.Change, record: SyncedRecord | None) -> Change:
        columns = fields_of(type(record)) if record is not None else {}
        row = Change(
            number=take_number(self._device),
            record_id=UUID(bytes=change.record),
            kind=change.kind,
            fields={
                name: [
                    write.value,
                    list(write.bases),
                    wire_value(record, columns[name]) if record and name in columns else None,
                ]
                for name, write in change.fields.items()
            },
            created=record is None,
            device=change.device,
            epoch=change.epoch,
            lane=change.lane,
            seq=change.seq,
            stamp=change.stamp,
            action=change.stamp,
            wall_ms=change.wall_ms,
            offset_ms=change.offset_ms,
            author=UUID(bytes=change.author) if change.author else None,
            remote=change.device != self._device.device,
            at_hub=True,
            doubtful=change.doubtful,
        )
        self._session.add(row)
        return row

    def _show(
        self,
        cls: type[SyncedRecord],
        record_id: UUID,
        record: SyncedRecord | None,
        state: merge.RecordState,
        rows: Sequence[Change],
    ) -> None:
        new = record is None
        if record is None:
            record = cls(id=record_id)
        mapper: Mapper[Any] = inspect(cls)
        columns = fields_of(cls)
        for name, column in columns.items():
            field = state.get(name)
            value = field.value if field is not None else None
            if value is None:
                # A new record has nothing yet but what its required columns must hold.
                if not new or not mapper.columns[name].nullable:
                    setattr(record, name, emptiest(mapper.columns[name]))
            elif new or wire_value(record, column) != value:
                setattr(record, name, from_wire(column, value))
        if merge.is_erased(state):
            # Nothing of it is left to show; the tombstone itself was blanked with the rest.
            record.deleted = True
        unknown = {name: field.value for name, field in state.items() if name not in columns}
        record.unknown_fields = msgspec.msgpack.encode(unknown) if unknown else None
        self._machine_columns(record, state, rows)
        if new:
            self._session.add(record)

    def _machine_columns(
        self, record: SyncedRecord, state: merge.RecordState, rows: Sequence[Change]
    ) -> None:
        first = min(rows, key=lambda row: row.stamp)
        last = max(rows, key=lambda row: (not row.doubtful, row.stamp))
        record.centre_id = self._device.centre_id
        record.first_stamp = first.stamp
        record.created_at = _moment(first)
        record.created_by = first.author
        record.edited_at = _moment(last)
        record.edited_by = last.author
        record.field_stamps = pack_stamps(
            {
                name: b"".join(merge.bases_for_edit(field))
                for name, field in state.items()
                if field.heads
            }
        )
        newest = max(rows, key=lambda row: row.number)
        if record.last_change == newest.number:
            # Worked out anew without a new change (a time is doubted now): the guard on the
            # table wants to see the record's change move on all the same.
            newest.number = take_number(self._device)
        record.last_change = newest.number

    def _keep_foreign(self, record_id: UUID, kind: str, state: merge.RecordState) -> None:
        kept = self._session.get(ForeignRecord, record_id)
        if kept is None:
            kept = ForeignRecord(record_id=record_id, kind=kind)
            self._session.add(kept)
        kept.fields = {name: field.value for name, field in state.items()}
        kept.field_stamps = pack_stamps(
            {name: b"".join(merge.bases_for_edit(field)) for name, field in state.items()}
        )

    def _blank_log(self, rows: Iterable[Change]) -> None:
        for row in rows:
            row.fields = {
                name: entry if name == ERASED else [None, entry[1], None]
                for name, entry in row.fields.items()
            }

    def refresh(self, record_id: UUID, kind: str, rows: Sequence[Change]) -> None:
        """Work out the conflicts of one record anew after an edit made here."""
        self._conflicts[record_id] = {
            conflict.id: conflict
            for conflict in self._session.scalars(
                select(Conflict).where(Conflict.record_id == record_id)
            )
        }
        state = merge.fold(map(to_protocol, rows))
        self._refresh_conflicts(record_id, kind, state, rows)

    def _refresh_conflicts(
        self,
        record_id: UUID,
        kind: str,
        state: merge.RecordState,
        rows: Sequence[Change],
    ) -> None:
        """Make the conflict rows of a record say what its state says."""
        open_now = {each.id: each for each in merge.conflicts(kind, record_id.bytes, state)}
        kept = self._conflicts[record_id]
        for identity, row in kept.items():
            row.settled = identity not in open_now
        authors = {row.stamp: row.author for row in rows}
        fresh = [each for identity, each in open_now.items() if identity not in kept]
        bases = _base_values(fresh, rows)
        for conflict, base in zip(fresh, bases, strict=True):
            self._session.add(
                Conflict(
                    id=conflict.id,
                    record_id=record_id,
                    kind=kind,
                    field=conflict.field,
                    other_field=conflict.other_field,
                    shown=conflict.shown.value,
                    shown_stamp=conflict.shown.stamp,
                    shown_author=authors.get(conflict.shown.stamp),
                    other=conflict.other.value,
                    other_stamp=conflict.other.stamp,
                    other_author=authors.get(conflict.other.stamp),
                    base=base,
                    review=conflict.review is Review.ASKED,
                    found_at=self._now,
                )
            )

    def _set_aside(self, change: protocol.Change, reason: str) -> None:
        _log.warning("change set aside: %s (%s)", change.record.hex(), reason)
        key = (change.device, change.epoch, change.lane, change.seq)
        if self._session.get(SetAside, key) is None:
            self._session.add(
                SetAside(
                    device=change.device,
                    epoch=change.epoch,
                    lane=change.lane,
                    seq=change.seq,
                    record_id=UUID(bytes=change.record),
                    kind=change.kind,
                    reason=reason,
                    payload=msgspec.msgpack.encode(change),
                    at=self._now,
                )
            )


def _key(row: Change) -> Key:
    return (row.device, row.epoch, row.lane, row.seq)


def _moment(row: Change) -> datetime:
    try:
        return from_milliseconds(corrected_ms(row.wall_ms, row.offset_ms))
    except OverflowError:  # a clock beyond the year 9999: the stamp is what counts
        return from_milliseconds(0)


def _base_values(found: Sequence[merge.Conflict], rows: Sequence[Change]) -> list[Any]:
    """Return what both sides of each conflict were made from, None where that is not known."""
    latest: dict[tuple[str, bytes], dict[bytes, bytes]] = {}
    values: dict[str, dict[bytes, Any]] = {}
    for name in {each.other_field for each in found}:
        own = [row for row in rows if name in row.fields]
        bases_of = {row.stamp: tuple(row.fields[name][1]) for row in own}
        # The first row of a stamp, as nothing else tells two of them apart.
        values[name] = {row.stamp: row.fields[name][0] for row in reversed(own)}
        of_field = [each for each in found if each.other_field == name]
        for shown in {each.shown.stamp for each in of_field}:
            others = [each.other.stamp for each in of_field if each.shown.stamp == shown]
            latest[name, shown] = merge.common_bases(bases_of, shown, others)
    return [
        values[each.other_field].get(latest[each.other_field, each.shown.stamp][each.other.stamp])
        for each in found
    ]
