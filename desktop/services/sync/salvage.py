"""What was read from a damaged database into the copy that goes on: as changes, each once."""

from __future__ import annotations

from collections import defaultdict
from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy import delete, select, update

from desktop.models.base import from_milliseconds
from desktop.models.capture import take_seq
from desktop.models.program import (
    PHOTOS_LOOKED,
    Attachment,
    Change,
    DeviceState,
    Draft,
    Erasure,
    Setting,
)
from desktop.services.storage.salvage import FoundChange, Salvaged
from desktop.services.sync.records import RecordWriter
from desktop.services.workspace import Workspace
from sync import protocol

Acked = tuple[bytes, int, tuple[int, ...]]
"""Device, epoch, and up to which number of each lane the hub has confirmed."""

_CHUNK: Final = 400


def put_back(workspace: Workspace, found: Salvaged, acked: Acked | None) -> int:
    """Bring salvaged changes, forms and photos into a restored copy; how many changes were new.

    Own changes that the hub has not confirmed become changes of the new epoch and are sent
    again; others stand as received, under the numbers they have. Done twice, nothing is twice:
    a change is known by its record and stamp. Records that were erased stay erased.

    Args:
        workspace: over the copy, in its new epoch.
        found: what could be read.
        acked: what the hub had confirmed, None where that could not be read.
    """
    with workspace.database.write(applying=True) as session:
        device = session.get_one(DeviceState, 1)
        known = {
            (record.bytes, stamp)
            for record, stamp in session.execute(select(Change.record_id, Change.stamp))
        }
        erased = {each.bytes for each in session.scalars(select(Erasure.record_id))}
        by_record: dict[bytes, list[protocol.Change]] = defaultdict(list)
        count = 0
        unsent: list[tuple[int, int]] = []
        for row in found.changes:
            if (row.record_id, row.stamp) in known or row.record_id in erased:
                continue
            known.add((row.record_id, row.stamp))
            epoch, seq = row.epoch, row.seq
            if row.device == device.device and not _confirmed(row, acked):
                epoch, seq = device.epoch, take_seq(device, row.lane)
                unsent.append((row.lane, seq))
            by_record[row.record_id].append(_change(row, epoch, seq))
            count += 1
        writer = RecordWriter(session, device, workspace.now())
        records = list(by_record)
        for start in range(0, len(records), _CHUNK):
            writer.take({each: by_record[each] for each in records[start : start + _CHUNK]})
        for lane, seq in unsent:
            session.execute(
                update(Change)
                .where(
                    Change.device == device.device,
                    Change.epoch == device.epoch,
                    Change.lane == lane,
                    Change.seq == seq,
                )
                .values(at_hub=False)
            )
        if found.changes:
            device.last_stamp = max(
                [
                    device.last_stamp,
                    *(row.stamp for row in found.changes if row.device == device.device),
                ]
            )
        if found.attachments:
            # They may be of a time when photographs were kept as they came.
            session.execute(delete(Setting).where(Setting.name == PHOTOS_LOOKED))
        for sha256, (content, at_ms) in found.attachments.items():
            if session.get(Attachment, sha256) is None:
                session.add(
                    Attachment(
                        sha256=sha256, size=len(content), content=content,
                        at=from_milliseconds(at_ms),
                    )
                )  # fmt: skip
        for each in found.drafts:
            key = (UUID(bytes=each.user_id), each.form, each.subject)
            at = from_milliseconds(each.at_ms)
            kept = session.get(Draft, key)
            if kept is None:
                kept = Draft(user_id=key[0], form=each.form, subject=each.subject)
                session.add(kept)
            elif kept.at >= at:
                continue
            kept.content, kept.at = msgspec.msgpack.decode(each.content), at
    return count


def _confirmed(row: FoundChange, acked: Acked | None) -> bool:
    """Tell whether the hub is known to have an own change."""
    if row.at_hub:
        return True
    if acked is None or acked[0] != row.device:
        return False
    return row.epoch < acked[1] or row.seq <= acked[2][row.lane]


def _change(row: FoundChange, epoch: int, seq: int) -> protocol.Change:
    return protocol.Change(
        record=row.record_id,
        kind=row.kind,
        fields={
            name: protocol.FieldWrite(entry[0], tuple(entry[1]))
            for name, entry in row.fields.items()
        },
        device=row.device,
        epoch=epoch,
        lane=row.lane,
        seq=seq,
        stamp=row.stamp,
        wall_ms=row.wall_ms,
        offset_ms=row.offset_ms,
        author=row.author or b"",
    )
