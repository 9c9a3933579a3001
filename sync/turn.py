"""One turn as the engine holds it: what was sent, and how its answer is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from sync.ports import LANES, Identity, LinkState
from sync.protocol import Change, SyncAnswer, SyncRequest
from sync.stamps import TOLERANCE_MS, stamp_device, stamp_ms

_ENCODER: Final = msgspec.msgpack.Encoder()


class Summary(msgspec.Struct):
    """What one run did; bytes as far as the remote counts them."""

    sent: int = 0  # own changes acknowledged
    received: int = 0  # changes that arrived
    requests: int = 0
    bytes_up: int = 0
    bytes_down: int = 0
    waiting: int = 0  # own changes still to be acknowledged
    receipt: str = ""
    set_aside: int = 0  # own changes the hub could not take
    restarted: bool = False  # this copy was restored or cloned, and has been set right


class Flying(msgspec.Struct):
    """A request that was sent and whose answer is awaited."""

    request: SyncRequest
    answer: Callable[[], SyncAnswer]
    link: LinkState  # as it was on sending
    upto: tuple[int, ...]  # per lane, own changes that are safe once it is answered
    sent_ms: int
    size: int
    weight: int  # bytes on the wire
    estimate: int  # bytes of its changes before packing
    behind: bool = False  # sent while another was awaited

    @property
    def carries(self) -> bool:
        """Whether there are own changes in it."""
        return bool(self.request.batches)

    @property
    def asks(self) -> bool:
        """Whether it wants news."""
        return self.request.answer_bytes > 0


def as_hoped(answer: SyncAnswer, flying: Flying) -> bool:
    """Whether all that was sent was taken, and the hub's store is the one it was."""
    return not (answer.restart or answer.reset) and per_lane(answer.accepted) == flying.upto


def is_of(change: Change, own: Identity) -> bool:
    """Whether a change was made by this laptop in its present epoch."""
    return (change.device, change.epoch) == (own.device, own.epoch)


def own_doubted(changes: Sequence[Change], own: Identity) -> tuple[tuple[int, int], ...]:
    """Lane and seq of the changes of this laptop's present epoch whose time the hub doubts."""
    return tuple((each.lane, each.seq) for each in changes if each.doubtful and is_of(each, own))


def per_lane(numbers: Sequence[int]) -> tuple[int, ...]:
    """One number for each lane known here; lanes of a newer program are left out."""
    return tuple(numbers[lane] if lane < len(numbers) else 0 for lane in LANES)


def highest_believable(changes: Sequence[Change], hub_ms: int) -> bytes:
    """The latest stamp of another device that is not from the future, b"" if there is none."""
    return max(
        (
            change.stamp
            for change in changes
            if not change.doubtful
            and stamp_ms(change.stamp) <= hub_ms + TOLERANCE_MS
            and stamp_device(change.stamp) == change.device
        ),
        default=b"",
    )


def estimated(changes: Sequence[Change]) -> int:
    """Bytes of changes before they are packed, about."""
    return len(_ENCODER.encode(changes))
