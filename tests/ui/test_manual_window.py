"""The manual is a key away everywhere: before sign-in, beside every screen, in its own window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from pytestqt.qtbot import QtBot

from desktop.services.workspace import Workspace
from desktop.ui.first_run.screen import FirstRunScreen
from desktop.ui.shell.manual import CONTENTS, FIRST_RUN, FOLDER, PAGES, SIGN_IN, ManualDialog
from desktop.ui.sign_in.frame import EntryFrame
from desktop.ui.sign_in.screen import SignInScreen
from desktop.ui.translation import LanguageSwitch
from tests.ui.centre import features_of, shell_of
from tests.ui.fakes import InlineJobRunner
from tests.ui.typing import press


def test_every_screen_has_its_page(workspace: Workspace, switch: LanguageSwitch) -> None:
    screens = {entry.key for entry in features_of(workspace, switch).screens}

    assert screens <= PAGES.keys()
    named = {*PAGES.values(), CONTENTS, FIRST_RUN, SIGN_IN}
    assert not [page for page in named if not (FOLDER / f"{page}.md").is_file()]


def test_f1_leads_to_the_page_of_the_screen_at_hand(
    qtbot: QtBot, workspace: Workspace, switch: LanguageSwitch
) -> None:
    shell = shell_of(workspace, switch, InlineJobRunner())
    qtbot.addWidget(shell)
    shell.show()
    shell.open("today")
    press(shell, Qt.Key.Key_F1)
    assert "Ctrl+Z" in shell.help_panel._keys.typed
    button = shell.help_panel.manual

    button.setFocus()
    press(button, Qt.Key.Key_Space)

    assert shell.manual is not None
    assert shell.manual.isVisible()
    assert shell.manual.page == PAGES["today"]
    assert "วันนี้" in shell.manual.text.toPlainText()
    press(shell.manual, Qt.Key.Key_Escape)
    assert not shell.manual.isVisible()
    shell.help_panel.closed.emit()
    assert shell.current is not None
    assert shell.current.isAncestorOf(shell.focusWidget())


@pytest.mark.parametrize(("screen", "page"), [(FirstRunScreen, FIRST_RUN), (SignInScreen, SIGN_IN)])
def test_f1_helps_before_anybody_is_signed_in(
    qtbot: QtBot, screen: type[EntryFrame], page: str
) -> None:
    entry = screen()
    qtbot.addWidget(entry)
    entry.show()
    entry.activateWindow()
    qtbot.waitUntil(entry.isActiveWindow)

    press(entry, Qt.Key.Key_F1)

    assert entry.manual is not None
    assert entry.manual.page == page


def test_links_lead_to_other_pages_and_no_further(qtbot: QtBot) -> None:
    host = SignInScreen()
    qtbot.addWidget(host)
    manual = ManualDialog(host)
    manual.open_page("04-today")

    manual.text.anchorClicked.emit(QUrl("09-learner.md#บันทึกการพบ"))
    assert manual.page == "09-learner"
    manual.text.anchorClicked.emit(QUrl("../../README.md"))
    assert manual.page == "09-learner"
    manual.back.click()
    assert manual.page == "04-today"
    manual.contents.click()
    assert manual.page == CONTENTS


def test_pictures_are_no_wider_than_the_window(qtbot: QtBot) -> None:
    host = SignInScreen()
    qtbot.addWidget(host)
    manual = ManualDialog(host)

    manual.open_page("04-today")

    picture = manual.text.loadResource(2, QUrl("pictures/today.png"))
    assert 0 < picture.width() <= manual.text.viewport().width()
