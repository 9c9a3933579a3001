"""A course's page by keyboard: taking people in, settling them, a walk-in who becomes a learner."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.enrolments.records import EnrolmentQuery
from desktop.services.workspace import Workspace
from desktop.ui.courses.enrolment_page import EnrolmentScreen
from desktop.ui.courses.new_screen import NewCourseScreen
from desktop.ui.courses.page import CourseScreen
from desktop.ui.credit_items.learner_tab import LearningTab
from desktop.ui.learner.screen import LearnerScreen
from desktop.ui.learner_place import LEARNING, LearnerPlace
from desktop.ui.learners.screen import LearnersScreen
from desktop.ui.shell.shell import Shell
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.link_field import Found
from tests.factories import add_learner
from tests.services.courses.scene import course, mark, meet
from tests.ui.typing import press, type_text


@pytest.fixture
def made(services: Services) -> UUID:
    return course(services, capacity=2)


def page(shell: Shell, course_id: UUID) -> CourseScreen:
    shell.open("course", course_id)
    assert isinstance(shell.current, CourseScreen)
    return shell.current


def states(services: Services, course_id: UUID) -> dict[str, str]:
    rows = services.enrolments.find(EnrolmentQuery(course_id=course_id))
    return {row.name: row.state for row in rows}


def test_people_are_taken_in_one_after_the_other(
    shell: Shell, services: Services, workspace: Workspace, made: UUID
) -> None:
    people = [add_learner(workspace, given) for given in ("ก้อง", "ขวัญ", "คำ")]
    screen = page(shell, made)
    for known in people:
        screen.people.search.picked.emit(Found(known.hex, ""))

    assert states(services, made) == {"ก้อง": "enrolled", "ขวัญ": "enrolled", "คำ": "waiting"}
    assert screen.people.search.box.hasFocus()
    shell.banner.button.click()
    assert states(services, made) == {"ก้อง": "enrolled", "ขวัญ": "enrolled"}


def test_somebody_who_came_by_is_joined_to_a_learner_later(
    shell: Shell, services: Services, workspace: Workspace, made: UUID
) -> None:
    learner = add_learner(workspace, "ดาวเรือง")
    screen = page(shell, made)
    type_text(screen.people.name, "น้องดาว")
    press(screen.people.name, Qt.Key.Key_Return)
    assert states(services, made) == {"น้องดาว": "enrolled"}
    screen.refresh(frozenset({"enrolment"}))
    screen.people.names[0].click()
    one = shell.current
    assert isinstance(one, EnrolmentScreen)
    one.search.picked.emit(Found(learner.hex, "ดาวเรือง"))
    one.refresh(frozenset({"enrolment"}))

    assert states(services, made) == {"ดาวเรือง": "enrolled"}
    assert one.detail is not None
    assert not one.detail.row.walk_in


def test_all_who_met_the_rule_complete_at_once(
    shell: Shell, services: Services, workspace: Workspace, made: UUID
) -> None:
    people = [add_learner(workspace, given) for given in ("ก้อง", "ขวัญ")]
    one, other = services.enrolments.enrol(made, people, {"joined_on": "2026-11-01"}).enrolled
    meeting = meet(workspace, made, "2026-11-20")
    mark(workspace, meeting, one)
    mark(workspace, meeting, other, "absent")
    screen = page(shell, made)
    screen.people.settle_button.click()
    screen.refresh(frozenset({"enrolment"}))

    assert states(services, made) == {"ก้อง": "completed", "ขวัญ": "enrolled"}
    assert not screen.people.settle_button.isVisible()
    assert screen.people.certificate_button.isVisible()


def test_a_pair_is_chosen_from_the_others(
    shell: Shell, qtbot: QtBot, services: Services, workspace: Workspace, made: UUID
) -> None:
    people = [add_learner(workspace, given) for given in ("ก้อง", "ขวัญ")]
    one, other = services.enrolments.enrol(made, people).enrolled
    shell.open("enrolment", one)
    screen = shell.current
    assert isinstance(screen, EnrolmentScreen)
    qtbot.waitUntil(lambda: screen.pair.isVisible())
    screen.pair.chosen.emit(other.hex)

    assert services.enrolments.get(one).row.pair == "ขวัญ"
    screen.refresh(frozenset({"enrolment"}))
    assert screen.pair.value() == other.hex


def test_what_a_learner_took_part_in_stands_on_their_tab_of_learning(
    shell: Shell, services: Services, workspace: Workspace, made: UUID
) -> None:
    who = add_learner(workspace, given="ดอกแก้ว")
    row = services.enrolments.add({"course_id": made, "learner_id": who})
    services.enrolments.move(row, "enrol", {"done_on": "2569-11-01"})
    mark(workspace, meet(workspace, made, "2026-11-20"), row)
    shell.open("learner", LearnerPlace(who, LEARNING))
    screen = shell.current
    assert isinstance(screen, LearnerScreen)
    tab = screen.built(LEARNING)
    assert isinstance(tab, LearningTab)
    said = [label.typed for label in tab.findChildren(ThaiLabel)]
    assert "เข้าร่วมแล้ว 3 ชั่วโมง" in said
    assert any(each.startswith("เรียนอยู่ · มา 1 จาก 1 ครั้งที่ต้องมา (100 %)") for each in said)
    press(next(each for each in tab.buttons if each.text() == "ทอผ้ากี่เอว"), Qt.Key.Key_Space)
    assert isinstance(shell.current, EnrolmentScreen)


def test_a_course_is_begun_with_those_who_are_selected(
    shell: Shell, services: Services, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {add_learner(workspace, given) for given in ("ก้อง", "ขวัญ")}
    shell.open("learners")
    listed = shell.current
    assert isinstance(listed, LearnersScreen)
    offered: list[list[tuple[str, str]]] = []
    monkeypatch.setattr(listed.actions_bar, "offer_courses", offered.append)
    listed.table.select_ids(listed.table.model.ids)
    listed.actions_bar.course_button.click()
    ((key, text),) = offered[-1]
    assert text == "กิจกรรมใหม่กับคนเหล่านี้"
    listed.actions_bar.course_chosen.emit(key)

    screen = shell.current
    assert isinstance(screen, NewCourseScreen)
    type_text(screen.form.field("name"), "ซ่อมรถ")
    screen.form.save()
    (course,) = services.courses.named("ซ่อมรถ")
    assert {each.learner_id for each in services.courses.get(course.id).people} == known
