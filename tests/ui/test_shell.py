"""The frame: navigation, keys, status line, palette, cover, and what it keeps alive."""

from __future__ import annotations

import gc
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import UserError
from desktop.ui.jobs import JobRunner
from desktop.ui.shell.feature import Feature, Features
from desktop.ui.shell.shell import Shell
from desktop.ui.shell.status_line import StatusLine, SyncStatus
from desktop.ui.translation import Language, LanguageSwitch
from desktop.ui.widgets.progress_panel import ProgressPanel
from tests.ui.framed import CTRL, Page, built, chord, entry, framed, page
from tests.ui.printing.places import FakePlaces
from tests.ui.typing import click, press


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    return framed(qtbot)


def test_a_screen_is_built_when_it_is_first_opened(shell: Shell) -> None:
    assert built == []
    shell.open("today")
    shell.open("learners")
    shell.open("today")
    assert built == ["today", "learners"]


def test_the_shell_keeps_the_presenter(shell: Shell) -> None:
    shell.open("today")
    gc.collect()
    click(page(shell, "today").button)
    assert "pressed" in page(shell, "today").log


def test_screens_beside_each_other_are_a_key_away(shell: Shell) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    shell.open("learners")
    chord(shell, Qt.Key.Key_2, alt)
    assert shell.current_key == "lost"
    assert page(shell, "lost").button.hasFocus()
    chord(shell, Qt.Key.Key_9, alt)
    assert shell.current_key == "lost"
    chord(shell, Qt.Key.Key_Tab, CTRL)
    assert shell.current_key == "learners"
    shell.cover(QWidget())
    chord(shell, Qt.Key.Key_2, alt)
    shell.uncover()
    assert shell.current_key == "learners"
    shell.open("learner", 7)
    chord(shell, Qt.Key.Key_2, alt)
    assert shell.current_key == "learner"


def test_back_goes_where_one_was_with_what_it_showed(shell: Shell) -> None:
    shell.open("today")
    shell.open("learners")
    page(shell, "learners").open_requested.emit("learner", 7)
    assert shell.current_key == "learner"
    assert shell.rail.button("learners").isChecked()
    shell.open("learner", 8)
    shell.back()
    assert page(shell, "learner").log[-1] == ("enter", 7)
    chord(shell, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shell.current_key == "learners"
    shell.back()
    assert shell.current_key == "today"
    assert not shell.top_bar.back.isEnabled()
    shell.back()
    assert shell.current_key == "today"


def test_what_is_half_typed_is_saved_on_leaving_locking_and_closing(shell: Shell) -> None:
    shell.open("today")
    shell.open("learners")
    assert page(shell, "today").log == [("enter", None), "leave"]
    shell.top_bar.lock.click()
    assert page(shell, "learners").log[-1] == "leave"
    page(shell, "learners").log.clear()
    shell.close()
    assert page(shell, "learners").log == ["leave"]


def test_keys_reach_the_screen_or_are_answered(shell: Shell, qtbot: QtBot) -> None:
    shell.open("today")
    chord(shell, Qt.Key.Key_S, CTRL)
    assert page(shell, "today").log[-1] == "save"
    chord(shell, Qt.Key.Key_N, CTRL)
    assert shell.status_line.told
    chord(shell, Qt.Key.Key_2, CTRL)
    assert shell.current_key == "learners"
    chord(shell, Qt.Key.Key_3, CTRL)
    assert shell.current_key == "settings"
    with qtbot.waitSignal(shell.lock_wanted):
        chord(shell, Qt.Key.Key_L, CTRL)


def test_the_keyboard_goes_where_a_screen_wants_it_from_another_screen_too(shell: Shell) -> None:
    for key in ("learners", "today"):
        shell.open(key)
        page = shell.screen_of(key)
        assert isinstance(page, Page)
        assert shell.focusWidget() is page.button


def test_the_keyboard_goes_into_the_screen(shell: Shell) -> None:
    shell.open("today")
    shell.rail.button("learners").setFocus()
    click(shell.rail.button("learners"))
    assert shell.focusWidget() is page(shell, "learners").button


def test_f1_shows_help_of_the_screen_at_hand(shell: Shell) -> None:
    shell.open("today")
    chord(shell, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    assert shell.help_panel.isVisible()
    assert shell.help_panel._text.typed == "วิธีใช้ today"
    shell.open("learners")
    assert shell.help_panel._text.typed == "วิธีใช้ learners"
    press(shell.help_panel, Qt.Key.Key_Escape)
    assert not shell.help_panel.isVisible()


def test_a_change_is_told_to_every_open_screen_once(shell: Shell) -> None:
    shell.open("today")
    shell.open("learners")
    shell.changes.announced.emit(frozenset({"learner", "plan"}))
    for key in ("today", "learners"):
        assert page(shell, key).log.count(("refresh", {"learner", "plan"})) == 1
    assert "settings" not in built


def test_a_cover_hides_all_and_no_key_passes(shell: Shell) -> None:
    shell.open("today")
    cover = QWidget()
    shell.cover(cover)
    assert shell.covered
    assert not page(shell, "today").isVisible()
    chord(shell, Qt.Key.Key_K, CTRL)
    chord(shell, Qt.Key.Key_2, CTRL)
    assert not shell.finder.palette.isVisible()
    shell.uncover()
    assert shell.current_key == "today"
    assert page(shell, "today").isVisible()


def test_a_file_that_a_screen_wrote_is_opened_by_keyboard(shell: Shell, tmp_path: Path) -> None:
    places = FakePlaces(tmp_path)
    shell.wrote.use(places, lambda _path: None)
    shell.open("learners")
    written = tmp_path / "แถวที่ต้องแก้.xlsx"
    written.touch()
    shell.screen_of("learners").wrote.emit("บันทึก 3 แถวแล้ว", written)
    assert shell.wrote.text == "บันทึก 3 แถวแล้ว"
    for button, path in (
        (shell.wrote.open_file, written),
        (shell.wrote.open_folder, tmp_path),
    ):
        button.setFocus()
        press(button, Qt.Key.Key_Space)
        assert places.opened[-1] == path
    shell.open("today")
    assert not shell.wrote.isVisible()


def test_undo_and_errors_are_said_in_the_banner(shell: Shell) -> None:
    shell.open("today")
    undone: list[bool] = []
    page(shell, "today").undo_offered.emit("ลบแล้ว", lambda: undone.append(True))
    assert shell.banner.text == "ลบแล้ว"
    shell.banner.button.click()
    assert undone == [True]
    shell.tell_error(UserError("wrong_passcode"))
    assert "รหัสผ่าน" in shell.banner.text


def test_ctrl_z_undoes_what_was_done_last_and_nothing_else(shell: Shell) -> None:
    undone: list[bool] = []
    page(shell, "today").undo_offered.emit("ลบแล้ว", lambda: undone.append(True))

    QTest.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert undone == [True]
    assert "ไม่มีสิ่งที่เลิกทำได้" in shell.status_line.told
    shell.suggest("ควรสำรอง", "ไปสำรอง", lambda: undone.append(False))
    QTest.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]


def test_long_work_with_a_title_shows_a_panel_that_cancels(qtbot: QtBot) -> None:
    jobs = JobRunner()
    shell = Shell(Features([Feature([entry("today")])]), jobs)
    qtbot.addWidget(shell)
    shell.show()
    go_on = threading.Event()
    endings: list[str] = []

    def work(progress: object) -> None:
        step = progress.step  # type: ignore[attr-defined]
        step(4200, 10_000, "")
        while True:
            go_on.wait()
            step(4201, 10_000, "")

    jobs.run(
        work, lambda _r: endings.append("done"), None, lambda: endings.append("cancelled"),
        title="นำเข้ารายชื่อ",
    )  # fmt: skip
    qtbot.waitUntil(lambda: shell.findChild(ProgressPanel) is not None)
    panel = shell.findChild(ProgressPanel)
    assert isinstance(panel, ProgressPanel)
    assert panel.text == "4,200 จาก 10,000"
    panel.cancel_button.click()
    go_on.set()
    qtbot.waitUntil(lambda: endings == ["cancelled"])
    qtbot.waitUntil(lambda: shell.findChild(ProgressPanel) is None)
    jobs.shutdown()


SENT = datetime(2026, 11, 20, 7, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (SyncStatus(True, False, 12, SENT, "8F3K"),
         "ออฟไลน์ · รอส่ง 12 รายการ · ส่งถึงจังหวัดล่าสุด 20 พ.ย. 2569 14:05 (ใบรับ 8F3K)"),
        (SyncStatus(True, True, 0, SENT),
         "ออนไลน์ · ไม่มีรายการรอส่ง · ส่งถึงจังหวัดล่าสุด 20 พ.ย. 2569 14:05"),
        (SyncStatus(True, True, 12, None), "ออนไลน์ · รอส่ง 12 รายการ · ยังไม่เคยส่งถึงจังหวัด"),
        (SyncStatus(), "ยังไม่ได้เข้าร่วมกับจังหวัด"),
        (SyncStatus(waiting=1234), "ยังไม่ได้เข้าร่วมกับจังหวัด · เก็บในเครื่องนี้ 1,234 รายการ"),
        (SyncStatus(True, None, 1234, None),
         "ยังไม่ได้ตรวจเครือข่าย · รอส่ง 1,234 รายการ · ยังไม่เคยส่งถึงจังหวัด"),
        (SyncStatus(True, True, 1200, SENT, "A", (300, 1500)),
         "กำลังส่ง 300 จาก 1,500 รายการ · ส่งถึงจังหวัดล่าสุด 20 พ.ย. 2569 14:05 (ใบรับ A)"),
        (SyncStatus(True, True, 1, None, problem="เครื่องถูกยกเลิก"),
         "เครื่องถูกยกเลิก · ออนไลน์ · รอส่ง 1 รายการ · ยังไม่เคยส่งถึงจังหวัด"),
    ],
)  # fmt: skip
def test_the_status_line_says_what_is_known(qtbot: QtBot, status: SyncStatus, words: str) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_sync(status)
    assert line.text == words


def test_the_frame_speaks_english_at_once(
    shell: Shell, qtbot: QtBot, switch: LanguageSwitch
) -> None:
    shell.open("today")
    shell.status_line.show_sync(SyncStatus(True, False, 12, SENT, "8F3K"))
    switch.choose(Language.ENGLISH)
    qtbot.waitUntil(lambda: shell.top_bar.lock.accessibleName() == "Lock")
    assert shell.windowTitle().endswith("Tambon Rianru")
    assert shell.status_line.text == (
        "Offline · 12 records waiting · Last reached the province 20 Nov 2569 14:05 (receipt 8F3K)"
    )


def test_what_is_said_in_passing_does_not_lie_over_what_has_the_keyboard(
    shell: Shell, qtbot: QtBot
) -> None:
    shell.open("today")
    place = page(shell, "today")
    shell.banner.offer_undo("เก็บแล้ว")
    qtbot.waitUntil(shell.banner.isVisible)
    assert shell.banner.y() > place.height() // 2

    field = QLineEdit(place)
    below = shell.banner.mapTo(shell, QPoint(40, 4)) - place.mapTo(shell, QPoint())
    field.setGeometry(below.x(), below.y(), 120, 30)
    field.show()
    field.setFocus()
    qtbot.waitUntil(lambda: shell.banner.y() < place.height() // 4)

    place.button.setFocus()
    qtbot.wait(100)
    assert shell.banner.y() < place.height() // 4, "it does not go to and fro"
    shell.banner.dismiss()
    shell.banner.offer_undo("เก็บแล้ว")
    qtbot.waitUntil(lambda: shell.banner.y() > place.height() // 2)
