"""Bundles at the hub: looked through first, then taken one request at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from sync.envelope import SealedRequest, open_payload, read_payload, read_request
from sync.errors import Malformed
from sync.hub.scope import Caller
from sync.hub.tables import device
from sync.hub.turns import CALLER_COLUMNS, caller_of, check_request, take_turn, work_of
from sync.protocol import MAX_CHANGES, Code, Room, SyncAnswer, SyncRequest

MOST_BY_HAND: Final = 1_000_000
"""Changes of a file that somebody brings; over a link it is as many as of an ordinary turn."""

# What all requests of a bundle unpack to, over a link and from a file.
_MOST_PLAIN: Final = 64 << 20
_MOST_PLAIN_BY_HAND: Final = 1 << 30


def look_through(
    arrived: Sequence[SealedRequest], public_key: bytes, hub: bytes, by_hand: bool
) -> tuple[SyncRequest, int]:
    """Read each request of a bundle and let it go again; the last one, and the work of all.

    Raises:
        Malformed, Rejected: one of them is none, or they unpack to more than may be.
    """
    left = _MOST_PLAIN_BY_HAND if by_hand else _MOST_PLAIN
    work = 0
    epochs = set()
    last: SyncRequest | None = None
    for each in arrived:
        plain = open_payload(each, public_key, hub, left)
        left -= len(plain)
        last = read_payload(plain)
        check_request(last)
        epochs.add(last.epoch)
        work += work_of(last)
    if last is None or len(epochs) > 1:
        raise Malformed(Code.BAD_MESSAGE, reason="requests")
    return last, work


class Taking:
    """Takes the requests of one laptop in, within one transaction."""

    def __init__(
        self, connection: Connection, identity: bytes, public_key: bytes, hub: bytes
    ) -> None:
        self._connection = connection
        self._identity = identity
        self._public_key = public_key
        self._hub = hub

    def caller(self) -> Caller:
        """The laptop as its row says now: a turn before may have raised the receipts."""
        row = self._connection.execute(
            sa.select(*CALLER_COLUMNS).where(device.c.device == self._identity).with_for_update()
        ).one()
        return caller_of(row)

    def all_of(
        self, arrived: Sequence[SealedRequest], now_ms: int, generation: bytes, by_hand: bool
    ) -> list[SyncAnswer]:
        """The answers to all requests; what is beyond the bound is left for the next bundle."""
        answers = []
        left = MOST_BY_HAND if by_hand else MAX_CHANGES
        for each in arrived:
            # One at a time: all of them unfolded would not fit into any memory.
            request = read_request(each, self._public_key, self._hub)
            given = min(left, MAX_CHANGES)
            if sum(batch.count for batch in request.batches) > given:
                left = 0  # what comes behind would find a gap before it
            room = Room(changes=given)
            answers.append(
                take_turn(
                    self._connection, self.caller(), request, now_ms, generation, True, room=room
                )
            )
            left = max(left - given + room.changes, 0)
        return answers
