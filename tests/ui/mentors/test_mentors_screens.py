"""What the screens of mentors have of their own: who they are, and what they agreed to."""

from __future__ import annotations

from uuid import UUID

import pytest

from desktop.services.all import Services
from desktop.ui.mentors.new_screen import NewMentorScreen
from desktop.ui.mentors.page import MentorScreen
from desktop.ui.persons.screen import PersonScreen
from desktop.ui.shell.shell import Shell
from tests.ui.typing import type_text


@pytest.fixture
def person(services: Services) -> UUID:
    return services.persons.add({"given": "ประยูร", "surname": "ใจดี", "phone": "0800000206"})


def test_somebody_who_is_known_is_not_written_down_again(
    shell: Shell, services: Services, person: UUID
) -> None:
    shell.open("mentor_new")
    screen = shell.current
    assert isinstance(screen, NewMentorScreen)
    for name, words in (("given", "ประยูร"), ("surname", "ใจดี")):
        screen.form.field(name).setFocus()
        type_text(screen.form.field(name), words)
    screen.form.save_button.setFocus()
    assert screen.alike == ("ประยูร ใจดี",)
    shell.open("mentor_new", person)
    assert screen.form.row("given").isHidden()
    screen.form.save()
    (row,) = services.mentors.find()
    assert row.person.id == person
    assert services.persons.count() == 1


def test_one_begins_once_they_agreed_and_the_way_to_the_person_leads_back(
    shell: Shell, services: Services, person: UUID
) -> None:
    ready = {"screened_on": "2569", "screening": "clear"}
    made = services.mentors.add({"person_id": person, **ready})
    shell.open("mentor", made)
    page = shell.current
    assert isinstance(page, MentorScreen)
    page.moves_card.buttons["accept"].click()
    assert page.moves_card.form is not None
    page.moves_card.form.save_button.click()
    assert "ยินยอม" in page.moves_card.problem
    page.ask_button.click()
    whose = shell.current
    assert isinstance(whose, PersonScreen)
    services.person_consents.record(person, {"directory": True})
    (link,) = [each for each in whose.links if each.text() == "ครูพี่เลี้ยง"]
    link.click()
    assert shell.current is page
    page.refresh(frozenset({"consent"}))
    assert page.ask_button.isHidden()
    page.moves_card.form.save_button.click()
    assert services.mentors.get(made).row.state == "active"
