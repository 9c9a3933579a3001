"""After an upgrade: kinds and fields that were kept for a newer program become records."""

from __future__ import annotations

import logging
from typing import Any, Final
from uuid import UUID

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.errors import StorageError
from desktop.migrations import newest
from desktop.models.base import synced_classes
from desktop.models.fields import fields_of
from desktop.models.program import Change, DeviceState, ForeignRecord, Setting
from desktop.services.sync.records import RecordWriter
from desktop.services.sync.rows import to_protocol
from desktop.services.sync.values import wrong_type
from desktop.services.workspace import Workspace

_log = logging.getLogger(__name__)

_ADOPTED: Final = "adopted_schema"
_CHUNK: Final = 400


def adopt_at_start(workspace: Workspace) -> None:
    """Adopt what can be; a disk that takes nothing now must not keep anybody out of the centre."""
    try:
        adopt(workspace)
    except StorageError as error:
        _log.warning("records of a newer program wait for the next start: %s", error.code)


def adopt(workspace: Workspace) -> int:
    """Work out anew what an older program could only keep; how many records that were.

    Looked for once for each schema, in one transaction with the note that it was done. A record
    whose values do not fit the columns stays kept as it is.
    """
    with workspace.read() as session:
        done = session.get(Setting, ("", _ADOPTED))
        if done is not None and done.value == newest():
            return 0
        wanted = [*_foreign(session), *_with_known_fields(session)]
    with workspace.database.write(applying=True) as session:
        writer = RecordWriter(session, session.get_one(DeviceState, 1), workspace.now())
        fitting = [each for each in wanted if _fits(session, each)]
        for start in range(0, len(fitting), _CHUNK):
            chunk = fitting[start : start + _CHUNK]
            writer.take({each.bytes: () for each in chunk})
            session.execute(delete(ForeignRecord).where(ForeignRecord.record_id.in_(chunk)))
        note = session.get(Setting, ("", _ADOPTED)) or Setting(user="", name=_ADOPTED)
        note.value = newest()
        session.add(note)
    if wanted:
        _log.info("records of a newer program now known: %d of %d", len(fitting), len(wanted))
    return len(fitting)


def _foreign(session: Session) -> list[UUID]:
    return list(
        session.scalars(
            select(ForeignRecord.record_id).where(ForeignRecord.kind.in_(list(synced_classes())))
        )
    )


def _with_known_fields(session: Session) -> list[UUID]:
    found = []
    for cls in synced_classes().values():
        known = fields_of(cls).keys()
        unknown: Any = cls.unknown_fields
        for record_id, packed in session.execute(
            select(cls.id, unknown).where(unknown.is_not(None))
        ):
            if msgspec.msgpack.decode(packed, type=dict[str, Any]).keys() & known:
                found.append(record_id)
    return found


def _fits(session: Session, record_id: UUID) -> bool:
    for row in session.scalars(select(Change).where(Change.record_id == record_id)):
        reason = wrong_type(synced_classes().get(row.kind), to_protocol(row))
        if reason:
            _log.warning("record %s stays as it was kept: %s", record_id, reason)
            return False
    return True
