"""The roster on the screen: a week filled by keyboard, gaps, last week again, and the day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.workspace import Workspace
from desktop.ui.duty.screen import DutyScreen
from desktop.ui.shell.shell import Shell
from desktop.ui.today.screen import TodayScreen
from tests.ui.typing import press, type_text


def roster(shell: Shell, day: date | None = None) -> DutyScreen:
    shell.open("duty", day)
    screen = shell.current
    assert isinstance(screen, DutyScreen)
    return screen


def test_nights_are_taken_one_after_the_other_by_keyboard(
    qtbot: QtBot, shell: Shell, services: Services, workspace: Workspace
) -> None:
    screen = roster(shell, workspace.today())
    evening = next(
        row
        for row in screen.rows
        if row.line and (row.line.on, row.line.span) == (workspace.today().isoformat(), "night")
    )
    qtbot.waitUntil(lambda: shell.focusWidget() is evening.who)
    screen = roster(shell, date(2026, 11, 23))
    first, second = screen.rows[0], screen.rows[1]
    first.who.setFocus()
    first.who.setCurrentIndex(1)
    first.who.activated.emit(1)
    assert shell.focusWidget() is second.who
    second.who.setCurrentIndex(1)
    second.who.activated.emit(1)
    week = services.duty.days(date(2026, 11, 23))
    assert [each.who for each in week[:3]] == ["ครูทดสอบ", "ครูทดสอบ", ""]
    qtbot.waitUntil(lambda: first.phone.isEnabled())
    type_text(first.phone, "0800000299")
    press(first.phone, Qt.Key.Key_Tab)
    first.flush()
    assert services.duty.days(date(2026, 11, 23))[0].own_phone == "0800000299"


def test_last_week_again_and_the_next_gap(
    qtbot: QtBot, shell: Shell, services: Services, workspace: Workspace
) -> None:
    me = workspace.user.user_id
    services.duty.set("16/11/2569", "day", {"user_id": me})
    services.duty.set("22/11/2569", "day", {"user_id": me})
    services.duty.set("22/11/2569", "night", {"user_id": me})
    screen = roster(shell, date(2026, 11, 24))
    assert screen.rows[0].line is not None
    screen.copy_button.click()
    qtbot.waitUntil(lambda: screen.rows[0].line is not None and screen.rows[0].line.taken)
    shell.banner.button.click()
    qtbot.waitUntil(lambda: screen.rows[0].line is not None and not screen.rows[0].line.taken)
    screen.before_button.click()
    qtbot.waitUntil(lambda: screen.first == date(2026, 11, 16))
    screen.gap_button.click()
    qtbot.waitUntil(lambda: screen.first == date(2026, 11, 23))
    qtbot.waitUntil(lambda: shell.focusWidget() is screen.rows[0].who)


def test_the_day_and_the_urgent_page_tell_who_answers_and_open_the_night(
    qtbot: QtBot, shell: Shell, services: Services, workspace: Workspace
) -> None:
    shell.open("today")
    today = shell.current
    assert isinstance(today, TodayScreen)
    assert today.duty_button.isHidden()
    me = workspace.user.user_id
    services.duty.set(workspace.today(), "day", {"user_id": me})
    qtbot.waitUntil(lambda: today.duty_button.text() == "ยังไม่มีเวรคืนนี้")
    services.duty.set(workspace.today(), "night", {"user_id": me, "phone": "0800000299"})
    qtbot.waitUntil(lambda: today.duty_button.text() == "เวรคืนนี้: ครูทดสอบ 0800000299")
    today.duty_button.click()
    assert shell.current_key == "duty"
    shell.open("urgent")
    urgent = shell.screen_of("urgent")
    qtbot.waitUntil(lambda: "ครูทดสอบ" in urgent.duty_button.text())  # type: ignore[attr-defined]
