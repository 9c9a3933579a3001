"""New ids: UUIDv7 as 16 bytes, so that later ones sort later and compress well."""

from __future__ import annotations

import os
import time


def new_id() -> bytes:
    """A UUIDv7 (RFC 9562)."""
    ms = time.time_ns() // 1_000_000
    tail = bytearray(os.urandom(10))
    tail[0] = 0x70 | (tail[0] & 0x0F)
    tail[2] = 0x80 | (tail[2] & 0x3F)
    return (ms & ((1 << 48) - 1)).to_bytes(6, "big") + bytes(tail)
