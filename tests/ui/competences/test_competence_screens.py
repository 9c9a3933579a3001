"""The matrix opens what a cell tells and who may be relied on; one is renewed from its page."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.services.all import Services
from desktop.ui.competences.matrix_screen import MatrixScreen
from desktop.ui.competences.new_screen import NewCompetenceScreen
from desktop.ui.competences.page import CompetenceScreen
from desktop.ui.competences.screen import CompetencesScreen
from desktop.ui.mentors.page import MentorScreen
from desktop.ui.shell.shell import Shell
from tests.ui.typing import press


@pytest.fixture
def known(services: Services) -> list[UUID]:
    """One that holds, and one of somebody else that ran out."""
    today = services.workspace.today()
    add = services.competences.add
    return [
        add({"given": "ศรีวรรณ", "competence": "first_aid"}),
        add({"given": "สมร", "competence": "first_aid", "valid_to": today - timedelta(1)}),
    ]


def matrix(shell: Shell) -> MatrixScreen:
    shell.open("competence_matrix")
    assert isinstance(shell.current, MatrixScreen)
    return shell.current


def test_a_cell_opens_its_record_and_a_sum_who_may_be_relied_on(
    shell: Shell, known: list[UUID]
) -> None:
    screen = matrix(shell)
    words = [each.text() for each in screen.table.numbers]
    assert words == ["ใช้ได้", "หมดอายุ", "1"]
    assert QApplication.focusWidget() is screen.table.numbers[0]
    press(screen.table.numbers[0], Qt.Key.Key_Space)
    assert isinstance(shell.current, CompetenceScreen)
    assert shell.current.detail is not None
    assert shell.current.detail.row.id == known[0]
    matrix(shell).table.numbers[-1].click()
    listed = shell.current
    assert isinstance(listed, CompetencesScreen)
    assert listed.total == 1


def test_nothing_yet_leads_to_writing_one_down(shell: Shell) -> None:
    screen = matrix(shell)
    screen.state.empty.button.click()
    assert shell.current_key == "competence_new"


def test_one_is_renewed_of_the_same_person(
    shell: Shell, services: Services, known: list[UUID]
) -> None:
    shell.open("competence", known[1])
    page = shell.current
    assert isinstance(page, CompetenceScreen)
    page.renew_button.click()
    form = shell.current
    assert isinstance(form, NewCompetenceScreen)
    form.form.save()
    mine = [row for row in services.competences.find() if row.name == "สมร"]
    assert len(mine) == 2
    assert {row.kind for row in mine} == {"first_aid"}
    assert not any(row.ask_again for row in mine)


def test_a_mentor_leads_to_what_they_were_trained_in(
    shell: Shell, services: Services, known: list[UUID]
) -> None:
    person = services.competences.get(known[0]).row.person.id
    shell.open("mentor", services.mentors.add({"person_id": person}))
    page = shell.current
    assert isinstance(page, MentorScreen)
    (button,) = page.can.buttons
    button.click()
    assert shell.current_key == "competence"
