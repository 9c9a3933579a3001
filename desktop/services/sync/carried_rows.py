"""The rows behind what is carried for others: what is known, what is kept, what the hub lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import datetime
from typing import Final, TypeVar
from uuid import UUID

import msgspec
from sqlalchemy import and_, delete, func, select, tuple_, update
from sqlalchemy.orm import Session

from desktop.models.carried import NEWS_LANE, CarriedRequest
from desktop.models.program import Change, DeviceState, SetAside
from desktop.services.sync.clashes import list_clashes
from desktop.services.sync.records import RecordWriter
from desktop.services.sync.rows import to_protocol
from desktop.services.sync.twins import Key, as_own, key_of, offer, standing
from sync import protocol
from sync.merge import same_change
from sync.parcel import Carried, Place

_STEP: Final = 400
_Item = TypeVar("_Item")


def places(session: Session) -> dict[Place, int]:
    """Return how far this laptop has the changes of each: device, epoch, lane to highest seq."""
    found: dict[Place, int] = {}
    for table in (Change, SetAside):
        for device, epoch, lane, seq in session.execute(
            select(table.device, table.epoch, table.lane, func.max(table.seq))
            .where(table.epoch > 0)  # below are twins' numbers (`sync_twins`), never sent
            .group_by(table.device, table.epoch, table.lane)
        ):
            place = (device, epoch, lane)
            found[place] = max(found.get(place, 0), seq)
    return found


def take_in(session: Session, changes: Sequence[protocol.Change], now: datetime) -> int:
    """Merge changes that came from a neighbour; how many were new.

    Inside a transaction of `Database.write(applying=True)`. They do not count as being at the
    hub: one that was restored is offered them again. One whose number is another change's here
    becomes a change of this laptop.
    """
    device = session.get_one(DeviceState, 1)
    known = _known(session, [key_of(each) for each in changes])
    fresh: dict[Key, protocol.Change] = {}
    others = []
    for each in changes:
        there = known.get(key_of(each)) or fresh.get(key_of(each))
        if there is None:
            fresh[key_of(each)] = each
        elif not same_change(there, each):
            others.append(each)
    own = {key_of(each): each for each in as_own(session, device, others)}
    fresh.update(own)
    by_record: dict[bytes, list[protocol.Change]] = defaultdict(list)
    for each in fresh.values():
        by_record[each.record].append(each)
    records = list(by_record)
    writer = RecordWriter(session, device, now)
    for step in _steps(records):
        lacking = {key_of(each) for record in step for each in by_record[record]}
        for row in session.scalars(
            select(Change).where(
                Change.record_id.in_([UUID(bytes=each) for each in step]),
                Change.at_hub.is_(False),
            )
        ):
            lacking.add(key_of(row))
        writer.take({record: by_record[record] for record in step})
        # The writer takes what arrives for the hub's word.
        for keys in _steps(sorted(lacking)):
            session.execute(
                update(Change)
                .where(tuple_(Change.device, Change.epoch, Change.lane, Change.seq).in_(keys))
                .values(at_hub=False)
            )
    for row in standing(session, list(own)).values():
        row.remote = True
    list_clashes(session, now)
    session.flush()
    return len(fresh)


def keep_request(session: Session, carried: Carried, now: datetime) -> bool:
    """Keep a request, taken in before, unless the hub has all of it; whether it is kept anew."""
    if not carried.changes:
        session.execute(
            delete(CarriedRequest).where(
                CarriedRequest.device == carried.device, CarriedRequest.lane == NEWS_LANE
            )
        )
        session.add(_row(carried, NEWS_LANE, 0, 0, now))
        session.flush()
        return False
    first, last = carried.changes[0], carried.changes[-1]
    own = session.get(CarriedRequest, (carried.device, carried.epoch, first.lane, first.seq))
    if own is not None and own.to_seq >= last.seq:
        return False
    under = session.execute(
        select(Change.seq, Change.stamp, Change.at_hub).where(
            Change.device == carried.device,
            Change.epoch == carried.epoch,
            Change.lane == first.lane,
            Change.seq.between(first.seq, last.seq),
        )
    )
    rows = {seq: (stamp, at_hub) for seq, stamp, at_hub in under}
    if last.seq in rows and rows[last.seq][1]:
        return False
    if any(rows.get(each.seq, (each.stamp,))[0] != each.stamp for each in carried.changes):
        return False  # `take_in` made those changes of this laptop
    if own is not None:
        session.delete(own)
        session.flush()
    session.add(_row(carried, first.lane, first.seq, last.seq, now))
    session.flush()
    return True


def refuse(session: Session, rows: Sequence[CarriedRequest], code: str) -> None:
    """Note why the hub did not take these requests."""
    for row in _kept(session, rows):
        row.refused = code


def forget(session: Session, rows: Sequence[CarriedRequest]) -> None:
    """Carry these requests no longer."""
    for row in _kept(session, rows):
        session.delete(row)
    session.flush()


def take_over(session: Session, rows: Sequence[CarriedRequest]) -> None:
    """Offer the changes of these requests as this laptop's own, and carry the requests no longer.

    Their author may have lost them, and then they are nowhere but here.
    """
    device = session.get_one(DeviceState, 1)
    for row in rows:
        inside = (Change.device == row.device, Change.epoch == row.epoch, Change.lane == row.lane)
        changes = session.scalars(
            select(Change)
            .where(*inside, Change.seq.between(row.from_seq, row.to_seq), Change.at_hub.is_(False))
            .order_by(Change.seq)
        ).all()
        offer(session, device, changes)
    forget(session, rows)


def _kept(session: Session, rows: Sequence[CarriedRequest]) -> Iterator[CarriedRequest]:
    for row in rows:
        kept = session.get(CarriedRequest, (row.device, row.epoch, row.lane, row.from_seq))
        if kept is not None:
            yield kept


def arrived_requests(session: Session) -> list[Key]:
    """Return the keys of the carried requests that the hub holds to their last change."""
    rows = session.execute(
        select(
            CarriedRequest.device,
            CarriedRequest.epoch,
            CarriedRequest.lane,
            CarriedRequest.from_seq,
        ).join(
            Change,
            and_(
                Change.device == CarriedRequest.device,
                Change.epoch == CarriedRequest.epoch,
                Change.lane == CarriedRequest.lane,
                Change.seq == CarriedRequest.to_seq,
                Change.at_hub.is_(True),
            ),
        )
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def erased_among_carried(session: Session, erased: str) -> set[bytes]:
    """Return the carried records that have been erased here since; `erased` names the field."""
    held = {
        records[at : at + 16]
        for records in session.scalars(select(CarriedRequest.records))
        for at in range(0, len(records), 16)
    }
    found = set()
    for step in _steps(sorted(held)):
        for row in session.scalars(
            select(Change).where(Change.record_id.in_([UUID(bytes=each) for each in step]))
        ):
            if erased in row.fields:
                found.add(row.record_id.bytes)
    return found


def _row(carried: Carried, lane: int, first: int, last: int, now: datetime) -> CarriedRequest:
    return CarriedRequest(
        device=carried.device,
        epoch=carried.epoch,
        lane=lane,
        from_seq=first,
        to_seq=last,
        body=carried.sealed,
        records=b"".join(sorted({each.record for each in carried.changes})),
        at=now,
    )


def _known(session: Session, keys: Sequence[Key]) -> dict[Key, protocol.Change]:
    """What is here under these numbers, in the log or set aside."""
    found = {key: to_protocol(row) for key, row in standing(session, keys).items()}
    columns = tuple_(SetAside.device, SetAside.epoch, SetAside.lane, SetAside.seq)
    for step in _steps(keys):
        for aside in session.scalars(select(SetAside).where(columns.in_(step))):
            change = msgspec.msgpack.decode(aside.payload, type=protocol.Change)
            found.setdefault(key_of(change), change)
    return found


def _steps(items: Sequence[_Item]) -> Iterable[Sequence[_Item]]:
    for at in range(0, len(items), _STEP):
        yield items[at : at + _STEP]


def forget_carried(session: Session, records: Set[bytes]) -> int:
    """Drop what is carried for other laptops of these records; how many requests that were.

    A signed request cannot lose a part: the rest is offered as this laptop's own.
    """
    rows = session.execute(
        select(CarriedRequest.device, CarriedRequest.epoch, CarriedRequest.lane,
               CarriedRequest.from_seq, CarriedRequest.records)
    ).all()  # fmt: skip
    dropped = [
        session.get_one(CarriedRequest, tuple(key))
        for *key, held in rows
        if any(held[at : at + 16] in records for at in range(0, len(held), 16))
    ]
    take_over(session, dropped)
    return len(dropped)
