"""The import wizard as a person walks through it."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.rosters.importing import ImportService
from desktop.services.workspace import Workspace
from desktop.ui.importing.presenter import ImportPresenter
from desktop.ui.importing.screen import CHOOSE, COLUMNS, DONE, ROWS, ImportScreen
from desktop.ui.jobs import JobRunner, Jobs
from desktop.ui.translation import Language, LanguageSwitch
from desktop.ui.widgets.buttons import Button
from tests.factories import add_learner
from tests.tour.fitting import cut
from tests.ui.fakes import InlineJobRunner

HEAD = ["ลำดับ", "ชื่อ-สกุล", "ชื่อเล่น", "วันเกิด", "หมู่", "เลขประจำตัวประชาชน", "ผู้ปกครอง"]
ROWS_OF_FILE = [
    [1, "ด.ญ.ดาวเรือง ธารน้ำเงา", "ดาว", "22/11/2554", "หมู่ 3", "1999900000013", "ยายบุญ"],
    [2, "ด.ช.ซอวาทู", "ทู", "2555", "3", "", "แม่หน่อ"],
    [3, "นายบุญยืน คีรี", "", "13/13/2540", "๔", "1999900000014", ""],
    [4, "", "ไม่มีชื่อ", "", "3", "", ""],
]


def roster(
    folder: Path, rows: list[list[object]] | None = None, head: list[str] | None = None
) -> Path:
    """Write a small roster."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(head or HEAD)
    for row in ROWS_OF_FILE if rows is None else rows:
        sheet.append(row)
    path = folder / "รายชื่อ.xlsx"
    book.save(path)
    return path


class Wizard:
    """The wizard with its presenter."""

    def __init__(self, qtbot: QtBot, workspace: Workspace, jobs: Jobs | None = None) -> None:
        self.workspace = workspace
        self.screen = ImportScreen()
        self.presenter = ImportPresenter(
            self.screen, Services(workspace), jobs or InlineJobRunner()
        )
        self.said: list[str] = []
        self.opened: list[tuple[str, object]] = []
        self.screen.told.connect(self.said.append)
        self.screen.wrote.connect(lambda text, _path: self.said.append(text))
        self.screen.open_requested.connect(lambda key, what: self.opened.append((key, what)))
        qtbot.addWidget(self.screen)
        self.screen.resize(1190, 640)
        self.screen.show()
        self.screen.enter(None)

    def to_rows(self, path: Path) -> None:
        self.screen.read(path)
        assert self.screen.page == COLUMNS
        self.screen.next_button.click()
        assert self.screen.page == ROWS

    def names(self) -> list[str]:
        return [row.given for row in LearnerLists(self.workspace).find(LearnerQuery())]

    def go_to(self, row: int) -> None:
        table = self.screen.preview_page.table
        (place,) = (each for each in table.model.ids if each[1] == row)  # type: ignore[index]
        assert table.go_to(place)


@pytest.fixture
def wizard(qtbot: QtBot, workspace: Workspace) -> Wizard:
    return Wizard(qtbot, workspace)


def test_a_roster_goes_in_step_by_step(wizard: Wizard, tmp_path: Path) -> None:
    wizard.to_rows(roster(tmp_path))
    assert wizard.names() == []
    assert wizard.screen.next_button.text() == "เพิ่ม 3 คน"
    wizard.screen.next_button.click()
    assert wizard.screen.page == DONE
    assert sorted(wizard.names()) == sorted(["ดาวเรือง", "ซอวาทู", "บุญยืน"])
    summary = wizard.screen.summary_page
    summary.list_button.click()
    assert wizard.opened == [("learners", None)]


def test_each_problem_is_told_at_its_cell_with_what_to_do(wizard: Wizard, tmp_path: Path) -> None:
    wizard.to_rows(roster(tmp_path))
    page = wizard.screen.preview_page
    page.chips["problems"].click()
    assert len(page.table.model.ids) == 2
    wizard.go_to(4)
    texts = wizard.screen.preview_page.panel.texts
    assert any("ไม่มีเดือนนี้" in text for text in texts)
    assert any("ไม่ผ่านการตรวจ" in text for text in texts)
    model = page.table.model
    keys = [column.key for column in model.columns]
    place = model.place_of(page.table.current_id())
    cell = model.index(place, keys.index("birth"))
    assert cell.data(Qt.ItemDataRole.DecorationRole) is not None
    assert "ไม่มีเดือนนี้" in cell.data(Qt.ItemDataRole.ToolTipRole)
    clean = model.index(place, keys.index("nickname"))
    assert clean.data(Qt.ItemDataRole.DecorationRole) is None


def test_columns_are_corrected_and_remembered(wizard: Wizard, tmp_path: Path) -> None:
    head = ["ลำดับ", "ชื่อ-สกุล", "เรียกกันว่า"]
    path = roster(tmp_path, [[1, "ด.ญ.ดาวเรือง ธารน้ำเงา", "ดาว"]], head)
    wizard.screen.read(path)
    page = wizard.screen.columns_page
    (label,) = (label for label, field in page.mapping.items() if field == "")
    page.fields[label].set_value("nickname")
    page.fields[label].chosen.emit("nickname")
    wizard.screen.next_button.click()
    wizard.screen.next_button.click()
    (row,) = LearnerLists(wizard.workspace).find(LearnerQuery())
    assert row.nickname == "ดาว"
    again = ImportService(wizard.workspace).preview(path)
    assert again.remembered
    wizard.screen.read(path)
    assert "ครั้งก่อน" in page.note.text


def test_what_to_bring_is_told_whole_beside_an_import_of_the_past(
    qtbot: QtBot, wizard: Wizard
) -> None:
    wizard.screen.resize(1166, 560)
    wizard.screen.show()
    area = wizard.screen.choose_page.area
    qtbot.waitUntil(lambda: area.height() > 100)
    assert cut(area) == []


def test_two_columns_for_one_field_are_refused_in_words(wizard: Wizard, tmp_path: Path) -> None:
    wizard.screen.read(roster(tmp_path))
    page = wizard.screen.columns_page
    (label,) = (label for label, field in page.mapping.items() if field == "carer")
    page.fields[label].chosen.emit("nickname")
    assert "ชื่อเล่น" in page.problem
    assert not wizard.screen.next_button.isEnabled()


def test_a_possible_duplicate_is_decided_beside_the_learner(wizard: Wizard, tmp_path: Path) -> None:
    known = add_learner(wizard.workspace, "ซอวาทู", nickname="ทู", village="3", birth="2556")
    wizard.to_rows(roster(tmp_path))
    page = wizard.screen.preview_page
    page.chips["twins"].click()
    wizard.go_to(3)
    assert "อาจเป็นคนเดียวกัน" in page.panel.texts
    # The stored learner's year stands beside the one of the file.
    assert {"พ.ศ. 2555", "พ.ศ. 2556"} <= set(page.panel.texts)
    page.panel.buttons["same"].click()
    assert wizard.screen.next_button.text() == "เพิ่ม 2 คน · ปรับปรุง 1 คน"
    page.chips["all"].click()
    wizard.go_to(3)
    page.panel.buttons["later"].click()
    assert wizard.screen.next_button.text() == "เพิ่ม 3 คน"
    assert "พ.ศ. 2556" in page.panel.texts
    wizard.go_to(3)
    page.panel.buttons["same"].click()
    wizard.screen.next_button.click()
    assert len(wizard.names()) == 3
    detail = LearnerService(wizard.workspace).get(known)
    assert [carer.text("name") for carer in detail.carers] == ["แม่หน่อ"]


def test_decisions_survive_a_power_cut(qtbot: QtBot, wizard: Wizard, tmp_path: Path) -> None:
    path = roster(tmp_path)
    wizard.to_rows(path)
    wizard.go_to(2)
    wizard.screen.preview_page.panel.buttons["leave_out"].click()
    again = Wizard(qtbot, wizard.workspace)
    again.to_rows(path)
    assert again.screen.next_button.text() == "เพิ่ม 2 คน"
    again.screen.next_button.click()
    assert sorted(again.names()) == sorted(["ซอวาทู", "บุญยืน"])


def test_pairs_left_undecided_wait_on_their_own_screen(wizard: Wizard, tmp_path: Path) -> None:
    add_learner(wizard.workspace, "ซอวาทู", nickname="ทู", village="3", birth="2556")
    wizard.to_rows(roster(tmp_path))
    wizard.screen.next_button.click()
    summary = wizard.screen.summary_page
    assert summary.twins_button.text() == "ตัดสิน 1 คู่ที่อาจซ้ำ"
    summary.twins_button.click()
    assert wizard.opened == [("duplicates", None)]


def test_a_run_is_undone_as_a_whole_after_a_question(wizard: Wizard, tmp_path: Path) -> None:
    wizard.to_rows(roster(tmp_path))
    wizard.screen.next_button.click()
    summary = wizard.screen.summary_page
    summary.undo_button.click()
    assert len(wizard.names()) == 3
    summary.question.button.click()
    assert wizard.names() == []
    assert not summary.undo_button.isVisible()


def test_an_earlier_run_is_undone_from_the_first_page(wizard: Wizard, tmp_path: Path) -> None:
    wizard.to_rows(roster(tmp_path))
    wizard.screen.next_button.click()
    wizard.screen.enter(None)
    assert wizard.screen.page == CHOOSE
    (run,) = ImportService(wizard.workspace).runs()
    wizard.screen.choose_page.undo_wanted.emit(run.id)
    assert wizard.names() == []
    assert "เลิกการนำเข้าแล้ว" in wizard.said[-1]


def test_the_same_file_again_brings_nothing(wizard: Wizard, tmp_path: Path) -> None:
    path = roster(tmp_path)
    wizard.to_rows(path)
    wizard.screen.next_button.click()
    wizard.to_rows(path)
    assert "ครั้งที่ 1" in wizard.screen.preview_page.note.text
    assert not wizard.screen.next_button.isEnabled()


def test_rows_with_problems_go_into_a_workbook(wizard: Wizard, tmp_path: Path) -> None:
    wizard.to_rows(roster(tmp_path))
    target = tmp_path / "แก้.xlsx"
    wizard.screen.choose_save = lambda _name: target
    wizard.screen.preview_page.problems_button.click()
    sheet = load_workbook(target).worksheets[0]
    cells = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    assert "บุญยืน" in cells
    assert "ซอวาทู" not in cells
    assert "บันทึก 2 แถว" in wizard.said[-1]


def test_a_blank_form_can_be_filled_and_imported(wizard: Wizard, tmp_path: Path) -> None:
    target = tmp_path / "เปล่า.xlsx"
    wizard.screen.choose_save = lambda _name: target
    wizard.screen.choose_page.area.blank.click()
    book = load_workbook(target)
    sheet = book["ผู้เรียนรู้"]
    (head,) = (cell for cell in next(sheet.iter_rows()) if cell.value == "ชื่อ")
    sheet.cell(head.row + 1, head.column, "ดาวเรือง")
    book.save(target)
    wizard.to_rows(target)
    wizard.screen.next_button.click()
    assert wizard.names() == ["ดาวเรือง"]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 not a table", b"PK\x03\x04 broken"])
def test_a_broken_file_gets_one_sentence(wizard: Wizard, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "เสีย.xlsx"
    path.write_bytes(content)
    wizard.screen.read(path)
    assert wizard.screen.page == CHOOSE
    assert wizard.screen.problem.isVisible()
    assert "\n" not in wizard.screen.problem.text
    assert wizard.names() == []


def test_a_file_may_be_let_go_over_the_page(wizard: Wizard, tmp_path: Path) -> None:
    path = roster(tmp_path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    wizard.screen.choose_page.area.dropEvent(event)
    assert wizard.screen.page == COLUMNS


def test_stopping_leaves_nothing_behind(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    jobs = JobRunner()
    wizard = Wizard(qtbot, workspace, jobs)
    wizard.screen.read(roster(tmp_path))
    qtbot.waitUntil(lambda: wizard.screen.page == COLUMNS)
    wizard.screen.next_button.click()
    qtbot.waitUntil(lambda: wizard.screen.page == ROWS)
    wizard.screen.next_button.click()
    for job in jobs.running:
        job.cancel()
    qtbot.waitUntil(lambda: not jobs.running)
    qtbot.waitUntil(lambda: wizard.screen.page in (ROWS, DONE))
    # Stopped in time nothing is stored; too late, all of it is: never a part.
    assert len(wizard.names()) == (0 if wizard.screen.page == ROWS else 3)
    jobs.shutdown()


def test_words_follow_the_language(
    wizard: Wizard, tmp_path: Path, switch: LanguageSwitch, qtbot: QtBot
) -> None:
    wizard.to_rows(roster(tmp_path))
    wizard.go_to(4)
    panel = wizard.screen.preview_page.panel
    switch.choose(Language.ENGLISH)
    qtbot.waitUntil(lambda: any("No such month" in text for text in panel.texts))


def test_the_keyboard_stays_where_a_past_run_was_asked_about(
    wizard: Wizard, tmp_path: Path
) -> None:
    wizard.to_rows(roster(tmp_path))
    wizard.screen.next_button.click()
    wizard.screen.enter(None)
    page = wizard.screen.choose_page
    (undo,) = (b for b in page.past.findChildren(Button) if b.text() == "เลิกทั้งครั้ง")
    undo.setFocus()
    undo.click()
    no = wizard.screen.focusWidget()
    assert isinstance(no, Button)
    assert no.text() == "ไม่เลิก"
    no.click()
    again = wizard.screen.focusWidget()
    assert isinstance(again, Button)
    assert again.text() == "เลิกทั้งครั้ง"


def test_a_decision_gives_the_keyboard_back_to_the_row(wizard: Wizard, tmp_path: Path) -> None:
    wizard.to_rows(roster(tmp_path))
    page = wizard.screen.preview_page
    button = page.panel.buttons["leave_out"]
    button.setFocus()
    button.click()
    assert wizard.screen.focusWidget() is page.table.view
