"""Taking back one user action or one import, as ordinary changes that can be taken back too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.capture import (
    Editing,
    from_wire,
    split_stamps,
    unpack_stamps,
    wire_value,
)
from desktop.models.fields import Field, fields_of
from desktop.models.funds import FundEntry, FundMonth, GoodsEntry
from desktop.models.moves import LAST_MOVE, AppendOnly
from desktop.models.owners import steps
from desktop.models.program import Change, ImportRun
from desktop.services.masking import is_sensitive_whole
from desktop.services.rights import Right, needs, require
from desktop.services.sync.reopening import reopen, settled_by
from desktop.services.workspace import Workspace
from sync.kinds import kind_of

_MONEY: Final = frozenset({FundEntry.kind, FundMonth.kind, GoodsEntry.kind})


@dataclass(frozen=True)
class Left:
    """What was not taken back because somebody has worked on since.

    `field` is "" for a record that the action made and that is in use by now.
    """

    record_id: UUID
    kind: str
    field: str


@dataclass(frozen=True)
class Undone:
    """What taking back did.

    Attributes:
        reverted: fields that have the value from before again.
        hidden: records that the action had made and that are hidden now.
        reversed: records that are never changed, taken back by a further one each.
        left: what stays as it is.
        action: the taking back itself, which can be taken back; None when nothing changed.
    """

    reverted: int
    hidden: int
    left: tuple[Left, ...]
    action: bytes | None
    reversed: int = 0


class UndoService:
    """Takes actions back; each call is one transaction."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.OWN)
    def last_action(self) -> bytes | None:
        """Return the last action of who is signed in on this laptop, None without any."""
        with self._workspace.read() as session:
            return session.scalars(
                select(Change.action)
                .where(
                    Change.author == self._workspace.user.user_id,
                    Change.remote.is_(False),
                )
                .order_by(Change.number.desc())
                .limit(1)
            ).first()

    @needs(Right.WRITE)
    def undo_action(self, action: bytes) -> Undone:
        """Take back one action; UserError `action_unknown`."""
        with self._workspace.write() as session:
            changes = list(
                session.scalars(
                    select(Change).where(Change.action == action).order_by(Change.number)
                )
            )
            if not changes:
                raise UserError("action_unknown")
            kinds = {change.kind for change in changes}
            if any(kind_of(kind).secret for kind in kinds):
                raise UserError("not_allowed", what=Right.URGENT.value)
            if any(is_sensitive_whole(kind) for kind in kinds):
                require(self._workspace, Right.SENSITIVE)
            own = all(change.author == self._workspace.user.user_id for change in changes)
            if kinds & _MONEY and not own:
                require(self._workspace, Right.MONEY)
            rest, reverted, left = _reopened(session, changes, self._workspace.now())
            return _take_back(session, rest, self._workspace.today(), reverted, left)

    @needs(Right.IMPORT)
    def undo_run(self, run_id: UUID) -> Undone:
        """Take back a whole import; UserError `run_unknown`, `run_undone_already`."""
        with self._workspace.write() as session:
            run = session.get(ImportRun, run_id)
            if run is None:
                raise UserError("run_unknown", run=str(run_id))
            if run.undone_at is not None:
                raise UserError("run_undone_already", run=run.number)
            changes = list(
                session.scalars(
                    select(Change).where(Change.run_id == run_id).order_by(Change.number)
                )
            )
            undone = _take_back(session, changes, self._workspace.today())
            run.undone_at = self._workspace.now()
            return undone


def _reopened(
    session: Session, changes: list[Change], now: datetime
) -> tuple[list[Change], int, list[Left]]:
    """Open the conflicts again that were decided; what remains, how many, and what stays."""
    undone: set[bytes] = set()
    reopened = 0
    left: list[Left] = []
    for change in changes:
        if change.stamp in undone or all(len(entry[1]) < 2 for entry in change.fields.values()):
            continue
        for conflict in settled_by(session, change):
            undone.add(change.stamp)
            try:
                undone |= reopen(session, conflict, now)
                reopened += 1
            except UserError:
                left.append(Left(conflict.record_id, conflict.kind, conflict.field))
    return [change for change in changes if change.stamp not in undone], reopened, left


def _take_back(
    session: Session,
    changes: list[Change],
    today: date,
    reverted: int = 0,
    stay: Sequence[Left] = (),
) -> Undone:
    by_record: dict[UUID, list[Change]] = defaultdict(list)
    for change in changes:
        by_record[change.record_id].append(change)
    stamps = {change.stamp for change in changes}
    records = _records(session, by_record)
    editing: Editing = session.info["editing"]
    in_use = _in_use(session, by_record, records)
    if editing.author is not None:
        in_use.add(editing.author)  # nobody locks themselves out
    appended = [
        each
        for each in reversed(list(records.values()))
        if isinstance(each, AppendOnly) and by_record[each.id][0].created
    ]
    for each in appended:
        del records[each.id]
    hidden = 0
    left = [*stay]
    made: dict[UUID, SyncedRecord] = {}
    there_before: list[SyncedRecord] = []
    for record_id, record in records.items():
        own = by_record[record_id]
        if own[0].created:
            if not record.deleted:
                made[record_id] = record
                if record_id in in_use or not _as_made(record, own, stamps):
                    left.append(Left(record_id, record.kind, ""))
            continue
        there_before.append(record)
        back, kept_so = _revert(record, own, stamps)
        reverted += back
        left.extend(Left(record_id, record.kind, name) for name in kept_so)
    kept = _kept(made, {each.record_id for each in left}, there_before)
    for record_id, record in made.items():
        if record_id not in kept:
            record.deleted = True
            hidden += 1
    session.flush()
    count = 0
    for each in appended:
        # What goes out of sight with its thing comes back with it, as it is.
        if not each.in_effect(session) or _hidden_with(each, made, kept):
            continue
        if each.reverse(session, today.isoformat()):
            count += 1
            session.flush()
        else:
            left.append(Left(each.id, each.kind, ""))
    return Undone(reverted, hidden, tuple(left), editing.action, count)


def _hidden_with(record: SyncedRecord, made: Mapping[UUID, SyncedRecord], kept: set[UUID]) -> bool:
    """Whether a record goes out of sight with its thing. What is made by what it is may be made
    again some day by other hands, and must not bring back what was taken back.
    """
    owners = (each for field, each in _links(record) if field.owner)
    gone = (made[each] for each in owners if each in made and each not in kept)
    return any(type(each).derived is None for each in gone)


def _records(session: Session, by_record: dict[UUID, list[Change]]) -> dict[UUID, SyncedRecord]:
    """Return the changed records in the order of their changes; some hundred to a look."""
    by_kind: dict[str, list[UUID]] = defaultdict(list)
    for record_id, own in by_record.items():
        by_kind[own[0].kind].append(record_id)
    found: dict[UUID, SyncedRecord] = {}
    classes = synced_classes()
    for kind, ids in by_kind.items():
        cls = classes.get(kind)
        if cls is None:
            continue  # a kind that only a newer version knows
        for step in steps(ids):
            found.update((each.id, each) for each in session.scalars(_by_id(cls, step)))
    return {record_id: found[record_id] for record_id in by_record if record_id in found}


def _by_id(cls: type[SyncedRecord], ids: list[UUID]) -> Select[Any]:
    return select(cls).where(cls.id.in_(ids))


def _links(record: SyncedRecord) -> Iterator[tuple[Field, UUID]]:
    """What a record points to: its links and the ids."""
    for name, field in fields_of(type(record)).items():
        if field.is_id and (linked := getattr(record, name)) is not None:
            yield field, linked


def _kept(
    made: dict[UUID, SyncedRecord], in_use: set[UUID], there_before: list[SyncedRecord]
) -> set[UUID]:
    """Return which of the made records stay: those in use, all they need, and all that is theirs.

    A person who stays keeps the number, carers and village that came with the same import.
    """
    parts: dict[UUID, list[UUID]] = defaultdict(list)
    for record_id, record in made.items():
        for field, owner_id in _links(record):
            if field.owner:
                parts[owner_id].append(record_id)
    waiting = [each for each in in_use if each in made]
    waiting += [linked for record in there_before for _field, linked in _links(record)]
    kept: set[UUID] = set()
    while waiting:
        record_id = waiting.pop()
        if record_id in kept or record_id not in made:
            continue
        kept.add(record_id)
        waiting += [linked for _field, linked in _links(made[record_id])]
        waiting += parts[record_id]
    return kept


def _as_made(record: SyncedRecord, own: list[Change], stamps: set[bytes]) -> bool:
    """Whether a record holds what these changes gave it, by them or put back by another undo."""
    now = unpack_stamps(record.field_stamps)
    given: dict[str, object] = {}
    for change in own:
        given.update({name: field[0] for name, field in change.fields.items()})
    return all(
        stamps.issuperset(split_stamps(now.get(name, b""))) or _holds(record, name, given.get(name))
        for name in fields_of(type(record))
    )


def _holds(record: SyncedRecord, name: str, given: object) -> bool:
    value = wire_value(record, fields_of(type(record))[name])
    return value == given or (not value and not given)


def _revert(record: SyncedRecord, own: list[Change], stamps: set[bytes]) -> tuple[int, list[str]]:
    """Put back what the record held before the first of these changes, where they still show."""
    before: dict[str, object] = {}
    for change in own:
        for name, (_after, _bases, earlier) in change.fields.items():
            before.setdefault(name, earlier)
    now = unpack_stamps(record.field_stamps)
    columns = fields_of(type(record))
    given = {name: field[0] for change in own for name, field in change.fields.items()}
    back, stay = 0, []
    for name, value in before.items():
        if name == LAST_MOVE:
            continue  # the move itself is reversed
        column = columns.get(name)
        if column is None or not (
            stamps.issuperset(split_stamps(now.get(name, b""))) or _holds(record, name, given[name])
        ):
            stay.append(name)
            continue
        setattr(record, name, from_wire(column, value))
        back += 1
    return back, stay


def _in_use(
    session: Session, by_record: dict[UUID, list[Change]], records: dict[UUID, SyncedRecord]
) -> set[UUID]:
    """Return made records that others have led links to since."""
    made: dict[str, list[UUID]] = defaultdict(list)
    for record_id, own in by_record.items():
        if own[0].created and record_id in records:
            made[records[record_id].kind].append(record_id)
    found: set[UUID] = set()
    for cls in synced_classes().values():
        for name, field in fields_of(cls).items():
            ids = made.get(field.link, []) if field.is_id else []
            column = getattr(cls, name)
            for step in steps(ids):
                for record_id, linked in session.execute(
                    select(cls.id, column).where(column.in_(step), cls.deleted.is_(False))
                ):
                    if record_id not in by_record:
                        found.add(linked)
    return found
