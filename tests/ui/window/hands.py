"""A person at the keyboard of the real window: presses keys where it stands, and looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.first_run.screen import FirstRunScreen
from desktop.ui.jobs import JobRunner
from desktop.ui.session import Session
from desktop.ui.shell.screens import Screen
from desktop.ui.window import Window
from tests.factories import PASSCODE
from tests.ui.typing import type_text

Shown = TypeVar("Shown", bound=Screen)
Opening = Callable[[], Window]
"""Opens a window."""
PATIENCE = 30_000
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Hands:
    """Presses keys where the keyboard stands, and nowhere else."""

    def __init__(self, qtbot: QtBot, window: Window, jobs: JobRunner) -> None:
        self._qtbot, self.window, self._jobs = qtbot, window, jobs

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        """Press a key on whatever has the keyboard."""
        self._come_forward()
        QTest.keyClick(self.focus, key, modifiers or Qt.KeyboardModifier.NoModifier)

    def write(self, text: str) -> None:
        """Type where the keyboard stands."""
        self._come_forward()
        type_text(self.focus, text)

    def _come_forward(self) -> None:
        """Let what was made be drawn, as it is before a person presses the next key.

        Then make the window active again: without a window manager none is once a popup closed, and
        Qt would leave the keyboard in what is hidden meanwhile.
        """
        QApplication.processEvents()
        wanted = QApplication.activeModalWidget() or self.window
        if QApplication.activePopupWidget() is None and not wanted.isActiveWindow():
            wanted.activateWindow()
            self._qtbot.waitUntil(wanted.isActiveWindow, timeout=PATIENCE)

    @property
    def focus(self) -> QWidget:
        """What has the keyboard; a popup takes all keys."""
        popup = QApplication.activePopupWidget()
        focused = popup.focusWidget() if popup is not None else QApplication.focusWidget()
        focused = focused or self.window.focusWidget()
        assert focused is not None
        return focused

    @property
    def session(self) -> Session:
        """What is open, once somebody has signed in."""
        session = self.window.session
        assert session is not None
        return session

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self._qtbot.waitUntil(condition, timeout=PATIENCE)

    def on(self, part: Callable[[], QWidget | None]) -> None:
        """Wait until the keyboard stands in a part that can be seen."""

        def there() -> None:
            wanted = part()
            assert wanted is not None
            assert wanted is self.focus or wanted.isAncestorOf(self.focus), self.focus
            assert not self.focus.visibleRegion().isEmpty()

        self._qtbot.waitUntil(there, timeout=PATIENCE)
        self.wait(lambda: not self._jobs.running)

    def tab_to(self, part: QWidget, most: int = 40) -> None:
        """Go on by Tab until the keyboard stands in a part; it must be on the way."""
        passed = []
        for _step in range(most):
            if part is self.focus or part.isAncestorOf(self.focus):
                return
            passed.append(type(self.focus).__name__)
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"never reached {part}: {passed}")

    def sign_in(self, passcode: str) -> None:
        """Type the passcode and come to the frame."""
        self.on(lambda: self.window.sign_in.passcode)
        self.write(passcode)
        self.key(Qt.Key.Key_Return)

    def find(self, words: str, title: str = "") -> None:
        """Go to something by its name: Ctrl+K, its name, Enter."""
        self.key(Qt.Key.Key_K, CONTROL)
        palette = self.session.shell.finder.palette
        self.on(lambda: palette.box)
        self.write(words)
        self.wait(lambda: palette.current is not None and palette.current.title == (title or words))
        self.key(Qt.Key.Key_Return)

    def screen(self, kind: type[Shown]) -> Shown:
        """The screen shown, once it is of this kind."""

        def there() -> Screen | None:
            session = self.window.session
            return session.shell.current if session is not None else None

        self.wait(lambda: isinstance(there(), kind))
        shown = there()
        assert isinstance(shown, kind)
        return shown


def begin_centre(window: Window, founder: str) -> None:
    """Fill in the first run of a new centre, and begin it."""
    first = window.first_run
    assert isinstance(first, FirstRunScreen)
    first.choose("new")
    type_text(first.centre, "ศูนย์แม่สวด")
    first.area.set_value("580604")
    type_text(first.user, founder)
    for field in (first.passcode, first.again):
        type_text(field, PASSCODE)
    first.start_button.click()
