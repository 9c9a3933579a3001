"""The menu of the list: by mouse and keyboard, as far as one's role goes; columns of one's own."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.workspace import Workspace
from desktop.ui.learners.menu import ColumnMenu, ListMenu
from desktop.ui.learners.presenter import LearnersPresenter
from desktop.ui.learners.screen import LearnersScreen
from tests.factories import add_learner
from tests.ui.fakes import InlineJobRunner
from tests.ui.learners.test_list import Place
from tests.ui.typing import press

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def place(qtbot: QtBot, workspace: Workspace) -> Place:
    """A list of three people, the keyboard in it."""
    for given in ("กา", "ขา", "คา"):
        add_learner(workspace, given)
    made = Place(qtbot, workspace)
    made.enter()
    made.screen.table.view.setFocus()
    press(made.screen.table.view, Qt.Key.Key_Down)
    return made


def menu_of(place: Place) -> ListMenu:
    """The menu that stands open."""
    menu = next(each for each in place.screen.findChildren(ListMenu) if each.isVisible())
    return menu


def shown(screen: LearnersScreen) -> set[str]:
    """The columns that are seen."""
    view = screen.table.view
    columns = screen.table.model.columns
    return {each.key for n, each in enumerate(columns) if not view.isColumnHidden(n)}


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [(Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_F10, SHIFT)],
)
def test_the_keyboard_opens_it_and_goes_back_to_the_row(
    place: Place, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    table = place.screen.table
    current = table.current_id()

    press(table.view, key, modifiers=modifiers)
    menu = menu_of(place)
    assert [*menu.lines] == ["open", "print", "export", "group", "hide"]
    assert menu.activeAction() is menu.lines["open"]
    press(menu, Qt.Key.Key_Escape)

    assert place.opened == []
    assert place.screen.focusWidget() is table.view
    press(table.view, key, modifiers=modifiers)
    press(menu_of(place), Qt.Key.Key_Return)
    assert place.opened == [("learner", current)]


def test_a_line_does_what_its_button_does_for_who_is_selected(place: Place) -> None:
    press(place.screen.table.view, Qt.Key.Key_Menu)

    menu_of(place).lines["hide"].trigger()

    assert place.names() == ["ขา", "คา"] or place.names() == ["กา", "คา"]
    assert place.undo


def test_the_mouse_opens_it_once(place: Place) -> None:
    view = place.screen.table.view
    middle = view.visualRect(view.currentIndex()).center()

    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        QApplication.sendEvent(
            view.viewport(), QContextMenuEvent(reason, middle, view.mapToGlobal(middle))
        )

    assert len([each for each in place.screen.findChildren(ListMenu) if each.isVisible()]) == 1


def test_a_role_is_offered_what_it_may_do(qtbot: QtBot, workspace: Workspace) -> None:
    add_learner(workspace, "กา")
    workspace.user = replace(workspace.user, role="viewer")
    place = Place(qtbot, workspace)
    place.enter()
    place.screen.table.view.selectRow(0)

    press(place.screen.table.view, Qt.Key.Key_Menu)

    assert [*menu_of(place).lines] == ["open"]


def columns_of(place: Place) -> ColumnMenu:
    """The columns, opened over the headings."""
    place.screen.table.columns_wanted.emit(QPoint())
    return next(each for each in place.screen.findChildren(ColumnMenu) if each.isVisible())


def test_columns_are_chosen_by_keyboard_and_kept_between_starts(qtbot: QtBot, place: Place) -> None:
    usual = shown(place.screen)
    assert "plan" in usual
    assert "code" not in usual
    menu = columns_of(place)

    menu.setActiveAction(menu.tick("plan"))
    press(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    menu.setActiveAction(menu.tick("code"))
    press(menu, Qt.Key.Key_Space)

    wanted = (usual - {"plan"}) | {"code"}
    assert shown(place.screen) == wanted
    again = LearnersScreen(place.workspace.today)
    qtbot.addWidget(again)
    kept = LearnersPresenter(again, Services(place.workspace), InlineJobRunner())
    assert shown(again) == wanted
    place.screen.resize(900, 640)
    assert shown(place.screen) == wanted
    place.screen.resize(1190, 640)
    columns_of(place).usual.trigger()
    assert shown(place.screen) == usual
    del kept


def test_the_menu_offers_the_columns_too(place: Place) -> None:
    press(place.screen.table.view, Qt.Key.Key_Menu)
    menu = menu_of(place)

    titles: Collection[str] = [action.text() for action in menu.columns.actions()]

    assert menu.columns.menuAction() in menu.actions()
    assert "แผน" in titles
    assert "ชื่อ–สกุล" not in titles
