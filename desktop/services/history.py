"""The edit history of a record or a learner: who changed what, when, on which laptop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.base import SyncedRecord, from_milliseconds, synced_classes
from desktop.models.capture import from_wire, split_stamps, unpack_stamps
from desktop.models.fields import fields_of
from desktop.models.moves import LAST_MOVE, WithStates, moves_of
from desktop.models.owners import belonging_to
from desktop.models.people import Learner
from desktop.models.persons import Person
from desktop.models.program import Change, DeviceState, User
from desktop.services.masking import is_sensitive_whole, may_hide
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace


@dataclass(frozen=True)
class FieldEdit:
    """One field of an edit. `shown`: this value is the one shown now."""

    field: str
    before: Any
    after: Any
    shown: bool


@dataclass(frozen=True)
class HistoryLine:
    """One edit of one record.

    Attributes:
        number: order on this laptop.
        at: the author's wall time, corrected by the last known offset.
        author_name: "" for a user not known here.
        label: a few words of the record, such as a goal's text.
        label_field: the field that they stand in.
        hidden: the values are left out, being sensitive.
        created: the edit made the record.
        own: made on this laptop.
        doubtful: the clock it was made by cannot be right.
        action: what belongs to one user action; `UndoService` takes it back.
        run_id: the import that it belongs to.
    """

    number: int
    at: datetime
    author: UUID | None
    author_name: str
    record_id: UUID
    kind: str
    label: str
    label_field: str
    created: bool
    fields: tuple[FieldEdit, ...]
    own: bool
    device: str
    doubtful: bool
    action: bytes
    run_id: UUID | None
    hidden: bool = False


class HistoryService:
    """Reads edit histories, newest first."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def of_record(self, record_id: UUID, limit: int = 500) -> tuple[HistoryLine, ...]:
        """Return the edits of one record, its moves among them; sensitive parts by field names."""
        with self._workspace.read() as session:
            return _lines(session, [record_id, *_moves_of(session, record_id)], limit)

    @needs(Right.READ)
    def of_learner(self, learner_id: UUID, limit: int = 500) -> tuple[HistoryLine, ...]:
        """Return the edits of a learner and all that belongs to them, plans included.

        The values of the sensitive part are left out; they are asked for apart.
        """
        with self._workspace.read() as session:
            return _lines(session, record_ids_of(session, learner_id), limit)


def _moves_of(session: Session, record_id: UUID) -> list[UUID]:
    kind = session.scalars(select(Change.kind).where(Change.record_id == record_id)).first()
    cls = synced_classes().get(kind or "")
    if cls is None or not issubclass(cls, WithStates):
        return []
    thing = session.get(cls, record_id)
    return [each.id for each in moves_of(session, thing)] if thing is not None else []


def record_ids_of(session: Session, owner_id: UUID) -> list[UUID]:
    """Return the ids of somebody's records, hidden ones and all that belongs to them included."""
    learner = session.get(Learner, owner_id)
    whose = Person if session.get(Person, owner_id) is not None else Learner
    found = set[UUID]().union(*belonging_to(session, {whose: [owner_id]}).values())
    if learner is not None and learner.household_id is not None:
        found.add(learner.household_id)
    return sorted(found)


def _lines(session: Session, ids: Sequence[UUID], limit: int) -> tuple[HistoryLine, ...]:
    changes: list[Change] = []
    for start in range(0, len(ids), 500):
        changes.extend(
            session.scalars(
                select(Change)
                .where(Change.record_id.in_(ids[start : start + 500]))
                .order_by(Change.number.desc())
                .limit(limit)
            )
        )
    changes.sort(key=lambda change: change.number, reverse=True)
    users = {user.id: user.name for user in session.scalars(select(User))}
    device = session.get_one(DeviceState, 1)
    classes = synced_classes()
    records: dict[UUID, SyncedRecord | None] = {}
    lines = []
    for change in changes[:limit]:
        cls = classes.get(change.kind)
        if change.record_id not in records:
            records[change.record_id] = session.get(cls, change.record_id) if cls else None
        record = records[change.record_id]
        if record is None and may_hide(change.kind):
            continue  # hidden from whoever asks, or erased
        hidden = is_sensitive_whole(change.kind)
        label_field, label = ("", "") if hidden else _label(record)
        edits = _edits(change, record, hidden=hidden)
        if not edits and not change.created:
            continue  # where a thing leads is told by its moves
        lines.append(
            HistoryLine(
                number=change.number,
                at=from_milliseconds(change.wall_ms + (change.offset_ms or 0)),
                author=change.author,
                author_name=users.get(change.author, "") if change.author else "",
                record_id=change.record_id,
                kind=change.kind,
                label=label,
                label_field=label_field,
                created=change.created,
                fields=edits,
                own=change.device == device.device,
                device=change.device.hex(),
                doubtful=change.doubtful,
                action=change.action,
                run_id=change.run_id,
                hidden=hidden,
            )
        )
    return tuple(lines)


def _edits(change: Change, record: SyncedRecord | None, *, hidden: bool) -> tuple[FieldEdit, ...]:
    stamps = unpack_stamps(record.field_stamps) if record is not None else {}
    columns = fields_of(type(record)) if record is not None else {}
    edits = []
    for name, (after, _bases, before) in change.fields.items():
        if name == LAST_MOVE:
            continue
        column = columns.get(name)
        if column is not None:
            before, after = _readable(column, before), _readable(column, after)
        edits.append(
            FieldEdit(
                field=name,
                before=None if hidden else before,
                after=None if hidden else after,
                shown=change.stamp in split_stamps(stamps.get(name, b"")),
            )
        )
    return tuple(edits)


def _readable(column: Any, value: Any) -> Any:
    try:
        return from_wire(column, value)
    except (TypeError, ValueError):  # of a wrong type when it came: shown as it is
        return value


def _label(record: SyncedRecord | None) -> tuple[str, str]:
    """Return a field that names the record, and a few words of it."""
    for name in ("given", "name", "title", "text", "value", "indicator", "code", "round", "move"):
        value = getattr(record, name, None)
        if value:
            return name, str(value)[:80]
    return "", ""
