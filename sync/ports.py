"""What the engine needs of the laptop's store and of the way to the hub."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

import msgspec

from sync.kinds import Lane
from sync.protocol import Change, Refusal, SyncAnswer, SyncRequest

LANES = tuple(Lane)


class LinkState(msgspec.Struct, frozen=True, array_like=True):
    """What the laptop remembers of its hub; the store keeps it whole, the engine alone reads it.

    Keep `pack_link(state)` in one row, changed only by `LocalStore.apply`, `restart` and the
    enrolment, each in its own transaction.
    """

    cursor: bytes = b""  # of the hub's making
    offset_ms: int | None = None  # hub time minus this clock, when last heard
    heard_ms: int | None = None  # hub time of the last answer
    request_no: int = 0  # highest number used in a signed request
    batch_bytes: int = 0  # size that last went through; 0: none yet
    rereading: bool = False  # the hub's store is another; its news is being read from the start
    cut_bytes: int = 0  # about what a connection carried before it was cut; 0: none was lately


class Identity(msgspec.Struct, frozen=True):
    """Who this laptop is to the hub."""

    device: bytes  # 8 bytes
    epoch: int
    hub: bytes  # 16 bytes, from the enrolment


class Receipt(msgspec.Struct, frozen=True):
    """The hub's word that changes are safe there."""

    number: str  # such as 8F3K
    hub_ms: int


class Incoming(msgspec.Struct, frozen=True):
    """Everything one answer brings; the store takes all of it in one transaction, or nothing."""

    link: LinkState
    acknowledged: tuple[int, ...]  # per lane, in lane order: own changes up to here are safe
    changes: tuple[Change, ...] = ()
    # Whether the changes are what the hub has now. If not, its store may have been put back since
    # they were told: they are taken as a neighbour's, and do not count as being there.
    at_hub: bool = True
    receipt: Receipt | None = None
    refused: tuple[Refusal, ...] = ()  # own changes the hub set aside, with its reason
    doubtful: tuple[tuple[int, int], ...] = ()  # (lane, seq) of own changes with doubtful time
    # Highest believable stamp among the changes: `last = merge_seen(last, seen, device)`.
    seen: bytes = b""
    # The hub's store is not the one it was: forget, before anything else, of every change in the
    # log that the hub has it, and that its time is doubtful: a doubt is the word of one store.
    # From then on, the hub has what arrives from it and what it acknowledges.
    reset: bool = False
    # All of that store has been read: after everything else, offer again what it has not. Each
    # change in the log (own of older epochs and others') whose (record, stamp) has not arrived
    # since the reset is copied as an own new change: device, epoch, lane and next seq of this
    # laptop, all else (stamp, bases, wall time, author) as it is.
    offer_again: bool = False
    # Hub time now, 0 when it came by file; `last = settle_clock(last, hub_ms, device)` after the
    # above.
    hub_ms: int = 0


class LocalStore(Protocol):
    """The laptop's records and the changes made here. Calls come from one thread at a time."""

    def identity(self) -> Identity:
        """Who this laptop is; the epoch is the one new changes are made in."""

    def link(self) -> LinkState:
        """The state last given to `apply` or `restart`, or `LinkState()`."""

    def highest(self) -> tuple[int, ...]:
        """Highest seq made in the current epoch, one per lane (0: none)."""

    def acknowledged(self) -> tuple[int, ...]:
        """Highest seq of the current epoch that the hub has confirmed, one per lane (0: none)."""

    def pending(self, lane: int, after: int, max_bytes: int) -> Sequence[Change]:
        """Own changes of the current epoch and lane with seq after+1, after+2, ... in order.

        Stops at about `max_bytes` (any honest estimate) but gives at least one when there is one.
        A change given once must be given unaltered ever after.
        """

    def waiting(self) -> int:
        """How many own changes are not acknowledged."""

    def visible(self) -> int:
        """How many records are not hidden; the brake on mass deletion measures against it."""

    def count_hiding(self, changes: Sequence[Change]) -> int:
        """How many records that are visible now these changes would hide."""

    def apply(self, incoming: Incoming) -> None:
        """Take an answer, in one transaction.

        For each change: remember (device, epoch, lane, seq) in the change log, `apply_change` to
        the record's state, write the shown values to the record, refresh its conflicts. A change
        in the log already is applied again without harm. Own changes may be among them (after
        `restart`): they go to the log as acknowledged. Acknowledged marks may go *back*: a hub
        restored from an old copy asks for the rest again, so own changes are never thrown away.
        """

    def restart(self, epoch: int, link: LinkState, confirmed: bool = True) -> None:
        """Go on in a new epoch, in one transaction: this copy's sequences are not the hub's.

        Own changes of the old epoch beyond `acknowledged()` get the new epoch and new seq from 1
        in each lane, in their order, all else unaltered; the rest stay in the log; `link` is kept.
        Unless `confirmed`, no change counts as being at the hub or as doubtful any more.
        """


class Remote(Protocol):
    """The way to the hub. Implementations sign, compress and bound what comes back."""

    def turn(self, request: SyncRequest, request_no: int) -> SyncAnswer:
        """Send one signed request and wait for its answer.

        Raises:
            sync.errors.Offline: not reached, stalled or cut; the request may have arrived.
            sync.errors.Rejected: refused, with the protocol's code.
            sync.errors.Incompatible: no common version.
            sync.errors.Malformed: the answer is not one, or too large.
        """

    @property
    def bytes_up(self) -> int:
        """Bytes sent so far, headers included as far as they are known."""

    @property
    def bytes_down(self) -> int:
        """Bytes received so far."""


@runtime_checkable
class PairedRemote(Remote, Protocol):
    """A way to the hub that takes a second request while the first one's answer is awaited.

    Requests reach the hub in the order they were started, or not at all.
    """

    def start(self, request: SyncRequest, request_no: int) -> Callable[[], SyncAnswer]:
        """Send one request; the function returned waits for its answer, in the order of starting.

        Both raise what `turn` raises. After an error nothing more can be had of what was started.
        """

    def renew(self) -> None:
        """Give up what was started; the next request goes over a new connection."""

    @property
    def crossed(self) -> int:
        """Bytes that went through the present connection, both ways."""


class Progress(Protocol):
    """Told between turns, where stopping leaves nothing half-done."""

    def step(self, done: int, total: int, doing: str = "") -> None:
        """Report; whatever it raises stops the engine cleanly."""


def pack_link(state: LinkState) -> bytes:
    """A link state as bytes for one column."""
    return msgspec.msgpack.encode(state)


def unpack_link(packed: bytes) -> LinkState:
    """The reverse of `pack_link`; empty bytes give the first state."""
    return msgspec.msgpack.decode(packed, type=LinkState) if packed else LinkState()
