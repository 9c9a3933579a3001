"""Taking a decision back: both values stand beside each other again, on every copy.

A decision is a write that names every version of its field. It is taken back by writing each of
those values anew, each naming the decision and none naming another: to every copy that is what two
people wrote who had not seen each other, so the conflict is open again wherever it arrives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.capture import Editing, from_wire
from desktop.models.fields import fields_of
from desktop.models.program import Change, Conflict
from desktop.services.sync.conflict_facts import companions_of
from desktop.services.sync.records import RecordWriter
from desktop.services.sync.rows import to_protocol
from sync import merge
from sync.policy import ENDING_FIELDS

Writes = Mapping[bytes, Change]
"""The writes of one field of one record, by stamp."""


def writes_of(log: Sequence[Change], field: str) -> dict[bytes, Change]:
    """Return the changes that wrote a field."""
    return {row.stamp: row for row in log if field in row.fields}


def log_of(session: Session, record_id: UUID) -> list[Change]:
    """Return every known change of a record."""
    rows = session.scalars(
        select(Change).where(Change.record_id == record_id).order_by(Change.number)
    )
    return list(rows)


def heads_of(log: Sequence[Change], field: str) -> list[bytes]:
    """Return the versions of a field that nothing has replaced."""
    state = merge.fold(map(to_protocol, log)).get(field, merge.EMPTY_FIELD)
    return [head.stamp for head in state.heads]


def bases_of(row: Change, field: str) -> tuple[bytes, ...]:
    """Return the versions that a write replaced."""
    return tuple(row.fields[field][1])


def decision_on(log: Sequence[Change], conflict: Conflict) -> Change | None:
    """Return the write that settled a conflict and still stands; None where there is none."""
    both = {conflict.shown_stamp, conflict.other_stamp}
    heads = {*heads_of(log, conflict.field)}
    for row in writes_of(log, conflict.field).values():
        if row.stamp in heads and both.issubset(bases_of(row, conflict.field)):
            return row
    return None


def settled_by(session: Session, row: Change) -> list[Conflict]:
    """Return the settled conflicts that a change decided, one for each field at most."""
    found: dict[str, Conflict] = {}
    for conflict in session.scalars(
        select(Conflict).where(Conflict.record_id == row.record_id, Conflict.settled.is_(True))
    ):
        entry = row.fields.get(conflict.field)
        if entry and {conflict.shown_stamp, conflict.other_stamp}.issubset(entry[1]):
            found.setdefault(conflict.field, conflict)
    return list(found.values())


def reopen(session: Session, conflict: Conflict, now: datetime) -> set[bytes]:
    """Take the decision on a conflict back; returns the stamps of the decision that is undone.

    Raises:
        UserError: `conflict_unknown`; `conflict_moved_on` where somebody has edited it since.
    """
    editing: Editing = session.info["editing"]
    log = log_of(session, conflict.record_id)
    record, columns = record_of(session, conflict)
    decision = decision_on(log, conflict)
    if decision is None or merge.is_erased(merge.fold(map(to_protocol, log))):
        raise UserError("conflict_moved_on", id=conflict.id.hex())
    name = conflict.field
    undone = {decision.stamp}
    for value, bases in _versions(log, conflict, decision):
        _write(session, editing, record, columns[name], value, bases)
    # What went along with the decision only because it belongs to the same fact goes back too.
    for other in companions_of(conflict.kind, name):
        undone |= _companion_back(session, editing, log, decision, record, columns, other)
    RecordWriter(session, editing.device, now).refresh(
        conflict.record_id, conflict.kind, log_of(session, conflict.record_id)
    )
    session.flush()
    return undone


def record_of(session: Session, conflict: Conflict) -> tuple[SyncedRecord, dict[str, Any]]:
    """Return the record that a conflict is about, and its columns by field.

    Raises:
        UserError: `conflict_unknown`: the record is not here, or of a kind of later.
    """
    cls = synced_classes().get(conflict.kind)
    record: SyncedRecord | None = session.get(cls, conflict.record_id) if cls else None
    if cls is None or record is None:
        raise UserError("conflict_unknown", id=conflict.id.hex())
    return record, fields_of(cls)


def _versions(
    log: Sequence[Change], conflict: Conflict, decision: Change
) -> list[tuple[Any, list[bytes]]]:
    """The values to put back with what each names; the last is the one to show."""
    name = conflict.field
    writes = writes_of(log, name)
    named = [writes[stamp] for stamp in bases_of(decision, name) if stamp in writes]
    replaced = {base for row in named for base in bases_of(row, name)}
    heads = [row for row in named if row.stamp not in replaced]
    heads.sort(key=lambda row: (not row.doubtful, row.stamp))
    found: list[tuple[Any, list[bytes]]] = []
    for row in heads:
        value = row.fields[name][0]
        bases = {decision.stamp}
        if name in ENDING_FIELDS:
            # An end names what its author saw; the edit he had not seen stays unnamed.
            bases.update(bases_of(row, name))
        found = [each for each in found if not merge.same_value(each[0], value)]
        found.append((value, sorted(bases)))
    return found


def _companion_back(
    session: Session,
    editing: Editing,
    log: Sequence[Change],
    decision: Change,
    record: SyncedRecord,
    columns: Mapping[str, Any],
    name: str,
) -> set[bytes]:
    writes = writes_of(log, name)
    heads = {*heads_of(log, name)}
    for row in writes.values():
        # What was written in one transaction bears one time; actions are known only where made.
        together = (row.device, row.wall_ms) == (decision.device, decision.wall_ms)
        if not together or row.stamp not in heads:
            continue
        before = [writes[stamp] for stamp in bases_of(row, name) if stamp in writes]
        if len(before) == 1:
            value = before[0].fields[name][0]
            _write(session, editing, record, columns[name], value, [row.stamp])
            return {row.stamp}
    return set()


def _write(
    session: Session,
    editing: Editing,
    record: SyncedRecord,
    column: Any,
    value: Any,
    bases: list[bytes],
) -> None:
    editing.exact[record.id, column.name] = bases
    editing.decided.add((record.id, column.name))
    setattr(record, column.name, from_wire(column, value))
    session.flush()
