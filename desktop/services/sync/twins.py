"""Changes whose number is not theirs alone: two copies of a laptop have both given it out.

A number tells only what one copy made. So whatever asks whether a change is here or at the hub
compares it whole, and what has no number of its own gets one of this laptop's: its stamp, and so
its place in the record, stays what it is, and nothing rests on its author having it still.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, and_, func, insert, inspect, or_, select, tuple_
from sqlalchemy.orm import Session

from desktop.models.capture import take_number, take_seq
from desktop.models.program import Change, DeviceState
from desktop.services.sync.rows import to_protocol
from sync import protocol
from sync.merge import same_change
from sync.ports import LANES

Key = tuple[bytes, int, int, int]
"""Device, epoch, lane and number."""

_STEP: Final = 200


def key_of(change: protocol.Change | Change) -> Key:
    """Return the number of a change, with whose it is."""
    return (change.device, change.epoch, change.lane, change.seq)


def make_room(session: Session, device: DeviceState, arriving: Sequence[protocol.Change]) -> int:
    """Give what stands under the numbers of other changes at the hub one of ours; how many.

    A neighbour's parcel may have come from a copy of a laptop that the hub has not noticed yet, or
    from before that laptop was put back. The hub's word stands. What is at the hub or waits here
    under another number too stands aside, under a number of no epoch that is ever sent.
    """
    expected = {
        key_of(each): each
        for each in arriving
        if (each.device, each.epoch) != (device.device, device.epoch)
    }
    moved = 0
    for row in standing(session, list(expected)).values():
        if same_change(to_protocol(row), expected[key_of(row)]):
            continue
        if _lacking(session, device, [row]):
            row.device, row.epoch, row.lane = device.device, device.epoch, _lane(row.lane)
            row.seq = take_seq(device, row.lane)
        else:
            lowest = session.scalar(
                select(func.min(Change.epoch)).where(
                    Change.device == row.device, Change.lane == row.lane, Change.seq == row.seq
                )
            )
            row.epoch = min(lowest or 0, 0) - 1
        session.flush()
        moved += 1
    return moved


def offer(session: Session, device: DeviceState, rows: Sequence[Change]) -> None:
    """Copy changes as own new ones, but for those that are at the hub or wait here already."""
    copies = []
    for row in _lacking(session, device, rows):
        values = {c.key: getattr(row, c.key) for c in inspect(Change).columns}
        lane = _lane(row.lane)
        values.update(
            number=take_number(device),
            device=device.device,
            epoch=device.epoch,
            lane=lane,
            seq=take_seq(device, lane),
        )
        copies.append(values)
    if copies:
        session.execute(insert(Change), copies)


def as_own(
    session: Session, device: DeviceState, changes: Sequence[protocol.Change]
) -> list[protocol.Change]:
    """Return the changes that are nowhere in the log, under new numbers of this laptop."""
    named: dict[tuple[UUID, bytes], list[protocol.Change]] = defaultdict(list)
    for row in _named(session, {(UUID(bytes=each.record), each.stamp) for each in changes}):
        named[row.record_id, row.stamp].append(to_protocol(row))
    found = []
    for each in changes:
        those = named[UUID(bytes=each.record), each.stamp]
        if any(same_change(one, each) for one in those):
            continue
        those.append(each)
        lane = _lane(each.lane)
        found.append(
            msgspec.structs.replace(
                each,
                device=device.device,
                epoch=device.epoch,
                lane=lane,
                seq=take_seq(device, lane),
            )
        )
    return found


def standing(session: Session, keys: Sequence[Key]) -> dict[Key, Change]:
    """Return the rows of the log under these numbers."""
    columns = tuple_(Change.device, Change.epoch, Change.lane, Change.seq)
    found: dict[Key, Change] = {}
    for at in range(0, len(keys), _STEP):
        for row in session.scalars(select(Change).where(columns.in_(keys[at : at + _STEP]))):
            found[key_of(row)] = row
    return found


def _lacking(session: Session, device: DeviceState, rows: Sequence[Change]) -> list[Change]:
    """Those of the rows that are neither at the hub nor sent by this laptop under some number."""
    safe: dict[tuple[UUID, bytes], list[protocol.Change]] = defaultdict(list)
    own = and_(Change.device == device.device, Change.epoch == device.epoch)
    for row in _named(session, {(row.record_id, row.stamp) for row in rows}, own):
        safe[row.record_id, row.stamp].append(to_protocol(row))
    lacking = []
    for row in rows:
        change, those = to_protocol(row), safe[row.record_id, row.stamp]
        if not any(same_change(each, change) for each in those):
            those.append(change)
            lacking.append(row)
    return lacking


def _named(
    session: Session, names: Iterable[tuple[UUID, bytes]], own: ColumnElement[bool] | None = None
) -> Iterable[Change]:
    """The rows of these records and stamps; with `own`, those alone that are safe or are own."""
    wanted = sorted(names)
    for at in range(0, len(wanted), _STEP):
        step = wanted[at : at + _STEP]
        found = select(Change).where(
            Change.record_id.in_({record for record, _stamp in step}),
            Change.stamp.in_({stamp for _record, stamp in step}),
        )
        yield from session.scalars(found if own is None else found.where(or_(Change.at_hub, own)))


def _lane(lane: int) -> int:
    # A newer program may have more.
    return min(lane, len(LANES) - 1)
