"""Numbers that a cloned laptop and its original have both given out, met at a neighbour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from desktop.models.program import Change, DeviceState
from desktop.services.sync.rows import to_protocol
from sync import protocol
from sync.merge import same_change

_STEP: Final = 200


def make_room(session: Session, device: DeviceState, arriving: Sequence[protocol.Change]) -> int:
    """Give changes of a neighbour's parcel that stand under the hub's numbers others; how many.

    A parcel may come from a copy of a laptop that the hub has not noticed yet: then two changes
    bear the same device, epoch, lane and number. The hub's word stands. The other keeps its
    stamp, and so its place in the record, under a number of no epoch that is ever sent; its
    author brings it to the hub once the hub has given that copy an epoch of its own.
    """
    expected = {
        (each.device, each.epoch, each.lane, each.seq): each
        for each in arriving
        if (each.device, each.epoch) != (device.device, device.epoch)
    }
    keys = list(expected)
    moved = 0
    for start in range(0, len(keys), _STEP):
        step = keys[start : start + _STEP]
        standing = session.scalars(
            select(Change).where(
                tuple_(Change.device, Change.epoch, Change.lane, Change.seq).in_(step)
            )
        ).all()
        for row in standing:
            key = (row.device, row.epoch, row.lane, row.seq)
            if same_change(to_protocol(row), expected[key]):
                continue
            lowest = session.scalar(
                select(func.min(Change.epoch)).where(
                    Change.device == row.device, Change.lane == row.lane, Change.seq == row.seq
                )
            )
            row.epoch = min(lowest or 0, 0) - 1
            session.flush()
            moved += 1
    return moved
