"""The sheet of key skills: one cell one key, offers of HETT, and what is refused."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.workspace import Workspace
from desktop.ui.courses.page import CourseScreen
from desktop.ui.learner_place import LEARNING, page_of
from desktop.ui.shell.shell import Shell
from desktop.ui.skills.sheet_screen import SkillSheetScreen
from desktop.ui.widgets.labels import ThaiLabel
from tests.factories import add_learner
from tests.services.courses.scene import course
from tests.ui.typing import press, type_text

NAMES = ("กานดา", "ขวัญ", "คำแพง")
Place = tuple[UUID, list[UUID]]


@pytest.fixture
def place(workspace: Workspace, services: Services) -> Place:
    made = course(services, "ทอผ้า", key_skills="K2", starts_on="2026-11-10")
    people = [add_learner(workspace, name) for name in NAMES]
    services.enrolments.enrol(made, people)
    return made, people


def sheet(qtbot: QtBot, shell: Shell, course_id: UUID) -> SkillSheetScreen:
    shell.open("skill_sheet", course_id)
    screen = shell.current
    assert isinstance(screen, SkillSheetScreen)
    qtbot.waitUntil(lambda: screen.sheet is not None and screen.sheet.course_id == course_id)
    return screen


def said(services: Services, course_id: UUID, phase: str) -> list[str]:
    lines = services.skills.sheet(course_id).lines
    return [line.levels.get(("K2", phase), "") for line in lines]


def test_a_key_writes_a_level_and_goes_down_then_to_the_next_column(
    qtbot: QtBot, shell: Shell, services: Services, place: Place
) -> None:
    made, _people = place
    screen = sheet(qtbot, shell, made)
    view = screen.table.view
    qtbot.waitUntil(lambda: shell.focusWidget() is view)
    assert screen.table.cell() == ("K2", "before")

    for key in ("1", "/", "๒", "3"):
        type_text(view, key)

    qtbot.waitUntil(lambda: said(services, made, "before") == ["1", "2", "2"])
    qtbot.waitUntil(lambda: said(services, made, "after") == ["3", "", ""])
    press(view, Qt.Key.Key_Return)
    assert screen.table.line() == screen.sheet.lines[2]  # type: ignore[union-attr]
    press(view, Qt.Key.Key_Up)
    press(view, Qt.Key.Key_Up)
    press(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: said(services, made, "after") == ["", "", ""])


def test_what_is_refused_says_why_and_shows_what_is_stored(
    qtbot: QtBot, shell: Shell, services: Services, place: Place
) -> None:
    made, _people = place
    screen = sheet(qtbot, shell, made)
    press(screen.table.view, Qt.Key.Key_Right)
    type_text(screen.table.view, "3")
    qtbot.waitUntil(lambda: "ก่อนเรียน" in screen.banner.text)
    qtbot.waitUntil(lambda: not screen.table.model.row_at(0).levels)  # type: ignore[union-attr]
    assert said(services, made, "after") == ["", "", ""]


def test_the_mouse_writes_too_and_afterwards_is_said_to_be_estimated(
    qtbot: QtBot, shell: Shell, services: Services, place: Place
) -> None:
    made, _people = place
    screen = sheet(qtbot, shell, made)
    screen.estimated.setChecked(True)
    screen.levels[1].click()
    qtbot.waitUntil(lambda: said(services, made, "before") == ["2", "", ""])
    (row,) = services.skills.find()
    assert row.estimated
    assert "ทำได้เมื่อมีคนช่วย" in screen.levels[1].text()


def test_what_hett_says_is_taken_at_once_and_taken_back(
    qtbot: QtBot, shell: Shell, services: Services, place: Place
) -> None:
    made, people = place
    for person in people[:2]:
        rated = services.hett.start(person, on="2026-11-01")
        services.hett.rate(rated, "T2", 3)
    screen = sheet(qtbot, shell, made)
    assert "HETT" in screen.foot.typed
    assert "2" in screen.offer_button.text()
    screen.offer_button.click()
    qtbot.waitUntil(lambda: said(services, made, "before") == ["3", "3", ""])
    qtbot.waitUntil(lambda: shell.banner.isVisible())
    shell.banner.button.click()
    qtbot.waitUntil(lambda: said(services, made, "before") == ["", "", ""])


def test_it_is_reached_from_the_course_and_told_on_the_learners_tab(
    qtbot: QtBot, shell: Shell, services: Services, place: Place
) -> None:
    made, people = place
    cells = {("K2", "before"): "1", ("K2", "after"): "3"}
    services.skills.put(made, {people[0]: cells})
    shell.open("course", made)
    page = shell.current
    assert isinstance(page, CourseScreen)
    qtbot.waitUntil(lambda: page.detail is not None)
    page.skills_button.click()
    assert shell.current_key == "skill_sheet"
    shell.open(*page_of(people[0], LEARNING))
    learner = shell.current
    assert learner is not None
    qtbot.waitUntil(lambda: "1 → 3 เพิ่มขึ้น" in texts(learner))


def texts(screen: QWidget) -> str:
    return "\n".join(each.typed for each in screen.findChildren(ThaiLabel))


def test_what_is_pressed_for_one_course_is_not_shown_for_another(
    qtbot: QtBot, shell: Shell, services: Services, place: Place
) -> None:
    made, people = place
    other = course(services, "ย้อมผ้า", key_skills="K2", starts_on="2026-11-11")
    services.enrolments.enrol(other, people)
    screen = sheet(qtbot, shell, made)
    screen.put.disconnect()  # as long as it is not stored
    type_text(screen.table.view, "3")
    assert screen.sheet is not None
    assert screen.sheet.lines[0].levels == {("K2", "before"): "3"}

    screen = sheet(qtbot, shell, other)

    assert screen.sheet is not None
    assert [line.levels for line in screen.sheet.lines] == [{}, {}, {}]
