"""Stamps: order, uniqueness, and clocks that are wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.stamps import (
    COUNTER_MASK,
    ERA_SHIFT,
    MAX_MS,
    TOLERANCE_MS,
    ZERO_STAMP,
    clock_doubtful,
    corrected_ms,
    make_stamp,
    merge_seen,
    next_stamp,
    settle_clock,
    stamp_counter,
    stamp_device,
    stamp_ms,
)

DEVICE = bytes(range(8))
OTHER = bytes(range(8, 16))
NOW = 1_795_000_000_000
YEAR = 365 * 24 * 3600 * 1000

times = st.integers(-YEAR, MAX_MS // 2)


@given(st.lists(times, min_size=1, max_size=30))
def test_each_stamp_is_greater_than_the_last_whatever_the_clock_does(readings: list[int]) -> None:
    last = ZERO_STAMP
    for reading in readings:
        stamp = next_stamp(last, reading, DEVICE)
        assert stamp > last
        assert stamp_device(stamp) == DEVICE
        last = stamp


def test_a_full_counter_moves_to_the_next_millisecond() -> None:
    full = make_stamp(NOW, COUNTER_MASK, DEVICE)
    assert next_stamp(full, NOW, DEVICE) == make_stamp(NOW + 1, 0, DEVICE)


def test_no_stamp_after_the_end_of_time() -> None:
    with pytest.raises(OverflowError):
        next_stamp(make_stamp(MAX_MS, COUNTER_MASK, DEVICE), NOW, DEVICE)


@given(times, times)
def test_an_edit_after_a_seen_stamp_sorts_after_it(mine: int, theirs: int) -> None:
    last = next_stamp(ZERO_STAMP, mine, DEVICE)
    seen = next_stamp(ZERO_STAMP, theirs, OTHER)
    assert next_stamp(merge_seen(last, seen, DEVICE), mine, DEVICE) > seen


def test_a_stamp_from_the_future_drags_nobody_along() -> None:
    last = next_stamp(ZERO_STAMP, NOW, DEVICE)
    assert merge_seen(last, make_stamp(NOW + YEAR, 0, OTHER), DEVICE, limit_ms=NOW) == last


def test_a_clock_set_back_makes_no_stamp_a_second_time() -> None:
    ahead = ZERO_STAMP
    made = set()
    for step in range(5):
        ahead = next_stamp(ahead, NOW + YEAR + step, DEVICE)
        made.add(ahead)
    settled = settle_clock(ahead, NOW, DEVICE)
    assert stamp_ms(settled) == NOW
    later = settled
    for step in range(-2, 8):
        later = next_stamp(later, NOW + YEAR + step, DEVICE)
        assert later not in made


def test_a_clock_that_is_right_is_left_alone() -> None:
    last = next_stamp(ZERO_STAMP, NOW, DEVICE)
    assert settle_clock(last, NOW - TOLERANCE_MS, DEVICE) == last


@pytest.mark.parametrize(
    ("stamped", "wall", "offset", "sent_wall", "doubtful"),
    [
        (NOW, NOW, None, NOW, False),
        (NOW, NOW, 0, NOW + YEAR, True),  # the clock jumped between the edit and sending
        (NOW + YEAR, NOW + YEAR, None, NOW + YEAR, True),  # years ahead, difference not known
        (NOW, NOW + YEAR, -YEAR, NOW + YEAR, False),  # years ahead, difference known
        (NOW - YEAR, NOW - YEAR, None, NOW - YEAR, True),  # years behind
        (NOW, NOW - YEAR, 0, NOW, True),  # it had jumped back, the counter held the order
        (NOW + YEAR, NOW + YEAR, 0, None, True),  # by file, in the future
        (NOW - YEAR, NOW - YEAR, None, None, False),  # by file, a year on the way
    ],
)
def test_doubt(
    stamped: int, wall: int, offset: int | None, sent_wall: int | None, doubtful: bool
) -> None:
    stamp = make_stamp(stamped, 0, DEVICE)
    assert clock_doubtful(stamp, wall, offset, sent_wall, NOW) is doubtful


def test_a_stamp_is_laid_out_as_every_release_reads_it() -> None:
    assert make_stamp(0x0102, 0x0304, DEVICE) == bytes.fromhex("0000000001020304") + DEVICE
    assert len(ZERO_STAMP) == 16
    assert MAX_MS == 2**48 - 1
    assert (ERA_SHIFT, COUNTER_MASK) == (12, 4095)
    assert TOLERANCE_MS == 600_000
    stamp = make_stamp(NOW, 0xFFFF, DEVICE)
    assert (stamp_ms(stamp), stamp_counter(stamp), stamp_device(stamp)) == (NOW, 0xFFFF, DEVICE)


def test_a_time_outside_is_moved_to_the_nearest_end() -> None:
    assert stamp_ms(make_stamp(-1, 0, DEVICE)) == 0
    assert stamp_ms(make_stamp(MAX_MS, 0, DEVICE)) == MAX_MS
    assert stamp_ms(make_stamp(MAX_MS + 1, 0, DEVICE)) == MAX_MS
    assert stamp_ms(next_stamp(ZERO_STAMP, MAX_MS + 5, DEVICE)) == MAX_MS
    # Before 1970 there is only the counter to move on.
    assert next_stamp(ZERO_STAMP, -5, DEVICE) == make_stamp(0, 1, DEVICE)


@pytest.mark.parametrize("counter", [-1, 0x10000])
def test_a_counter_of_other_than_sixteen_bits_is_refused(counter: int) -> None:
    with pytest.raises(ValueError, match="16 bits"):
        make_stamp(NOW, counter, DEVICE)
    assert stamp_counter(make_stamp(NOW, 0, DEVICE)) == 0


@pytest.mark.parametrize("device", [bytes(7), bytes(9), b""])
def test_a_device_has_eight_bytes(device: bytes) -> None:
    with pytest.raises(ValueError, match="8 bytes"):
        make_stamp(NOW, 0, device)


def test_hub_time_is_the_clock_and_its_difference() -> None:
    assert corrected_ms(NOW, 7) == NOW + 7
    assert corrected_ms(NOW, -7) == NOW - 7
    assert corrected_ms(NOW, None) == NOW


def test_the_next_stamp_keeps_its_era_and_counts_by_one() -> None:
    era = 3 << ERA_SHIFT
    last = make_stamp(NOW, era | 5, DEVICE)
    assert next_stamp(last, NOW + 1, DEVICE) == make_stamp(NOW + 1, era, DEVICE)
    assert next_stamp(last, NOW, DEVICE) == make_stamp(NOW, era | 6, DEVICE)
    assert next_stamp(last, NOW - 9, DEVICE) == make_stamp(NOW, era | 6, DEVICE)
    nearly = make_stamp(NOW, era | (COUNTER_MASK - 1), DEVICE)
    full = next_stamp(nearly, NOW, DEVICE)
    assert full == make_stamp(NOW, era | COUNTER_MASK, DEVICE)
    assert next_stamp(full, NOW, DEVICE) == make_stamp(NOW + 1, era, DEVICE)


def test_the_last_millisecond_of_all_can_be_reached() -> None:
    full = make_stamp(MAX_MS - 1, COUNTER_MASK, DEVICE)
    assert next_stamp(full, NOW, DEVICE) == make_stamp(MAX_MS, 0, DEVICE)
    assert next_stamp(make_stamp(MAX_MS, 4, DEVICE), NOW, DEVICE) == make_stamp(MAX_MS, 5, DEVICE)
    with pytest.raises(OverflowError, match="no stamp is left"):
        next_stamp(make_stamp(MAX_MS, COUNTER_MASK, DEVICE), NOW, DEVICE)


def test_what_is_seen_is_followed_by_one_millisecond_in_ones_own_era() -> None:
    era = 2 << ERA_SHIFT
    last = make_stamp(NOW, era | 9, DEVICE)
    seen = make_stamp(NOW + 5, (7 << ERA_SHIFT) | 3, OTHER)
    assert merge_seen(last, seen, DEVICE) == make_stamp(NOW + 6, era, DEVICE)
    assert merge_seen(last, seen, DEVICE, NOW + 5) == make_stamp(NOW + 6, era, DEVICE)
    assert merge_seen(last, seen, DEVICE, NOW + 4) == last
    assert merge_seen(last, seen, DEVICE, 0) == last
    assert merge_seen(last, last, DEVICE) == last
    assert merge_seen(last, make_stamp(NOW - 1, 0, OTHER), DEVICE) == last


def test_a_clock_ahead_is_brought_back_into_another_era() -> None:
    ahead = make_stamp(NOW + TOLERANCE_MS + 1, (15 << ERA_SHIFT) | 8, DEVICE)
    assert settle_clock(ahead, NOW, DEVICE) == make_stamp(NOW, 0, DEVICE)
    second = make_stamp(NOW + YEAR, (1 << ERA_SHIFT) | 8, DEVICE)
    assert settle_clock(second, NOW, DEVICE) == make_stamp(NOW, 2 << ERA_SHIFT, DEVICE)
    # As far ahead as clocks may differ it stays, and so where nobody knows the hub's time.
    edge = make_stamp(NOW + TOLERANCE_MS, 8, DEVICE)
    assert settle_clock(edge, NOW, DEVICE) == edge
    assert settle_clock(ahead, 0, DEVICE) == ahead


@pytest.mark.parametrize("beyond", [0, 1])
@pytest.mark.parametrize("way", [1, -1])
def test_doubt_begins_just_beyond_ten_minutes(beyond: int, way: int) -> None:
    off = way * (TOLERANCE_MS + beyond)
    doubted = bool(beyond)
    stamp = make_stamp(NOW, 0, DEVICE)
    # Of what the device's clock said, of what it says now; and later than the hub's now.
    assert clock_doubtful(stamp, NOW - off, 0, None, NOW) is doubted
    assert clock_doubtful(stamp, NOW - off, off, NOW - off, NOW) is False
    assert clock_doubtful(stamp, NOW, 0, NOW + off, NOW) is doubted
    ahead = make_stamp(NOW + off, 0, DEVICE)
    assert clock_doubtful(ahead, NOW + off, 0, None, NOW) is (doubted and way > 0)
