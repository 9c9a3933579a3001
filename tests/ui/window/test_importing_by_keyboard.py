"""A roster brought in with the keyboard alone, in the real window; where it stands at each step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.learners.records import LearnerQuery
from desktop.services.sign_in import Beginning, SignInService
from desktop.ui.importing.screen import COLUMNS, DONE, QUESTIONS, ROWS, ImportScreen
from desktop.ui.jobs import JobRunner
from desktop.ui.window import Window, open_window
from tests.factories import PASSCODE, QUICK
from tests.ui.typing import type_text

_PATIENCE = 20_000


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    way_in = SignInService(tmp_path / "centre", QUICK)
    way_in.begin(Beginning("ศูนย์ตัวอย่าง", "580604", "ครูดาว", PASSCODE)).close()
    jobs = JobRunner()
    made = open_window(way_in.folder, qapp, jobs, way_in)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    jobs.shutdown()


def roster(path: Path) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["ลำดับ", "ชื่อ-สกุล", "วันเกิด"])
    sheet.append([1, "ด.ญ.ดาวเรือง ธารน้ำเงา", "22/11/2554"])
    sheet.append([2, "ด.ช.ซอวาทู", "13/13/2555"])
    sheet.append([3, "นายบุญยืน คีรี", "13/3/2540"])
    sheet.row_dimensions[4].hidden = True
    book.save(path)
    return path


def focused() -> QWidget:
    """The widget that the next key reaches; a popup takes all keys."""
    popup = QApplication.activePopupWidget()
    found = popup.focusWidget() if popup is not None else QApplication.focusWidget()
    assert found is not None
    return found


def key(which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), which, modifiers)


def type_path(path: Path) -> None:
    """Type the path in the dialog that opens next; it is modal, so this waits in its loop."""

    def typed() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog) or not isinstance(dialog.focusWidget(), QLineEdit):
            QTimer.singleShot(20, typed)
            return
        field = dialog.focusWidget()
        assert isinstance(field, QLineEdit)
        field.setText(str(path))
        QTest.keyClick(field, Qt.Key.Key_Return)

    QTimer.singleShot(0, typed)


def test_a_roster_goes_in_and_out_again_by_keys(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    type_text(focused(), PASSCODE)
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session is not None, timeout=_PATIENCE)
    assert window.session is not None
    shell, services = window.session.shell, window.session.services
    qtbot.waitUntil(lambda: shell.current_key == "today", timeout=_PATIENCE)

    QTest.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = shell.finder.palette.box
    qtbot.waitUntil(box.hasFocus)
    type_text(box, "นำเข้ารายชื่อ")
    palette = shell.finder.palette
    qtbot.waitUntil(
        lambda: palette.current is not None and palette.current.title == "นำเข้ารายชื่อ",
        timeout=_PATIENCE,
    )
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.current_key == "import", timeout=_PATIENCE)
    screen = shell.current
    assert isinstance(screen, ImportScreen)
    qtbot.waitUntil(screen.choose_page.area.choose.hasFocus)

    type_path(roster(tmp_path / "รายชื่อ.xlsx"))
    key(Qt.Key.Key_Return)
    # The offscreen platform makes no window the active one when a dialog has gone.
    window.activateWindow()
    qtbot.waitUntil(lambda: screen.page == QUESTIONS, timeout=_PATIENCE)
    qtbot.waitUntil(window.isActiveWindow)
    assert focused() is screen.questions_page.hidden_parts.buttons["take"]

    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.page == COLUMNS, timeout=_PATIENCE)
    assert focused() is screen.next_button

    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.page == ROWS, timeout=_PATIENCE)
    page = screen.preview_page
    assert focused() is page.table.view
    assert page.balance.typed == "3 แถว: 3 คน"

    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    assert focused() is page.editor.field
    type_text(page.editor.field, "13/3/2555")  # over the text, which is selected
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(page.chips["corrected"].isVisible, timeout=_PATIENCE)
    assert focused() is page.table.view

    key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: screen.page == DONE, timeout=_PATIENCE)
    summary = screen.summary_page
    assert focused() is summary.list_button
    births = {row.given: row.birth_date for row in services.lists.find(LearnerQuery())}
    assert len(births) == 3
    assert births["ซอวาทู"] is not None
    assert births["ซอวาทู"].iso() == "2012-03-13"

    while focused() is not summary.undo_button:
        key(Qt.Key.Key_Tab)
        assert summary.isAncestorOf(focused())
    key(Qt.Key.Key_Return)
    assert focused() is summary.question.button
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not services.lists.find(LearnerQuery()), timeout=_PATIENCE)
    qtbot.waitUntil(lambda: not summary.undo_button.isVisible(), timeout=_PATIENCE)
    qtbot.waitUntil(lambda: summary.isAncestorOf(focused()), timeout=_PATIENCE)
