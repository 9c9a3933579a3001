"""Every screen test begins in Thai, in the light scheme, at 100 %."""

from __future__ import annotations

import gc
import itertools
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.workspace import Workspace
from desktop.ui.collecting import Collecting
from desktop.ui.shell.shell import Shell
from desktop.ui.thai_wrap import give_own_words
from desktop.ui.theme import Scheme, theme
from desktop.ui.translation import Language, LanguageSwitch
from tests.ui.centre import active_shell
from tests.ui.fakes import InlineJobRunner, ShufflingJobRunner, TestJobs, ending_each_step
from tests.ui.shown_words import codes_on_screen
from tests.ui.thread_guard import guarding

_BETWEEN = 20
_ended = itertools.count(1)

give_own_words()  # as the program does, before Qt lays out Thai


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    theme().choose(Scheme.LIGHT, 100)
    yield
    # First, since each widget that there still is would be dressed anew.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme().choose(Scheme.LIGHT, 100)


@pytest.fixture(autouse=True)
def _collects_on_the_windows_thread(qapp: QApplication) -> Iterator[None]:
    """As in the program: no worker frees what the event loop still knows."""
    collecting = Collecting()
    yield
    collecting.look()
    collecting.end()
    if next(_ended) % _BETWEEN == 0:
        # In the program once a minute; no test lasts so long, and old windows would stay.
        gc.collect()


@pytest.fixture(autouse=True)
def _window_never_waits(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A database call on the window's thread fails the test, and names the place."""
    with guarding(monkeypatch) as guard:
        yield
    if guard.broken:
        pytest.fail("; ".join(sorted(guard.broken)), pytrace=False)


@pytest.fixture(params=["at once", "shuffled"])
def jobs(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[TestJobs]:
    """Both runners, one after the other, for a screen that writes.

    With the shuffling one, all that a step of the test begins ends before the next step, in an
    order of the test's own, which is the same each time.
    """
    if request.param == "at once":
        yield InlineJobRunner()
        return
    runner = ShufflingJobRunner(zlib.crc32(request.node.originalname.encode()))
    with ending_each_step(request.function.__code__, runner):
        yield runner


@pytest.fixture
def switch(qapp: QApplication) -> Iterator[LanguageSwitch]:
    """Changes the language of the screens; Thai again afterwards."""
    made = LanguageSwitch(qapp)
    yield made
    made.choose(Language.THAI)
    made.remove()


@pytest.fixture
def shell(qtbot: QtBot, workspace: Workspace, switch: LanguageSwitch) -> Shell:
    """The frame with every screen of that centre, and the keyboard in it."""
    return active_shell(qtbot, workspace, switch)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Iterator[None]:
    """No code of the program, and no gap to fill, stands on a screen when a test ends."""
    yield
    if QApplication.instance() is not None and (shown := codes_on_screen()):
        pytest.fail("codes on a screen: " + "; ".join(shown), pytrace=False)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says these of every window that pops up."""
    ignored = pytest.mark.qt_log_ignore(
        "This plugin does not support (raise|grabbing the keyboard)", extend=True
    )
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(ignored)
