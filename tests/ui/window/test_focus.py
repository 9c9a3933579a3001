"""The keyboard is in the page after whatever opens one, and never on the rail or on a way back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.learners.records import LearnerQuery
from desktop.services.settings import SettingService
from desktop.services.workspace import Workspace
from desktop.ui.jobs import JobRunner
from desktop.ui.learner.screen import LearnerScreen
from desktop.ui.learner_place import LearnerPlace
from desktop.ui.learners.screen import LearnersScreen
from desktop.ui.shell.shell import Shell
from desktop.ui.translation import LanguageSwitch
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.keyboard import InView
from tests.factories import add_learner, make_workspace
from tests.ui.centre import shell_of

PATIENCE = 30_000


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A centre with two people."""
    opened = make_workspace(tmp_path / "centre")
    for given in ("กา", "ขา"):
        add_learner(opened, given, village="3")
    yield opened
    opened.close()


@pytest.fixture
def shell(qtbot: QtBot, workspace: Workspace, switch: LanguageSwitch) -> Iterator[Shell]:
    """The frame with every screen; what it reads is read to its end."""
    jobs = JobRunner()
    made = shell_of(workspace, switch, jobs)
    qtbot.addWidget(made)
    InView(made)  # as the window does
    made.show()
    yield made
    qtbot.waitUntil(lambda: not jobs.running, timeout=PATIENCE)
    jobs.shutdown()


def in_the_page(qtbot: QtBot, shell: Shell) -> QWidget:
    """Wait until the keyboard is in the page, on nothing that goes back, and to be seen."""
    runner = shell.jobs
    assert isinstance(runner, JobRunner)
    qtbot.waitUntil(lambda: not runner.running, timeout=PATIENCE)

    def there() -> None:
        focused = shell.focusWidget()
        assert shell.current is not None
        assert focused is not None
        assert shell.current.isAncestorOf(focused), focused
        assert not focused.visibleRegion().isEmpty()
        back = isinstance(focused, Button) and focused.text() in ("ย้อนกลับ", "กลับ", "ยกเลิก")
        assert not back, focused

    qtbot.waitUntil(there, timeout=PATIENCE)
    focused = shell.focusWidget()
    assert focused is not None
    return focused


class Windows(QObject):
    """Notes each window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and watched.windowType() is not Qt.WindowType.Popup
        ):
            self.shown.append(repr(watched))
        return False


@pytest.fixture
def windows(shell: Shell) -> Iterator[Windows]:
    """The windows that are shown beside the frame."""
    application, noting = QApplication.instance(), Windows()
    assert application is not None
    application.installEventFilter(noting)
    yield noting
    application.removeEventFilter(noting)


def test_every_screen_takes_the_keyboard(qtbot: QtBot, shell: Shell, windows: Windows) -> None:
    without = {"learner", "plan", "learner_plan", "person", "partner"}
    for key in [key for key in shell.entries if key not in without]:
        shell.open(key)
        in_the_page(qtbot, shell)
        # A part that is shown before it lies on the page flashes as a window of its own.
        assert windows.shown == [], key


def test_a_persons_tabs_keep_it(
    qtbot: QtBot, shell: Shell, workspace: Workspace, windows: Windows
) -> None:
    who = add_learner(workspace, "คา")
    shell.open("learner", who)
    in_the_page(qtbot, shell)
    page = shell.current
    assert isinstance(page, LearnerScreen)
    for key in page.entries:
        shell.open("learner", LearnerPlace(who, key))
        in_the_page(qtbot, shell)
        assert windows.shown == [], key


def test_a_filter_that_was_kept_gives_it_back(
    qtbot: QtBot, shell: Shell, workspace: Workspace
) -> None:
    SettingService(workspace).save_filter("หมู่ 3", LearnerQuery(villages=("3",)))
    shell.open("learners")
    in_the_page(qtbot, shell)
    learners = shell.current
    assert isinstance(learners, LearnersScreen)
    learners.filters.kept.setFocus()
    learners.filters.kept.click()
    qtbot.waitUntil(learners.kept.isVisible, timeout=PATIENCE)

    learners.kept.picked.emit(SettingService(workspace).filters()[0])
    learners.kept.hide()

    in_the_page(qtbot, shell)
    assert learners.query.villages == ("3",)
