"""The register on paper: printed from its screen, and its marks taken back from a photograph."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.paper_marks.page_codes import PageCode, derived_code
from desktop.paper_marks.proposing import Proposal
from desktop.services.all import Services
from desktop.services.sessions.register_records import RegisterLine
from desktop.services.workspace import Workspace
from desktop.ui.courses.page import CourseScreen
from desktop.ui.marked_sheets.dialog import MarksDialog
from desktop.ui.printing import presenter
from desktop.ui.printing.dialog import PrintDialog
from desktop.ui.sessions.page import SessionScreen
from desktop.ui.sessions.register_screen import RegisterScreen
from desktop.ui.shell.shell import Shell
from desktop.ui.translation import Language, LanguageSwitch
from tests.paper.pages import neat_picture
from tests.services.attendance.made import course, enrol, meeting
from tests.ui.typing import press


@pytest.fixture
def place(workspace: Workspace, services: Services) -> tuple[UUID, list[UUID]]:
    """A meeting of three people, in the order of their names."""
    made = course(workspace)
    people = [enrol(workspace, made, name=f"คน {number}") for number in range(3)]
    return meeting(services, made), people


@pytest.fixture
def screen(qtbot: QtBot, shell: Shell, place: tuple[UUID, list[UUID]]) -> RegisterScreen:
    """The register of that meeting."""
    shell.open("register", place[0])
    opened = shell.current
    assert isinstance(opened, RegisterScreen)
    qtbot.waitUntil(lambda: opened.register is not None)
    return opened


def dialog_of(qtbot: QtBot, screen: RegisterScreen) -> MarksDialog:
    screen.photograph_button.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), MarksDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MarksDialog)
    return dialog


def said(services: Services, session_id: UUID) -> list[tuple[str, str]]:
    register = services.attendance.register(session_id)
    return [(line.code, line.source) for line in register.lines]


def test_marks_of_a_photograph_are_stored_and_can_be_taken_back(
    qtbot: QtBot,
    shell: Shell,
    screen: RegisterScreen,
    services: Services,
    place: tuple[UUID, list[UUID]],
    tmp_path: Path,
) -> None:
    session_id, people = place
    code = PageCode("codes", 3, 9, derived_code(session_id, 0, people))
    (tmp_path / "sheet.jpg").write_bytes(neat_picture(code, [(0, 0), (1, 5), (2, 1)]))
    dialog = dialog_of(qtbot, screen)

    dialog.read(tmp_path / "sheet.jpg")
    qtbot.waitUntil(lambda: dialog.deciding.deciding is not None)
    assert [each.split("  ")[0] for each in dialog.deciding.rows_shown] == [
        "1. คน 0", "2. คน 1", "3. คน 2",
    ]  # fmt: skip
    qtbot.waitUntil(dialog.take_button.hasFocus)
    press(dialog.take_button, Qt.Key.Key_Return)

    wanted = [("present", "paper"), ("absent", "paper"), ("late", "paper")]
    qtbot.waitUntil(lambda: said(services, session_id) == wanted)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    qtbot.waitUntil(lambda: [line.code for line in _lines(screen)] == ["present", "absent", "late"])
    qtbot.waitUntil(lambda: shell.focusWidget() is screen.table.view)
    qtbot.waitUntil(lambda: shell.banner.isVisible())
    shell.banner.button.click()
    qtbot.waitUntil(lambda: said(services, session_id) == [("", "")] * 3)


def _lines(screen: RegisterScreen) -> tuple[RegisterLine, ...]:
    assert screen.register is not None
    return screen.register.lines


def test_what_cannot_be_stored_is_told_in_the_dialog_and_the_keyboard_returns(
    qtbot: QtBot,
    shell: Shell,
    screen: RegisterScreen,
    services: Services,
    place: tuple[UUID, list[UUID]],
) -> None:
    session_id, people = place
    dialog = dialog_of(qtbot, screen)
    services.sessions.move(session_id, "cancel", {"cancel_reason": "flood"})
    page = derived_code(session_id, 0, people)
    dialog.taken.emit(Proposal(page, {(0, 0): "present"}))

    qtbot.waitUntil(dialog.problem.isVisible)
    assert said(services, session_id) == [("", "")] * 3
    dialog.close_button.click()
    qtbot.waitUntil(lambda: shell.focusWidget() is screen.table.view)


def test_both_papers_are_offered_and_written(
    qtbot: QtBot,
    screen: RegisterScreen,
    tmp_path: Path,
    switch: LanguageSwitch,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(presenter, "documents_folder", lambda: tmp_path)
    signing, marking = screen.menu.actions()
    for number, act in enumerate((signing, marking)):
        act.trigger()
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PrintDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PrintDialog)
        dialog.print_button.click()
        qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.pdf"))) > number)  # noqa: B023
        qtbot.waitUntil(screen.done_bar.isVisible)

    switch.choose(Language.ENGLISH)
    qtbot.waitUntil(lambda: screen.print_button.text().isascii())
    texts = [screen.photograph_button.text(), *(act.text() for act in screen.menu.actions())]
    assert all(text and text.isascii() for text in texts)


def test_a_meeting_that_was_called_off_has_no_paper(
    qtbot: QtBot, screen: RegisterScreen, services: Services, place: tuple[UUID, list[UUID]]
) -> None:
    assert screen.photograph_button.isVisible()
    assert screen.print_button.isVisible()
    services.sessions.move(place[0], "cancel", {"cancel_reason": "flood"})

    qtbot.waitUntil(screen.print_button.isHidden)
    assert screen.photograph_button.isHidden()


def test_the_record_of_a_meeting_is_printed_from_its_page_and_all_from_the_course(
    qtbot: QtBot,
    shell: Shell,
    services: Services,
    place: tuple[UUID, list[UUID]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(presenter, "documents_folder", lambda: tmp_path)
    services.attendance.all_came(place[0])
    shell.open("session", place[0])
    page = shell.current
    assert isinstance(page, SessionScreen)
    qtbot.waitUntil(lambda: page.detail is not None)
    course_id = services.sessions.get(place[0]).row.course_id
    for number in range(2):
        if number:
            shell.open("course", course_id)
            screen = shell.current
            assert isinstance(screen, CourseScreen)
            qtbot.waitUntil(screen.meetings.print_button.isVisible)
            screen.meetings.print_button.click()
        else:
            page.print_button.click()
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PrintDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PrintDialog)
        dialog.print_button.click()
        qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.pdf"))) > number)  # noqa: B023
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
