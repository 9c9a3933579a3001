"""What only cycles hold is freed on the window's thread, whoever made it."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.ui.collecting import Collecting


class Owner:
    """Holds itself, and a timer that runs in the window's event loop."""

    def __init__(self) -> None:
        self.own = self
        self.timer = QTimer()
        self.timer.start(10_000)


@pytest.fixture
def collecting(qtbot: QtBot) -> Iterator[Collecting]:
    made = Collecting()
    yield made
    made.end()


def busy() -> None:
    """Make enough cycles that Python would collect several times."""
    for _each in range(50_000):
        cycle: list[object] = []
        cycle.append(cycle)


def test_a_busy_worker_frees_no_timer_of_the_window(qtbot: QtBot, collecting: Collecting) -> None:
    freed_on: list[threading.Thread] = []
    owner = Owner()
    weakref.finalize(owner.timer, lambda: freed_on.append(threading.current_thread()))
    del owner

    worker = threading.Thread(target=busy)
    worker.start()
    worker.join()
    assert freed_on == []

    qtbot.waitUntil(lambda: bool(freed_on))
    assert freed_on == [threading.main_thread()]


def test_afterwards_python_collects_by_itself_again(qtbot: QtBot) -> None:
    made = Collecting()
    assert not gc.isenabled()
    made.end()
    assert gc.isenabled()
