"""Tab goes as one reads, also through what was made later and fields of several parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.ui.shell.rail import RailButton
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.layouts import in_reading_order
from tests.ui.typing import press


class Several(QWidget):
    """A field of two parts, that hands the keyboard on to the first."""

    def __init__(self, name: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        for part in ("first", "second"):
            line = QLineEdit()
            line.setObjectName(f"{name} {part}")
            column.addWidget(line)
        first = self.findChild(QLineEdit)
        assert isinstance(first, QLineEdit)
        self.setFocusProxy(first)


def line(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    return made


def by_tab(top: QWidget, steps: int) -> list[str]:
    """Where the keyboard stands after each Tab."""
    passed = []
    for _step in range(steps):
        focused = top.focusWidget()
        assert focused is not None
        passed.append(focused.objectName())
        press(focused, Qt.Key.Key_Tab)
    return passed


def test_what_flows_in_one_line_stands_at_one_height(qtbot: QtBot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    flow = FlowLayout(top)
    low, high, below = QWidget(), QWidget(), QWidget()
    for widget, size in ((low, (50, 20)), (high, (50, 40)), (below, (150, 30))):
        widget.setFixedSize(*size)
        flow.addWidget(widget)
    top.resize(160, 200)
    top.show()

    assert low.geometry().center().y() == high.geometry().center().y()
    assert below.y() == 40 + 8
    assert flow.heightForWidth(160) == 40 + 8 + 30
    assert flow.heightForWidth(1000) == 40
    assert flow.heightForWidth(10) == 20 + 8 + 40 + 8 + 30


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("kind", ["icon", "words", "rail"])
def test_enter_presses_every_button(qtbot: QtBot, key: Qt.Key, kind: str) -> None:
    made: dict[str, Callable[[], QAbstractButton]] = {
        "icon": lambda: IconButton("arrow-left", "ปิด"),
        "words": lambda: Button("ปิด"),
        "rail": lambda: RailButton("arrow-left"),
    }
    button = made[kind]()
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    press(button, key)
    assert len(pressed) == 1
    button.setEnabled(False)
    press(button, key)
    assert len(pressed) == 1


def test_tab_comes_to_what_was_made_later_and_round(qtbot: QtBot) -> None:
    top, inside, page = QWidget(), QWidget(), QScrollArea()
    qtbot.addWidget(top)
    outer, column = QVBoxLayout(top), QVBoxLayout(inside)
    page.setWidget(inside)
    page.setWidgetResizable(True)
    page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    start, end = line("start"), line("end")
    outer.addWidget(start)
    outer.addWidget(page)
    column.addWidget(Several("field"))
    column.addWidget(end)
    top.show()
    column.insertWidget(0, line("later"))
    column.insertWidget(2, Several("later field"))
    qtbot.waitUntil(lambda: all(each.isVisible() for each in top.findChildren(QLineEdit)))

    in_reading_order(top)
    start.setFocus()

    read = [
        "start", "later", "field first", "field second", "later field first",
        "later field second", "end",
    ]  # fmt: skip
    assert by_tab(top, 14) == [*read, *read]
    in_reading_order(top)
    assert by_tab(top, 7) == read


def test_buttons_fold_under_before_they_wrap(qtbot: QtBot) -> None:
    top, words = QWidget(), QLineEdit()
    qtbot.addWidget(top)
    buttons, row = FlowLayout(gap=10, one_line=True), Folding(10)
    row.add(words, 1, wish=100)
    row.add(buttons, whole=True)
    QVBoxLayout(top).addWidget(row)
    made = [QPushButton(str(number)) for number in range(3)]
    for button in made:
        button.setFixedSize(100, 30)
        buttons.addWidget(button)
    top.show()

    def lines(width: int) -> tuple[bool, int]:
        top.resize(width, 300)
        qtbot.waitUntil(lambda: top.width() == width)
        QApplication.processEvents()
        return row.folded, len({button.y() for button in made})

    assert lines(600) == (False, 1)
    assert lines(400) == (True, 1)
    assert lines(280) == (True, 2)
