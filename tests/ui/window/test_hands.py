"""A morning in the real window by the keyboard alone: where it stands is asked at each step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.learners.records import LearnerQuery
from desktop.services.sign_in import Beginning, SignInService
from desktop.ui.duplicates.screen import DuplicatesScreen
from desktop.ui.jobs import JobRunner
from desktop.ui.learner.hett import HettTab
from desktop.ui.learner.plan import PlanTab
from desktop.ui.learner.screen import LearnerScreen
from desktop.ui.learners.new_screen import NewLearnerScreen
from desktop.ui.learners.screen import LearnersScreen
from desktop.ui.plan.screen import PlanScreen
from desktop.ui.shell.screens import Screen
from desktop.ui.sync.screen import SyncScreen
from desktop.ui.today.screen import TodayScreen
from desktop.ui.translation import LanguageSwitch
from desktop.ui.window import Window, open_window
from tests.tour.story import PASSCODE, QUICK
from tests.ui.typing import type_text

Shown = TypeVar("Shown", bound=Screen)
PATIENCE = 30_000
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Hands:
    """Presses keys where the keyboard stands, and nowhere else."""

    def __init__(self, qtbot: QtBot, window: Window, jobs: JobRunner) -> None:
        self._qtbot, self.window, self._jobs = qtbot, window, jobs

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        """Press a key on whatever has the keyboard."""
        QTest.keyClick(self.focus, key, modifiers or Qt.KeyboardModifier.NoModifier)

    def write(self, text: str) -> None:
        """Type where the keyboard stands."""
        type_text(self.focus, text)

    @property
    def focus(self) -> QWidget:
        """What has the keyboard."""
        focused = QApplication.focusWidget() or self.window.focusWidget()
        assert focused is not None
        return focused

    def on(self, part: Callable[[], QWidget | None]) -> None:
        """Wait until the keyboard stands in a part that can be seen."""

        def there() -> None:
            wanted = part()
            assert wanted is not None
            assert wanted is self.focus or wanted.isAncestorOf(self.focus), self.focus
            assert not self.focus.visibleRegion().isEmpty()

        self._qtbot.waitUntil(there, timeout=PATIENCE)
        self._qtbot.waitUntil(lambda: not self._jobs.running, timeout=PATIENCE)

    def screen(self, kind: type[Shown]) -> Shown:
        """The screen shown, once it is of this kind."""

        def there() -> Screen | None:
            session = self.window.session
            return session.shell.current if session is not None else None

        self._qtbot.waitUntil(lambda: isinstance(there(), kind), timeout=PATIENCE)
        shown = there()
        assert isinstance(shown, kind)
        return shown


@pytest.fixture
def hands(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, switch: LanguageSwitch
) -> Iterator[Hands]:
    """The window before anybody has signed in to the sample centre."""
    way_in = SignInService(tmp_path / "centre", QUICK)
    way_in.begin(Beginning("ศูนย์ตัวอย่าง", "", "ครูดาว", PASSCODE, sample=True)).close()
    jobs = JobRunner()
    window = open_window(way_in.folder, qapp, jobs, way_in)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield Hands(qtbot, window, jobs)
    window.close()
    jobs.shutdown()


def test_a_morning_by_the_keyboard_alone(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    hands.on(lambda: window.sign_in.passcode)
    hands.write(PASSCODE)
    hands.key(Qt.Key.Key_Return)
    today = hands.screen(TodayScreen)
    hands.on(lambda: today.lines)

    # What is done comes back by Ctrl+Z, and the keyboard stays on the day.
    before = len(today.lines.lines)
    hands.key(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(today.lines.lines) == before - 1, timeout=PATIENCE)
    hands.on(lambda: today.lines)
    hands.key(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: len(today.lines.lines) == before, timeout=PATIENCE)
    hands.on(lambda: today.lines)

    # Register somebody.
    hands.key(Qt.Key.Key_2, CONTROL)
    learners = hands.screen(LearnersScreen)
    hands.on(lambda: learners.head.search)
    hands.key(Qt.Key.Key_N, CONTROL)
    new = hands.screen(NewLearnerScreen)
    hands.on(lambda: new.form.field("given"))
    hands.write("หน่อแอริ")
    hands.key(Qt.Key.Key_Tab)
    hands.on(lambda: new.form.field("surname"))
    hands.write("ทดลองแป้นพิมพ์")
    hands.key(Qt.Key.Key_S, CONTROL)
    learner = hands.screen(LearnerScreen)
    hands.on(lambda: learner)
    qtbot.waitUntil(lambda: "ทดลองแป้นพิมพ์" in learner.title(), timeout=PATIENCE)

    # Rate a first round of HETT.
    hands.key(Qt.Key.Key_3, ALT)
    qtbot.waitUntil(lambda: learner.tab == "hett", timeout=PATIENCE)
    hett = learner.built("hett")
    assert isinstance(hett, HettTab)
    hands.on(lambda: hett.empty.button)
    hands.key(Qt.Key.Key_Return)
    hands.on(lambda: hett.rating)
    first = hands.focus
    hands.key(Qt.Key.Key_3)
    hands.on(lambda: hett.rating)
    assert hands.focus is not first

    # Plan: begin one, then back to the person by Alt+Left.
    hands.key(Qt.Key.Key_4, ALT)
    qtbot.waitUntil(lambda: learner.tab == "plan", timeout=PATIENCE)
    plans = learner.built("plan")
    assert isinstance(plans, PlanTab)
    hands.on(lambda: plans)
    hands.key(Qt.Key.Key_Return)
    plan = hands.screen(PlanScreen)
    hands.on(lambda: plan)
    hands.key(Qt.Key.Key_Left, ALT)
    hands.screen(LearnerScreen)
    hands.on(lambda: learner)

    # Possible duplicates and conflicts, found by their names.
    hands.key(Qt.Key.Key_K, CONTROL)
    hands.write("ซ้ำ")
    qtbot.waitUntil(lambda: bool(hands.window.session.shell.finder.palette.titles()))  # type: ignore[union-attr]
    hands.key(Qt.Key.Key_Return)
    duplicates = hands.screen(DuplicatesScreen)
    hands.on(lambda: duplicates)
    hands.key(Qt.Key.Key_K, CONTROL)
    hands.write("ไม่ตรงกัน")
    hands.key(Qt.Key.Key_Return)
    sync = hands.screen(SyncScreen)
    hands.on(lambda: sync)

    # Whoever was registered is found again, and only once.
    session = window.session
    assert session is not None
    found = session.services.lists.find(LearnerQuery(search="ทดลองแป้นพิมพ์"))
    assert [row.given for row in found] == ["หน่อแอริ"]
