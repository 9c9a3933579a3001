"""What must be answerable for: audit entries, each carrying the hash of the one before."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.base import to_milliseconds
from desktop.models.program import AuditEntry, User
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace

FIRST = bytes(32)
"""What stands for the entry before the first."""


@dataclass(frozen=True)
class AuditLine:
    """One entry as it is read; `detail` holds codes and ids, never people's data."""

    number: int
    at: datetime
    author: UUID | None
    author_name: str
    event: str
    record_id: UUID | None
    detail: dict[str, Any]


class AuditService:
    """Reads the audit entries and checks their chain."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.AUDIT)
    def entries(self, limit: int = 500, record_id: UUID | None = None) -> tuple[AuditLine, ...]:
        """Return entries, newest first; of one record where its id is given."""
        with self._workspace.read() as session:
            names = {user.id: user.name for user in session.scalars(select(User))}
            wanted = select(AuditEntry).order_by(AuditEntry.number.desc()).limit(limit)
            if record_id is not None:
                wanted = wanted.where(AuditEntry.record_id == record_id)
            return tuple(
                AuditLine(
                    number=each.number,
                    at=each.at,
                    author=each.author,
                    author_name=names.get(each.author, "") if each.author else "",
                    event=each.event,
                    record_id=each.record_id,
                    detail=each.detail,
                )
                for each in session.scalars(wanted)
            )

    @needs(Right.COUNT)
    def first_broken(self) -> int | None:
        """Return the number of the first entry that does not follow from the one before it."""
        with self._workspace.read() as session:
            return first_broken(session)


def note(
    session: Session,
    workspace: Workspace,
    event: str,
    record_id: UUID | None = None,
    **detail: Any,
) -> None:
    """Add an entry inside the transaction of what it records; `detail` holds primitives."""
    session.flush()
    last = session.scalars(select(AuditEntry).order_by(AuditEntry.number.desc()).limit(1)).first()
    entry = AuditEntry(
        number=last.number + 1 if last else 1,
        at=workspace.now(),
        author=workspace.user.user_id,
        event=event,
        record_id=record_id,
        detail=detail,
    )
    entry.chain = _chain(last.chain if last else FIRST, entry)
    session.add(entry)
    session.flush()


def first_broken(session: Session) -> int | None:
    """Return the number of the first entry that was changed, or stands where one is missing."""
    before, expected = FIRST, 1
    for entry in session.scalars(select(AuditEntry).order_by(AuditEntry.number)):
        if entry.number != expected or entry.chain != _chain(before, entry):
            return entry.number
        before, expected = entry.chain, expected + 1
    return None


def _chain(before: bytes, entry: AuditEntry) -> bytes:
    content = msgspec.msgpack.encode(
        [
            entry.number,
            to_milliseconds(entry.at),
            entry.author.bytes if entry.author else None,
            entry.event,
            entry.record_id.bytes if entry.record_id else None,
            sorted(entry.detail.items()),
        ]
    )
    return hashlib.sha256(before + content).digest()
