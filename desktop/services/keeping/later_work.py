"""What a centre's present files hold that a backup of them does not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]

from desktop.database import connect
from desktop.errors import StorageError
from desktop.services.storage.salvage import salvage
from desktop.services.sync.epochs import Further


@dataclass(frozen=True)
class Later:
    """What putting a backup back would set aside.

    Attributes:
        readable: whether the present database could be read; if not, what follows is what could
            be found page by page, and `learners` is None.
        learners: people shown now who are not in the backup.
        changes: edits that the backup does not have.
        kinds: how many records of each kind those edits are of.
        unsent: the edits among them that the province does not have, by kind.
        centre: the id of the centre, None where it could not be read.
        further: how far the numbers had come; None for another laptop, or where unreadable.
    """

    readable: bool
    learners: int | None
    changes: int | None
    kinds: dict[str, int] = field(default_factory=dict)
    unsent: dict[str, int] = field(default_factory=dict)
    centre: str | None = None
    further: Further | None = None


def later_work(present: Path, backup: Path, key: bytes) -> Later | None:
    """Compare the present database with an unpacked backup; None where none stands there.

    A database of another centre, under another key, reads as not readable.
    """
    if not present.exists():
        return None
    copy = connect(backup, key)
    try:
        known = set(copy.execute("SELECT record_id, stamp FROM change"))
        people = {row[0] for row in copy.execute("SELECT id FROM learner")}
        own = bytes(copy.execute("SELECT device FROM device_state").fetchone()[0])
    finally:
        copy.close()
    try:
        connection = connect(present, key)
    except StorageError:
        return _found_by_page(present, key, known, own)
    try:
        return _compare(connection, known, people, own)
    except sqlcipher.Error:
        return _found_by_page(present, key, known, own)
    finally:
        connection.close()


def _compare(
    connection: Any, known: set[tuple[bytes, bytes]], people: set[bytes], own: bytes
) -> Later:
    columns = {row[1] for row in connection.execute("PRAGMA table_info(device_state)")}
    row = connection.execute(
        "SELECT device, epoch, next_code, last_stamp, next_number, centre_id, acked_seq "
        "FROM device_state"
    ).fetchone()
    if row is None or not columns:
        raise sqlcipher.DatabaseError("no device row")
    device, epoch, acked = bytes(row[0]), row[1], msgspec.msgpack.decode(row[6], type=list[int])
    records: dict[str, set[bytes]] = {}
    unsent: Counter[str] = Counter()
    changes = 0
    for record, stamp, kind, author, its_epoch, lane, seq in connection.execute(
        "SELECT record_id, stamp, kind, device, epoch, lane, seq FROM change"
    ):
        if (record, stamp) in known:
            continue
        changes += 1
        records.setdefault(kind, set()).add(record)
        if author == device and its_epoch == epoch and seq > acked[lane]:
            unsent[kind] += 1
    shown = {
        record
        for (record,) in connection.execute(
            "SELECT id FROM learner WHERE deleted = 0 AND merged_into IS NULL"
        )
    }
    further = None
    if device == own:
        further = Further(epoch, row[2], row[4], bytes(row[3]))
    return Later(
        True,
        len(shown - people),
        changes,
        {kind: len(ids) for kind, ids in records.items()},
        dict(unsent),
        str(UUID(bytes=bytes(row[5]))),
        further,
    )


def _found_by_page(present: Path, key: bytes, known: set[tuple[bytes, bytes]], own: bytes) -> Later:
    """Count what can still be read of a damaged database."""
    found = salvage(present, key)
    if not found.changes:
        return Later(False, None, None)
    records: dict[str, set[bytes]] = {}
    unsent: Counter[str] = Counter()
    changes = 0
    for row in found.changes:
        if (row.record_id, row.stamp) in known:
            continue
        changes += 1
        records.setdefault(row.kind, set()).add(row.record_id)
        if row.device == own and not row.at_hub:
            unsent[row.kind] += 1
    kinds = {kind: len(ids) for kind, ids in records.items()}
    return Later(False, None, changes, kinds, dict(unsent))
