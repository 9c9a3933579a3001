"""Search of everything over the frame: people, screens and commands, by keyboard."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ui.jobs import JobRunner
from desktop.ui.shell.feature import Feature, Features
from desktop.ui.shell.finding import Found, RecordSearch, in_groups
from desktop.ui.shell.palette import Palette
from desktop.ui.shell.shell import Shell
from tests.ui.framed import CTRL, chord, done, entry, framed, page
from tests.ui.typing import press, type_text


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    return framed(qtbot)


def palette(shell: Shell) -> Palette:
    chord(shell, Qt.Key.Key_K, CTRL)
    return shell.finder.palette


def test_search_finds_people_and_screens_and_opens_them(shell: Shell) -> None:
    shell.open("today")
    found = palette(shell)
    assert found.isVisible()
    assert found.headings() == ["ทำบ่อย", "หน้าจอ"]
    assert found.titles() == ["ดวงใหม่", "ล็อกหน้าจอ", "วันนี้", "ผู้เรียนรู้", "ตั้งค่า", "ที่หายไป"]
    type_text(found.box, "ดว")
    assert found.headings() == ["คน", "คำสั่ง"]
    assert found.titles() == ["ดวงดี", "ดวงใหม่", "ดวงด่วน"]
    press(found, Qt.Key.Key_Return)
    assert not found.isVisible()
    assert page(shell, "learner").log[-1] == ("enter", 8)
    type_text(palette(shell).box, "ตั้ง")
    press(found, Qt.Key.Key_Return)
    assert shell.current_key == "settings"


def test_a_command_that_opens_a_page_by_its_own_name_stands_once(qtbot: QtBot) -> None:
    board = Found("กระดาน", destination=("board", None))
    filled = Found("กระดาน", destination=("board", "filled"))
    groups = in_groups("กระ", [], (board,), (board, filled))
    assert [group.lines for group in groups] == [(board,), (filled,)]


def test_who_is_meant_exactly_comes_first_and_arrows_pass_over_headings(shell: Shell) -> None:
    shell.open("today")
    found = palette(shell)
    type_text(found.box, "ดวงดี")
    assert found.headings() == ["ตรงกับที่พิมพ์"]
    found.box.clear()
    type_text(found.box, "ด")
    titles = found.titles()
    seen = []
    for _ in titles:
        seen.append(found.current.title if found.current else "")
        press(found.box, Qt.Key.Key_Down)
    assert seen == titles
    assert titles[:4] == ["ดาวเรือง ธารน้ำเงา", "ดวงดี", "ดวงใหม่", "ดวงด่วน"]
    for title in reversed(titles):
        assert found.current is not None
        assert found.current.title == title
        press(found, Qt.Key.Key_Up)
    assert found.current is not None
    assert found.current.title == titles[0]


def test_a_command_is_done_and_what_it_asks_for_is_not_asked_on_coming_back(shell: Shell) -> None:
    done.clear()
    shell.open("today")
    found = palette(shell)
    type_text(found.box, "ดวงใหม่")
    press(found, Qt.Key.Key_Return)
    assert done == ["new"]
    assert shell.current_key == "today"
    type_text(palette(shell).box, "ดวงด่วน")
    press(found, Qt.Key.Key_Return)
    assert page(shell, "learner").log[-1] == ("enter", "new")
    shell.open("today")
    shell.back()
    assert page(shell, "learner").log[-1] == ("enter", None)


def test_nothing_found_is_said(shell: Shell) -> None:
    shell.open("today")
    found = palette(shell)
    type_text(found.box, "ไม่มีทางมี")
    assert found.titles() == found.headings() == []
    press(found, Qt.Key.Key_Down)
    press(found, Qt.Key.Key_Return)
    assert found.isVisible()
    press(found, Qt.Key.Key_Escape)
    assert not found.isVisible()


def test_enter_waits_for_the_answer_to_what_was_typed(qtbot: QtBot) -> None:
    go_on = threading.Event()

    def slow(words: str) -> list[Found]:
        go_on.wait()
        return [Found(words, destination=("learner", words))]

    jobs = JobRunner()
    features = [
        Feature([entry("today"), entry("learner", "none")], search=RecordSearch(lambda: "", slow))
    ]
    shell = Shell(Features(features), jobs)
    qtbot.addWidget(shell)
    shell.show()
    shell.open("today")
    found = palette(shell)
    type_text(found.box, "ดาว")
    press(found, Qt.Key.Key_Return)
    assert shell.current_key == "today"
    go_on.set()
    qtbot.waitUntil(lambda: shell.current_key == "learner")
    assert page(shell, "learner").log == [("enter", "ดาว")]
    jobs.shutdown()


def test_who_was_left_last_is_offered_first(shell: Shell) -> None:
    shell.open("today")
    for name in ("ก", "ข", "ค", "ง", "จ", "ฉ", "ข"):
        shell.open("learner", name)
        page(shell, "learner").own_title = name
    shell.open("today")
    found = palette(shell)
    assert found.headings()[0] == "เปิดล่าสุด"
    assert found.titles()[:5] == ["ข", "ฉ", "จ", "ง", "ค"]
    press(found, Qt.Key.Key_Return)
    assert page(shell, "learner").log[-1] == ("enter", "ข")
    page(shell, "learner").own_title = "ข"
    assert palette(shell).titles()[:4] == ["ฉ", "จ", "ง", "ค"]
