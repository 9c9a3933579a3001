"""The register on the screen: one row one key, forty people by keyboard alone, nothing lost."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.workspace import Workspace
from desktop.ui.courses.page import CourseScreen
from desktop.ui.sessions.page import SessionScreen
from desktop.ui.sessions.register_screen import RegisterScreen
from desktop.ui.shell.shell import Shell
from tests.services.attendance.made import course, enrol, meeting
from tests.ui.typing import press, type_text


@pytest.fixture
def place(workspace: Workspace, services: Services) -> tuple[UUID, list[UUID]]:
    made = course(workspace)
    people = [enrol(workspace, made, name=f"คน {number:02}") for number in range(40)]
    return meeting(services, made), people


def register(qtbot: QtBot, shell: Shell, session_id: UUID) -> RegisterScreen:
    shell.open("register", session_id)
    screen = shell.current
    assert isinstance(screen, RegisterScreen)
    qtbot.waitUntil(lambda: screen.register is not None and screen.known == session_id)
    return screen


def said(services: Services, session_id: UUID) -> list[str]:
    return [line.code for line in services.attendance.register(session_id).lines]


def test_forty_people_are_marked_by_forty_keys(
    qtbot: QtBot, shell: Shell, services: Services, place: tuple[UUID, list[UUID]]
) -> None:
    session_id, _people = place
    screen = register(qtbot, shell, session_id)
    view = screen.table.view
    qtbot.waitUntil(lambda: shell.focusWidget() is view)
    keys = ["1", "6", "2", "ๅ", "๔", "ป", "8", "1"] * 5

    for key in keys:
        type_text(view, key)

    codes = {
        "1": "present", "6": "absent", "2": "late", "ๅ": "present", "๔": "excused", "ป": "sick",
        "8": "cut_off",
    }  # fmt: skip
    wanted = [codes[key] for key in keys]
    assert [line.code for line in screen.register.lines] == wanted  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: said(services, session_id) == wanted)
    assert shell.focusWidget() is view
    assert "มา 15" in screen.counts.text().replace("​", "")


def test_reopening_shows_what_was_stored_and_the_first_who_is_not_marked(
    qtbot: QtBot, shell: Shell, services: Services, place: tuple[UUID, list[UUID]]
) -> None:
    session_id, people = place
    screen = register(qtbot, shell, session_id)
    type_text(screen.table.view, "1")
    press(screen.table.view, Qt.Key.Key_Return)
    type_text(screen.table.view, "6")
    qtbot.waitUntil(lambda: said(services, session_id)[:4] == ["present", "", "absent", ""])
    shell.open("learners")

    screen = register(qtbot, shell, session_id)

    qtbot.waitUntil(lambda: screen.table.line() is not None)
    shown = [line.code for line in screen.register.lines[:3]]  # type: ignore[union-attr]
    assert shown == ["present", "", "absent"]
    assert len(people) == 40


def test_a_mark_is_taken_back_by_a_key_and_everybody_by_the_banner(
    qtbot: QtBot, shell: Shell, services: Services, place: tuple[UUID, list[UUID]]
) -> None:
    session_id, _people = place
    screen = register(qtbot, shell, session_id)
    view = screen.table.view
    type_text(view, "6")
    qtbot.waitUntil(lambda: said(services, session_id)[0] == "absent")
    press(view, Qt.Key.Key_Up)
    press(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: said(services, session_id)[0] == "")
    screen.all_button.click()
    qtbot.waitUntil(lambda: said(services, session_id) == ["present"] * 40)
    qtbot.waitUntil(lambda: shell.banner.isVisible())
    shell.banner.button.click()
    qtbot.waitUntil(lambda: said(services, session_id) == [""] * 40)


def test_somebody_who_walks_in_is_taken_in_by_nickname(
    qtbot: QtBot, shell: Shell, services: Services, place: tuple[UUID, list[UUID]]
) -> None:
    session_id, _people = place
    screen = register(qtbot, shell, session_id)
    screen.name.setFocus()
    type_text(screen.name, "หนูนา")
    press(screen.name, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: len(said(services, session_id)) == 41)
    line = next(
        each for each in services.attendance.register(session_id).lines if each.name == "หนูนา"
    )
    assert (line.code, line.state, line.known) == ("present", "enrolled", False)
    assert shell.focusWidget() is screen.name


def test_the_foot_says_how_many_more_may_be_missed(
    qtbot: QtBot, shell: Shell, services: Services, workspace: Workspace
) -> None:
    made = course(workspace)
    one = enrol(workspace, made, name="แดง")
    on = [meeting(services, made, f"2026-11-{day:02}") for day in (10, 12, 14, 16, 18)]
    screen = register(qtbot, shell, on[0])
    qtbot.waitUntil(lambda: "ขาดได้อีก 1 ครั้ง" in screen.foot.typed)
    for each in on[:2]:
        services.sessions.move(each, "hold")
        services.attendance.mark(each, {one: "absent"})
    qtbot.waitUntil(lambda: "ถึง 80 % ไม่ได้แล้ว" in screen.foot.typed)


def test_what_is_cancelled_is_told_and_takes_no_key(
    qtbot: QtBot, shell: Shell, services: Services, place: tuple[UUID, list[UUID]]
) -> None:
    session_id, _people = place
    services.sessions.move(session_id, "cancel", {"cancel_reason": "flood"})
    screen = register(qtbot, shell, session_id)
    type_text(screen.table.view, "1")

    assert screen.all_button.isHidden()
    assert not screen.name.isVisible()
    assert said(services, session_id)[0] == ""
    screen.page_button.click()
    assert isinstance(shell.current, SessionScreen)


def test_meetings_are_planned_on_the_page_of_their_course(
    qtbot: QtBot, shell: Shell, services: Services, workspace: Workspace
) -> None:
    made = course(workspace)
    shell.open("course", made)
    page = shell.current
    assert isinstance(page, CourseScreen)
    card = page.meetings
    card.add_button.click()
    assert card.problem.typed
    card.day.set_text("1/12/2569")
    type_text(card.from_time, "9.00")
    card.count.set_number(3)
    card.add_button.click()

    qtbot.waitUntil(lambda: len(card.lines) == 3)
    rows = services.sessions.of_course(made)
    assert [(row.on, row.from_time) for row in rows] == [
        ("2026-12-01", "09:00"), ("2026-12-08", "09:00"), ("2026-12-15", "09:00"),
    ]  # fmt: skip
    card.lines[0].click()
    assert shell.current_key == "register"


def test_a_register_written_down_late_takes_in_those_who_came_into_the_course_since(
    qtbot: QtBot, shell: Shell, services: Services, workspace: Workspace
) -> None:
    made = course(workspace)
    session_id = meeting(services, made)
    enrol(workspace, made, name="เขียว", joined_on="2026-11-25")
    screen = register(qtbot, shell, session_id)
    qtbot.waitUntil(lambda: shell.focusWidget() is screen.later_button)
    assert screen.later.typed == "เข้ากิจกรรมหลังวันนี้ 1 คน จึงยังไม่อยู่ในใบนี้"

    press(screen.later_button, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: said(services, session_id) == [""])
    qtbot.waitUntil(lambda: shell.focusWidget() is screen.table.view)
    assert screen.later.isHidden()
