"""The recovery sheet and a forgotten passcode, headless; and the delay after wrong passcodes."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.cli.context import PASSCODE as PASSCODE_NAME
from desktop.cli.recovery import WORDS
from desktop.errors import UserError
from desktop.keys import KeyRing, check_new_passcode
from desktop.wording import command_sentence
from tests.cli.conftest import Command
from tests.factories import PASSCODE, QUICK, open_workspace


def test_a_sheet_is_made_once_and_never_in_place_of_a_file(
    command: Command, tmp_path: Path
) -> None:
    assert command("recovery", "status").json == {
        "sheet": "", "made": None, "put_away": False, "hub_given": None,
    }  # fmt: skip

    made = command("recovery", "make", tmp_path / "sheet.pdf").json

    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert command("recovery", "status").json["sheet"] == made["id"]
    assert command("recovery", "make", tmp_path / "sheet.pdf").code == 1
    assert command("recovery", "status").json["sheet"] == made["id"]


def test_a_user_gets_a_new_passcode_by_the_words(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.keys.ring.fitted", lambda: QUICK)
    ring = KeyRing(folder / "centre.keys", QUICK)
    words = ring.make_recovery(ring.unlock_any(PASSCODE)[1]).words
    monkeypatch.setenv(WORDS, " ".join(words))
    monkeypatch.setenv(PASSCODE_NAME, "รหัสที่จำได้")

    done = command("recover", "ครูทดสอบ")

    assert done.code == 0
    assert done.json["name"] == "ครูทดสอบ"
    assert words[3] not in done.out
    open_workspace(folder, "รหัสที่จำได้").close()
    assert command("recover", "ใครก็ไม่รู้").code == 1


def test_a_wrong_word_is_named(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = KeyRing(folder / "centre.keys", QUICK)
    words = list(ring.make_recovery(ring.unlock_any(PASSCODE)[1]).words)
    right, words[6] = words[6], "ไม่มีคำนี้"
    monkeypatch.setenv(WORDS, " ".join(words))

    done = command("recover", "ครูทดสอบ")

    assert done.code == 1
    assert "คำที่ 7" in done.err
    assert right in done.err


def test_the_sixth_wrong_passcode_is_told_to_wait(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSCODE_NAME, "ผิดแน่นอน")
    for _ in range(5):
        assert "รหัสผ่านไม่ถูกต้อง" in command("learners").err
    monkeypatch.setenv(PASSCODE_NAME, PASSCODE)

    done = command("learners")

    assert done.code == 1
    assert "wait 30 seconds" in done.err or "wait 29 seconds" in done.err


@pytest.mark.parametrize("weak", ["สั้น", "123456", "1928374"])
def test_a_weak_passcode_is_refused_as_in_the_window(
    weak: str, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.keys.ring.fitted", lambda: QUICK)
    monkeypatch.setenv(PASSCODE_NAME, weak)

    begun = command(
        "init", "--centre", "ศูนย์", "--tambon", "580604", "--user", "ครู", data=tmp_path / "new"
    )

    assert begun.code == 1
    with pytest.raises(UserError) as refused:
        check_new_passcode(weak)
    assert begun.err.strip() == command_sentence(refused.value)
    assert not (tmp_path / "new").exists()
