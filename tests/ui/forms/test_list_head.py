"""The head of a list: what it asks, its keys, and what an empty table says."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.forms.list_head import Empty, ListHead
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.table_model import Column, DataclassTableModel
from tests.ui.typing import press, type_text


@dataclass(frozen=True)
class Line:
    """A row."""

    id: int
    name: str


class Listed:
    """A list of names, read when the test says so."""

    def __init__(self, qtbot: QtBot) -> None:
        self.screen = QWidget()
        qtbot.addWidget(self.screen)
        columns = [Column[Line]("name", lambda: "ชื่อ", lambda row: row.name)]
        self.table: DataTable[Line] = DataTable(DataclassTableModel(columns, lambda row: row.id))
        self.head = ListHead(self.screen, self.table)
        column = QVBoxLayout(self.screen)
        column.addWidget(self.head)
        column.addWidget(self.table)
        self.asked = 0
        self.opened: list[object] = []
        self.told: list[str] = []
        self.head.asked.connect(self._on_asked)
        self.head.cleared.connect(lambda: self.told.append("cleared"))
        self.head.begun.connect(lambda: self.told.append("begun"))
        self.table.row_opened.connect(self.opened.append)
        self.screen.show()

    def read(self, *names: str) -> None:
        """The answer came."""
        self.table.model.set_rows([Line(n, name) for n, name in enumerate(names)])
        self.table.show_table()

    def _on_asked(self) -> None:
        self.asked += 1


@pytest.fixture
def listed(qtbot: QtBot) -> Listed:
    made = Listed(qtbot)
    made.read("กานดา", "ดาวเรือง")
    return made


def test_enter_waits_for_what_is_being_looked_for(listed: Listed) -> None:
    type_text(listed.head.search, "ดาว")
    press(listed.head.search, Qt.Key.Key_Return)
    assert listed.opened == []
    listed.table.model.set_rows([Line(7, "ดาวเรือง")])
    assert listed.opened == [7]
    listed.read("ดาวเรือง")
    assert listed.opened == [7]


def test_a_letter_in_the_table_goes_on_searching(qtbot: QtBot, listed: Listed) -> None:
    press(listed.head.search, Qt.Key.Key_Down)
    qtbot.waitUntil(listed.table.view.hasFocus)
    assert listed.table.selected_ids() == (0,)
    press(listed.table.view, Qt.Key.Key_unknown, "ด")
    assert listed.head.text == "ด"
    assert listed.asked == 1
    qtbot.waitUntil(listed.head.search.hasFocus)


def test_control_f_goes_to_the_search(qtbot: QtBot, listed: Listed) -> None:
    listed.table.view.setFocus()
    qtbot.waitUntil(listed.table.view.hasFocus)
    QTest.keyClick(listed.table.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(listed.head.search.hasFocus)


def test_an_empty_table_takes_the_filters_away_or_begins(listed: Listed) -> None:
    nothing, none_found = Empty("inbox", "ยังไม่มี", "", "เริ่ม"), Empty("search", "ไม่พบ", "", "ดูทั้งหมด")
    listed.head.chips.set_choices([("a", "ก"), ("b", "ข")])
    listed.head.chips.set_value(("a",))
    listed.head.set_text("ไม่มีใคร")
    assert listed.asked == 0
    listed.read()
    listed.head.word_empty(narrowed=True, nothing=nothing, none_found=none_found)
    assert listed.table.empty.button.text() == "ดูทั้งหมด"
    listed.table.empty.button.click()
    assert (listed.head.text, listed.head.chips.value()) == ("", ())
    assert (listed.asked, listed.told) == (1, ["cleared"])
    listed.head.word_empty(narrowed=False, nothing=nothing, none_found=none_found)
    listed.table.empty.button.click()
    assert (listed.asked, listed.told) == (1, ["cleared", "begun"])


def test_a_list_that_could_not_be_read_is_asked_for_again(listed: Listed) -> None:
    listed.table.show_failed("ดิสก์เต็ม")
    listed.table.failed.button.click()
    assert listed.asked == 1
