"""Wrong codes slow down whoever sends them."""

from __future__ import annotations

import pytest

from sync.errors import Rejected
from sync.hub import tries
from sync.hub.tries import FREE, Tries, sender


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def _waits(made: Tries, address: str) -> int:
    with pytest.raises(Rejected, match="too_many_tries") as refusal:
        made.check(address)
    wait = refusal.value.values["wait_s"]
    assert isinstance(wait, int)
    return wait


def test_the_pause_grows_to_an_hour_and_ends() -> None:
    clock = _Clock()
    made = Tries(clock)
    pauses = []
    for _ in range(FREE - 1):
        made.check("192.0.2.1")
        made.wrong("192.0.2.1")
    for _ in range(14):
        made.check("192.0.2.1")
        made.wrong("192.0.2.1")
        pauses.append(_waits(made, "192.0.2.1"))
        clock.now += pauses[-1]
    assert pauses[:4] == [3, 5, 9, 17]
    assert pauses[-1] == 3_601
    clock.now += 7_201
    made.wrong("192.0.2.1")
    made.check("192.0.2.1")


def test_others_and_those_who_were_right_need_not_wait() -> None:
    made = Tries(_Clock())
    for _ in range(FREE):
        made.wrong("192.0.2.1")
    _waits(made, "192.0.2.1")
    made.check("192.0.2.2")
    made.right("192.0.2.1")
    made.check("192.0.2.1")


def test_a_network_of_addresses_is_one_sender() -> None:
    assert sender("2001:db8::1") == sender("2001:db8::ffff:1") != sender("2001:db8:0:1::1")
    assert sender("::ffff:192.0.2.1") == sender("192.0.2.1")
    assert sender("a pipe") == "a pipe"


def test_senders_are_not_remembered_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tries, "_MOST_SENDERS", 100)
    made = Tries(_Clock())
    for number in range(1_000):
        made.wrong(f"sender {number}")
    assert len(made._wrong) == 100
