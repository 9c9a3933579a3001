"""One turn of a laptop at the hub: take its changes once, tell it what is new."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from sync.columns import pack_changes, unpack_changes
from sync.errors import Malformed, Rejected
from sync.hub.bulk import insert_rows
from sync.hub.feed import change_of, read_news
from sync.hub.keeping import is_aside, keep_changes, raise_accepted
from sync.hub.loose import not_here, renumbered
from sync.hub.scope import Caller, Scope, within
from sync.hub.tables import accepted, change, device, receipt, set_aside
from sync.merge import same_change
from sync.ports import LANES
from sync.protocol import (
    MAX_ANSWER_BYTES,
    MAX_BATCHES,
    MAX_CHANGES,
    MAX_CURSOR,
    Change,
    Code,
    LaneBatch,
    Refusal,
    Room,
    SyncAnswer,
    SyncRequest,
)
from sync.stamps import clock_doubtful, stamp_device

# Crockford's letters: none is mistaken for another when read aloud or copied from paper.
_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RECEIPT_STEP: Final = 389_171  # odd, so four letters repeat only after 32**4 receipts
_MAX_EPOCH: Final = 1 << 31
_BYTES_A_PIECE: Final = 1_024  # of changes in columns, that cost as much as one change


_HELD: Final = sa.select(accepted.c.lane, accepted.c.seq).where(
    accepted.c.province == sa.bindparam("of_province"),
    accepted.c.centre == sa.bindparam("of_centre"),
    accepted.c.device == sa.bindparam("of_device"),
    accepted.c.epoch == sa.bindparam("of_epoch"),
)


CALLER_COLUMNS: Final = (
    device.c.device,
    device.c.province,
    device.c.centre,
    device.c.epoch,
    device.c.restarts,
    device.c.receipts,
)
"""What is asked of a device's row to answer it."""


def caller_of(row: Any) -> Caller:
    """The caller that a row of `CALLER_COLUMNS` is."""
    return Caller(
        device=bytes(row.device),
        scope=Scope(row.province, bytes(row.centre)),
        epoch=row.epoch,
        restarts=row.restarts,
        receipts=row.receipts,
    )


class _Taken(msgspec.Struct):
    """What became of the changes of one request."""

    held: dict[int, int]  # lane to highest seq without a gap
    stored: list[Change] = []
    refused: list[Refusal] = []
    repeated: bool = False  # something was here already
    loose: list[Change] = []  # of a file; they cannot stand under their own numbers


class _Foreign(Exception):  # noqa: N818 - an outcome
    """The caller's sequence is not the one this hub knows."""


def take_turn(
    connection: Connection,
    caller: Caller,
    request: SyncRequest,
    hub_ms: int,
    generation: bytes,
    by_file: bool = False,
    noted: bool = False,
    room: Room | None = None,
) -> SyncAnswer:
    """Answer a request, in the caller's transaction.

    One that came `by_file` may be old: its clock says nothing, that it knows of fewer changes
    than are here is no sign of a restored laptop, and all of it is taken (`sync.hub.loose`).
    `noted` says that the device's row has what `notes` gives, with the receipt that is expected
    counted already. What there is no `room` for is left for the next request: the answer says how
    far this one was taken.

    Raises:
        Malformed: when a batch cannot be read; nothing of the request is then kept.
        Rejected: for an epoch that cannot be.
    """
    check_request(request)
    room = Room() if room is None else room
    held = _held(connection, caller, request.epoch)
    taken = _Taken(held=held)
    try:
        for lane, seq in held.items():
            if not by_file and lane < len(request.highest) and request.highest[lane] < seq:
                # The laptop has made fewer than it sent: it was restored from an older copy.
                raise _Foreign
        for batch in request.batches:
            if not room.fits(changes=batch.count):
                break
            _take_batch(connection, caller, request, batch, hub_ms, taken, by_file, room)
    except _Foreign:
        return _restart(connection, caller, request, hub_ms)
    epoch = max(caller.epoch, request.epoch)
    loose = not_here(connection, caller, taken.loose)
    number = _store(connection, caller, request, taken, loose, hub_ms)
    values: dict[str, Any] = {} if noted else notes(request, hub_ms, by_file)
    counted = caller.receipts + (1 if noted and request.batches else 0)
    if counted != caller.receipts + bool(taken.stored or loose):
        values["receipts"] = caller.receipts + bool(taken.stored or loose)
    if not noted and epoch + bool(loose) > caller.epoch:
        values["epoch"] = epoch + bool(loose)
    if values:
        connection.execute(
            sa.update(device).where(device.c.device == caller.device).values(**values)
        )
    news = read_news(
        connection,
        caller.scope,
        generation,
        request.cursor,
        (caller.device, request.epoch),
        min(request.answer_bytes, MAX_ANSWER_BYTES // 8),
    )
    upto = dict(taken.held)
    for each in taken.loose:
        upto[each.lane] = max(upto.get(each.lane, 0), each.seq)
    lanes = max([len(LANES), *(lane + 1 for lane in upto)])
    return SyncAnswer(
        hub_ms=hub_ms,
        accepted=tuple(upto.get(lane, 0) for lane in range(lanes)),
        cursor=news.cursor,
        news=pack_changes(news.changes) if news.changes else b"",
        more=news.more,
        reset=news.reset,
        receipt=number,
        refused=tuple(taken.refused),
        ahead=news.ahead,
    )


def check_request(request: SyncRequest) -> None:
    """See that a request can be one, before anything of it is unfolded.

    Raises:
        Rejected: for an epoch that cannot be. Malformed: for parts that cannot.
    """
    if not 0 < request.epoch < _MAX_EPOCH:
        raise Rejected(Code.BAD_MESSAGE, reason="epoch")
    if len(request.batches) > MAX_BATCHES or len(request.highest) > MAX_BATCHES:
        raise Malformed(Code.TOO_LARGE, batches=len(request.batches))
    if len(request.cursor) > MAX_CURSOR:
        raise Malformed(Code.TOO_LARGE, bytes=len(request.cursor))
    for batch in request.batches:
        if not 0 < batch.count <= MAX_CHANGES:
            raise Malformed(Code.TOO_LARGE, changes=batch.count)


def work_of(request: SyncRequest) -> int:
    """What a request costs the hub, by what it says of itself; a turn without changes is 1."""
    sizes = sum(len(batch.changes) for batch in request.batches)
    return 1 + sum(batch.count for batch in request.batches) + sizes // _BYTES_A_PIECE


def notes(request: SyncRequest, hub_ms: int, by_file: bool = False) -> dict[str, int]:
    """What a device's row keeps of a request; nothing of one that came by file."""
    if by_file:
        return {}
    return {
        "seen_ms": hub_ms,
        "waiting": min(max(request.waiting, 0), 1 << 30),
        "clock_off_ms": max(min(request.wall_ms - hub_ms, 1 << 60), -(1 << 60)),
    }


def receipt_code(number: int) -> str:
    """Four letters for the n-th receipt of a device, such as 8F3K."""
    left = number * _RECEIPT_STEP % 32**4
    letters = ""
    for _ in range(4):
        left, letter = divmod(left, 32)
        letters = _LETTERS[letter] + letters
    return letters


def stamps_of(
    connection: Connection, caller: Caller, epoch: int, seqs: Sequence[int]
) -> list[bytes]:
    """The stamp of one change of each lane, b"" where there is none of that number."""
    found = []
    for lane, seq in enumerate(seqs):
        stamps = [
            connection.execute(
                sa.select(table.c.stamp).where(
                    within(table, caller.scope),
                    table.c.device == caller.device,
                    table.c.epoch == epoch,
                    table.c.lane == lane,
                    table.c.seq == seq,
                )
            ).scalar_one_or_none()
            for table in (change, set_aside)
        ]
        found.append(bytes(next((stamp for stamp in stamps if stamp), b"")))
    return found


def _held(connection: Connection, caller: Caller, epoch: int) -> dict[int, int]:
    rows = connection.execute(
        _HELD,
        {
            "of_province": caller.scope.province,
            "of_centre": caller.scope.centre,
            "of_device": caller.device,
            "of_epoch": epoch,
        },
    )
    return {row.lane: row.seq for row in rows}


def _restart(
    connection: Connection, caller: Caller, request: SyncRequest, hub_ms: int
) -> SyncAnswer:
    epoch = max(caller.epoch, request.epoch) + 1
    connection.execute(
        sa.update(device)
        .where(device.c.device == caller.device)
        .values(epoch=epoch, restarts=caller.restarts + 1, receipts=caller.receipts)
    )
    return SyncAnswer(hub_ms=hub_ms, accepted=(), cursor=b"", restart=epoch)


def _take_batch(
    connection: Connection,
    caller: Caller,
    request: SyncRequest,
    batch: LaneBatch,
    hub_ms: int,
    taken: _Taken,
    by_file: bool,
    room: Room,
) -> None:
    have = taken.held.get(batch.lane, 0)
    if batch.from_seq < 1 or (batch.from_seq > have + 1 and not by_file):
        # A gap: an earlier request is missing (or the hub was restored). The answer says how far
        # it goes without one, and the laptop sends from there.
        return
    changes = _unfolded(caller, request, batch, room)
    for at, each in enumerate(changes):
        if not each.doubtful and clock_doubtful(
            each.stamp,
            each.wall_ms,
            each.offset_ms,
            # By file, or offered again for another device: the sender's clock says nothing.
            None if by_file or stamp_device(each.stamp) != caller.device else request.wall_ms,
            hub_ms,
        ):
            changes[at] = msgspec.structs.replace(each, doubtful=True)
    known = [each for each in changes if each.seq <= have]
    try:
        if batch.from_seq > have + 1:
            raise _Foreign
        if known:
            _compare(connection, caller, request, batch, known, taken)
    except _Foreign:
        if not by_file:
            raise
        taken.loose += changes
        return
    fresh = changes[len(known) :]
    taken.stored += fresh
    if fresh:
        taken.held[batch.lane] = fresh[-1].seq


def _unfolded(caller: Caller, request: SyncRequest, batch: LaneBatch, room: Room) -> list[Change]:
    changes = list(unpack_changes(batch.changes, room))
    if len(changes) != batch.count:
        raise Malformed(Code.BAD_MESSAGE, reason="count")
    of = (caller.device, request.epoch, batch.lane)
    for seq, each in enumerate(changes, batch.from_seq):
        if each.seq != seq or (each.device, each.epoch, each.lane) != of:
            raise Malformed(Code.BAD_MESSAGE, reason="sequence")
    return changes


def _compare(
    connection: Connection,
    caller: Caller,
    request: SyncRequest,
    batch: LaneBatch,
    known: Sequence[Change],
    taken: _Taken,
) -> None:
    """Changes that are here already: the same ones, after a lost answer, or another copy's?"""
    taken.repeated = True

    def stored_in(table: sa.Table) -> sa.ColumnElement[bool]:
        return sa.and_(
            within(table, caller.scope),
            table.c.device == caller.device,
            table.c.epoch == request.epoch,
            table.c.lane == batch.lane,
            table.c.seq.between(known[0].seq, known[-1].seq),
        )

    rows = connection.execute(sa.select(change).where(stored_in(change)))
    stored = {row.seq: change_of(connection, row) for row in rows}
    aside = {
        row.seq: row for row in connection.execute(sa.select(set_aside).where(stored_in(set_aside)))
    }
    for each in known:
        if kept := stored.get(each.seq):
            if not same_change(each, kept):
                raise _Foreign
        elif put := aside.get(each.seq):
            if not is_aside(connection, put, each):
                raise _Foreign
            taken.refused.append(Refusal(each.lane, each.seq, put.code))
        else:
            raise _Foreign


def _store(
    connection: Connection,
    caller: Caller,
    request: SyncRequest,
    taken: _Taken,
    loose: list[Change],
    hub_ms: int,
) -> str:
    """Keep what is new, and write its receipt; a repetition gets the last receipt again."""
    number = caller.receipts
    if taken.stored:
        taken.refused += keep_changes(connection, caller, taken.stored, hub_ms)
        lanes = {each.lane for each in taken.stored}
        raised = {lane: seq for lane, seq in taken.held.items() if lane in lanes}
        raise_accepted(connection, caller, request.epoch, raised)
    if loose:
        epoch = max(caller.epoch, request.epoch) + 1
        own, counted = renumbered(loose, epoch)
        keep_changes(connection, caller, own, hub_ms)
        raise_accepted(connection, caller, epoch, counted)
    if taken.stored or loose:
        number += 1
        insert_rows(
            connection,
            receipt,
            [
                (
                    caller.scope.province,
                    caller.scope.centre,
                    caller.device,
                    number,
                    receipt_code(number),
                    request.epoch,
                    len(taken.stored) + len(loose),
                    hub_ms,
                )
            ],
        )
    told = taken.stored or taken.loose or taken.repeated
    return receipt_code(number) if number and told else ""
