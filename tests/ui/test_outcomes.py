"""What was done is said, read aloud, moves nothing, and is undone by Ctrl+Z."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import UserError
from desktop.services.workspace import Workspace
from desktop.ui.shell.feature import Feature, Features
from desktop.ui.shell.shell import Shell
from desktop.ui.today.screen import TodayScreen
from desktop.ui.translation import LanguageSwitch
from desktop.ui.widgets.cards import Banner
from tests.factories import Clock, add_learner, make_workspace
from tests.services.today.arising import ARISING
from tests.ui.centre import shell_of
from tests.ui.fakes import InlineJobRunner
from tests.ui.forms.test_list_head import Listed
from tests.ui.framed import CTRL, chord, entry, page
from tests.ui.typing import press


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    """Two plain pages."""
    made = Shell(Features([Feature([entry("today"), entry("learners")])]), InlineJobRunner())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.open("today")
    return made


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told."""
    heard: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard


def test_ctrl_z_undoes_until_one_leaves_also_when_the_banner_has_gone(shell: Shell) -> None:
    undone: list[bool] = []
    page(shell, "today").undo_offered.emit("ทำแล้ว", lambda: undone.append(True))
    shell.banner.dismiss()

    chord(shell, Qt.Key.Key_Z, CTRL)

    assert undone == [True]
    assert shell.status_line.told == "เลิกทำแล้ว"
    page(shell, "today").undo_offered.emit("ทำแล้ว", lambda: undone.append(False))
    shell.banner.dismiss()
    shell.open("learners")
    shell.open("today")
    chord(shell, Qt.Key.Key_Z, CTRL)
    assert undone == [True]


def test_a_line_of_the_day_comes_back_by_ctrl_z(
    qtbot: QtBot, tmp_path: Path, switch: LanguageSwitch
) -> None:
    clock = Clock()
    workspace: Workspace = make_workspace(tmp_path / "centre", clock)
    ARISING["promise"](workspace, clock, add_learner(workspace, village="3"))
    frame = shell_of(workspace, switch, InlineJobRunner())
    qtbot.addWidget(frame)
    frame.show()
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    frame.open("today")
    today = frame.current
    assert isinstance(today, TodayScreen)
    line = next(each.line for each in today.lines.lines if each.code == "promise")
    today.lines.choose(line)

    press(today.lines, Qt.Key.Key_Return, modifiers=CTRL)
    assert line not in {each.line for each in today.lines.lines}
    chord(frame, Qt.Key.Key_Z, CTRL)

    assert line in {each.line for each in today.lines.lines}
    assert today.isAncestorOf(frame.focusWidget())
    workspace.close()


def test_a_banner_lies_over_the_screen_and_moves_nothing(qtbot: QtBot, shell: Shell) -> None:
    button = page(shell, "today").button
    qtbot.waitUntil(button.isVisible)

    def where() -> tuple[QPoint, QSize]:
        return button.mapTo(shell, QPoint()), page(shell, "today").size()

    before = where()
    sayings: tuple[Callable[[], None], ...] = (
        lambda: shell.offer_undo("ลบแล้ว", lambda: None),
        lambda: shell.tell_error(UserError("wrong_passcode")),
        lambda: shell.suggest("ควรสำรองข้อมูล " * 20, "ไปสำรอง", lambda: None),
    )
    for say in sayings:
        say()
        QApplication.processEvents()
        assert where() == before
        ground = shell.banner.parentWidget()
        assert isinstance(ground, QWidget)
        assert ground.rect().contains(shell.banner.geometry())
        assert shell.banner.height() >= shell.banner.heightForWidth(shell.banner.width())
    shell.banner.dismiss()
    assert where() == before


def test_a_suggestion_covers_nothing_from_the_next_screen_on(shell: Shell) -> None:
    done: list[bool] = []
    shell.suggest("ควรสำรองข้อมูล", "ไปสำรอง", lambda: done.append(True))
    assert shell.banner.isVisible()
    assert not shell.suggestion.isVisible()

    shell.offer_undo("ลบแล้ว", lambda: None)  # What came meanwhile does not make it forgotten.
    shell.open("learners")
    assert shell.banner.undoing
    assert shell.suggestion.isVisible()
    shell.banner.dismiss()
    shell.suggestion.button.click()
    assert done == [True]
    assert not shell.suggestion.isVisible()

    shell.suggest("ควรสำรองข้อมูล", "ไปสำรอง", lambda: done.append(True))
    shell.banner.dismiss()
    shell.open("today")
    assert not shell.suggestion.isVisible()
    shell.suggest("ควรสำรองข้อมูล", "ไปสำรอง", lambda: done.append(True))
    shell.suggestion.withdraw("ควรสำรองข้อมูล")
    shell.open("learners")
    assert not shell.suggestion.isVisible()
    assert not shell.banner.isVisible()


def test_outcomes_are_read_aloud(shell: Shell, said: list[str]) -> None:
    shell.tell("บันทึกแล้ว")
    shell.offer_undo("ซ่อน 2 คนแล้ว", lambda: None)
    chord(shell, Qt.Key.Key_Z, CTRL)

    assert said == ["บันทึกแล้ว", "ซ่อน 2 คนแล้ว", "เลิกทำแล้ว"]


def test_how_many_a_filter_leaves_is_read_aloud(qtbot: QtBot, said: list[str]) -> None:
    head = Listed(qtbot).head

    head.set_words("ผู้เรียนรู้", "ทั้งหมด 12 คน")
    head.set_words("ผู้เรียนรู้", "ทั้งหมด 12 คน")
    head.set_words("ผู้เรียนรู้", "พบ 3 คน")

    assert said == ["ทั้งหมด 12 คน", "พบ 3 คน"]


def test_what_is_said_goes_also_from_a_page_out_of_sight(qtbot: QtBot) -> None:
    pages = QStackedWidget()
    qtbot.addWidget(pages)
    ground, other = QWidget(), QWidget()
    column = QVBoxLayout(ground)
    banner = Banner()
    column.addWidget(banner)
    pages.addWidget(ground)
    pages.addWidget(other)
    pages.show()
    banner.say("บันทึกแล้ว")
    pages.setCurrentWidget(other)

    banner.dismiss()
    pages.setCurrentWidget(ground)

    assert not banner.isVisible()
