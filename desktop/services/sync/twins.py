"""Numbers that a cloned laptop and its original have both given out, met at a neighbour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import func, select, tuple_, update
from sqlalchemy.orm import Session

from desktop.models.program import Change, DeviceState
from sync import protocol

_STEP: Final = 200


def make_room(session: Session, device: DeviceState, arriving: Sequence[protocol.Change]) -> int:
    """Give changes of a neighbour's parcel that stand under the hub's numbers others; how many.

    A parcel may come from a copy of a laptop that the hub has not noticed yet: then two changes
    bear the same device, epoch, lane and number. The hub's word stands. The other keeps its
    stamp, and so its place in the record, under a number of no epoch that is ever sent; its
    author brings it to the hub once the hub has given that copy an epoch of its own.
    """
    expected = {
        (each.device, each.epoch, each.lane, each.seq): (each.record, each.stamp)
        for each in arriving
        if (each.device, each.epoch) != (device.device, device.epoch)
    }
    keys = list(expected)
    moved = 0
    for start in range(0, len(keys), _STEP):
        step = keys[start : start + _STEP]
        standing = session.execute(
            select(
                Change.number, Change.device, Change.epoch, Change.lane, Change.seq,
                Change.record_id, Change.stamp,
            ).where(tuple_(Change.device, Change.epoch, Change.lane, Change.seq).in_(step))
        ).all()  # fmt: skip
        for row in standing:
            key = (row.device, row.epoch, row.lane, row.seq)
            if (row.record_id.bytes, row.stamp) == expected[key]:
                continue
            lowest = session.scalar(
                select(func.min(Change.epoch)).where(
                    Change.device == row.device, Change.lane == row.lane, Change.seq == row.seq
                )
            )
            session.execute(
                update(Change)
                .where(Change.number == row.number)
                .values(epoch=min(lowest or 0, 0) - 1)
            )
            moved += 1
    return moved
