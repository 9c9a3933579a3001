"""Record ids: UUIDv7 made on the laptop, and ids derived from what they stand for."""

from __future__ import annotations

import os
import threading
import time
from uuid import UUID, uuid5

_NAMESPACE = UUID("7b0c6f0e-5f0a-5d0e-9a53-74616d626f6e")
_lock = threading.Lock()
_last = 0


def new_id() -> UUID:
    """Return a UUIDv7 (RFC 9562): later calls in one process sort later, even within a millisecond.

    The sub-millisecond bits carry a counter, so a burst of imports keeps its order.
    """
    global _last
    with _lock:
        ticks = max((time.time_ns() // 1_000_000) << 12, _last + 1)
        _last = ticks
    milliseconds, counter = ticks >> 12, ticks & 0xFFF
    tail = int.from_bytes(os.urandom(8), "big") & ((1 << 62) - 1)
    value = (milliseconds & ((1 << 48) - 1)) << 80 | 0x7 << 76 | counter << 64 | 0b10 << 62 | tail
    return UUID(int=value)


def derived_id(owner: UUID, *parts: str) -> UUID:
    """Return the id of a membership such as (learner, target group).

    Two laptops that add the same membership offline make the same record, so they converge
    instead of leaving a twin.
    """
    return uuid5(_NAMESPACE, "\x1f".join((owner.hex, *parts)))
