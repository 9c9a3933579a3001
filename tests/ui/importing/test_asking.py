"""What the wizard asks and tells of a whole file: hidden parts, the clock, what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.services.workspace import Workspace
from desktop.ui.importing.screen import CHOOSE, COLUMNS, DONE, QUESTIONS, ROWS, ImportScreen
from desktop.ui.theme import Scheme, theme
from desktop.ui.translation import Language, LanguageSwitch
from tests.ui.importing.test_importing import Wizard, roster
from tests.ui.typing import press

Rows = Sequence[Sequence[object]]
HEAD = ["ลำดับ", "ชื่อ-สกุล", "วันเกิด"]
PEOPLE: Rows = [
    [1, "ด.ญ.ดาวเรือง ธารน้ำเงา", "22/11/2554"],
    [2, "ด.ช.ซอวาทู", "2555"],
    [3, "นายบุญยืน คีรี", "13/03/2540"],
]
MORE: Rows = [HEAD, [1, "ด.ช.มานะ คีรี", "2556"]]


def workbook(
    path: Path,
    rows: Rows = PEOPLE,
    *,
    hidden_rows: Sequence[int] = (),
    sheets: dict[str, tuple[Rows, bool]] | None = None,
) -> Path:
    book = Workbook()
    first = book.worksheets[0]
    first.title = "หมู่ 3"
    for row in (HEAD, *rows):
        first.append(list(row))
    for number in hidden_rows:
        first.row_dimensions[number].hidden = True
    for name, (content, shown) in (sheets or {}).items():
        sheet = book.create_sheet(name)
        for row in content:
            sheet.append(list(row))
        sheet.sheet_state = "visible" if shown else "hidden"
    book.save(path)
    return path


@pytest.fixture
def wizard(qtbot: QtBot, workspace: Workspace) -> Wizard:
    return Wizard(qtbot, workspace)


def focused(screen: ImportScreen) -> QWidget:
    found = screen.window().focusWidget()
    assert found is not None
    return found


def names_in(wizard: Wizard) -> list[str]:
    model = wizard.screen.preview_page.table.model
    rows = [model.row_at(place) for place in range(model.rowCount())]
    return [plan.row.given for plan in rows if plan is not None]


def test_hidden_rows_are_asked_about_once_with_the_default_at_hand(
    wizard: Wizard, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "x.xlsx", hidden_rows=[3])
    wizard.screen.read(path)
    page = wizard.screen.questions_page
    assert wizard.screen.page == QUESTIONS
    assert "1 แถว" in page.hidden_parts.accessibleName()
    assert focused(wizard.screen) is page.hidden_parts.buttons["take"]
    assert page.hidden_parts.buttons[""].isHidden()
    press(focused(wizard.screen), Qt.Key.Key_Return)
    assert wizard.screen.page == COLUMNS
    wizard.screen.next_button.click()
    assert wizard.screen.page == ROWS
    assert len(names_in(wizard)) == 3


def test_hidden_rows_that_are_left_stand_in_what_was_left_out(
    wizard: Wizard, tmp_path: Path
) -> None:
    wizard.screen.read(workbook(tmp_path / "x.xlsx", hidden_rows=[3]))
    wizard.screen.questions_page.hidden_parts.buttons["leave"].click()
    wizard.screen.next_button.click()
    page = wizard.screen.preview_page
    assert names_in(wizard) == ["ดาวเรือง", "บุญยืน"]
    assert page.balance.typed == "3 แถว: 2 คน · ไม่ใช่รายชื่อ 1 แถว"
    page.chips["left"].click()
    told = [
        [page.left_table.model.index(row, column).data() for column in range(4)]
        for row in range(page.left_table.model.rowCount())
    ]
    assert ["หมู่ 3", "B3", "ด.ช.ซอวาทู", "แถวที่ซ่อนไว้"] in told
    assert ["หมู่ 3", "A2", "1", "คอลัมน์ลำดับ"] in told
    assert page.chips["left"].text() == f"ช่องที่ไม่ได้อ่าน ({len(told)})"
    page.chips["all"].click()
    assert not page.table.view.isHidden()


def test_the_answer_may_be_changed_and_the_columns_stay(wizard: Wizard, tmp_path: Path) -> None:
    wizard.screen.read(workbook(tmp_path / "x.xlsx", hidden_rows=[3]))
    hidden = wizard.screen.questions_page.hidden_parts
    hidden.buttons["leave"].click()
    columns = wizard.screen.columns_page
    (label,) = (label for label, field in columns.mapping.items() if field == "birth")
    columns.fields[label].set_value("note")
    columns.fields[label].chosen.emit("note")
    wizard.screen.back_button.click()
    assert wizard.screen.page == QUESTIONS
    assert focused(wizard.screen) is hidden.buttons["leave"]
    hidden.buttons["take"].click()
    assert columns.mapping[label] == "note"
    wizard.screen.next_button.click()
    assert len(names_in(wizard)) == 3
    wizard.screen.back_button.click()
    wizard.screen.back_button.click()
    wizard.screen.back_button.click()
    assert wizard.screen.page == CHOOSE
    assert focused(wizard.screen) is wizard.screen.choose_page.area.choose


def test_a_hidden_sheet_is_left_unless_somebody_takes_it(wizard: Wizard, tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", sheets={"ปีก่อน": (MORE, False)})
    wizard.screen.read(path)
    page = wizard.screen.questions_page
    assert "ปีก่อน" in page.hidden_parts.accessibleName()
    assert focused(wizard.screen) is page.hidden_parts.buttons["leave"]
    page.hidden_parts.buttons["take"].click()
    wizard.screen.next_button.click()
    assert names_in(wizard)[-1] == "มานะ"


def test_hidden_rows_and_a_hidden_sheet_have_an_answer_between(
    wizard: Wizard, tmp_path: Path
) -> None:
    wizard.screen.read(
        workbook(tmp_path / "x.xlsx", hidden_rows=[2], sheets={"ปีก่อน": (MORE, False)})
    )
    between = wizard.screen.questions_page.hidden_parts.buttons[""]
    assert focused(wizard.screen) is between
    between.click()
    wizard.screen.next_button.click()
    assert names_in(wizard) == ["ดาวเรือง", "ซอวาทู", "บุญยืน"]


def test_a_file_that_hides_nothing_is_not_asked_about(wizard: Wizard, tmp_path: Path) -> None:
    wizard.screen.read(workbook(tmp_path / "x.xlsx"))
    assert wizard.screen.page == COLUMNS


def test_a_clock_in_doubt_is_asked_about_before_births_are_judged(
    wizard: Wizard, tmp_path: Path
) -> None:
    wizard.workspace.database.clock = lambda: 946_684_800_000  # the year 2543
    wizard.screen.read(workbook(tmp_path / "x.xlsx", hidden_rows=[3]))
    page = wizard.screen.questions_page
    assert "2543" in page.clock.accessibleName()
    assert focused(wizard.screen) is page.clock.buttons["wrong"]
    press(focused(wizard.screen), Qt.Key.Key_Return)
    assert wizard.screen.page == QUESTIONS
    assert focused(wizard.screen) is page.hidden_parts.buttons["take"]
    press(focused(wizard.screen), Qt.Key.Key_Return)
    wizard.screen.next_button.click()
    assert wizard.screen.page == ROWS
    assert wizard.screen.preview_page.chips["problems"].isHidden()
    assert "วันที่ของเครื่อง" in wizard.screen.preview_page.note.text
    for _step in range(2):
        wizard.screen.back_button.click()
    page.clock.buttons["right"].click()
    wizard.screen.next_button.click()
    # Two of the three were born after 2543.
    assert "(2)" in wizard.screen.preview_page.chips["problems"].text()


def test_the_sheet_stands_beside_each_row_where_there_are_several(
    wizard: Wizard, tmp_path: Path
) -> None:
    wizard.to_rows(workbook(tmp_path / "one.xlsx"))
    table = wizard.screen.preview_page.table
    (place,) = (n for n, column in enumerate(table.model.columns) if column.key == "sheet")
    assert table.view.isColumnHidden(place)
    wizard.to_rows(workbook(tmp_path / "two.xlsx", sheets={"หมู่ 4": (MORE, True)}))
    assert not table.view.isColumnHidden(place)
    assert table.model.index(3, place).data() == "หมู่ 4"


def test_the_sum_of_all_rows_leaves_none_out(wizard: Wizard, tmp_path: Path) -> None:
    head = ["ลำดับ", "ชื่อ-สกุล", "เลขประจำตัวประชาชน"]
    rows: list[list[object]] = [
        [1, "ด.ญ.ดาวเรือง ธารน้ำเงา", "1999900000013"],
        [2, "ด.ช.ซอวาทู", None],
        [3, "ด.ญ.ดาวเรือง ธารน้ำเงา", "1999900000013"],
        [4, None, "1999900000021"],
        [None, "รวม 4 คน", None],
    ]
    wizard.to_rows(roster(tmp_path, rows, head))
    assert wizard.screen.preview_page.balance.typed == (
        "5 แถว: 2 คน · ซ้ำกับแถวก่อน 1 แถว · นำเข้าไม่ได้ 1 แถว · ไม่ใช่รายชื่อ 1 แถว"
    )


@pytest.mark.parametrize("language", list(Language))
def test_every_step_fits_the_smallest_screen_with_the_largest_letters(
    wizard: Wizard, tmp_path: Path, switch: LanguageSwitch, qtbot: QtBot, language: Language
) -> None:
    """What the frame leaves of 1024 pixels at 130 %."""
    theme().choose(Scheme.LIGHT, 130)
    switch.choose(language)
    screen = wizard.screen
    screen.resize(779, 560)
    path = tmp_path / "รายชื่อเด็กและเยาวชนนอกระบบการศึกษาของตำบลทุกหมู่บ้านปีงบประมาณ 2569.xlsx"
    screen.read(workbook(path, hidden_rows=[3], sheets={"ปีก่อน": (MORE, False)}))
    take = screen.questions_page.hidden_parts.buttons["take"]
    for button in (take, screen.next_button, screen.next_button):
        qtbot.waitUntil(lambda: screen.minimumSizeHint().width() <= 779)
        button.click()
    qtbot.waitUntil(lambda: screen.minimumSizeHint().width() <= 779)
    assert screen.page == DONE


ASKING: Rows = [
    [1, "ก้อง ใจดี แก้ว งามตา", "2555"],
    [2, "นก ดีใจ หนู งามตา", "2556"],
    [3, "ด.ช.มานะ คีรี", "2556"],
    ["", "นางแดง คีรี", ""],
    [4, "ขาว ดีใจ เขียว งามตา", "2557"],
]


def test_one_answer_stands_for_all_rows_that_ask_the_same(wizard: Wizard, tmp_path: Path) -> None:
    wizard.to_rows(workbook(tmp_path / "x.xlsx", ASKING))
    page = wizard.screen.preview_page
    assert page.balance.typed == "5 แถว: 1 คน · รอตัดสิน 4 แถว"
    page.chips["asked"].click()
    wizard.go_to(2)
    assert "like" not in page.panel.buttons
    page.panel.buttons["new"].click()

    # The next row asks the same, and is answered with all others that do.
    assert wizard.screen.focusWidget() is page.table.view
    like = page.panel.buttons["like"]
    assert like.text() == "ตอบ “คนใหม่” ทั้ง 2 แถวที่ถามเรื่องเดียวกัน"
    like.click()
    assert page.balance.typed == "5 แถว: 4 คน · รอตัดสิน 1 แถว"
    wizard.go_to(5)
    assert "like" not in page.panel.buttons
    page.panel.buttons["leave_out"].click()
    wizard.screen.next_button.click()
    assert sorted(wizard.names()) == sorted(["ก้อง", "นก", "มานะ", "ขาว"])
