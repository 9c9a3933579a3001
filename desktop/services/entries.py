"""A record of any kind as plain data, as services hand it out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from desktop.models.base import SyncedRecord
from desktop.models.fields import fields_of


@dataclass(frozen=True)
class Entry:
    """A record as plain data: its id, kind, fields by name, and who wrote it when."""

    id: UUID
    kind: str
    values: dict[str, Any]
    created_at: datetime
    created_by: UUID | None
    edited_at: datetime

    def text(self, name: str) -> str:
        """Return a field as text, "" where it is empty."""
        value = self.values.get(name)
        return "" if value is None else str(value)


def entry(record: SyncedRecord) -> Entry:
    """Return a record as plain data."""
    return Entry(
        id=record.id,
        kind=record.kind,
        values={name: getattr(record, name) for name in fields_of(type(record))},
        created_at=record.created_at,
        created_by=record.created_by,
        edited_at=record.edited_at,
    )
