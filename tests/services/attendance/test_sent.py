"""What the marks of a meeting cost on their way to the province and to another laptop."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.attendance.made import course, enrol, meeting
from tests.services.near_hub import Laptop, Province

PEOPLE = 40
MOST_EACH = 40  # bytes beyond a turn of nothing; 25 are chance: whose mark, and half of its own id


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Province]:
    """A hub without laptops."""
    made = Province(tmp_path)
    yield made
    made.close()


def test_the_marks_of_a_meeting_are_few_bytes_each(province: Province) -> None:
    one, other = province.join(), province.join()
    made = course(one.workspace)
    people = [enrol(one.workspace, made, name=f"คนที่ {number}") for number in range(PEOPLE)]
    on = meeting(one.services, made)
    _turn(province, one)
    _turn(province, other)
    nothing = _turn(province, one)
    chance = random.Random(5)
    codes = ("present", "present", "present", "late", "absent", "excused", "sick")
    one.services.attendance.mark(on, {each: chance.choice(codes) for each in people})

    up, _down = _turn(province, one)
    _up, down = _turn(province, other)

    # That the meeting was held is in it as well.
    assert 0 < up - nothing[0] <= PEOPLE * MOST_EACH
    assert 0 < down - nothing[1] <= PEOPLE * MOST_EACH
    there = other.services.attendance.register(on).lines
    assert [line.code for line in there if not line.code] == []
    assert len(there) == PEOPLE


def _turn(province: Province, laptop: Laptop) -> tuple[int, int]:
    """Agree with the hub; return the bytes up and down."""
    wire = province.wire
    wire.bytes_up = wire.bytes_down = 0
    laptop.sync.sync_now()
    return wire.bytes_up, wire.bytes_down
