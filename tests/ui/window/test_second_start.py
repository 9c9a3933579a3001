"""A second start brings the first window forward; another folder, another window."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.errors import StorageError, UserError
from desktop.services.storage.restore_journal import JOURNAL
from desktop.ui import wording
from desktop.ui.second_start import LOCK_FILE, FirstWindow, ask_to_show, same_host, socket_name
from desktop.ui.sign_in.refused import RefusedScreen
from desktop.ui.starting import run

Taking = Callable[[Path], FirstWindow]

# In a process of its own: a lock of one's own process is never another's.
_SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.errors import UserError
from desktop.ui.second_start import FirstWindow
application = QCoreApplication([])
try:
    brought = Path(sys.argv[3]) if sys.argv[3:] else None
    print(FirstWindow(Path(sys.argv[1])).take(int(sys.argv[2]), brought))
except UserError as error:
    print(error.code)
"""


@pytest.fixture
def taking(qtbot: QtBot) -> Iterator[Taking]:
    """Takes folders; all are given back."""
    made: list[FirstWindow] = []

    def take(folder: Path) -> FirstWindow:
        first = FirstWindow(folder)
        assert first.take()
        made.append(first)
        return first

    yield take
    for first in made:
        first.give_back()


def second(
    folder: Path, patience_milliseconds: int = 5_000, *brought: Path
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [
            sys.executable,
            "-c",
            _SECOND,
            str(folder),
            str(patience_milliseconds),
            *map(str, brought),
        ],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def answer(qtbot: QtBot, process: subprocess.Popen[str]) -> str:
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
    return process.communicate()[0].strip()


def test_a_second_start_is_heard_and_ends(qtbot: QtBot, taking: Taking, tmp_path: Path) -> None:
    first = taking(tmp_path / "centre")
    heard: list[bool] = []
    first.wanted.connect(lambda: heard.append(True))

    assert answer(qtbot, second(tmp_path / "centre")) == "False"
    assert heard == [True]


def test_a_file_that_was_opened_reaches_the_first_window(
    qtbot: QtBot, taking: Taking, tmp_path: Path
) -> None:
    first = taking(tmp_path / "centre")
    brought: list[object] = []
    first.brought.connect(brought.append)
    file = tmp_path / "แฟ้มส่ง ๑ 50%.bundle"

    assert answer(qtbot, second(tmp_path / "centre", 5_000, file)) == "False"
    assert brought == [file]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("OAO-MAESUAT", "oao-maesuat", True),
        ("OAO-MAE-SUAT-01", "oao-mae-suat-01-front-desk", True),
        ("oao-maesuat.local", "OAO-MAESUAT", True),
        ("oao-maesuat", "oao-maesuat-2", False),
        ("เครื่องอบต", "เครื่องศูนย์", False),
    ],
)
def test_a_computer_is_known_by_any_form_of_its_name(one: str, other: str, same: bool) -> None:
    assert same_host(one, other) is same
    assert same_host(other, one) is same


def test_another_folder_is_another_window(qtbot: QtBot, taking: Taking, tmp_path: Path) -> None:
    taking(tmp_path / "one")
    taking(tmp_path / "two")

    assert socket_name(tmp_path / "one") != socket_name(tmp_path / "two")
    assert socket_name(tmp_path / "one") == socket_name(tmp_path / "two" / ".." / "one")


def test_a_window_that_does_not_answer_is_said(
    qtbot: QtBot, taking: Taking, tmp_path: Path
) -> None:
    first = taking(tmp_path / "centre")
    first._server.close()

    assert answer(qtbot, second(tmp_path / "centre", 600)) == "already_open"


def test_what_a_crash_left_behind_is_taken_over(
    qtbot: QtBot, taking: Taking, tmp_path: Path
) -> None:
    folder = tmp_path / "centre"
    ended = subprocess.run([sys.executable, "-c", ""], check=True)
    assert ended.returncode == 0
    dead = _pid_of_nobody()
    folder.mkdir()
    (folder / LOCK_FILE).write_text(f"{dead}\npython\n{QSysInfo.machineHostName()}\n\n\n")
    leftover = QLocalServer()
    assert leftover.listen(socket_name(folder))

    first = taking(folder)

    heard: list[bool] = []
    first.wanted.connect(lambda: heard.append(True))
    assert answer(qtbot, second(folder)) == "False"
    assert heard == [True]
    leftover.close()


def _pid_of_nobody() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_another_computer_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / LOCK_FILE).write_text("12345\npython\nเครื่องอบต\n\n\n", encoding="utf-8")

    with pytest.raises(UserError, match="already_open_elsewhere") as caught:
        FirstWindow(tmp_path).take(100)

    assert caught.value.values["host"] == "เครื่องอบต"


def test_a_folder_of_another_account_is_refused_in_words(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.ui.second_start.os.access", lambda *_given: False)

    with pytest.raises(UserError, match="folder_not_yours") as caught:
        FirstWindow(tmp_path).take(100)

    page = RefusedScreen(caught.value)
    qtbot.addWidget(page)
    assert "เป็นของผู้ใช้คอมพิวเตอร์คนอื่น" in page.sentence.typed
    assert str(tmp_path) in page.sentence.typed


def test_nobody_there_is_no_answer(qtbot: QtBot, tmp_path: Path) -> None:
    assert not ask_to_show(tmp_path, 100)


def test_a_restore_that_cannot_be_finished_is_said_and_nothing_is_begun(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / JOURNAL).write_bytes(b"{")
    shown: list[str] = []

    focused: list[bool] = []

    def seen(_application: QApplication) -> int:
        pages = [each for each in QApplication.topLevelWidgets() if isinstance(each, RefusedScreen)]
        shown.extend(each.sentence.text() for each in pages if each.isVisible())
        focused.extend(each.focusWidget() is each.close_button for each in pages)
        return 0

    monkeypatch.setattr(QApplication, "exec", seen)

    assert run(tmp_path) == 1
    assert shown == [wording.sentence(StorageError("restore_unfinished", file=JOURNAL))]
    assert focused == [True]
    assert not (tmp_path / LOCK_FILE).exists()
