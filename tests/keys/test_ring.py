"""The key file: passcodes open it, nothing else does, and it is never half-written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.errors import StorageError, UserError
from desktop.keys import KeyRing, new_database_key
from desktop.models.ids import new_id
from tests.factories import QUICK


@pytest.fixture
def ring(tmp_path: Path) -> KeyRing:
    """An empty key ring with a quick cost."""
    return KeyRing(tmp_path / "centre.keys", QUICK)


def test_each_user_opens_the_same_key_with_their_own_passcode(ring: KeyRing) -> None:
    key, one, two = new_database_key(), new_id(), new_id()
    ring.add(one, "ครูหนึ่ง", "administrator", "รหัสหนึ่ง", key)
    ring.add(two, "ครูสอง", "facilitator", "รหัสสอง", key)

    assert ring.unlock(one, "รหัสหนึ่ง") == ring.unlock(two, "รหัสสอง") == key
    assert ring.unlock_any("รหัสสอง") == (two, key)
    assert [name.name for name in ring.names()] == ["ครูหนึ่ง", "ครูสอง"]


def test_a_wrong_passcode_is_refused_in_words(ring: KeyRing) -> None:
    one = new_id()
    ring.add(one, "ครู", "administrator", "ถูกต้อง", new_database_key())

    with pytest.raises(UserError, match="wrong_passcode"):
        ring.unlock(one, "ผิด")
    with pytest.raises(UserError, match="wrong_passcode"):
        ring.unlock_any("ผิด")
    with pytest.raises(UserError, match="unknown_user"):
        ring.unlock(new_id(), "ถูกต้อง")


def test_changing_a_passcode_rewraps_only(ring: KeyRing) -> None:
    key, one = new_database_key(), new_id()
    ring.add(one, "ครู", "administrator", "เดิม1234", key)
    ring.add(one, "ครู", "administrator", "ใหม่1234", key)

    assert ring.unlock(one, "ใหม่1234") == key
    with pytest.raises(UserError, match="wrong_passcode"):
        ring.unlock(one, "เดิม1234")


def test_the_last_user_stays(ring: KeyRing) -> None:
    one = new_id()
    ring.add(one, "ครู", "administrator", "รหัส1234", new_database_key())

    with pytest.raises(UserError, match="last_user"):
        ring.remove(one)


def test_the_key_is_nowhere_in_the_file(ring: KeyRing) -> None:
    key = new_database_key()
    ring.add(new_id(), "ครู", "administrator", "รหัส1234", key)

    content = ring.path.read_bytes()

    assert key not in content
    assert key.hex().encode() not in content
    if os.name == "posix":
        assert ring.path.stat().st_mode & 0o077 == 0


def test_a_damaged_key_file_is_said_and_left_alone(ring: KeyRing) -> None:
    ring.path.write_bytes(b'{"format": 1, "users": [')

    with pytest.raises(StorageError, match="key_file_damaged"):
        ring.names()
    assert ring.path.read_bytes() == b'{"format": 1, "users": ['


def test_no_centre_is_said(ring: KeyRing) -> None:
    with pytest.raises(UserError, match="no_centre_here"):
        ring.names()
