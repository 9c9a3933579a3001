"""The page of somebody who is no learner: the same rights as a learner has, by keyboard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.errors import UserError
from desktop.models.persons import Person
from desktop.services.all import Services
from desktop.services.workspace import Workspace
from desktop.ui.farewell.card import ERASE
from desktop.ui.farewell.dialog import FarewellDialog
from desktop.ui.partners.page import PartnerPresenter, PartnerScreen
from desktop.ui.persons.opening import CONSENTS, RIGHTS, PersonPlace
from desktop.ui.persons.presenter import PersonPresenter
from desktop.ui.persons.screen import PersonScreen
from desktop.ui.printing.wish import FOLDER
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.link_field import LinkField
from desktop.ui.widgets.text_fields import TextField
from tests.factories import add_learner
from tests.ui.fakes import TestJobs
from tests.ui.printing.places import FakePlaces
from tests.ui.typing import press, type_text


class Page:
    """The page as the shell would hold it."""

    def __init__(self, qtbot: QtBot, services: Services, jobs: TestJobs, folder: Path) -> None:
        self.jobs = jobs
        self.screen = PersonScreen(services.workspace.rights)
        qtbot.addWidget(self.screen)
        self.presenter = PersonPresenter(self.screen, services, jobs, FakePlaces(folder))
        self.opened: list[tuple[str, object]] = []
        self.screen.open_requested.connect(lambda key, what: self.opened.append((key, what)))
        self.screen.resize(1150, 640)
        self.screen.show()

    def enter(self, place: object) -> PersonScreen:
        self.screen.enter(place)
        self.settle()
        return self.screen

    def settle(self) -> None:
        self.jobs.settle()
        QApplication.processEvents()


@pytest.fixture
def page(qtbot: QtBot, services: Services, jobs: TestJobs, tmp_path: Path) -> Page:
    return Page(qtbot, services, jobs, tmp_path)


@pytest.fixture
def person(services: Services) -> UUID:
    partner = services.partners.add({"name": "วัดห้วยปูลิง"})
    who = services.persons.add({"given": "คำแปง", "surname": "ดอยตัวอย่าง", "phone": "0810000001"})
    services.partners.add_contact(partner, who, {"role": "เจ้าอาวาส"})
    return who


def line(screen: PersonScreen, name: str) -> TextField:
    found = screen.form.field(name)
    assert isinstance(found, TextField)
    return found


def test_a_person_is_read_edited_and_leads_to_whom_they_serve(
    page: Page, services: Services, person: UUID
) -> None:
    screen = page.enter(person)
    assert screen.title() == "คำแปง ดอยตัวอย่าง"
    assert screen.first_focus() is screen.form.field("given")
    type_text(line(screen, "nickname"), "แปง")
    screen.leave()
    page.settle()
    assert services.persons.get(person).row.nickname == "แปง"
    village = services.centre.save_village("4", {"name": "บ้านดอย"})
    services.persons.edit(person, {"village_id": village})
    page.enter(person)
    place = screen.form.field("village_id")
    assert isinstance(place, ChoiceField)
    assert place.currentText() == "หมู่ 4 บ้านดอย"
    assert screen.links[0].text() == "ผู้ประสานงานของ วัดห้วยปูลิง (เจ้าอาวาส)"
    press(screen.links[0], Qt.Key.Key_Space)
    assert page.opened[-1][0] == "partner"


def test_a_contact_at_a_partner_opens_their_page(
    qtbot: QtBot, services: Services, jobs: TestJobs, person: UUID
) -> None:
    screen = PartnerScreen(services.workspace.rights)
    qtbot.addWidget(screen)
    presenter = PartnerPresenter(screen, services, jobs)
    opened: list[tuple[str, object]] = []
    screen.open_requested.connect(lambda key, what: opened.append((key, what)))
    screen.show()
    screen.enter(services.persons.get(person).contacts[0].partner_id)
    jobs.settle()
    follow = screen.contacts.items[0].follow
    assert follow.accessibleName() == "เปิดหน้าของ คำแปง ดอยตัวอย่าง"
    press(follow, Qt.Key.Key_Space)
    assert opened == [("person", person)]
    assert presenter is not None


def test_a_fact_of_a_person_is_put_right_and_kept_while_written(
    qtbot: QtBot, page: Page, services: Services, person: UUID
) -> None:
    screen = page.enter(PersonPlace(person, RIGHTS))
    law = screen.law
    focused = QApplication.focusWidget()
    assert focused is not None
    assert law.form.isAncestorOf(focused)
    law.form.put("field", "surname")
    type_text(law.form.field("value"), "ดอยจริง")
    qtbot.waitUntil(lambda: services.drafts.load("person_rectification", str(person)) is not None)
    type_text(law.form.field("asked_by"), "เจ้าตัว")
    type_text(law.form.field("reason"), "สะกดผิด")
    save = screen.save_action()
    assert save is not None
    save()
    page.settle()
    assert services.persons.get(person).row.surname == "ดอยจริง"
    assert "ดอยตัวอย่าง → ดอยจริง" in law.history.typed
    assert services.drafts.load("person_rectification", str(person)) is None


def test_a_restricted_person_is_neither_edited_nor_printed(
    page: Page, services: Services, person: UUID, tmp_path: Path
) -> None:
    screen = page.enter(person)
    screen.law.restrict.click()
    assert screen.law.reason_row.problem
    type_text(screen.law.reason, "ขอให้หยุดใช้")
    screen.law.restrict.click()
    page.settle()
    assert screen.held.isVisible()
    assert not screen.form.isEnabled()
    assert not screen.law.paper.isEnabled()
    assert screen.first_focus() is screen.law.reason
    with pytest.raises(UserError, match="person_restricted"):
        services.person_records.write_pdf(person, tmp_path / "ก.pdf")
    type_text(screen.law.reason, "ตรวจแล้ว")
    screen.law.lift.click()
    page.settle()
    assert screen.form.isEnabled()


def test_who_is_restricted_as_a_learner_is_closed_as_a_person_too(
    page: Page, services: Services
) -> None:
    learner = add_learner(services.workspace, "ดาวเรือง")
    person = services.persons.add({"given": "ดาวเรือง", "same_learner_id": learner})
    services.restrictions.restrict(learner, "ขอให้หยุดใช้")
    screen = page.enter(person)
    assert screen.held.isVisible()
    assert not screen.form.isEnabled()
    assert not screen.law.paper.isEnabled()
    assert "ในฐานะผู้เรียนรู้" in screen.law.state.typed
    for part in (screen.law.restrict, screen.law.lift, screen.law.reason_row):
        assert part.isHidden()


def test_all_that_is_held_of_a_person_goes_onto_paper(
    page: Page, services: Services, person: UUID, tmp_path: Path
) -> None:
    services.settings.set(FOLDER, str(tmp_path))
    screen = page.enter(person)
    screen.law.paper.click()
    page.settle()
    dialog = page.presenter.printing.dialog
    assert dialog is not None
    dialog.print_button.click()
    page.settle()
    assert list(tmp_path.glob("*.pdf"))


def test_a_person_is_erased_for_good(
    page: Page, services: Services, workspace: Workspace, person: UUID
) -> None:
    screen = page.enter(person)
    screen.erase_button.click()
    page.settle()
    (dialog,) = screen.findChildren(FarewellDialog)
    assert list(dialog.card.choices) == [ERASE]
    dialog.card.sure.setChecked(True)
    type_text(dialog.card.reason, "เจ้าตัวขอ")
    dialog.card.act.click()
    page.settle()
    with workspace.read() as session:
        erased = session.get(Person, person)
        assert erased is None or erased.erased is not None
    assert page.opened[-1] == ("partners", None)
    assert screen.detail is None


def test_a_learner_may_be_erased_as_a_person_too(
    qtbot: QtBot, services: Services, jobs: TestJobs, page: Page
) -> None:
    learner = add_learner(services.workspace, "ดาวเรือง")
    person = services.persons.add({"given": "ดาว"})
    screen = page.enter(person)
    field = screen.form.field("same_learner_id")
    assert isinstance(field, LinkField)
    type_text(field.search.box, "ดาวเรือง")
    page.settle()
    press(field.search.box, Qt.Key.Key_Return)
    page.settle()
    assert services.persons.of_learner(learner) == person
    assert screen.links[0].text() == "เป็นผู้เรียนรู้: ดาวเรือง"
    services.erasure.erase(learner, "ขอ", as_person=True)
    assert services.persons.find() == ()


def test_who_only_looks_changes_nothing(
    qtbot: QtBot, services: Services, jobs: TestJobs, person: UUID, tmp_path: Path
) -> None:
    workspace = services.workspace
    workspace.user = replace(workspace.user, role="viewer")
    screen = Page(qtbot, services, jobs, tmp_path).enter(person)
    assert not screen.form.isEnabled()
    for part in (screen.erase_button, screen.law.restrict, screen.law.form, screen.law.paper):
        assert not part.isVisible()


def test_an_answer_is_noted_and_taken_back(page: Page, services: Services, person: UUID) -> None:
    screen = page.enter(person)
    form = screen.consents.form
    assert set(screen.consents.pills) == {"directory", "photo", "knowledge"}
    form.save()
    assert "เลือกก่อน" in form.row("agreed").problem
    form.show_values({"agreed": ["directory"], "refused": ["photo"]}, keep=False)
    form.save()
    page.settle()

    def states() -> dict[str, str]:
        return {each.purpose: each.status for each in services.person_consents.states(person)}

    assert states() == {"directory": "given", "photo": "refused", "knowledge": "pending"}
    assert form.untouched
    assert set(screen.consents.take_back) == {"directory"}
    screen.consents.take_back["directory"].click()
    page.settle()
    assert states()["directory"] == "withdrawn"
    assert not screen.consents.take_back


def test_one_thing_is_not_agreed_to_and_refused_at_once(page: Page, person: UUID) -> None:
    form = page.enter(person).consents.form
    form.show_values({"agreed": ["photo"], "refused": ["photo"]}, keep=True)
    form.save()
    assert "ได้อย่างเดียว" in form.row("refused").problem


def test_a_thumbprint_without_witnesses_is_refused_and_kept_as_a_draft(
    page: Page, services: Services, person: UUID
) -> None:
    form = page.enter(person).consents.form
    form.show_values({"agreed": ["photo"], "means": "thumbprint"}, keep=True)
    form.touched()
    form.flush()
    form.save()
    page.settle()
    assert form.row("witnesses").problem
    assert services.person_consents.states(person)[1].status == "pending"
    page.enter(services.persons.add({"given": "คนอื่น"}))
    assert form.untouched

    page.enter(PersonPlace(person, CONSENTS))

    assert form.values()["agreed"] == ["photo"]
    assert not form.untouched
