"""The register of a course: a key a place, dates in turn, its papers, and marks of a photograph."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.paper_marks.page_codes import PageCode
from desktop.services.all import Services
from desktop.services.sessions.sheets import DateSheets
from desktop.services.workspace import Workspace
from desktop.ui import file_asking
from desktop.ui.courses.page import CourseScreen
from desktop.ui.marked_sheets.dialog import MarksDialog
from desktop.ui.printing import presenter
from desktop.ui.printing.dialog import PrintDialog
from desktop.ui.sessions.grid_screen import GridScreen
from desktop.ui.sessions.old_sheet_dialog import OldSheetDialog
from desktop.ui.sessions.register_screen import RegisterScreen
from desktop.ui.shell.shell import Shell
from tests.paper.pages import neat_picture
from tests.services.attendance.made import course, enrol, meeting
from tests.ui.typing import press, type_text


@pytest.fixture
def made(workspace: Workspace, services: Services) -> tuple[UUID, list[UUID], list[UUID]]:
    """A course of twelve meetings, eleven of them past, and three people."""
    known = course(workspace)
    people = [enrol(workspace, known, name=f"คน {number}") for number in range(3)]
    days = [f"2026-11-{day:02}" for day in (*range(10, 21), 28)]
    return known, [meeting(services, known, day) for day in days], people


def opened(qtbot: QtBot, shell: Shell, known: UUID) -> GridScreen:
    shell.open("course_register", known)
    screen = shell.current
    assert isinstance(screen, GridScreen)
    qtbot.waitUntil(lambda: screen.grid is not None and bool(screen.table.meetings))
    qtbot.waitUntil(lambda: shell.focusWidget() is screen.table.view)
    return screen


def to_first(screen: GridScreen) -> None:
    while screen.table.first:
        screen.table.turn(-1)
    grid = screen.grid
    assert grid is not None
    screen.table.go_to(grid.lines[0].enrolment_id, "0")


def test_a_key_marks_a_place_and_goes_down(
    qtbot: QtBot, shell: Shell, services: Services, made: tuple[UUID, list[UUID], list[UUID]]
) -> None:
    known, meetings, people = made
    screen = opened(qtbot, shell, known)
    to_first(screen)
    view = screen.table.view
    for key in ("1", "ข"):
        type_text(view, key)
    press(view, Qt.Key.Key_Up)
    press(view, Qt.Key.Key_Up)
    press(view, Qt.Key.Key_Right)
    press(view, Qt.Key.Key_Return)
    type_text(view, "ๅ")

    wanted = {
        (people[0], meetings[0]): "present", (people[1], meetings[0]): "absent",
        (people[1], meetings[1]): "present",
    }  # fmt: skip
    qtbot.waitUntil(lambda: services.attendance.grid(known).marks == wanted)
    assert screen.table.model.index(1, 1).data() == "ข"
    press(view, Qt.Key.Key_Up)
    press(view, Qt.Key.Key_Delete)
    del wanted[people[1], meetings[1]]
    qtbot.waitUntil(lambda: services.attendance.grid(known).marks == wanted)


def test_names_stay_while_the_dates_turn(
    qtbot: QtBot, shell: Shell, made: tuple[UUID, list[UUID], list[UUID]]
) -> None:
    known, meetings, _people = made
    screen = opened(qtbot, shell, known)
    to_first(screen)
    seen = [each.id for each in screen.table.meetings]
    while screen.after_button.isEnabled():
        press(screen.table.view, Qt.Key.Key_PageDown)
        seen += [each.id for each in screen.table.meetings]
        bar = screen.table.view.horizontalScrollBar()
        assert bar.maximum() == 0
    assert seen == meetings
    assert "จาก 12 ครั้ง" in screen.dates.typed


def test_grey_places_say_why_and_take_no_key(
    qtbot: QtBot,
    shell: Shell,
    services: Services,
    workspace: Workspace,
    made: tuple[UUID, list[UUID], list[UUID]],
) -> None:
    known, meetings, _people = made
    late = enrol(workspace, known, name="คน 9", joined_on="2026-11-12")
    screen = opened(qtbot, shell, known)
    to_first(screen)
    screen.table.go_to(late, "0")
    assert "ก่อนวันที่เข้าร่วม" in screen.foot.typed
    cell = screen.table.view.currentIndex()
    assert cell.data() == "–"
    assert cell.data(Qt.ItemDataRole.BackgroundRole) is not None
    type_text(screen.table.view, "1")
    screen.table.go_to(late, "3")
    assert "ยังไม่ได้จัด" in screen.foot.typed
    type_text(screen.table.view, "1")
    qtbot.waitUntil(lambda: services.attendance.grid(known).marks != {})
    assert services.attendance.grid(known).marks == {(late, meetings[3]): "present"}


def test_what_is_refused_is_told_and_shown_as_it_is_stored(
    qtbot: QtBot, shell: Shell, made: tuple[UUID, list[UUID], list[UUID]]
) -> None:
    known, _meetings, _people = made
    screen = opened(qtbot, shell, known)
    while screen.after_button.isEnabled():
        screen.table.turn(1)
    last = len(screen.table.meetings) - 1
    grid = screen.grid
    assert grid is not None
    screen.table.go_to(grid.lines[0].enrolment_id, str(last))
    type_text(screen.table.view, "1")
    qtbot.waitUntil(screen.banner.isVisible)
    assert not screen._unsaved


def test_marks_of_a_photograph_are_stored_and_can_be_taken_back(
    qtbot: QtBot,
    shell: Shell,
    services: Services,
    workspace: Workspace,
    made: tuple[UUID, list[UUID], list[UUID]],
    tmp_path: Path,
) -> None:
    known, meetings, people = made
    with workspace.read() as session:
        page = next(DateSheets(session, known, workspace.today()).pages())
    picture = neat_picture(PageCode("dates", 3, 20, page.code), [(0, 0), (1, 1), (2, 0)])
    (tmp_path / "sheet.jpg").write_bytes(picture)
    screen = opened(qtbot, shell, known)
    screen.photograph_button.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), MarksDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MarksDialog)
    dialog.read(tmp_path / "sheet.jpg")
    qtbot.waitUntil(lambda: dialog.deciding.deciding is not None)
    qtbot.waitUntil(dialog.take_button.hasFocus)
    press(dialog.take_button, Qt.Key.Key_Return)

    codes = ("present", "absent", "present")
    wanted = {(who, meetings[0]): code for who, code in zip(people, codes, strict=True)}
    qtbot.waitUntil(lambda: services.attendance.grid(known).marks == wanted)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    qtbot.waitUntil(lambda: shell.banner.isVisible())
    shell.banner.button.click()
    qtbot.waitUntil(lambda: services.attendance.grid(known).marks == {})


def test_its_three_papers_are_written(
    qtbot: QtBot,
    shell: Shell,
    made: tuple[UUID, list[UUID], list[UUID]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(presenter, "documents_folder", lambda: tmp_path)
    screen = opened(qtbot, shell, made[0])
    acts = screen.menu.actions()
    assert len(acts) == 3
    for number, act in enumerate(acts):
        act.trigger()
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PrintDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PrintDialog)
        dialog.print_button.click()
        qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.pdf"))) > number)  # noqa: B023
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_it_opens_from_the_course_and_leads_to_a_day(
    qtbot: QtBot, shell: Shell, made: tuple[UUID, list[UUID], list[UUID]]
) -> None:
    shell.open("course", made[0])
    page = shell.current
    assert isinstance(page, CourseScreen)
    qtbot.waitUntil(lambda: not page.meetings.register_button.isHidden())
    page.meetings.register_button.click()
    screen = shell.current
    assert isinstance(screen, GridScreen)
    qtbot.waitUntil(lambda: screen.table.place() is not None)
    screen.day_button.click()
    assert isinstance(shell.current, RegisterScreen)


def test_an_old_sheet_is_asked_about_and_then_taken_in(
    qtbot: QtBot,
    shell: Shell,
    services: Services,
    made: tuple[UUID, list[UUID], list[UUID]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known, meetings, people = made
    path = tmp_path / "old.csv"
    path.write_text("ชื่อ,10/11/2569\nคน 0,1\nคน 1,x\nใครไม่รู้,1\n", encoding="utf-8")
    monkeypatch.setattr(file_asking, "ask_open", lambda *_asked: path)
    screen = opened(qtbot, shell, known)
    screen.import_button.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), OldSheetDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, OldSheetDialog)
    assert (dialog.waiting, dialog.take_button.isEnabled()) == (2, False)
    dialog.people[2].chosen.emit("new")
    dialog.cells[1, 0].chosen.emit("absent")
    assert dialog.take_button.isEnabled()
    dialog.take_button.click()

    wanted = {(people[0], meetings[0]): "present", (people[1], meetings[0]): "absent"}
    qtbot.waitUntil(lambda: len(services.attendance.grid(known).marks) == 3)
    grid = services.attendance.grid(known)
    assert wanted.items() <= grid.marks.items()
    assert "ใครไม่รู้" in [line.name for line in grid.lines]
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    qtbot.waitUntil(lambda: shell.banner.isVisible())
    shell.banner.button.click()
    qtbot.waitUntil(lambda: services.attendance.grid(known).marks == {})


def test_a_table_that_is_no_sheet_is_told(
    qtbot: QtBot,
    shell: Shell,
    made: tuple[UUID, list[UUID], list[UUID]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "old.csv"
    path.write_text("ชื่อ,อายุ\nคน 0,12\n", encoding="utf-8")
    monkeypatch.setattr(file_asking, "ask_open", lambda *_asked: path)
    screen = opened(qtbot, shell, made[0])
    screen.import_button.click()
    qtbot.waitUntil(screen.banner.isVisible)
