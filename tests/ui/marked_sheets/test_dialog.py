"""From a photograph to marks that a person saw: a watched folder, questions answered by keys."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import UserError
from desktop.paper_marks.proposing import Proposal, SheetPage
from desktop.ui.marked_sheets import watching
from desktop.ui.marked_sheets.deciding import number_of
from desktop.ui.marked_sheets.dialog import MarksDialog
from desktop.ui.marked_sheets.picking import PickingPane
from desktop.ui.translation import Language, LanguageSwitch
from desktop.ui.widgets.keyboard import give_keyboard
from tests.paper.pages import CODES, DATES, neat_picture
from tests.ui.fakes import InlineJobRunner
from tests.ui.typing import press

CODE_NAMES = ("present", "late", "left_early", "excused", "sick", "absent", "for_centre",
              "cut_off", "not_expected")  # fmt: skip
LABELS = ("มา", "สาย", "กลับก่อน", "ลา", "ป่วย", "ขาด", "งานศูนย์", "ทางขาด", "ไม่นัด")
NAMES = tuple(f"ผู้เรียนที่ {row}" for row in range(1, 26))
Open = Callable[..., MarksDialog]


@pytest.fixture(scope="session")
def photographs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One sheet that is clear, one with two marks in two rows, one of dates, one broken."""
    folder = tmp_path_factory.mktemp("photos")
    clear = [(row, 0) for row in range(25)]
    (folder / "clear.jpg").write_bytes(neat_picture(CODES, clear))
    (folder / "some.jpg").write_bytes(neat_picture(CODES, clear[:20]))
    double = [*clear, (3, 4), (7, 5)]
    (folder / "double.jpg").write_bytes(neat_picture(CODES, double))
    dates = [(row, 0) for row in range(25)] + [(2, 1)]
    (folder / "dates.jpg").write_bytes(neat_picture(DATES, dates))
    (folder / "broken.jpg").write_bytes(b"broken")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that is watched, empty so far."""
    made = tmp_path / "downloads"
    made.mkdir()
    return made


@pytest.fixture
def opened(qtbot: QtBot, folder: Path) -> Open:
    """Opens the dialog over a register that knows both pages."""
    host = QWidget()
    qtbot.addWidget(host)

    def open_it(**now: str) -> MarksDialog:
        stored = {(int(row[1:]), 0): code for row, code in now.items()}

        def lookup(page: str) -> SheetPage:
            if page == CODES.page:
                return SheetPage("กลุ่มทอผ้า 22 พ.ย. 2569", NAMES, CODE_NAMES, LABELS, now=stored)
            if page == DATES.page:
                days = tuple(f"{day} พ.ย. 2569" for day in range(13, 23))
                return SheetPage("สวนผัก", NAMES, ("present", "absent"), ("มา", "ไม่มา"), days)
            raise UserError("sheet_page_other", page=page)

        dialog = MarksDialog(lookup, InlineJobRunner(), host, folder)
        dialog.show()
        return dialog

    return open_it


def taken_by(dialog: MarksDialog) -> list[Proposal]:
    """What the dialog gives."""
    given: list[Proposal] = []
    dialog.taken.connect(given.append)
    return given


def test_what_is_all_sure_waits_for_one_key(opened: Open, photographs: Path, qtbot: QtBot) -> None:
    dialog = opened()
    given = taken_by(dialog)
    dialog.read(photographs / "clear.jpg")

    qtbot.waitUntil(dialog.take_button.hasFocus)
    assert "25" in dialog.take_button.text()
    assert dialog.deciding.rows_shown[0] == "1. ผู้เรียนที่ 1  มา"
    assert not dialog.deciding.picture.pixmap().isNull()
    assert given == []  # seen first
    press(dialog.take_button, Qt.Key.Key_Return)

    assert given == [Proposal(CODES.page, {(row, 0): "present" for row in range(25)})]


def test_doubtful_rows_are_asked_one_by_one_by_number_keys(
    opened: Open, photographs: Path, qtbot: QtBot
) -> None:
    dialog = opened()
    given = taken_by(dialog)
    dialog.read(photographs / "double.jpg")

    assert dialog.deciding.asked is not None
    assert dialog.deciding.asked.place == (3, 0)
    assert not dialog.take_button.isEnabled()
    assert "2" in dialog.take_button.text()
    assert dialog.deciding.cut.pixmap().width() > 100
    qtbot.waitUntil(dialog.deciding.buttons[0].hasFocus)
    dialog.take_button.click()
    assert given == []
    _press_focused("5")
    assert dialog.deciding.asked.place == (7, 0)
    _press_focused("ๅ")  # the key of 1 on a Thai keyboard
    qtbot.waitUntil(dialog.take_button.hasFocus)
    dialog.take_button.click()

    marks = given[0].marks
    assert (marks[3, 0], marks[7, 0], marks[8, 0]) == ("sick", "present", "present")


def _press_focused(text: str) -> None:
    """Press a key where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    press(widget, Qt.Key.Key_unknown, text)


def test_an_answer_is_taken_back_with_backspace(opened: Open, photographs: Path) -> None:
    dialog = opened()
    dialog.read(photographs / "double.jpg")
    dialog.deciding.decide(9)
    press(dialog.deciding, Qt.Key.Key_Backspace)

    assert dialog.deciding.asked is not None
    assert dialog.deciding.asked.place == (3, 0)
    assert dialog.deciding.deciding is not None
    assert dialog.deciding.deciding.waiting == 2
    dialog.deciding.decide(0)
    dialog.deciding.decide(0)
    assert dialog.deciding.asked is None
    assert dialog.deciding.rows_shown[3].endswith("ไม่ลง")


def test_those_that_seem_blank_can_all_be_left_at_once(
    opened: Open, photographs: Path, qtbot: QtBot
) -> None:
    dialog = opened()
    given = taken_by(dialog)
    dialog.read(photographs / "some.jpg")

    assert dialog.deciding.blank_button.isVisible()
    assert "5" in dialog.deciding.blank_button.text()
    dialog.deciding.blank_button.click()
    qtbot.waitUntil(dialog.take_button.hasFocus)
    dialog.take_button.click()
    assert set(given[0].marks) == {(row, 0) for row in range(20)}


def test_what_the_register_says_otherwise_is_asked_with_both(
    opened: Open, photographs: Path
) -> None:
    dialog = opened(r2="sick")
    dialog.read(photographs / "clear.jpg")

    assert dialog.deciding.asked is not None
    assert dialog.deciding.asked.place == (2, 0)
    texts = [label.text() for label in dialog.deciding.question.findChildren(type(dialog._title))]
    assert any("ป่วย" in text.replace("\u200b", "") for text in texts)


def test_dates_are_asked_by_their_day(opened: Open, photographs: Path) -> None:
    dialog = opened()
    given = taken_by(dialog)
    dialog.read(photographs / "dates.jpg")

    assert dialog.deciding.asked is not None
    assert dialog.deciding.asked.place == (2, 0)
    assert len(dialog.deciding.buttons) == 3
    dialog.deciding.decide(3)  # there is no such box
    assert dialog.deciding.asked is not None
    dialog.deciding.decide(2)
    assert dialog.deciding.rows_shown[2] == "3. ผู้เรียนที่ 3  ไม่มา 1"
    dialog.take_button.click()
    assert given[0].marks[2, 0] == "absent"
    assert len(given[0].marks) == 25


@pytest.mark.parametrize("name", ["broken.jpg", "gone.jpg"])
def test_what_cannot_be_read_is_told_and_another_can_be_taken(
    opened: Open, photographs: Path, name: str
) -> None:
    dialog = opened()
    dialog.read(photographs / name)

    assert dialog.picking.problem.isVisible()
    assert dialog.picking.isVisible()
    assert not dialog.take_button.isVisible()
    dialog.read(photographs / "clear.jpg")
    assert dialog.deciding.isVisible()
    assert not dialog.picking.problem.isVisibleTo(dialog.picking)


def test_a_page_of_another_centre_is_told(opened: Open, folder: Path, qtbot: QtBot) -> None:
    from desktop.paper_marks.page_codes import PageCode

    foreign = PageCode("codes", 25, 9, "ACDEFGHJK3")
    (folder / "other.jpg").write_bytes(neat_picture(foreign, []))
    dialog = opened()
    dialog.read(folder / "other.jpg")
    assert dialog.picking.problem.isVisible()
    assert not dialog.deciding.isVisible()


def test_what_was_not_stored_is_told_and_stays(opened: Open, photographs: Path) -> None:
    dialog = opened()
    given = taken_by(dialog)
    dialog.read(photographs / "clear.jpg")
    dialog.take_button.click()
    assert not dialog.take_button.isEnabled()
    dialog.show_failed(UserError("sheet_not_clear"))

    assert dialog.problem.isVisible()
    dialog.take_button.click()
    assert len(given) == 2


def test_a_picture_that_comes_is_offered_at_once(
    opened: Open, photographs: Path, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(photographs / "broken.jpg", folder / "older.jpg")
    dialog = opened()
    assert dialog.picking.pictures.count() == 1
    assert not dialog.picking.came.isVisible()

    shutil.copy(photographs / "clear.jpg", folder / "new.jpg")
    qtbot.waitUntil(lambda: dialog.picking.pictures.count() == 2, timeout=8000)

    assert dialog.picking.current() == folder / "new.jpg"
    assert dialog.picking.came.isVisible()
    qtbot.waitUntil(dialog.picking.pictures.hasFocus)
    dialog.picking.read_button.click()
    assert dialog.deciding.isVisible()
    dialog.reject()
    assert dialog.watch.folder is None


def test_a_folder_that_is_pulled_out_offers_nothing(opened: Open, folder: Path) -> None:
    shutil.copy(Path(__file__), folder / "a.jpg")
    dialog = opened()
    assert dialog.picking.pictures.count() == 1
    shutil.rmtree(folder)
    dialog.watch.look()
    assert dialog.picking.pictures.count() == 0
    assert not dialog.picking.read_button.isEnabled()


def test_downloads_are_watched_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def place(_kind: object) -> str:
        return str(tmp_path)

    monkeypatch.setattr(QStandardPaths, "writableLocation", place)
    assert watching.first_folder() == tmp_path


@pytest.mark.parametrize(
    ("text", "number"),
    [("1", 1), ("9", 9), ("0", 0), ("ๅ", 1), ("ต", 9), ("จ", 0), ("๓", 3), ("ก", None), ("", None)],
)
def test_number_keys_of_both_keyboards(text: str, number: int | None) -> None:
    assert number_of(text) == number


def test_every_word_has_english(
    opened: Open, photographs: Path, switch: LanguageSwitch, qtbot: QtBot
) -> None:
    dialog = opened()
    dialog.read(photographs / "double.jpg")
    switch.choose(Language.ENGLISH)
    qtbot.waitUntil(lambda: dialog.windowTitle().isascii())
    for part in (dialog.close_button, dialog.again_button, dialog.take_button):
        assert part.text().isascii()


def test_what_lies_there_already_has_the_keyboard_once_it_is_found(qtbot: QtBot) -> None:
    pane = PickingPane()
    qtbot.addWidget(pane)
    pane.show()
    pane.show_folder(Path("ถ่ายมา"))
    give_keyboard(pane.first_focus())
    qtbot.waitUntil(pane.other_button.hasFocus)

    pane.show_pictures([])
    assert pane.other_button.hasFocus()
    pane.show_folder(Path("ถ่ายมา"))
    pane.show_pictures([Path("ถ่ายมา/หนึ่ง.jpg")])
    assert pane.pictures.hasFocus()

    pane.folder_button.setFocus()
    pane.show_folder(Path("อื่น"))
    pane.show_pictures([Path("อื่น/สอง.jpg")])
    assert pane.folder_button.hasFocus()
