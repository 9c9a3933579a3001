"""The tour again, on the smallest screen with the largest letters: all can be read and reached."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.sign_in import SignInService
from desktop.ui.shell.shell import Shell
from desktop.ui.theme import Scheme
from desktop.ui.translation import Language, LanguageSwitch
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.window import Window
from tests.tour.__main__ import Tour
from tests.tour.fitting import cut
from tests.tour.story import Story

SMALLEST, LARGEST = (1024, 700), 130
PATIENCE = 4.0  # seconds of the processor that a layout may take


class _Asked(QObject):
    """Notes for what a layout is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.found.add(type(watched).__name__)
        return False


def asked_at_rest() -> set[str]:
    """What is laid out anew though nobody touches the window."""
    notes, application = _Asked(), QApplication.instance()
    assert application is not None
    application.installEventFilter(notes)
    for _round in range(3):
        QApplication.processEvents()
    application.removeEventFilter(notes)
    return notes.found


class Looking(Tour):
    """Looks at every stop in place of taking its picture."""

    quiet = 0.03

    def __init__(self, application: QApplication, lived_in: tuple[Path, Story]) -> None:
        super().__init__(application, Path(), list(Language), [], SMALLEST)
        self._told = lived_in

    def _lived_in(self, way_in: SignInService) -> Story:
        folder, story = self._told
        shutil.copytree(folder, way_in.folder, dirs_exist_ok=True)
        return story

    def _visit_small(self, *_of_the_window: object) -> None:
        """All of this tour is small."""

    def _seen(self, shell: Shell, key: str) -> None:
        """Let the screen go: each change of language words all that are kept."""
        shell.open("today")
        if key == "today":
            return
        shell._built.pop(key).screen.hide()
        place = shell._places.pop(key)
        shell._stack.removeWidget(place)
        place.deleteLater()
        shell._history.clear()

    def _look_at(self, window: Window, name: str) -> None:
        last = time.process_time() + PATIENCE
        while (found := cut(window)) and time.process_time() < last:
            self._settle()
        while (asked := asked_at_rest()) and time.process_time() < last:
            self._settle()
        found += [f"is laid out for ever: {each}" for each in asked]
        self.failed += [f"{name}: {each}" for each in found]


@pytest.mark.long
def test_nothing_is_cut_on_the_smallest_screen_with_the_largest_letters(
    qapp: QApplication, switch: LanguageSwitch, lived_in: tuple[Path, Story]
) -> None:
    tour = Looking(qapp, lived_in)

    tour.take(Scheme.LIGHT, LARGEST)

    assert not tour.failed, "\n".join(tour.failed)


def test_a_cut_word_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    page.resize(400, 100)
    qtbot.addWidget(page)
    label = QLabel("คำที่ยาวกว่าที่ของมัน", page)
    label.setGeometry(0, 0, 40, 30)
    page.show()

    assert len(cut(page)) == 1
    label.resize(label.sizeHint())
    assert not cut(page)
    label.move(page.width() - 10, 0)
    assert "in QWidget" in cut(page)[0]


def test_a_window_at_rest_is_not_laid_out(qtbot: QtBot) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addWidget(QLabel("คำ"))
    place = Scrolling(inside)
    qtbot.addWidget(place)
    place.show()
    qtbot.waitUntil(lambda: not asked_at_rest())
    column.addWidget(QLabel("อีกคำ " * 40, wordWrap=True))
    assert asked_at_rest()
    qtbot.waitUntil(lambda: not asked_at_rest())
    assert inside.minimumHeight() > 40
