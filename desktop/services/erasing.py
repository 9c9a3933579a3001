"""Destroying what is held of a person, on request (PDPA): records, log, search rows, photos."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, func, inspect, or_, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.capture import Editing, take_number, take_seq
from desktop.models.carried import CarriedRequest
from desktop.models.people import Document, Learner
from desktop.models.plan import Plan
from desktop.models.program import (
    Attachment,
    Change,
    Conflict,
    Draft,
    Erasure,
    ForeignRecord,
    ImportRun,
    LearnerSearch,
    PossibleDuplicate,
    SetAside,
    TodayMark,
)
from desktop.services import audit
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace

ERASED: Final = "erased"
"""The field that travels instead of the content; see the merge rules in docs/sync.md."""

_STEP: Final = 400
_ROW_BYTES: Final = 32


@dataclass(frozen=True)
class Erased:
    """What was destroyed; `records` counts all kinds."""

    learner_id: UUID
    records: int
    changes: int
    attachments: int


class ErasureService:
    """Erases people. Hiding is another thing: what is erased cannot be brought back."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.ERASE)
    def erase(self, learner_id: UUID, reason: str) -> Erased:
        """Destroy a learner and all that belongs to them, on this laptop and, by sync, elsewhere.

        The change log keeps that there were changes, without their values, so that sequences
        stay without gaps. Backups made before still hold the person.

        Raises:
            UserError: `learner_unknown`, `reason_missing`.
        """
        if not reason.strip():
            raise UserError("reason_missing")
        workspace = self._workspace
        with workspace.database.write(workspace.user.user_id, erasing=True) as session:
            learner = session.get(Learner, learner_id)
            if learner is None:
                raise UserError("learner_unknown", text=str(learner_id))
            owned = _owned(session, learner)
            documents = owned.get(Document, [])
            photos = set(session.scalars(select(Document.sha256).where(Document.id.in_(documents))))
            editing: Editing = session.info["editing"]
            records = 0
            changes = 0
            for cls, ids in owned.items():
                changes += forget(
                    session, cls, ids, reason.strip(), workspace.now(), workspace.user.user_id
                )
                _write_tombstones(session, editing, cls, ids, workspace.today().isoformat())
                records += len(ids)
            _forget_beside(session, owned[Learner])
            attachments = _drop_photos(session, photos)
            audit.note(session, workspace, "learner_erased", learner_id, records=records)
        self._leave_nothing_behind()
        return Erased(learner_id, records, changes, attachments)

    def _leave_nothing_behind(self) -> None:
        """Fold the WAL into the file and empty it; freed pages are overwritten when freed."""
        with self._workspace.database.engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            assert raw is not None
            raw.execute("INSERT INTO learner_fts(learner_fts) VALUES('optimize')")
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def forget(
    session: Session,
    cls: type[SyncedRecord],
    ids: Sequence[UUID],
    reason: str,
    at: datetime,
    author: UUID | None,
) -> int:
    """Destroy rows of one kind and every value of theirs in the change log; the changes touched.

    Inside a transaction of `Database.write(erasing=True)`.
    """
    changes = 0
    table = inspect(cls).local_table
    for step in _steps(ids):
        known = set(session.scalars(select(Erasure.record_id).where(Erasure.record_id.in_(step))))
        session.add_all(
            Erasure(record_id=each, reason=reason, at=at, author=author)
            for each in step
            if each not in known
        )
        session.flush()
        for change in session.scalars(select(Change).where(Change.record_id.in_(step))):
            change.fields = {
                name: entry if name == ERASED else [None, entry[1], None]
                for name, entry in change.fields.items()
            }
            changes += 1
        session.flush()
        connection = session.connection()
        connection.execute(delete(table).where(table.c.id.in_(step)))
        for beside in (Conflict, SetAside, ForeignRecord):
            connection.execute(delete(beside).where(beside.record_id.in_(step)))
    forget_carried(session, {each.bytes for each in ids})
    for record in [r for r in session.identity_map.values() if isinstance(r, cls)]:
        if record.id in set(ids):
            session.expunge(record)
    return changes


def forget_carried(session: Session, records: Set[bytes]) -> int:
    """Drop what is carried for other laptops of these records; how many requests that were.

    A signed request cannot lose a part. Its author still has the rest, and sends it again.
    """
    dropped = 0
    rows = session.execute(
        select(CarriedRequest.device, CarriedRequest.epoch, CarriedRequest.lane,
               CarriedRequest.from_seq, CarriedRequest.records)
    ).all()  # fmt: skip
    for *key, held in rows:
        if any(held[at : at + 16] in records for at in range(0, len(held), 16)):
            session.delete(session.get_one(CarriedRequest, tuple(key)))
            dropped += 1
    session.flush()
    return dropped


def _owned(session: Session, learner: Learner) -> dict[type[SyncedRecord], list[UUID]]:
    """Return the ids of everything that belongs to a person, the joined twins included."""
    learners = [learner.id]
    for each in learners:
        learners.extend(session.scalars(select(Learner.id).where(Learner.merged_into == each)))
    found: dict[type[SyncedRecord], list[UUID]] = {Learner: learners}
    for cls in synced_classes().values():
        owner = getattr(cls, "learner_id", None)
        if owner is not None:
            found[cls] = list(session.scalars(select(cls.id).where(owner.in_(learners))))
    plans = found.get(Plan, [])
    for cls in synced_classes().values():
        owner = getattr(cls, "plan_id", None)
        if owner is not None:
            found[cls] = list(session.scalars(select(cls.id).where(owner.in_(plans))))
    household = learner.household_id
    if household is not None:
        cls = synced_classes()["household"]
        others = session.scalar(
            select(func.count())
            .select_from(Learner)
            .where(Learner.household_id == household, Learner.id.not_in(learners))
        )
        if not others:
            found[cls] = [household]
    return {cls: ids for cls, ids in found.items() if ids}


def _write_tombstones(
    session: Session,
    editing: Editing,
    cls: type[SyncedRecord],
    ids: Iterable[UUID],
    day: str,
) -> None:
    """Write the one change that tells every other copy to destroy the record too."""
    device = editing.device
    stamp = editing.rules.stamp(
        device.last_stamp, editing.now_ms + (device.offset_ms or 0), device.device
    )
    device.last_stamp = stamp
    if editing.action is None:
        editing.action = stamp
    lane = editing.rules.lane(cls.kind)
    editing.kinds.add(cls.kind)
    for record_id in ids:
        session.add(
            Change(
                number=take_number(device),
                record_id=record_id,
                kind=cls.kind,
                fields={ERASED: [day, [], None]},
                device=device.device,
                epoch=device.epoch,
                lane=lane,
                seq=take_seq(device, lane),
                stamp=stamp,
                action=editing.action,
                wall_ms=editing.now_ms,
                offset_ms=device.offset_ms,
                author=editing.author,
            )
        )
    session.flush()


def _forget_beside(session: Session, learners: Sequence[UUID]) -> None:
    """Destroy what this laptop alone holds of these people."""
    connection = session.connection()
    connection.execute(delete(LearnerSearch).where(LearnerSearch.learner_id.in_(learners)))
    connection.execute(
        delete(PossibleDuplicate).where(
            or_(
                PossibleDuplicate.first_id.in_(learners),
                PossibleDuplicate.second_id.in_(learners),
            )
        )
    )
    marks: list[Any] = []
    for learner in learners:
        marks += [str(learner), learner.hex]
        wanted = [f"%{learner}%", f"%{learner.hex}%"]
        connection.execute(delete(Draft).where(or_(*(Draft.subject.like(w) for w in wanted))))
        connection.execute(delete(TodayMark).where(or_(*(TodayMark.line.like(w) for w in wanted))))
    for foreign in session.scalars(select(ForeignRecord)):
        if foreign.fields.get("learner_id") in {each.bytes for each in learners}:
            for change in session.scalars(
                select(Change).where(Change.record_id == foreign.record_id)
            ):
                change.fields = {name: [None, e[1], None] for name, e in change.fields.items()}
            connection.execute(
                delete(ForeignRecord).where(ForeignRecord.record_id == foreign.record_id)
            )
    gone = {learner.bytes for learner in learners}
    for run in session.scalars(select(ImportRun)):
        stored = run.counts.get("stored", b"")
        rows = [stored[at : at + _ROW_BYTES] for at in range(0, len(stored), _ROW_BYTES)]
        kept = [row for row in rows if row[16:] not in gone]
        if len(kept) != len(rows):
            run.counts = {**run.counts, "stored": b"".join(kept)}
    session.flush()


def _drop_photos(session: Session, photos: Iterable[bytes]) -> int:
    dropped = 0
    for sha256 in photos:
        if session.scalar(select(Document.id).where(Document.sha256 == sha256).limit(1)) is None:
            session.execute(delete(Attachment).where(Attachment.sha256 == sha256))
            dropped += 1
    return dropped


def _steps(ids: Sequence[UUID]) -> Iterable[list[UUID]]:
    for start in range(0, len(ids), _STEP):
        yield list(ids[start : start + _STEP])
