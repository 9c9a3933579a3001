"""Values mended inside the preview: by the keyboard, checked at once, kept, and told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.services.drafts import DraftService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.workspace import Workspace
from desktop.ui.importing.screen import CHOOSE, DONE, ROWS
from tests.ui.fakes import ShufflingJobRunner
from tests.ui.importing.test_importing import HEAD, Wizard, roster
from tests.ui.typing import press, type_text


@pytest.fixture
def wizard(qtbot: QtBot, workspace: Workspace) -> Wizard:
    return Wizard(qtbot, workspace)


def births(workspace: Workspace) -> dict[str, str]:
    rows = LearnerLists(workspace).find(LearnerQuery())
    return {row.given: row.birth_date.iso() if row.birth_date else "" for row in rows}


def type_over(wizard: Wizard, text: str) -> None:
    field = wizard.screen.preview_page.editor.field
    field.clear()
    type_text(field, text)


def icon_of(wizard: Wizard, row: int, key: str) -> bool:
    model = wizard.screen.preview_page.table.model
    place = next(n for n, each in enumerate(model.ids) if each[1] == row)  # type: ignore[index]
    column = next(n for n, each in enumerate(model.columns) if each.key == key)
    return model.index(place, column).data(Qt.ItemDataRole.DecorationRole) is not None


def test_f2_on_a_marked_cell_mends_it_at_once(wizard: Wizard, tmp_path: Path) -> None:
    wizard.to_rows(roster(tmp_path))
    page = wizard.screen.preview_page
    (place,) = (each for each in page.table.model.ids if each[1] == 4)  # type: ignore[index]
    page.table.go_to(place, "birth")
    press(page.table.view, Qt.Key.Key_F2)
    assert page.editor.field.hasFocus()
    assert page.editor.field.value() == "13/13/2540"
    type_over(wizard, "13/3/2540")
    press(page.editor.field, Qt.Key.Key_Return)
    assert page.table.view.hasFocus()
    assert page.table.current_id() == place
    texts = page.panel.texts
    assert not any("ไม่มีเดือนนี้" in text for text in texts)
    assert any("13/13/2540 → 13/3/2540" in text for text in texts)
    assert page.chips["corrected"].text() == "แก้แล้ว (1)"
    wizard.screen.next_button.click()
    assert births(wizard.workspace)["บุญยืน"] == "1997-03-13"
    assert "แก้ 1 ช่อง" in wizard.screen.summary_page.said
    wizard.screen.enter(None)
    assert "Sheet!D4" in wizard.screen.choose_page.said


def test_enter_goes_to_what_the_row_needs(wizard: Wizard, tmp_path: Path) -> None:
    wizard.to_rows(roster(tmp_path))
    wizard.go_to(5)
    page = wizard.screen.preview_page
    assert wizard.screen.next_button.text() == "เพิ่ม 3 คน"
    press(page.table.view, Qt.Key.Key_Return)
    assert page.editor.place == ("Sheet", 5, 1)
    type_over(wizard, "ด.ญ.นภา คีรี")
    press(page.editor.field, Qt.Key.Key_Return)
    assert wizard.screen.next_button.text() == "เพิ่ม 4 คน"


def test_what_is_still_wrong_keeps_its_mark(wizard: Wizard, tmp_path: Path) -> None:
    wizard.to_rows(roster(tmp_path))
    page = wizard.screen.preview_page
    page.chips["problems"].click()
    wizard.go_to(4)
    page.type_in("birth")
    type_over(wizard, "31/2/2540")
    press(page.editor.field, Qt.Key.Key_Return)
    assert icon_of(wizard, 4, "birth")
    assert any("31/2/2540" in text for text in page.panel.texts)


def test_escape_changes_nothing_and_leaves_the_step(wizard: Wizard, tmp_path: Path) -> None:
    wizard.to_rows(roster(tmp_path))
    page = wizard.screen.preview_page
    wizard.go_to(4)
    page.type_in("birth")
    type_over(wizard, "13/3/2540")
    QTest.keyClick(page.editor.field, Qt.Key.Key_Escape)
    assert wizard.screen.page == ROWS
    assert page.table.view.hasFocus()
    assert page.chips["corrected"].isHidden()
    assert DraftService(wizard.workspace).list() == ()


def test_going_elsewhere_keeps_what_was_typed(wizard: Wizard, tmp_path: Path) -> None:
    wizard.to_rows(roster(tmp_path))
    page = wizard.screen.preview_page
    wizard.go_to(4)
    page.type_in("birth")
    type_over(wizard, "13/3/2540")
    page.chips["all"].setFocus()
    assert page.editor.isHidden()
    assert page.chips["corrected"].text() == "แก้แล้ว (1)"


def test_the_value_of_the_file_comes_back(wizard: Wizard, tmp_path: Path) -> None:
    wizard.to_rows(roster(tmp_path))
    page = wizard.screen.preview_page
    wizard.go_to(4)
    page.type_in("birth")
    type_over(wizard, "13/3/2540")
    press(page.editor.field, Qt.Key.Key_Return)
    page.type_in("birth")
    assert page.editor.restore.isVisible()
    page.editor.restore.click()
    assert page.chips["corrected"].isHidden()
    assert icon_of(wizard, 4, "birth")
    assert DraftService(wizard.workspace).list() == ()


def test_corrections_stay_through_going_back_and_a_power_cut(
    qtbot: QtBot, wizard: Wizard, tmp_path: Path
) -> None:
    path = roster(tmp_path)
    wizard.to_rows(path)
    page = wizard.screen.preview_page
    wizard.go_to(4)
    page.type_in("birth")
    type_over(wizard, "13/3/2540")
    press(page.editor.field, Qt.Key.Key_Return)
    wizard.screen.back_button.click()
    columns = wizard.screen.columns_page
    (label,) = (label for label, field in columns.mapping.items() if field == "carer")
    columns.fields[label].chosen.emit("ignore")
    wizard.screen.next_button.click()
    assert page.chips["corrected"].text() == "แก้แล้ว (1)"
    wizard.go_to(5)
    page.type_in("name")
    type_over(wizard, "ด.ญ.นภา")
    page.editor.field.flush()  # the pause before which the power went
    again = Wizard(qtbot, wizard.workspace)
    again.to_rows(path)
    assert again.screen.preview_page.chips["corrected"].text() == "แก้แล้ว (2)"
    again.screen.next_button.click()
    assert again.screen.page == DONE
    assert {"นภา": "", "บุญยืน": "1997-03-13"}.items() <= births(wizard.workspace).items()
    assert DraftService(wizard.workspace).list() == ()


def test_a_word_of_no_list_is_mended_with_one_that_is_offered(
    wizard: Wizard, tmp_path: Path
) -> None:
    path = roster(tmp_path, [[1, "ด.ญ.ดาวเรือง", "ประถมเจ็ด"]], ["ลำดับ", "ชื่อ-สกุล", "ชั้นที่กำลังเรียน"])
    wizard.to_rows(path)
    page = wizard.screen.preview_page
    press(page.table.view, Qt.Key.Key_Return)
    completer = page.editor.field.completer()
    assert completer is not None
    completer.setCompletionPrefix("ประถมศึกษาปีที่ 4")
    type_over(wizard, completer.currentCompletion())
    press(page.editor.field, Qt.Key.Key_Return)
    assert page.chips["problems"].isHidden()


def test_the_list_of_what_is_left_to_mend_goes_on_to_the_next(
    wizard: Wizard, tmp_path: Path
) -> None:
    rows: list[list[object]] = [[n, f"ด.ช.ก้อง{n} ใจดี", "13/13/2550"] for n in range(3)]
    wizard.to_rows(roster(tmp_path, rows, ["ลำดับ", "ชื่อ-สกุล", "วันเกิด"]))
    page = wizard.screen.preview_page
    page.chips["problems"].click()
    page.table.view.setFocus()
    for left in (2, 1):
        press(page.table.view, Qt.Key.Key_Return)
        type_over(wizard, "1/3/2550")
        press(page.editor.field, Qt.Key.Key_Return)
        assert len(page.table.model.ids) == left
        assert page.table.current_id() is not None
    assert page.table.view.hasFocus()


def test_a_column_that_the_file_lacks_is_told(wizard: Wizard, tmp_path: Path) -> None:
    wizard.to_rows(roster(tmp_path, [[1, "ดาวเรือง"]], HEAD[:2]))
    wizard.screen.preview_page.type_in("number")
    assert "ไม่มีคอลัมน์" in wizard.said[-1]
    assert wizard.screen.page != CHOOSE


def test_importing_while_typing_takes_what_was_typed(wizard: Wizard, tmp_path: Path) -> None:
    wizard.to_rows(roster(tmp_path))
    wizard.go_to(4)
    wizard.screen.preview_page.type_in("birth")
    type_over(wizard, "13/3/2540")
    save = wizard.screen.save_action()
    assert save is not None
    save()
    assert wizard.screen.page == DONE
    assert births(wizard.workspace)["บุญยืน"] == "1997-03-13"


def test_what_is_looked_at_late_does_not_turn_the_page(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    jobs = ShufflingJobRunner(7)
    wizard = Wizard(qtbot, workspace, jobs)
    wizard.screen.read(roster(tmp_path))
    jobs.settle()
    wizard.screen.next_button.click()
    jobs.settle()
    wizard.go_to(4)
    wizard.screen.preview_page.type_in("birth")
    type_over(wizard, "13/3/2540")
    press(wizard.screen.preview_page.editor.field, Qt.Key.Key_Return)
    wizard.screen.next_button.click()
    jobs.settle()
    assert wizard.screen.page == DONE
    assert births(workspace)["บุญยืน"] == "1997-03-13"
