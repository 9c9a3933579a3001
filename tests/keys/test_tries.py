"""Wrong passcodes: the delay grows, and neither a restart nor a clock makes it shorter."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import UserError
from desktop.keys import KeyCost, KeyRing, Tries, new_database_key
from desktop.keys.tries import delay
from desktop.models.ids import new_id
from resources.words.recovery import words_of
from tests.factories import QUICK

RIGHT = "ถูกต้อง99"


class Machine:
    """The machine's own count of seconds since it was started."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def ring(tmp_path: Path, machine: Machine) -> KeyRing:
    """A ring of two users, new at each call of `again`."""
    ring = KeyRing(tmp_path / "centre.keys", QUICK, Tries(tmp_path / "centre.tries", machine))
    key = new_database_key()
    for name in ("ครูดาว", "ครูมะลิ"):
        ring.add(new_id(), name, "administrator", RIGHT + name, key)
    return ring


def again(ring: KeyRing, machine: Machine) -> KeyRing:
    """The same files as another process sees them."""
    return KeyRing(ring.path, QUICK, Tries(ring.path.with_name("centre.tries"), machine))


def wrong(ring: KeyRing, times: int, user: int = 0) -> None:
    for _ in range(times):
        with pytest.raises(UserError, match="wrong_passcode"):
            ring.unlock(ring.names()[user].user_id, "ผิด")


def waiting(ring: KeyRing, user: int = 0) -> int:
    """Seconds that the right passcode must wait; 0 when it opens."""
    named = ring.names()[user]
    secret = RIGHT + named.name
    if ring.tries is not None and not ring.tries.wait(named.user_id.hex):
        ring.unlock(named.user_id, secret)
        return 0
    with pytest.raises(UserError, match="passcode_wait") as caught:
        ring.unlock(named.user_id, secret)
    seconds = caught.value.values["seconds"]
    assert isinstance(seconds, int)
    return seconds


def test_four_are_free_and_the_fifth_waits(ring: KeyRing, machine: Machine) -> None:
    wrong(ring, 4)
    assert waiting(ring) == 0
    wrong(ring, 5)

    assert waiting(ring) == 30
    machine.now += 29.5
    assert waiting(ring) == 1
    machine.now += 0.5
    assert waiting(ring) == 0


def test_the_delay_grows_to_an_hour_and_no_further() -> None:
    grown = [delay(wrong) for wrong in range(3, 15)]

    assert grown == [0, 0, 30, 60, 120, 300, 900, 1800, 3600, 3600, 3600, 3600]


def test_the_next_wrong_one_after_the_wait_costs_more(ring: KeyRing, machine: Machine) -> None:
    wrong(ring, 5)
    machine.now += 30
    wrong(ring, 1)

    assert waiting(ring) == 60


def test_another_process_waits_as_long(ring: KeyRing, machine: Machine) -> None:
    wrong(ring, 5)
    machine.now += 10

    assert waiting(again(ring, machine)) == 20


def test_a_machine_started_anew_waits_from_the_beginning(ring: KeyRing, machine: Machine) -> None:
    wrong(ring, 5)
    machine.now += 30
    wrong(ring, 1)
    machine.now = 12.0

    later = again(ring, machine)
    assert waiting(later) == 60
    machine.now += 59
    assert waiting(again(ring, machine)) == 1
    machine.now += 1
    assert waiting(later) == 0


@given(st.lists(st.tuples(st.sampled_from(["pass", "restart"]), st.floats(0.5, 4000)), max_size=8))
@settings(max_examples=20)
def test_whatever_happens_the_wait_is_never_shorter(steps: list[tuple[str, float]]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        machine = Machine()
        tries = Tries(Path(folder) / "t", machine)
        for _ in range(7):
            tries.begin(["one"])
            machine.now += 4000
        machine.now -= 4000
        passed = 0.0
        for what, seconds in steps:
            passed += seconds
            # Off and on again: the count begins anew, so many seconds after the start.
            machine.now = seconds if what == "restart" else machine.now + seconds
            if Tries(Path(folder) / "t", machine).wait("one") == 0:
                assert passed >= 120
                break


def test_the_calendar_has_no_say(
    ring: KeyRing, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong(ring, 5)
    monkeypatch.setattr("time.time", lambda: 4e9)
    os.utime(ring.path.with_name("centre.tries"), (0, 0))

    assert waiting(again(ring, machine)) == 30


def test_one_users_delay_is_not_anothers(ring: KeyRing) -> None:
    wrong(ring, 5)

    assert waiting(ring, 1) == 0
    assert waiting(ring, 0) == 30


def test_the_right_one_forgets_the_wrong_ones(ring: KeyRing) -> None:
    wrong(ring, 4)
    assert waiting(ring) == 0
    wrong(ring, 4)

    assert waiting(ring) == 0


def test_every_name_in_turn_is_guessing_too(ring: KeyRing, machine: Machine) -> None:
    key = new_database_key()
    for _ in range(3):
        ring.add(new_id(), "ครู", "viewer", RIGHT + "ครู", key)
    for user in range(5):
        wrong(ring, 3, user)

    assert [waiting(ring, user) for user in range(5)] == [30] * 5
    machine.now += 30
    assert waiting(ring, 2) == 0
    assert waiting(ring, 3) == 0


def test_headless_tries_wait_as_well(ring: KeyRing) -> None:
    for _ in range(5):
        with pytest.raises(UserError, match="wrong_passcode"):
            ring.unlock_any("ผิด")

    with pytest.raises(UserError, match="passcode_wait"):
        ring.unlock_any(RIGHT + "ครูดาว")


def test_a_headless_right_one_charges_nobody(ring: KeyRing) -> None:
    wrong(ring, 3, 1)
    for _ in range(6):
        assert ring.unlock_any(RIGHT + "ครูดาว")[0] == ring.names()[0].user_id

    assert ring.tries is not None
    assert ring.tries.wrong(ring.names()[1].user_id.hex) == 3


def test_a_headless_right_one_opens_while_another_waits(ring: KeyRing) -> None:
    wrong(ring, 5, 1)

    assert ring.unlock_any(RIGHT + "ครูดาว")[0] == ring.names()[0].user_id


def test_a_try_that_was_cut_off_counts(ring: KeyRing, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_given: object) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as cut:
        cut.setattr("desktop.keys.ring.derive", killed)
        for _ in range(5):
            with pytest.raises(KeyboardInterrupt):
                ring.unlock(ring.names()[0].user_id, RIGHT + "ครูดาว")

    assert waiting(ring) == 30


def test_a_disk_that_refuses_the_count_locks_nobody_out(
    ring: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr("desktop.keys.tries.write_durably", full)

    wrong(ring, 5)
    assert waiting(ring) == 30
    assert waiting(ring, 1) == 0


@pytest.mark.parametrize("content", [b"", b"{", b'{"counts": 7}'])
def test_a_count_that_cannot_be_read_is_none(ring: KeyRing, content: bytes) -> None:
    ring.path.with_name("centre.tries").write_bytes(content)

    assert waiting(ring) == 0


def test_recovery_words_open_during_the_wait(ring: KeyRing) -> None:
    named = ring.names()[0]
    key = ring.unlock(named.user_id, RIGHT + named.name)
    words = " ".join(ring.make_recovery(key).words)
    wrong(ring, 5)

    assert ring.unlock_by_recovery(words) == key
    # A new passcode was set: the wrong ones before it say nothing about it.
    ring.add(named.user_id, named.name, named.role, RIGHT + named.name, key)
    assert waiting(ring) == 0


_AT_ONCE = """
import sys
from pathlib import Path
from desktop.errors import UserError
from desktop.keys import KeyCost, KeyRing
ring = KeyRing.of_folder(Path(sys.argv[1]))
sys.stdin.readline()
try:
    ring.unlock(ring.names()[0].user_id, "ผิด")
except UserError as error:
    print(error.code)
"""


def test_eight_programs_at_once_have_no_more_tries_than_one(tmp_path: Path) -> None:
    ring = KeyRing.of_folder(tmp_path, KeyCost(memory_kib=19 * 1024, passes=2, lanes=1))
    ring.add(new_id(), "ครูดาว", "administrator", RIGHT, new_database_key())
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", _AT_ONCE, str(tmp_path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(8)
    ]
    for each in programs:
        assert each.stdin is not None
        each.stdin.write("now\n")
        each.stdin.flush()
    said = sorted(each.communicate(timeout=60)[0].strip() for each in programs)

    assert said == ["passcode_wait"] * 3 + ["wrong_passcode"] * 5
    with pytest.raises(UserError, match="passcode_wait"):
        KeyRing.of_folder(tmp_path).unlock_any(RIGHT)


@pytest.mark.parametrize("gone", [0, 1])
def test_setting_back_one_of_the_two_counts_is_no_use(tmp_path: Path, gone: int) -> None:
    ring = KeyRing.of_folder(tmp_path, QUICK)
    ring.add(new_id(), "ครูดาว", "administrator", RIGHT, new_database_key())
    wrong(ring, 5)
    assert ring.tries is not None
    inner, _lock, outer = ring.tries.files()
    (inner, outer)[gone].unlink()

    again = KeyRing.of_folder(tmp_path)
    with pytest.raises(UserError, match="passcode_wait"):
        again.unlock_any(RIGHT)
    (inner, outer)[gone].write_text('{"format": 1, "counts": {}}')
    with pytest.raises(UserError, match="passcode_wait"):
        again.unlock_any(RIGHT)


def test_whole_recovery_words_of_another_key_are_counted(ring: KeyRing, machine: Machine) -> None:
    key = ring.unlock_any(RIGHT + "ครูดาว")[1]
    right = " ".join(ring.make_recovery(key).words)
    other = " ".join(words_of(bytes(16)))
    for _ in range(5):
        with pytest.raises(UserError, match="recovery_replaced"):
            ring.unlock_by_recovery(other)
    for text in (other, right):
        with pytest.raises(UserError, match="passcode_wait"):
            ring.unlock_by_recovery(text)
    with pytest.raises(UserError, match="recovery_words_count"):
        ring.unlock_by_recovery("ผิด")
    machine.now += 30
    assert ring.unlock_by_recovery(right) == key
    assert ring.unlock_any(RIGHT + "ครูดาว")[1] == key


def test_a_right_try_takes_back_none_of_others(tmp_path: Path, machine: Machine) -> None:
    tries = Tries(tmp_path / "t", machine)
    _free, right = tries.begin(["one"])
    for _ in range(3):
        tries.begin(["two"])
    right(None)
    assert (tries.wrong("one"), tries.wrong("two")) == (0, 3)
    assert tries.wrong("laptop") == 3
