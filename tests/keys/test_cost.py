"""What a try costs: fitted to the machine, never below the least, only ever upward."""

from __future__ import annotations

from pathlib import Path

import pytest
from argon2.exceptions import HashingError
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import StorageError
from desktop.keys import KeyCost, KeyRing, new_database_key
from desktop.keys.cost import Machine, derive, fitted, worth_raising
from desktop.keys.file import read_keys
from desktop.models.ids import new_id

MIB = 1024


def machine(gibibytes: float = 16, seconds_per_gib: float = 0.5, cores: int = 4) -> Machine:
    """One that fills a gibibyte in so many seconds."""
    return Machine(int(gibibytes * 2**30), cores, lambda cost: cost.work / 2**20 * seconds_per_gib)


@given(st.floats(0, 64), st.floats(0.05, 60), st.integers(1, 64))
@settings(max_examples=50)
def test_never_below_the_least_and_within_a_second_where_it_can_be(
    free: float, pace: float, cores: int
) -> None:
    made = machine(free, pace, cores)

    cost = fitted(made)

    assert cost.memory_kib >= 19 * MIB
    assert cost.passes >= 2
    assert 1 <= cost.lanes <= cores
    taken = made.seconds(cost)
    least = made.seconds(KeyCost(19 * MIB, 2, cost.lanes))
    assert taken <= max(1.0, least)
    assert cost.memory_kib * 1024 <= max(free * 2**30 / 8, 19 * MIB * 1024)


@given(st.floats(0.25, 64), st.floats(0.2, 6))
@settings(max_examples=50)
def test_a_usual_machine_takes_half_a_second_to_one(free: float, pace: float) -> None:
    made = machine(free, pace)

    assert 0.45 <= made.seconds(fitted(made)) <= 1.0


def test_a_small_laptop_gives_an_eighth_of_what_is_free() -> None:
    assert fitted(machine(1.2)).memory_kib == 128 * MIB
    assert fitted(machine(0.1)).memory_kib == 19 * MIB
    assert fitted(machine(64)).memory_kib == 256 * MIB


def test_a_slow_machine_fills_less_rather_than_wait() -> None:
    cost = fitted(machine(seconds_per_gib=6))

    assert cost.memory_kib == 64 * MIB


def test_only_what_was_too_quick_is_raised_and_only_upward() -> None:
    weak, strong = KeyCost(19 * MIB, 2, 2), KeyCost(256 * MIB, 60, 4)

    better = worth_raising(weak, 0.05, machine())
    assert better is not None
    assert better.work > weak.work
    assert worth_raising(weak, 0.6, machine()) is None
    assert worth_raising(strong, 0.05, machine()) is None
    assert worth_raising(KeyCost(64 * MIB, 3), 0.05, machine(gibibytes=0.2)) is None


def test_a_quick_passcode_is_wrapped_anew_when_it_was_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weak, user, key = KeyCost(8, 1, 1), new_id(), new_database_key()
    KeyRing(tmp_path / "k", weak).add(user, "ครู", "administrator", "รหัสผู้ใช้", key)
    ring = KeyRing(tmp_path / "k")
    least = KeyCost(19 * MIB, 2, 1)
    monkeypatch.setattr("desktop.keys.cost.fitted", lambda _machine: least)

    assert not ring.strengthen(user, "รหัสผู้ใช้", key)
    ring.unlock(user, "รหัสผู้ใช้")
    assert ring.strengthen(user, "รหัสผู้ใช้", key)

    assert read_keys(ring.path).users[0].cost == least
    assert ring.unlock(user, "รหัสผู้ใช้") == key


def test_a_cost_that_was_given_is_left_alone(tmp_path: Path) -> None:
    user, key = new_id(), new_database_key()
    ring = KeyRing(tmp_path / "k", KeyCost(8, 1, 1))
    ring.add(user, "ครู", "administrator", "รหัสผู้ใช้", key)

    ring.unlock(user, "รหัสผู้ใช้")

    assert not ring.strengthen(user, "รหัสผู้ใช้", key)


def test_a_machine_without_memory_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_given: object, **_more: object) -> bytes:
        raise HashingError("Memory allocation error")

    monkeypatch.setattr("desktop.keys.cost.hash_secret_raw", refused)

    with pytest.raises(StorageError, match="memory_full"):
        derive("รหัส", bytes(16), KeyCost())
