"""Stamps: 16 comparable bytes that say when and on which device a change was made.

Layout, big-endian: 6 bytes of milliseconds since 1970 (corrected to hub time as far as it is
known), 2 bytes of counter, 8 bytes of device. The upper 4 bits of the counter are the device's
clock era: it moves on when a clock that ran ahead is set back, so a stamp is never made twice.
"""

from __future__ import annotations

from typing import Final

STAMP_BYTES: Final = 16
DEVICE_BYTES: Final = 8
ZERO_STAMP: Final = bytes(STAMP_BYTES)
MAX_MS: Final = (1 << 48) - 1
ERA_SHIFT: Final = 12
COUNTER_MASK: Final = (1 << ERA_SHIFT) - 1
# Clocks within this many milliseconds of hub time are taken as right.
TOLERANCE_MS: Final = 10 * 60 * 1000


def make_stamp(ms: int, counter: int, device: bytes) -> bytes:
    """Put a stamp together; `ms` outside 48 bits is moved to the nearest end.

    Raises:
        ValueError: for a device id that is not 8 bytes or a counter outside 16 bits.
    """
    if len(device) != DEVICE_BYTES:
        raise ValueError(f"a device id has {DEVICE_BYTES} bytes, not {len(device)}")
    if not 0 <= counter <= 0xFFFF:
        raise ValueError(f"counter {counter} is outside 16 bits")
    return min(max(ms, 0), MAX_MS).to_bytes(6, "big") + counter.to_bytes(2, "big") + device


def stamp_ms(stamp: bytes) -> int:
    """Milliseconds since 1970, in hub time as far as the device knew it."""
    return int.from_bytes(stamp[:6], "big")


def stamp_counter(stamp: bytes) -> int:
    """The 16 counter bits, era included."""
    return int.from_bytes(stamp[6:8], "big")


def stamp_device(stamp: bytes) -> bytes:
    """The 8 bytes of the device that made it."""
    return stamp[8:]


def corrected_ms(wall_ms: int, offset_ms: int | None) -> int:
    """Hub time of a reading of this device's clock; unknown offset counts as none."""
    return wall_ms + (offset_ms or 0)


def next_stamp(last: bytes, wall_ms: int, device: bytes) -> bytes:
    """The stamp of a change made now, strictly greater than `last` (ZERO_STAMP: none yet).

    `wall_ms` is already corrected (`corrected_ms`). The result must be kept as the new `last`
    in the transaction that stores the change.
    """
    era = stamp_counter(last) >> ERA_SHIFT
    ms = min(max(wall_ms, 0), MAX_MS)
    if ms > stamp_ms(last):
        return make_stamp(ms, era << ERA_SHIFT, device)
    ticks = (stamp_counter(last) & COUNTER_MASK) + 1
    if ticks > COUNTER_MASK:
        if stamp_ms(last) >= MAX_MS:
            raise OverflowError("no stamp is left after the last millisecond of 48 bits")
        return make_stamp(stamp_ms(last) + 1, era << ERA_SHIFT, device)
    return make_stamp(stamp_ms(last), (era << ERA_SHIFT) | ticks, device)


def merge_seen(last: bytes, seen: bytes, device: bytes, limit_ms: int | None = None) -> bytes:
    """Move `last` past a stamp that arrived, so that later edits here sort after it.

    Nothing later than `limit_ms` is followed: a device whose clock is ten years ahead must
    not drag the others along.
    """
    if seen <= last or (limit_ms is not None and stamp_ms(seen) > limit_ms):
        return last
    era = stamp_counter(last) >> ERA_SHIFT
    # One millisecond later, because the counter of another device carries its own era.
    return make_stamp(stamp_ms(seen) + 1, era << ERA_SHIFT, device)


def settle_clock(last: bytes, hub_ms: int, device: bytes) -> bytes:
    """Bring `last` back when it lies in the future of the hub, so later edits are timed rightly.

    A `hub_ms` of 0 says nothing and changes nothing.
    The era moves on, so no stamp of the false time can be made again when that time comes.
    """
    if not hub_ms or stamp_ms(last) <= hub_ms + TOLERANCE_MS:
        return last
    era = ((stamp_counter(last) >> ERA_SHIFT) + 1) & 0xF
    return make_stamp(hub_ms, era << ERA_SHIFT, device)


def clock_doubtful(
    stamp: bytes, wall_ms: int, offset_ms: int | None, sent_wall_ms: int | None, hub_ms: int
) -> bool:
    """Whether the time in a stamp cannot be believed, as the hub sees it on arrival.

    `sent_wall_ms` is the sender's clock when it sent (None when the change came by file, where
    that says nothing). Doubtful: later than the hub's now; not what the device's clock and the
    difference to the hub say now; or the device's clock had jumped back when it was made.
    """
    ms = stamp_ms(stamp)
    if ms > hub_ms + TOLERANCE_MS:
        return True
    if abs(ms - corrected_ms(wall_ms, offset_ms)) > TOLERANCE_MS:
        return True
    if sent_wall_ms is None:
        return False
    return abs(ms - (wall_ms + hub_ms - sent_wall_ms)) > TOLERANCE_MS
