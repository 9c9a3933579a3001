"""The calendar on the screen: by keyboard from day to day, filters, clashes that say why."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.courses import Course
from desktop.services.workspace import Workspace
from desktop.ui.calendar.screen import CalendarScreen
from desktop.ui.sessions.page import SessionScreen
from desktop.ui.shell.shell import Shell
from desktop.ui.translation import Language, LanguageSwitch
from tests.services.calendars.test_calendar import meeting, stored, village
from tests.ui.typing import press, type_text


def calendar(qtbot: QtBot, shell: Shell, day: date | None = None) -> CalendarScreen:
    shell.open("calendar", day)
    screen = shell.current
    assert isinstance(screen, CalendarScreen)
    qtbot.waitUntil(lambda: screen.found is not None and screen.found.days > 7)
    return screen


def test_days_are_walked_by_keyboard_and_months_are_read(
    qtbot: QtBot, shell: Shell, workspace: Workspace
) -> None:
    course = stored(workspace, Course(name="ทอผ้า"))
    meeting(workspace, course, on="2026-12-01", from_time="09:00")
    screen = calendar(qtbot, shell)
    grid = screen.grid
    assert screen.day == workspace.today() == date(2026, 11, 22)
    assert "พฤศจิกายน 2569" in screen.span.text()

    press(grid, Qt.Key.Key_Right)
    press(grid, Qt.Key.Key_Down)
    assert screen.day == date(2026, 11, 30)
    press(grid, Qt.Key.Key_Right)
    assert screen.day == date(2026, 12, 1)
    qtbot.waitUntil(lambda: screen.found is not None and screen.found.first == date(2026, 11, 29))
    qtbot.waitUntil(lambda: [each.course for each in grid.on(screen.day)] == ["ทอผ้า"])
    assert "ทอผ้า" in grid.accessibleDescription()
    spoken = grid.model().data(grid.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("อังคาร 1 ธ.ค. 2569")
    assert "09:00 ทอผ้า" in spoken

    press(grid, Qt.Key.Key_PageDown)
    assert screen.day == date(2027, 1, 1)
    press(grid, Qt.Key.Key_PageUp)
    press(grid, Qt.Key.Key_Home)
    assert screen.day == date(2026, 11, 22)


def test_enter_opens_what_the_day_holds_and_n_begins_a_new_one(
    qtbot: QtBot, shell: Shell, workspace: Workspace
) -> None:
    course = stored(workspace, Course(name="ทอผ้า"))
    one = meeting(workspace, course, on="2026-11-23", from_time="09:00")
    for number in (1, 2):
        meeting(workspace, course, on="2026-11-24", number=number, from_time=f"{9 + number}:00")
    screen = calendar(qtbot, shell, date(2026, 11, 23))
    opened: list[object] = []
    begun: list[object] = []
    screen.session_wanted.disconnect()
    screen.new_wanted.disconnect()
    screen.session_wanted.connect(lambda each: opened.append(each.id))
    screen.new_wanted.connect(begun.append)

    press(screen.grid, Qt.Key.Key_Return)
    assert opened == [one]
    press(screen.grid, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: len(screen.panel.buttons) == 2 and screen.panel.buttons[0].isVisible())
    press(screen.grid, Qt.Key.Key_Return)
    assert opened == [one]
    qtbot.waitUntil(lambda: shell.focusWidget() is screen.panel.buttons[0])
    press(screen.grid, Qt.Key.Key_N)
    assert begun == [date(2026, 11, 24)]


def test_filters_the_band_and_reasons_in_both_languages(
    qtbot: QtBot, shell: Shell, workspace: Workspace
) -> None:
    four = village(workspace, "4", flood_months=[9, 11], work_months=[6])
    village(workspace, "5")
    course = stored(workspace, Course(name="ทอผ้า", village_id=four))
    other = stored(workspace, Course(name="ทำขนม", responsible_id=workspace.user.user_id))
    meeting(workspace, course, on="2026-11-22", from_time="09:00")
    meeting(workspace, other, on="2026-11-22", from_time="09:00")
    screen = calendar(qtbot, shell)

    assert screen.band.kinds == ["flood", "work"]
    assert screen.band.cell("flood", 11) == "4"
    assert screen.panel.notes == ["หมู่ 4 ทางขาดเดือนนี้"]
    shell.open("calendar")
    screen.who.set_value(f"user:{workspace.user.user_id}")
    screen.who.chosen.emit(screen.who.value())
    assert [each.course for each in screen.grid.on(screen.day)] == ["ทำขนม"]
    screen.who.set_value("")
    screen.village.set_value("4")
    screen.village.chosen.emit("4")
    assert [each.course for each in screen.grid.on(screen.day)] == ["ทอผ้า"]
    screen.view.set_value("week")
    screen.view.chosen.emit("week")
    qtbot.waitUntil(lambda: screen.found is not None and screen.found.days == 7)
    assert screen.grid.model().rowCount() == 1


def test_it_speaks_english(
    qtbot: QtBot, shell: Shell, workspace: Workspace, switch: LanguageSwitch
) -> None:
    four = village(workspace, "4", festival_months=[11])
    course = stored(workspace, Course(name="Weaving", village_id=four))
    meeting(workspace, course, on="2026-11-22", from_time="09:00")
    screen = calendar(qtbot, shell)
    switch.choose(Language.ENGLISH)
    qtbot.waitUntil(lambda: screen.panel.notes == ["Moo 4 has festivals this month"])
    assert "November 2569" in screen.span.text()


def test_a_session_is_planned_on_the_day_and_says_what_it_clashes_with(
    qtbot: QtBot, shell: Shell, workspace: Workspace
) -> None:
    me = workspace.user.user_id
    busy = stored(workspace, Course(name="ทอผ้า", responsible_id=me))
    meeting(workspace, busy, on="2026-11-24", from_time="09:00", to_time="12:00")
    stored(workspace, Course(name="ทำขนม", responsible_id=me))
    screen = calendar(qtbot, shell, date(2026, 11, 24))
    form = screen.panel.form
    press(screen.grid, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: form.isVisible() and form.course.count() == 2)
    form.save_button.click()
    assert "เลือกกิจกรรม" in form.problem.typed
    place = form.course.findText("ทำขนม")
    form.course.setCurrentIndex(place)
    form.course.activated.emit(place)
    type_text(form.from_time, "10:00")
    qtbot.waitUntil(lambda: form.notes == ["ชนกับ ทอผ้า 09:00–12:00: ผู้รับผิดชอบคนเดียวกัน"])
    type_text(form.to_time, "25:00")
    form.save_button.click()
    qtbot.waitUntil(lambda: form.problem.isVisible())
    form.to_time.set_value("11:00")
    form.save_button.click()
    qtbot.waitUntil(lambda: len(screen.grid.on(screen.day)) == 2)
    qtbot.waitUntil(lambda: not form.isVisible())
    assert [each.hard for each in screen.grid.on(screen.day)] == [True, True]
    shell.banner.button.click()
    qtbot.waitUntil(lambda: len(screen.grid.on(screen.day)) == 1)


def test_a_planned_session_is_moved_from_its_day(
    qtbot: QtBot, shell: Shell, workspace: Workspace
) -> None:
    course = stored(workspace, Course(name="ทอผ้า"))
    meeting(workspace, course, on="2026-11-23", from_time="09:00")
    screen = calendar(qtbot, shell, date(2026, 11, 23))
    qtbot.waitUntil(lambda: len(screen.panel.move_buttons) == 1)
    screen.panel.move_buttons[0].click()
    page = shell.current
    assert isinstance(page, SessionScreen)
    qtbot.waitUntil(lambda: page.shift.isAncestorOf(shell.focusWidget() or page))
