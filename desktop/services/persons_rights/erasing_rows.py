"""Which rows hold a person, and taking them out: records, log, search, drafts, marks, photos."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import msgspec
from sqlalchemy import delete, func, inspect, or_, select
from sqlalchemy.orm import Session

from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.capture import Editing, take_number, take_seq
from desktop.models.documents import Document
from desktop.models.fields import HUMANS
from desktop.models.owners import belonging_to, cut_links, erased_with, owner_links, steps
from desktop.models.people import Learner
from desktop.models.persons import Person
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
from desktop.services.sync.carried_rows import forget_carried
from desktop.services.sync.reopening import heads_of, log_of

ERASED: Final = "erased"
"""The field that travels instead of the content; see the merge rules in docs/sync.md."""

_ROW_BYTES: Final = 32
_ID_IN_TEXT: Final = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")

Owned = dict[type[SyncedRecord], list[UUID]]


def owned_by(session: Session, somebody: Learner | Person, *, as_person: bool = False) -> Owned:
    """Return the ids of all that goes with a learner or a person, the joined twins included.

    `as_person`: of a learner also the record that they have as a person elsewhere.
    """
    owners: dict[type[SyncedRecord], list[UUID]] = {type(somebody): [somebody.id]}
    if as_person:
        linked = select(Person.id).where(Person.same_learner_id == somebody.id)
        owners[Person] = list(session.scalars(linked))
    found = belonging_to(session, owners, erased_with)
    household = somebody.household_id if isinstance(somebody, Learner) else None
    if household is not None:
        others = session.scalar(
            select(func.count())
            .select_from(Learner)
            .where(Learner.household_id == household, Learner.id.not_in(found[Learner]))
        )
        if not others:
            found[synced_classes()["household"]].add(household)
    return {cls: sorted(ids) for cls, ids in found.items() if ids}


def left_behind(session: Session) -> Owned:
    """Return records that hang on one that was erased, and are not erased themselves.

    They were written elsewhere by somebody who had not heard of it yet.
    """
    found: dict[type[SyncedRecord], set[UUID]] = defaultdict(set)
    for cls in synced_classes().values():
        for link in erased_with(cls):
            found[cls].update(
                session.scalars(
                    select(cls.id)
                    .join(Erasure, Erasure.record_id == getattr(cls, link.name))
                    .where(cls.erased.is_(None))
                )
            )
    gone = belonging_to(session, found, erased_with)
    return {cls: sorted(ids) for cls, ids in gone.items() if ids}


def loose_links(session: Session) -> dict[type[SyncedRecord], list[tuple[UUID, str]]]:
    """Return records that stay and whose link leads to one that was destroyed, with the link."""
    found: dict[type[SyncedRecord], list[tuple[UUID, str]]] = {}
    for cls in synced_classes().values():
        for link in cut_links(cls):
            loose = session.scalars(
                select(cls.id).join(Erasure, Erasure.record_id == getattr(cls, link.name))
            ).all()
            if loose:
                found.setdefault(cls, []).extend((each, link.name) for each in loose)
    return found


def cut(session: Session) -> int:
    """Empty every link of a record that stays to one that was destroyed; how many there were.

    An ordinary edit that names every version of the link, so that it stands on every copy. In the
    log of this laptop the id goes too: taking an action back must not bring it back.
    """
    editing: Editing = session.info["editing"]
    count = 0
    for cls, links in loose_links(session).items():
        for record_id, name in links:
            editing.bases[record_id, name] = heads_of(log_of(session, record_id), name)
            record = session.get_one(cls, record_id)
            setattr(record, name, None)
            session.flush()
            _clear_log(session, record_id, name)
            count += 1
    session.flush()
    return count


def _clear_log(session: Session, record_id: UUID, name: str) -> None:
    for change in log_of(session, record_id):
        entry = change.fields.get(name)
        if entry is not None:
            change.fields = {**change.fields, name: [None, entry[1], None]}
    session.connection().execute(
        delete(Conflict).where(Conflict.record_id == record_id, Conflict.field == name)
    )


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
    table = inspect(cls).local_table
    changes = 0
    for step in steps(ids):
        changes += blank_log(session, step, reason, at, author)
        session.connection().execute(delete(table).where(table.c.id.in_(step)))
    gone = set(ids)
    for record in [r for r in session.identity_map.values() if isinstance(r, cls)]:
        if record.id in gone:
            session.expunge(record)
    return changes


def blank_log(
    session: Session, ids: Sequence[UUID], reason: str, at: datetime, author: UUID | None
) -> int:
    """Destroy every value of these records outside their own tables; the changes touched.

    At most as many ids as a statement takes.
    """
    known = set(session.scalars(select(Erasure.record_id).where(Erasure.record_id.in_(ids))))
    session.add_all(
        Erasure(record_id=each, reason=reason, at=at, author=author)
        for each in ids
        if each not in known
    )
    session.flush()
    changes = 0
    for change in session.scalars(select(Change).where(Change.record_id.in_(ids))):
        change.fields = {
            name: entry if name == ERASED else [None, entry[1], None]
            for name, entry in change.fields.items()
        }
        changes += 1
    session.flush()
    connection = session.connection()
    for beside in (Conflict, SetAside, ForeignRecord):
        connection.execute(delete(beside).where(beside.record_id.in_(ids)))
    return changes


def write_tombstones(
    session: Session,
    editing: Editing,
    kind: str,
    ids: Iterable[UUID],
    day: str,
    bases: Mapping[UUID, Sequence[bytes]] | None = None,
) -> None:
    """Write the one change that tells every other copy to destroy the record too."""
    device = editing.device
    stamp = editing.rules.stamp(
        device.last_stamp, editing.now_ms + (device.offset_ms or 0), device.device
    )
    device.last_stamp = stamp
    if editing.action is None:
        editing.action = stamp
    lane = editing.rules.lane(kind)
    editing.kinds.add(kind)
    for record_id in ids:
        session.add(
            Change(
                number=take_number(device),
                record_id=record_id,
                kind=kind,
                fields={ERASED: [day, sorted((bases or {}).get(record_id, ())), None]},
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


def forget_beside(session: Session, records: Set[UUID]) -> None:
    """Destroy what this laptop alone holds of these records: it never was anybody else's."""
    connection = session.connection()
    for step in steps(sorted(records)):
        connection.execute(delete(LearnerSearch).where(LearnerSearch.learner_id.in_(step)))
        connection.execute(
            delete(PossibleDuplicate).where(
                or_(PossibleDuplicate.first_id.in_(step), PossibleDuplicate.second_id.in_(step))
            )
        )
    # Forms and marks name what they are about in their own ways: by its id, in some spelling.
    for draft in session.scalars(select(Draft)).all():
        if is_about(draft.subject, draft.content, records):
            session.delete(draft)
    for mark in session.scalars(select(TodayMark)).all():
        if _names(mark.line, records):
            session.delete(mark)
    # A kind of a newer version calls its owners what the known ones call theirs.
    owners = {link.name for cls in synced_classes().values() for link in owner_links(cls)}
    for foreign in session.scalars(select(ForeignRecord)).all():
        if any(_holds(foreign.fields.get(name), records) for name in owners):
            for change in session.scalars(
                select(Change).where(Change.record_id == foreign.record_id)
            ):
                change.fields = {name: [None, e[1], None] for name, e in change.fields.items()}
            session.delete(foreign)
    gone = {each.bytes for each in records}
    for run in session.scalars(select(ImportRun)):
        stored = run.counts.get("stored", b"")
        rows = [stored[at : at + _ROW_BYTES] for at in range(0, len(stored), _ROW_BYTES)]
        kept = [row for row in rows if row[16:] not in gone]
        if len(kept) != len(rows):
            run.counts = {**run.counts, "stored": b"".join(kept)}
    forget_carried(session, gone)
    session.flush()


def is_about(subject: str, content: object, records: Set[UUID]) -> bool:
    """Whether a half-filled form is about one of the records: by its subject or its content."""
    return _names(subject, records) or _holds(content, records)


def drop_photos(session: Session) -> int:
    """Destroy the bytes that no document points at any more; how many there were."""
    loose = list(
        session.scalars(
            select(Attachment.sha256).where(
                Attachment.sha256.not_in(select(Document.sha256)),
            )
        )
    )
    for sha256 in loose:
        session.execute(delete(Attachment).where(Attachment.sha256 == sha256))
    return len(loose)


def _names(text: str, records: Set[UUID]) -> bool:
    return any(UUID(found) in records for found in _ID_IN_TEXT.findall(text.lower()))


def _holds(content: object, records: Set[UUID]) -> bool:
    """Whether a value of primitives names one of the records, as bytes or as text."""
    found: list[Any] = [content]
    while found:
        each = found.pop()
        if isinstance(each, dict):
            found.extend(each.keys())
            found.extend(each.values())
        elif isinstance(each, list | tuple):
            found.extend(each)
        elif isinstance(each, bytes):
            if len(each) == 16 and UUID(bytes=each) in records:
                return True
        elif isinstance(each, str) and _names(each, records):
            return True
    return False


def last_of_parts(session: Session, erased: Mapping[UUID, str]) -> dict[UUID, str]:
    """Return the last record, and its kind, of each erasing that left the person itself.

    It stands for the whole part: a laptop that writes its tombstone again has erased the part.
    """
    mark = msgspec.msgpack.encode(ERASED)
    actions: dict[bytes, set[UUID]] = defaultdict(set)
    for step in steps(sorted(erased)):
        for record_id, action in session.execute(
            select(Change.record_id, Change.action).where(
                Change.record_id.in_(step), func.instr(Change.fields, mark) > 0
            )
        ):
            actions[action].add(record_id)
    parts = (ids for ids in actions.values() if all(erased[each] not in HUMANS for each in ids))
    last = {max(ids) for ids in parts}
    return {each: erased[each] for each in sorted(last) if erased[each] in synced_classes()}


def newly_erased(session: Session, after: int) -> dict[UUID, str]:
    """Return records with a tombstone among the changes after a number, and their kinds."""
    mark = msgspec.msgpack.encode(ERASED)
    found: dict[UUID, str] = {}
    for record_id, kind, fields in session.execute(
        select(Change.record_id, Change.kind, Change.fields).where(
            Change.number > after, func.instr(Change.fields, mark) > 0
        )
    ):
        entry = fields.get(ERASED)
        if entry is not None and entry[0] is not None:
            found[record_id] = kind
    return found
