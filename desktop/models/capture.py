"""Change capture: every edit of a synced record writes its change row in the same transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import event, insert, inspect
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from desktop.models.base import SyncedRecord, from_milliseconds
from desktop.models.capture_values import check_value
from desktop.models.derived import check_edit, check_id
from desktop.models.fields import Field, fields_of
from desktop.models.moves import AppendOnly
from desktop.models.people import Carer, Learner, LearnerCode
from desktop.models.program import Change, DeviceState
from desktop.models.restriction import refuse_restricted
from desktop.models.text import normalise
from sync.texts import seen

STAMP_BYTES = 16

ENDING_FIELDS = frozenset({"deleted", "merged_into"})
"""Fields that end a record: a write of them names the versions of all other fields it saw."""

# What may be written of a record that stays as it was written.
_ENDINGS = frozenset({"deleted", "erased", "verified_on"})


@dataclass(frozen=True)
class SyncRules:
    """What the sync package decides for a change made here; wired in by the composition root.

    Attributes:
        stamp: `(last stamp, corrected milliseconds, device) -> next stamp`, always greater.
        lane: the queue of a kind of record; each lane of an epoch has its own sequence.
        lanes: how many lanes there are.
    """

    stamp: Callable[[bytes, int, bytes], bytes]
    lane: Callable[[str], int]
    lanes: int


@dataclass
class Editing:
    """One write transaction: who edits, when, and what it has changed so far."""

    author: UUID | None
    now_ms: int
    rules: SyncRules
    device: DeviceState
    run_id: UUID | None
    applying: bool
    erasing: bool
    action: bytes | None = None
    # Versions that a decision saw besides the shown one, by record and field; a decided field is
    # written even where the value shown stays, since the writing is what settles it.
    bases: dict[tuple[UUID, str], list[bytes]] = field(default_factory=dict)
    # Versions that the next write of a field names, and no others: how two values are put back
    # beside each other although whoever does it sees both.
    exact: dict[tuple[UUID, str], list[bytes]] = field(default_factory=dict)
    decided: set[tuple[UUID, str]] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    learners: set[UUID] = field(default_factory=set)
    # Persons whose record may be written although it is restricted: to lift that, or put right.
    permitted: set[UUID] = field(default_factory=set)


class UncapturedWriteError(RuntimeError):
    """A synced record was about to change without a change row: a fault of the program."""


def to_wire(column: Field, value: Any) -> Any:
    """Return an attribute's value as a msgpack primitive."""
    return value.bytes if column.is_id and value is not None else value


def from_wire(column: Field, value: Any) -> Any:
    """Return the attribute value of a msgpack primitive; ValueError where the type is wrong."""
    if not column.is_id or value is None:
        return value
    return UUID(bytes=bytes(value))


def wire_value(record: SyncedRecord, column: Field) -> Any:
    """Return a field as it goes over the wire: text as it was typed."""
    if column.is_text and record.typed and column.name in record.typed:
        return record.typed[column.name]
    return to_wire(column, getattr(record, column.name))


def pack_stamps(stamps: dict[str, bytes]) -> bytes:
    """Pack the versions of each field: fields with the same versions share one entry.

    A field's versions are the stamps of every write whose value is the one shown, joined;
    nearly always one stamp of 16 bytes.
    """
    groups: dict[bytes, list[str]] = {}
    for name, stamp in stamps.items():
        groups.setdefault(stamp, []).append(name)
    return msgspec.msgpack.encode(list(groups.items()))


def unpack_stamps(packed: bytes) -> dict[str, bytes]:
    """Return the joined stamps of the versions of each field, by its name."""
    groups = msgspec.msgpack.decode(packed, type=list[tuple[bytes, list[str]]])
    return {name: stamp for stamp, names in groups for name in names}


def normalise_texts(record: SyncedRecord, names: set[str]) -> None:
    """Hold the named text fields normalised, and what was typed beside them where it differs."""
    typed = dict(record.typed or {})
    for name in names:
        value = getattr(record, name)
        if value is not None and (plain := seen(value)) != value:
            value = plain
            setattr(record, name, value)
        normal = None if value is None else normalise(value)
        if value is None or normal == value:
            typed.pop(name, None)
        else:
            typed[name] = value
            setattr(record, name, normal)
    if typed != (record.typed or {}):
        record.typed = typed or None


def split_stamps(joined: bytes) -> list[bytes]:
    """Return the single stamps of a field's joined versions."""
    return [joined[at : at + STAMP_BYTES] for at in range(0, len(joined), STAMP_BYTES)]


def take_number(device: DeviceState) -> int:
    """Return the number of the next change row; the write lock makes it unique."""
    number = device.next_number
    device.next_number = number + 1
    return number


def take_numbers(device: DeviceState, count: int) -> int:
    """Return the first of the numbers of that many change rows."""
    number = device.next_number
    device.next_number = number + count
    return number


def take_seq(device: DeviceState, lane: int) -> int:
    """Return the next number of this device's sequence in one lane."""
    following = list(device.next_seq)
    seq = following[lane]
    following[lane] = seq + 1
    device.next_seq = following
    return seq


def _first_fields(record: SyncedRecord) -> dict[str, tuple[Any, Any]]:
    """Return `{field: (None, value)}` of a new record; None and False go without saying."""
    columns = fields_of(type(record))
    values = inspect(record).dict
    said = [
        column
        for name, column in columns.items()
        if (value := values.get(name)) is not None and value is not False
    ]
    normalise_texts(record, {column.name for column in said if column.is_text})
    return {column.name: (None, wire_value(record, column)) for column in said}


def _changed_fields(record: SyncedRecord) -> dict[str, tuple[Any, Any]]:
    """Return `{field: (before, after)}` in wire form for what really differs."""
    state = inspect(record)
    columns = fields_of(type(record))
    before_typed = _before(state, "typed") or {}
    attributes = state.attrs
    touched = [name for name in columns if attributes[name].history.has_changes()]
    texts = {name for name in touched if columns[name].is_text}
    before: dict[str, Any] = {}
    for name in touched:
        old = _before(state, name)
        before[name] = before_typed[name] if name in before_typed else to_wire(columns[name], old)
    normalise_texts(record, texts)
    changed = {}
    for name in touched:
        after = wire_value(record, columns[name])
        if after != before[name]:
            changed[name] = (before[name], after)
    return changed


def _before(state: Any, name: str) -> Any:
    history = state.attrs[name].history
    if history.deleted:
        return history.deleted[0]
    return history.unchanged[0] if history.unchanged else None


def _capture(record: SyncedRecord, editing: Editing, stamp: bytes) -> dict[str, Any] | None:
    """Return the change row of a record's edit, and mark the record with it; None: no edit."""
    new = inspect(record).pending
    changed = _first_fields(record) if new else _changed_fields(record)
    for owner, name in editing.decided:
        if owner == record.id and name not in changed:
            value = wire_value(record, fields_of(type(record))[name])
            changed[name] = (value, value)
    if new and not changed:
        # An empty record exists all the same, and a change says at least one thing.
        changed = {"deleted": (None, False)}
    if not changed:
        return None
    if new:
        check_id(type(record), record.id, inspect(record).dict, editing.device.centre_id)
    else:
        check_edit(type(record), _kept(record, changed))
        if isinstance(record, AppendOnly) and not (editing.erasing or changed.keys() <= _ENDINGS):
            raise UncapturedWriteError(f"a {record.kind} stays as it was written")
    stamps = {} if new else unpack_stamps(record.field_stamps)
    device = editing.device
    rows: dict[str, Any] = {}
    for name, (before, after) in changed.items():
        check_value(record.kind, name, after)
        seen = {*split_stamps(stamps.get(name, b""))}
        if name in ENDING_FIELDS:
            seen.update(each for joined in stamps.values() for each in split_stamps(joined))
        seen.update(editing.bases.get((record.id, name), ()))
        seen = {*editing.exact.pop((record.id, name), seen)}
        rows[name] = [after, sorted(seen), before]
    stamps.update(dict.fromkeys(changed, stamp))
    lane = editing.rules.lane(record.kind)
    if editing.action is None:
        editing.action = stamp
    change = {
        "number": take_number(device),
        "record_id": record.id,
        "kind": record.kind,
        "fields": rows,
        "created": new,
        "device": device.device,
        "epoch": device.epoch,
        "lane": lane,
        "seq": take_seq(device, lane),
        "stamp": stamp,
        "action": editing.action,
        "wall_ms": editing.now_ms,
        "offset_ms": device.offset_ms,
        "author": editing.author,
        "run_id": editing.run_id,
    }
    moment = from_milliseconds(editing.now_ms)
    if new:
        record.centre_id = device.centre_id
        record.created_at, record.created_by = moment, editing.author
        record.first_stamp = stamp
    record.edited_at, record.edited_by = moment, editing.author
    record.field_stamps = pack_stamps(stamps)
    record.last_change = change["number"]
    return change


def _kept(record: SyncedRecord, changed: Mapping[str, tuple[Any, Any]]) -> set[str]:
    """The fields that were changed otherwise than by cutting a link to what was destroyed."""
    fields = fields_of(type(record))
    return {
        name
        for name, (_before, after) in changed.items()
        if after is not None or fields[name].on_erase != "cut"
    }


def _touch(record: SyncedRecord, editing: Editing) -> None:
    editing.kinds.add(record.kind)
    if isinstance(record, Learner):
        editing.learners.add(record.id)
    elif isinstance(record, LearnerCode | Carer):
        editing.learners.add(record.learner_id)


def _derive(record: SyncedRecord) -> None:
    for name, value in type(record).local_values(inspect(record).dict).items():
        if getattr(record, name) != value:
            setattr(record, name, value)


def _decided(session: Session, dirty: list[SyncedRecord]) -> list[SyncedRecord]:
    """Return records with a decided field that holds the decided value already."""
    editing = session.info.get("editing")
    if not isinstance(editing, Editing):
        return []
    owners = {owner for owner, _ in editing.decided}
    return [
        record
        for record in session.identity_map.values()
        if isinstance(record, SyncedRecord) and record.id in owners and record not in dirty
    ]


def _before_flush(session: Session, context: UOWTransaction, instances: Any) -> None:
    new = [record for record in session.new if isinstance(record, SyncedRecord)]
    dirty = [
        record
        for record in session.dirty
        if isinstance(record, SyncedRecord) and session.is_modified(record)
    ]
    dirty.extend(_decided(session, dirty))
    gone = [record for record in session.deleted if isinstance(record, SyncedRecord)]
    if not (new or dirty or gone):
        return
    editing = session.info.get("editing")
    if not isinstance(editing, Editing):
        raise UncapturedWriteError("a synced record changed outside Database.write()")
    if gone and not editing.erasing:
        raise UncapturedWriteError("a synced record is hidden by a tombstone, never deleted")
    records = [*new, *dirty]
    for record in (*records, *gone):
        _touch(record, editing)
    if editing.applying:
        for record in records:
            names = {n for n, c in fields_of(type(record)).items() if c.is_text}
            state = inspect(record)
            touched = {n for n in names if state.attrs[n].history.has_changes()}
            normalise_texts(record, touched)
            _derive(record)
        return
    if not editing.erasing:
        refuse_restricted(session, records, editing.permitted.__contains__)
    device = editing.device
    stamp = editing.rules.stamp(
        device.last_stamp, editing.now_ms + (device.offset_ms or 0), device.device
    )
    changes = []
    for record in records:
        change = _capture(record, editing, stamp)
        if change is not None:
            changes.append(change)
        _derive(record)
    editing.decided.clear()
    if changes:
        device.last_stamp = stamp
        # Before the records that point at them: a change row that came after its record would
        # make SQLite look through every synced table for rows that wait for it.
        session.execute(insert(Change), changes)


def _refuse_bulk(execution: ORMExecuteState) -> None:
    if not (execution.is_insert or execution.is_update or execution.is_delete):
        return
    for mapper in execution.all_mappers:
        if issubclass(mapper.class_, SyncedRecord):
            editing = execution.session.info.get("editing")
            if isinstance(editing, Editing) and editing.erasing and execution.is_delete:
                continue
            raise UncapturedWriteError(f"bulk statement on {mapper.class_.__name__}")


def watch(session_class: type[Session] | Any) -> None:
    """Attach the capture to a session class or session maker."""
    event.listen(session_class, "before_flush", _before_flush)
    event.listen(session_class, "do_orm_execute", _refuse_bulk)
