"""Stamps: order, uniqueness, and clocks that are wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.stamps import (
    COUNTER_MASK,
    MAX_MS,
    TOLERANCE_MS,
    ZERO_STAMP,
    clock_doubtful,
    make_stamp,
    merge_seen,
    next_stamp,
    settle_clock,
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
