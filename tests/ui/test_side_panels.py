"""Panels beside a list begin at the top for the next one, and follow the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.keyboard import InView
from desktop.ui.widgets.quick_look import QuickLook
from desktop.ui.widgets.scrolling import Scrolling


def tall() -> tuple[QWidget, list[QPushButton]]:
    """Thirty buttons, one under the other."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    buttons = [QPushButton(str(number)) for number in range(30)]
    for button in buttons:
        column.addWidget(button)
    return inside, buttons


def test_a_panel_begins_at_the_top_for_the_next_one(qtbot: QtBot) -> None:
    inside, _buttons = tall()
    panel = Scrolling(inside)
    qtbot.addWidget(panel)
    panel.resize(200, 200)
    panel.show()
    bar = panel.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    panel.begin_for("first")
    bar.setValue(100)

    panel.begin_for("first")
    assert bar.value() == 100
    panel.begin_for("second")
    assert bar.value() == 0


def test_a_quick_look_begins_at_the_top_for_the_next_person(qtbot: QtBot) -> None:
    look = QuickLook()
    qtbot.addWidget(look)
    look.resize(330, 240)
    facts = [(f"เรื่องที่ {number}", "ค่า") for number in range(30)]
    look.show_row("ดาวเรือง", "", facts)
    look.show()
    bar = look.facts_room.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(100)

    look.show_row("ดาวเรือง", "", facts)
    assert bar.value() > 0
    look.show_row("มะลิ", "", facts)
    assert bar.value() == 0


def test_the_keyboard_is_never_below_the_edge(qtbot: QtBot) -> None:
    inside, buttons = tall()
    window = QWidget()
    qtbot.addWidget(window)
    panel = Scrolling(inside)
    QVBoxLayout(window).addWidget(panel)
    window.resize(220, 220)
    keeper = InView(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: panel.verticalScrollBar().maximum() > 100)

    buttons[-1].setFocus(Qt.FocusReason.TabFocusReason)

    qtbot.waitUntil(lambda: not buttons[-1].visibleRegion().isEmpty())
    assert keeper.parent() is window
