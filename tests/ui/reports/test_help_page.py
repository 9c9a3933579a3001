"""What came of help: each number opens its list, hidden ones nothing; paper and Excel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.services.all import Services
from desktop.services.learners.records import LearnerQuery
from desktop.services.workspace import Workspace
from desktop.ui.course_place import CourseFor
from desktop.ui.courses.new_screen import NewCourseScreen
from desktop.ui.courses.page import CourseScreen
from desktop.ui.funds.words import BookPlace
from desktop.ui.reports.help_page import HelpPage
from desktop.ui.reports.screen import ReportsScreen
from desktop.ui.shell.shell import Shell
from desktop.ui.subjects.directory import DirectoryScreen, OnlyThese
from tests.services.referrals.course import BY, PATHS, lead
from tests.services.tallies.test_learning import taught
from tests.subjects.referrals import refer
from tests.ui.typing import press, type_text


@pytest.fixture
def page(shell: Shell, services: Services) -> HelpPage:
    """Eight referrals sent, one of them answered."""
    known = [lead(services, refer(services, f"ค{n}", {}), PATHS["sent"]) for n in range(8)]
    services.referrals.move(known[0], "acknowledge", {"channel": "phone", **BY})
    fund = services.funds.add({"name": "กองทุนข้าว", "owner_kind": "lao"})
    services.funds.move(fund, "open", {})
    services.fund_entries.receive(fund, {"amount": "500", "party": "ก"})
    shell.open("reports")
    screen = shell.current
    assert isinstance(screen, ReportsScreen)
    screen.tabs.setCurrentWidget(screen.help)
    return screen.help


def test_a_number_of_referrals_opens_the_list_of_them(shell: Shell, page: HelpPage) -> None:
    card = page.cards["answers"]
    sent, answered = card.numbers[0], card.numbers[1]
    assert (sent.text(), answered.text()) == ("8", "1")
    answered.setFocus()
    press(answered, Qt.Key.Key_Space)
    directory = shell.current
    assert isinstance(directory, DirectoryScreen)
    assert directory.kind == "referral"
    assert directory.total == 1
    directory.head.clear()
    assert directory.total == 8


def test_people_and_months_open_what_they_are_of(shell: Shell, page: HelpPage) -> None:
    screen = shell.current
    assert screen is not None
    asked: list[tuple[str, object]] = []
    screen.open_requested.connect(lambda key, what: asked.append((key, what)))
    page.cards["cohort"].numbers[0].click()
    key, people = asked[-1]
    assert key == "learners"
    assert isinstance(people, LearnerQuery)
    assert len(people.ids or ()) == 8
    shell.open("reports")
    page.cards["money"].numbers[-1].click()
    key, place = asked[-1]
    assert key == "cash_book"
    assert isinstance(place, BookPlace)
    assert place.month == "2026-11"


def test_what_is_hidden_opens_nothing(shell: Shell, page: HelpPage) -> None:
    screen = shell.current
    assert isinstance(screen, ReportsScreen)
    assert not page.cards["cohort_parts"].isHidden()
    screen.outside.setChecked(True)
    assert page.cards["cohort_parts"].isHidden()
    assert page.cards["answers"].numbers == []


def test_needs_that_are_met_or_not_open_their_list(shell: Shell, services: Services) -> None:
    learner = services.learners.add({"given": "กา"}).id
    services.needs.add({"name": "ข้าว", "learner_id": learner, "assistance": "food"})
    services.needs.add({"name": "ผ้าห่ม", "learner_id": learner, "assistance": "clothes"})
    shell.open("reports")
    screen = shell.current
    assert isinstance(screen, ReportsScreen)
    screen.tabs.setCurrentWidget(screen.help)
    screen.help.cards["needs_by_kind"].numbers[0].click()
    directory = shell.current
    assert isinstance(directory, DirectoryScreen)
    assert (directory.kind, directory.total) == ("need", 1)
    assert directory.query.ids is not None
    shell.open("needs", OnlyThese(()))
    assert directory.query.ids == () or directory.query.ids is None


def test_who_wants_to_learn_something_is_opened_from_the_page_of_learning(
    shell: Shell, services: Services
) -> None:
    known = {
        services.learners.add({"given": name, "interests": "ทอผ้า", "village": "4"}).id
        for name in ("กา", "ขา")
    }
    shell.open("reports")
    screen = shell.current
    assert isinstance(screen, ReportsScreen)
    screen.tabs.setCurrentWidget(screen.learning)
    assert screen.learning.reports == ("learning", "demand", "skills", "credits")
    asked: list[object] = []
    screen.open_requested.connect(lambda _key, what: asked.append(what))
    for table in ("demand", "demand_by_village"):
        number = screen.learning.cards[table].numbers[0]
        assert (number.text(), number.accessibleName().split(" ")[-1]) == ("2", "2")
        number.click()
        people = asked[-1]
        assert isinstance(people, LearnerQuery)
        assert set(people.ids or ()) == known
        shell.open("reports")
    assert {"print help_demand", "export help_demand"} <= set(screen.learning.buttons)
    assert not screen.help.buttons.keys() & screen.learning.buttons.keys()


def test_a_course_is_begun_with_those_who_want_to_learn_it(
    shell: Shell, services: Services
) -> None:
    known = {
        services.learners.add({"given": name, "interests": "ทอผ้า", "village": "4"}).id
        for name in ("กา", "ขา")
    }
    shell.open("reports")
    reports = shell.current
    assert isinstance(reports, ReportsScreen)
    reports.tabs.setCurrentWidget(reports.learning)
    button = reports.learning.cards["demand_by_village"].courses[0]
    assert button.accessibleName().startswith("เปิดกิจกรรมกับคนเหล่านี้: หมู่ 4")
    button.setFocus()
    press(button, Qt.Key.Key_Space)

    screen = shell.current
    assert isinstance(screen, NewCourseScreen)
    assert screen.form.values()["name"] == "ทอผ้า"
    assert screen.form.values()["village_id"] not in (None, "")
    assert screen.invited.typed == "เก็บแล้วจะชวน 2 คน: กา · ขา"
    screen.form.save()
    (course,) = services.courses.named("ทอผ้า")
    people = services.courses.get(course.id).people
    assert {each.learner_id for each in people} == known
    assert {each.state for each in people} == {"invited"}
    assert isinstance(shell.current, CourseScreen)


def test_whom_a_half_written_course_was_for_is_kept_with_it(
    shell: Shell, services: Services
) -> None:
    people = tuple(services.learners.add({"given": name}).id for name in ("กา", "ขา"))
    shell.open("course_new", CourseFor(people, "ทอผ้า"))
    screen = shell.current
    assert isinstance(screen, NewCourseScreen)
    type_text(screen.form.field("place"), "ศาลา")
    shell.open("reports")
    shell.open("course_new", None)
    assert screen.form.values()["name"] == ""
    assert screen.invited.isHidden()
    shell.open("course_new", "ทอผ้า")
    assert screen.form.values()["place"] == "ศาลา"
    assert screen.asked.people == people
    screen.alone_button.click()
    screen.form.save()
    (course,) = services.courses.named("ทอผ้า")
    assert services.courses.get(course.id).people == ()
    assert services.drafts.list() == ()


def test_each_report_is_offered_as_paper_and_as_a_table(shell: Shell, page: HelpPage) -> None:
    wanted: list[str] = []
    page.paper_wanted.connect(wanted.append)
    screen = shell.current
    assert isinstance(screen, ReportsScreen)
    screen.paper_wanted.disconnect()
    for key, button in page.buttons.items():
        assert key in screen.offers
        button.click()
    assert wanted == list(page.buttons)
    assert len(wanted) == 8
    QApplication.processEvents()


def test_learning_stands_on_a_page_of_its_own(
    shell: Shell, services: Services, workspace: Workspace
) -> None:
    taught(workspace, services)
    shell.open("reports")
    screen = shell.current
    assert isinstance(screen, ReportsScreen)
    screen.tabs.setCurrentWidget(screen.learning)
    asked: list[tuple[str, object]] = []
    by_course = screen.learning.cards["learning_by_course"].numbers
    assert [each.text() for each in by_course[:5]] == ["3", "9", "3", "3", "6"]
    screen.learning.list_wanted.disconnect()
    screen.learning.list_wanted.connect(lambda key, what: asked.append((key, what)))
    by_course[0].click()
    assert asked[-1][0] == "courses"
