"""A meeting moved to another day from its page, its photographs, and evidence begun from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.dates import PartialDate
from desktop.services.all import Services
from desktop.services.evidence.records import EvidenceQuery
from desktop.services.workspace import Workspace
from desktop.ui.courses.page import CourseScreen
from desktop.ui.evidence.new_screen import NewEvidenceScreen
from desktop.ui.evidence.page import EvidenceScreen
from desktop.ui.sessions.page import SessionScreen
from desktop.ui.sessions.photographs_screen import PhotographsScreen
from desktop.ui.shell.shell import Shell
from desktop.ui.translation import Language, LanguageSwitch
from tests.factories import add_learner, picture
from tests.services.attendance.made import course, enrol, meeting


@pytest.fixture
def made(workspace: Workspace) -> UUID:
    return course(workspace, place="ศาลา", finish_rule="attendance_evidence")


@pytest.fixture
def met(services: Services, made: UUID) -> UUID:
    return meeting(services, made, from_time="09:00", to_time="12:00")


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, met: UUID) -> SessionScreen:
    return opened(qtbot, shell, met)


def opened(qtbot: QtBot, shell: Shell, session_id: UUID) -> SessionScreen:
    shell.open("session", session_id)
    screen = shell.current
    assert isinstance(screen, SessionScreen)
    qtbot.waitUntil(lambda: screen.detail is not None and screen.detail.row.id == session_id)
    return screen


def test_a_meeting_moves_to_another_day_and_back(
    qtbot: QtBot,
    shell: Shell,
    page: SessionScreen,
    services: Services,
    workspace: Workspace,
    made: UUID,
    met: UUID,
) -> None:
    other = course(workspace, name="จักสาน", place="ศาลา")
    meeting(services, other, "2026-11-25", from_time="10:00", to_time="11:00")
    page.shift.button.click()
    assert page.shift.problem.typed
    page.shift.day.set_value(PartialDate.from_date(date(2026, 11, 25)))
    page.shift.day.changed.emit(page.shift.day.value())
    qtbot.waitUntil(lambda: any("จักสาน" in text for text in page.shift.notes))
    page.shift.button.click()
    assert page.shift.problem.typed  # why
    page.shift.reason.set_value("flood")
    page.shift.button.click()

    days = [("2026-11-22", "cancelled"), ("2026-11-25", "planned")]
    qtbot.waitUntil(
        lambda: [(row.on, row.state) for row in services.sessions.of_course(made)] == days
    )
    qtbot.waitUntil(lambda: page.detail is not None and page.detail.row.on == "2026-11-25")
    assert page.moved_button.isVisible()
    page.moved_button.click()
    qtbot.waitUntil(lambda: page.detail is not None and page.detail.row.id == met)
    assert page.moved_button.isVisible()
    assert page.shift.isHidden()
    shell.banner.button.click()
    qtbot.waitUntil(
        lambda: (
            [(row.id, row.state) for row in services.sessions.of_course(made)] == [(met, "planned")]
        )
    )


def test_photographs_of_a_meeting_are_kept_with_it(
    qtbot: QtBot, shell: Shell, page: SessionScreen, services: Services, met: UUID, tmp_path: Path
) -> None:
    (tmp_path / "ย้อมสี.png").write_bytes(picture())
    page.photographs_button.click()
    screen = shell.current
    assert isinstance(screen, PhotographsScreen)
    qtbot.waitUntil(lambda: screen.detail is not None)
    screen.panel.take_files([tmp_path / "ย้อมสี.png"])
    qtbot.waitUntil(lambda: len(screen.panel.rows) == 1)
    assert [line.title for line in services.documents.of(met, "session")] == ["ย้อมสี"]
    screen.page_button.click()
    qtbot.waitUntil(lambda: page.photographs_button.text().endswith("(1)"))


def test_evidence_begun_on_a_meeting_is_of_it_and_stands_on_both_pages(
    qtbot: QtBot,
    shell: Shell,
    page: SessionScreen,
    services: Services,
    workspace: Workspace,
    made: UUID,
    met: UUID,
) -> None:
    learner = add_learner(workspace, "คำแพง")
    page.evidence.new_button.click()
    form = shell.current
    assert isinstance(form, NewEvidenceScreen)
    form.form.begin({**form.form.values(), "name": "ตะกร้า", "learner_id": learner})
    form.form.save_button.click()
    query = EvidenceQuery(course_id=made, session_id=met)
    qtbot.waitUntil(lambda: len(services.evidence.find(query)) == 1)
    shown = shell.current
    assert isinstance(shown, EvidenceScreen)
    qtbot.waitUntil(shown.course_button.isVisible)
    qtbot.waitUntil(lambda: shown.form.values()["session_id"] == met)

    opened(qtbot, shell, met)
    qtbot.waitUntil(lambda: len(page.evidence.lines) == 1)
    shown.course_button.click()
    course_page = shell.current
    assert isinstance(course_page, CourseScreen)
    qtbot.waitUntil(lambda: len(course_page.evidence.lines) == 1)
    course_page.evidence.lines[0].click()
    qtbot.waitUntil(lambda: shell.current is shown)


def test_the_course_says_who_lacks_evidence_and_begins_it(
    qtbot: QtBot,
    shell: Shell,
    services: Services,
    workspace: Workspace,
    made: UUID,
    met: UUID,
    switch: LanguageSwitch,
) -> None:
    learner = add_learner(workspace, "คำแพง")
    who = enrol(workspace, made, learner_id=learner)
    services.attendance.mark(met, {who: "present"})
    shell.open("course", made)
    screen = shell.current
    assert isinstance(screen, CourseScreen)
    qtbot.waitUntil(lambda: len(screen.people.next_buttons) == 1)
    switch.choose(Language.ENGLISH)
    qtbot.waitUntil(lambda: screen.people.next_buttons[0].text().isascii())
    screen.people.next_buttons[0].click()
    form = shell.current
    assert isinstance(form, NewEvidenceScreen)
    values = form.form.values()
    assert (values["learner_id"], values["course_id"]) == (learner, made)
