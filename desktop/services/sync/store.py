"""The laptop's store as the sync engine sees it: own changes out, received ones merged in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, cast

import msgspec
from sqlalchemy import ColumnElement, CursorResult, func, or_, select, update
from sqlalchemy.orm import Session

from desktop.models.base import from_milliseconds, synced_classes
from desktop.models.program import Change, DeviceState, SetAside
from desktop.services.sync.carried_rows import take_in
from desktop.services.sync.clashes import list_clashes
from desktop.services.sync.records import RecordWriter
from desktop.services.sync.rows import changes_of, own_changes, to_protocol
from desktop.services.sync.twins import make_room, offer
from desktop.services.workspace import Workspace
from sync import merge, protocol
from sync.policy import ENDING_FIELDS, ERASED
from sync.ports import LANES, Identity, Incoming, LinkState, pack_link, unpack_link
from sync.stamps import merge_seen, settle_clock

NO_HUB = bytes(16)
_CHUNK = 400  # records worked on at a time: bounds memory and bound parameters
_CODES_SKIPPED = 1_000  # codes that a copy or a lost part of this laptop may have given out
_COPIES_AT_MOST = 20  # codes have five digits
# Rows read at once: what is read beyond a turn's size is thrown away.
_FIRST_READ, _MOST_READ = 100, 2_000


class DesktopStore:
    """`sync.ports.LocalStore` over the centre's database; every call is one transaction."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._database = workspace.database

    def identity(self) -> Identity:
        """Who this laptop is to the hub."""
        device = self._device()
        hub = (device.hub or {}).get("id", NO_HUB)
        return Identity(device.device, device.epoch, hub)

    def link(self) -> LinkState:
        """The link state last stored."""
        return unpack_link(self._device().link)

    def highest(self) -> tuple[int, ...]:
        """Highest own seq of the epoch, per lane."""
        return tuple(following - 1 for following in self._device().next_seq)

    def acknowledged(self) -> tuple[int, ...]:
        """Highest own seq that the hub has confirmed, per lane."""
        return tuple(self._device().acked_seq)

    def pending(self, lane: int, after: int, max_bytes: int) -> Sequence[protocol.Change]:
        """Own changes of a lane after a seq, in order, about `max_bytes` of them."""
        found: list[protocol.Change] = []
        size = 0
        rows = _FIRST_READ
        with self._database.read() as session:
            device = session.get_one(DeviceState, 1)
            while True:
                # Few at first: one typed word is the usual case.
                read = own_changes(session, device, lane, after + len(found), rows)
                for change, weight in read:
                    size += weight
                    if found and size > max_bytes:
                        return found
                    found.append(change)
                if len(read) < rows:
                    return found
                rows = min(rows * 4, _MOST_READ)

    def waiting(self) -> int:
        """How many own changes are not confirmed."""
        device = self._device()
        return sum(n - 1 for n in device.next_seq) - sum(device.acked_seq)

    def visible(self) -> int:
        """How many records are shown."""
        with self._database.read() as session:
            return sum(
                session.scalar(select(func.count()).select_from(cls).where(cls.deleted.is_(False)))
                or 0
                for cls in synced_classes().values()
            )

    def count_hiding(self, changes: Sequence[protocol.Change]) -> int:
        """How many records that are shown now these changes would hide."""
        ending = {*ENDING_FIELDS, ERASED}
        after: dict[bytes, list[protocol.Change]] = defaultdict(list)
        for change in changes:
            if ending & change.fields.keys():
                after[change.record].append(change)
        hidden = 0
        with self._database.read() as session:
            for chunk in _chunks(sorted(after)):
                known = logged(session, chunk)
                for record in chunk:
                    before = merge.fold(known[record])
                    if known[record] and not merge.is_hidden(before):
                        hidden += merge.is_hidden(merge.fold(after[record], before))
        return hidden

    def apply(self, incoming: Incoming) -> None:
        """Take an answer whole, or nothing of it."""
        with self._database.write(applying=True) as session:
            device = session.get_one(DeviceState, 1)
            doubted = _forget_hub(session) if incoming.reset else set()
            if incoming.at_hub:
                make_room(session, device, incoming.changes)
            doubted |= self._doubt_own(session, device, incoming.doubtful)
            by_record: dict[bytes, list[protocol.Change]] = defaultdict(list)
            if not incoming.at_hub:
                take_in(session, incoming.changes, self._workspace.now())
            for change in incoming.changes if incoming.at_hub else ():
                by_record[change.record].append(change)
            for record in sorted(doubted):
                by_record.setdefault(record, [])
            writer = RecordWriter(session, device, self._workspace.now())
            for chunk in _chunks(list(by_record)):
                writer.take({record: by_record[record] for record in chunk})
            list_clashes(session, self._workspace.now())
            if incoming.seen:
                device.last_stamp = merge_seen(device.last_stamp, incoming.seen, device.device)
            device.last_stamp = settle_clock(device.last_stamp, incoming.hub_ms, device.device)
            device.acked_seq = list(incoming.acknowledged)
            device.link = pack_link(incoming.link)
            device.offset_ms = incoming.link.offset_ms
            if incoming.receipt is not None:
                device.receipt = incoming.receipt.number
                device.last_sync = from_milliseconds(incoming.receipt.hub_ms)
            for refusal in incoming.refused:
                self._set_refused_aside(session, device, refusal)
            if incoming.offer_again:
                _offer_again(session, device)

    def restart(self, epoch: int, link: LinkState, confirmed: bool = True) -> None:
        """Give the unconfirmed changes new numbers in a new epoch, and later people new codes.

        Unless `confirmed`, no change counts as being at the hub or as doubtful any more.
        """
        with self._database.write(applying=True) as session:
            device = session.get_one(DeviceState, 1)
            if not confirmed:
                writer = RecordWriter(session, device, self._workspace.now())
                for chunk in _chunks(sorted(_forget_hub(session))):
                    writer.take(dict.fromkeys(chunk, ()))
            following = [1] * len(LANES)
            for lane, acknowledged in enumerate(device.acked_seq):
                own = (
                    Change.device == device.device,
                    Change.epoch == device.epoch,
                    Change.lane == lane,
                )
                if confirmed:
                    session.execute(
                        update(Change).where(*own, Change.seq <= acknowledged).values(at_hub=True)
                    )
                following[lane] += _renumber(session, (*own, Change.seq > acknowledged), epoch)
            # The other copy of this laptop goes on giving out codes of the same letters.
            copies = min(max(epoch - device.epoch, 1), _COPIES_AT_MOST)
            device.next_code += _CODES_SKIPPED * copies
            device.epoch = epoch
            device.next_seq = following
            device.acked_seq = [0] * len(LANES)
            device.link = pack_link(link)
            device.offset_ms = link.offset_ms

    def _device(self) -> DeviceState:
        with self._database.read() as session:
            return session.get_one(DeviceState, 1)

    def _doubt_own(
        self, session: Session, device: DeviceState, doubtful: Iterable[tuple[int, int]]
    ) -> set[bytes]:
        records = set()
        for lane, seq in doubtful:
            row = session.scalar(_own(device, lane, seq))
            if row is not None and not row.doubtful:
                row.doubtful = True
                records.add(row.record_id.bytes)
        return records

    def _set_refused_aside(
        self, session: Session, device: DeviceState, refusal: protocol.Refusal
    ) -> None:
        row = session.scalar(_own(device, refusal.lane, refusal.seq))
        key = (device.device, device.epoch, refusal.lane, refusal.seq)
        if row is None or session.get(SetAside, key) is not None:
            return
        session.add(
            SetAside(
                device=device.device,
                epoch=device.epoch,
                lane=refusal.lane,
                seq=refusal.seq,
                record_id=row.record_id,
                kind=row.kind,
                reason=refusal.code,
                payload=msgspec.msgpack.encode(to_protocol(row)),
                at=self._workspace.now(),
            )
        )


def logged(session: Session, records: Sequence[bytes]) -> dict[bytes, list[protocol.Change]]:
    """Return the logged changes of each record."""
    found: dict[bytes, list[protocol.Change]] = {record: [] for record in records}
    for change in changes_of(session, records):
        found[change.record].append(change)
    return found


def _forget_hub(session: Session) -> set[bytes]:
    """Let nothing count as being at the hub, nor as doubted there; the records doubted till now.

    Both are words of one store of the hub's: another one's news says them anew.
    """
    doubted = session.scalars(select(Change.record_id).where(Change.doubtful).distinct()).all()
    session.execute(update(Change).values(at_hub=False))
    session.execute(update(Change).where(Change.doubtful).values(doubtful=False))
    return {record.bytes for record in doubted}


def _renumber(session: Session, rows: tuple[ColumnElement[bool], ...], epoch: int) -> int:
    """Number the rows of a lane from 1 in another epoch, in their order; how many they were."""
    # One statement: row by row it took a minute for a centre that had never been sent.
    place = func.row_number().over(order_by=Change.seq).label("place")
    anew = select(Change.number, place).where(*rows).subquery()
    done = session.execute(
        update(Change)
        .where(Change.number == anew.c.number)
        .values(epoch=epoch, seq=anew.c.place)
        .execution_options(synchronize_session=False)
    )
    return cast("CursorResult[Any]", done).rowcount


def _offer_again(session: Session, device: DeviceState) -> None:
    """Offer what the hub's new store lacks; the stamps stay what they were."""
    lacking = session.scalars(
        select(Change)
        .where(
            Change.at_hub.is_(False),
            or_(Change.device != device.device, Change.epoch != device.epoch),
        )
        .order_by(Change.number)
    ).all()
    offer(session, device, lacking)


def _own(device: DeviceState, lane: int, seq: int) -> Any:
    return select(Change).where(
        Change.device == device.device,
        Change.epoch == device.epoch,
        Change.lane == lane,
        Change.seq == seq,
    )


def _chunks(records: list[bytes]) -> Iterable[list[bytes]]:
    for start in range(0, len(records), _CHUNK):
        yield records[start : start + _CHUNK]
