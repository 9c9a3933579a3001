"""Locking and letting in: delays, forgotten passcodes, another person, a closed lid."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.errors import StorageError
from desktop.services.drafts import DraftService
from desktop.services.keeping.recovery import RecoveryService
from desktop.services.sign_in import Beginning, SignInService
from desktop.services.users import UserService
from desktop.ui.absence import Absence
from desktop.ui.first_run.sheet_screen import SheetScreen
from desktop.ui.learners.new_screen import NewLearnerScreen
from desktop.ui.window import Window
from desktop.ui.writes import Writes
from tests.factories import PASSCODE, QUICK, open_workspace
from tests.ui.typing import press, type_text
from tests.ui.window.hands import Opening, begin_centre

MALI = "มะลิ1234"


@pytest.fixture
def begun(way_in: SignInService) -> str:
    """A centre with two people; returns the recovery words."""
    workspace = way_in.begin(Beginning("ศูนย์ตัวอย่าง", "580604", "ครูดาว", PASSCODE))
    UserService(workspace).add("ครูมะลิ", "facilitator", MALI, PASSCODE)
    words = " ".join(RecoveryService(workspace).make(PASSCODE).words)
    workspace.close()
    return words


def person(window: Window, name: str) -> None:
    window.sign_in.choose(next(p.user_id for p in window.sign_in.names._people if p.name == name))


def sign_in(qtbot: QtBot, window: Window, name: str, passcode: str) -> None:
    person(window, name)
    type_text(window.sign_in.passcode, passcode)
    press(window.sign_in.passcode, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.sign_in._busy, timeout=20_000)


def test_alt_and_a_digit_type_nothing(
    qtbot: QtBot, opening: Opening, begun: str, way_in: SignInService
) -> None:
    window = opening()
    person(window, "ครูดาว")
    window.sign_in.passcode.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    handle = window.windowHandle()
    assert handle is not None

    QTest.keyClick(handle, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert window.sign_in.passcode.value() == ""
    QTest.keyClick(handle, Qt.Key.Key_2)
    assert window.sign_in.passcode.value() == "2"


def test_five_wrong_passcodes_count_down_calmly(
    qtbot: QtBot, opening: Opening, begun: str, way_in: SignInService
) -> None:
    window = opening()
    for _ in range(5):
        assert window.sign_in.waiting_seconds == 0
        sign_in(qtbot, window, "ครูดาว", "ผิดแน่นอน")

    assert 25 <= window.sign_in.waiting_seconds <= 30
    assert not window.sign_in.enter_button.isEnabled()
    assert window.sign_in.passcode.value() == ""
    assert "0:" in window.sign_in.row.problem
    assert "ข้อมูลอยู่ครบ" in window.sign_in.row.problem
    assert window.sign_in.forgotten_button.isEnabled()

    person(window, "ครูมะลิ")
    assert window.sign_in.waiting_seconds == 0
    assert window.sign_in.enter_button.isEnabled()
    person(window, "ครูดาว")
    assert window.sign_in.waiting_seconds > 0

    # Another start of the program waits as well.
    assert opening().sign_in is not window.sign_in
    again = SignInService(way_in.folder, QUICK)
    assert again.wait(next(n.user_id for n in again.names() if n.name == "ครูดาว")) > 0


def test_a_countdown_that_ends_lets_one_type(qtbot: QtBot, opening: Opening, begun: str) -> None:
    window = opening()
    window.sign_in.show_waiting(1)
    assert not window.sign_in.enter_button.isEnabled()

    qtbot.waitUntil(window.sign_in.enter_button.isEnabled, timeout=10_000)

    assert window.sign_in.row.problem == ""


def test_forgotten_words_are_typed_a_name_chosen_and_a_passcode_set(
    qtbot: QtBot, opening: Opening, begun: str, way_in: SignInService
) -> None:
    window = opening()
    for _ in range(5):
        sign_in(qtbot, window, "ครูดาว", "ผิดแน่นอน")
    window.sign_in.forgotten_button.click()
    page = window.recovering.page
    assert page is not None

    wrong = begun.split()
    wrong[6] = "ฮฮฮฮ"
    page.words.setPlainText(" ".join(wrong))
    assert [word.state for word in page.board.words].count("unknown") == 1
    page.next_button.click()
    qtbot.waitUntil(page.next_button.isEnabled, timeout=20_000)
    assert "คำที่ 7" in page.words_row.problem
    assert begun.split()[6] in page.words_row.problem

    page.words.setPlainText(begun)
    page.next_button.click()
    qtbot.waitUntil(lambda: page.choosing, timeout=20_000)
    for field in (page.passcode, page.again):
        type_text(field, "123456")
    page.next_button.click()
    qtbot.waitUntil(page.next_button.isEnabled, timeout=20_000)
    assert "เดาง่าย" in page.passcode_row.problem
    for field in (page.passcode, page.again):
        field.clear()
        type_text(field, "ตั้งใหม่แล้ว")
    page.choose(next(p.user_id for p in page.names._people if p.name == "ครูดาว"))
    page.next_button.click()
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)

    assert window.recovering.page is None
    assert window.session is not None
    assert window.session.workspace.user.name == "ครูดาว"
    open_workspace(way_in.folder, "ตั้งใหม่แล้ว").close()


def test_escape_leaves_the_words_and_forgets_them(
    qtbot: QtBot, opening: Opening, begun: str
) -> None:
    window = opening()
    window.sign_in.forgotten_button.click()
    page = window.recovering.page
    assert page is not None
    page.words.setPlainText(begun)

    press(page, Qt.Key.Key_Escape)

    assert page.words.value() == ""
    assert page.board.words == ()
    assert window.sign_in.isVisible()


def sheet_of_a_new_centre(qtbot: QtBot, window: Window, founder: str) -> tuple[Window, SheetScreen]:
    """Found a centre in the window, and return it with the sheet that stands there then."""
    begin_centre(window, founder)
    qtbot.waitUntil(lambda: window.sheet.page is not None, timeout=20_000)
    assert window.sheet.page is not None
    return window, window.sheet.page


def test_the_end_of_first_run_is_the_sheet(
    qtbot: QtBot, opening: Opening, tmp_path: Path, way_in: SignInService
) -> None:
    window, page = sheet_of_a_new_centre(qtbot, opening(), "ครูดาว")
    assert page.isVisible()
    assert [word.text for word in page.board.words] == list(page.paper.words)

    page.save_wanted.emit(tmp_path / "sheet.pdf")
    qtbot.waitUntil(page.saving.delete_button.isVisible, timeout=20_000)
    assert (tmp_path / "sheet.pdf").exists()
    page.saving.delete_button.click()
    assert not (tmp_path / "sheet.pdf").exists()
    page.later_button.click()

    assert window.session is not None
    assert window.session.shell.isVisible()
    assert "ใบกู้คืน" in window.session.shell.banner.text
    window.session.shell.banner.button.click()
    assert window.session.shell.current_key == "settings"


def test_a_sheet_whose_names_no_typeface_has_is_asked_about(
    qtbot: QtBot, opening: Opening, tmp_path: Path, way_in: SignInService
) -> None:
    _window, page = sheet_of_a_new_centre(qtbot, opening(), "ครู नमन")

    page.save_wanted.emit(tmp_path / "sheet.pdf")
    qtbot.waitUntil(page.saving.anyway_button.isVisible, timeout=20_000)
    assert not (tmp_path / "sheet.pdf").exists()
    assert page.saving.anyway_button.hasFocus()
    page.saving.anyway_button.click()
    qtbot.waitUntil(page.saving.delete_button.isVisible, timeout=20_000)
    assert (tmp_path / "sheet.pdf").exists()
    assert not page.saving.anyway_button.isVisible()


def test_what_one_person_half_typed_waits_for_that_person(
    qtbot: QtBot, opening: Opening, begun: str
) -> None:
    window = opening()
    sign_in(qtbot, window, "ครูดาว", PASSCODE)
    assert window.session is not None
    window.session.shell.open("learner_new")
    form = window.session.shell.current
    assert isinstance(form, NewLearnerScreen)
    type_text(form.form.field("given"), "หน่อแอริ")
    window.lock()

    sign_in(qtbot, window, "ครูมะลิ", MALI)
    assert window.session is not None
    assert window.session.workspace.user.name == "ครูมะลิ"
    assert DraftService(window.session.workspace).list() == ()
    window.session.shell.open("learner_new")
    empty = window.session.shell.current
    assert isinstance(empty, NewLearnerScreen)
    assert empty.form.values()["given"] == ""
    window.lock()

    sign_in(qtbot, window, "ครูดาว", PASSCODE)
    assert window.session is not None
    window.session.shell.open("learner_new")
    back = window.session.shell.current
    assert isinstance(back, NewLearnerScreen)
    qtbot.waitUntil(lambda: back.form.values()["given"] == "หน่อแอริ", timeout=20_000)


def test_a_lock_hides_dialogs_and_brings_them_back_as_they_were(
    qtbot: QtBot, opening: Opening, begun: str
) -> None:
    window = opening()
    sign_in(qtbot, window, "ครูดาว", PASSCODE)
    assert window.session is not None
    dialog = QDialog(window.session.shell)
    field = QLineEdit(dialog)
    dialog.open()
    type_text(field, "ครึ่งคำ")

    window.lock()
    assert not dialog.isVisible()
    assert QApplication.activeModalWidget() is None
    sign_in(qtbot, window, "ครูดาว", PASSCODE)

    assert dialog.isVisible()
    assert field.text() == "ครึ่งคำ"
    dialog.close()


def test_a_locked_window_names_nobody(qtbot: QtBot, opening: Opening, begun: str) -> None:
    window = opening()
    sign_in(qtbot, window, "ครูดาว", PASSCODE)
    window.lock()

    assert window.windowTitle() == "ตำบลเรียนรู้"
    assert window.sign_in.passcode.value() == ""
    assert window.session is not None
    assert not window.session.shell.isVisible()


class Calendar:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def test_a_laptop_that_slept_is_locked(qtbot: QtBot, qapp: QApplication) -> None:
    calendar = Calendar()
    absence = Absence(qapp, calendar)
    noticed: list[bool] = []
    absence.noticed.connect(lambda: noticed.append(True))
    absence.watch(0)
    for seconds in (5, 5, 20, 5):
        calendar.now += seconds
        absence.tick()
    assert noticed == []

    calendar.now += 600
    absence.tick()

    assert noticed == [True]
    absence.stop()
    calendar.now += 600
    absence.tick()
    assert noticed == [True]
    absence.deleteLater()


def test_minutes_without_a_key_lock(qtbot: QtBot, opening: Opening, begun: str) -> None:
    window = opening()
    sign_in(qtbot, window, "ครูดาว", PASSCODE)
    assert window.absence.idle_milliseconds == 10 * 60_000
    window.looks.choose_lock(5)
    assert window.absence.idle_milliseconds == 5 * 60_000

    window.absence.noticed.emit()

    assert window.sign_in.isVisible()
    assert not window.absence.watching


class Disk:
    """Takes words, unless it is full."""

    def __init__(self) -> None:
        self.full = True
        self.stored: list[str] = []

    def store(self) -> None:
        if self.full:
            raise StorageError("disk_full")
        self.stored.append("คำ")


def typed_on_a_full_disk(qtbot: QtBot, window: Window) -> tuple[Disk, Writes]:
    """Something typed by the first person that waits for room."""
    sign_in(qtbot, window, "ครูดาว", PASSCODE)
    qtbot.waitUntil(lambda: window.session is not None and window._framed, timeout=20_000)
    session = window.session
    assert session is not None
    assert session.shell.current is not None
    disk, writes = Disk(), Writes(session.shell.current, session._jobs)

    def told(_error: Exception) -> None:
        """The field says so already."""

    writes.save(disk.store, None, told)
    return disk, writes


def test_closing_waits_for_what_the_disk_cannot_take(
    qtbot: QtBot, opening: Opening, begun: str
) -> None:
    window = opening()
    disk, writes = typed_on_a_full_disk(qtbot, window)
    session = window.session
    assert session is not None
    for _ in range(3):
        window.close()
        assert window.isVisible()
        assert writes.waiting == 1
        assert "1 เรื่อง" in session.shell.banner.text

    disk.full = False
    window.close()
    assert disk.stored == ["คำ"]
    assert window.isHidden()


def test_only_who_typed_it_gives_up_what_the_disk_cannot_take(
    qtbot: QtBot, opening: Opening, begun: str
) -> None:
    window = opening()
    disk, writes = typed_on_a_full_disk(qtbot, window)
    window.lock()
    window.close()
    assert window.isVisible()
    assert "1 เรื่อง" in window.sign_in.row.problem

    sign_in(qtbot, window, "ครูดาว", PASSCODE)
    window.close()
    assert writes.waiting == 1
    session = window.session
    assert session is not None
    session.shell.banner.button.click()
    assert window.isHidden()
    assert disk.stored == []


def test_nobody_else_comes_in_over_what_the_disk_cannot_take(
    qtbot: QtBot, opening: Opening, begun: str
) -> None:
    window = opening()
    disk, writes = typed_on_a_full_disk(qtbot, window)
    window.lock()
    sign_in(qtbot, window, "ครูมะลิ", MALI)
    assert "1 เรื่อง" in window.sign_in.row.problem
    assert writes.waiting == 1

    window.sign_in.forgotten_button.click()
    page = window.recovering.page
    assert page is not None
    page.words.setPlainText(begun)
    page.next_button.click()
    qtbot.waitUntil(lambda: page.choosing, timeout=20_000)
    for field in (page.passcode, page.again):
        type_text(field, "ตั้งใหม่แล้ว")
    page.choose(next(p.user_id for p in page.names._people if p.name == "ครูมะลิ"))
    page.next_button.click()
    assert "1 เรื่อง" in page.passcode_row.problem
    press(page, Qt.Key.Key_Escape)

    disk.full = False
    sign_in(qtbot, window, "ครูมะลิ", MALI)
    qtbot.waitUntil(lambda: window.session is not None and window._framed, timeout=20_000)
    assert window.session is not None
    assert window.session.workspace.user.name == "ครูมะลิ"
    assert disk.stored == ["คำ"]
