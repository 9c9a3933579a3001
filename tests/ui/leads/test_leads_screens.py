"""What the screens of people who are looked for have of their own."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.leads.records import LeadQuery
from desktop.services.workspace import Workspace
from desktop.ui.importing import books
from desktop.ui.importing.screen import ROWS, ImportScreen
from desktop.ui.leads.lists_screen import ListsPresenter, ListsScreen
from desktop.ui.leads.page import LeadScreen
from desktop.ui.leads.screen import LeadsScreen
from desktop.ui.leads.walk import WalkScreen
from desktop.ui.learners.new_screen import NewLearnerScreen
from desktop.ui.printing.wish import FOLDER
from desktop.ui.shell.shell import Shell
from tests.factories import add_learner
from tests.services.leads.lists import written
from tests.ui.printing.places import FakePlaces
from tests.ui.typing import press, type_text


@pytest.fixture
def taken_in(services: Services, tmp_path: Path) -> None:
    path = written(tmp_path / "TZD.xlsx")
    services.lead_imports.run(services.lead_imports.preview(path))


@pytest.fixture
def sheet(services: Services, taken_in: None, tmp_path: Path) -> str:
    """The code of the sheet of village 3, on which two stand."""
    services.lead_sheets.write_pdf(tmp_path / "a.pdf")
    return services.lead_walks.sheets()[1].code


def test_a_sheet_is_keyed_row_by_row_without_the_mouse(
    shell: Shell, services: Services, sheet: str
) -> None:
    shell.open("lead_walk", sheet)
    screen = shell.current
    assert isinstance(screen, WalkScreen)
    assert screen.number.value() == "1"
    assert QApplication.focusWidget() is screen.number
    press(screen.number, Qt.Key.Key_Return)
    type_text(screen.outcome, "2")
    press(screen.outcome, Qt.Key.Key_Return)
    press(screen.day, Qt.Key.Key_Return)  # today stands there
    assert QApplication.focusWidget() is screen.words  # where to is not known yet
    press(screen.words, Qt.Key.Key_Return)
    assert screen.problem("words")
    type_text(screen.words, "สกร. อำเภอ")
    press(screen.words, Qt.Key.Key_Return)
    assert [row.state for row in services.leads.find(LeadQuery("ธาดา"))] == ["elsewhere"]
    assert (screen.number.value(), screen.outcome.value(), screen.words.value()) == ("2", "", "")
    press(screen.number, Qt.Key.Key_Return)
    type_text(screen.outcome, "1")
    press(screen.outcome, Qt.Key.Key_Return)
    press(screen.day, Qt.Key.Key_Return)
    assert [row.state for row in services.leads.find(LeadQuery("มาลี"))] == ["found"]
    shell.banner.button.click()
    assert [row.state for row in services.leads.find(LeadQuery("มาลี"))] == ["new"]


def test_wrong_keys_are_told_beside_their_field(shell: Shell, sheet: str) -> None:
    shell.open("lead_walk", sheet)
    screen = shell.current
    assert isinstance(screen, WalkScreen)
    screen.number.set_value("9")
    screen.outcome.set_value("1")
    screen.save()
    assert "1 ถึง 2" in screen.problem("number")
    screen.outcome.set_value("8")
    screen.save()
    assert screen.problem("outcome")
    screen.number.set_value("หนึ่ง")
    screen.save()
    assert screen.problem("number")


def test_registering_begins_with_what_is_known_and_ends_at_the_learner(
    shell: Shell, services: Services, taken_in: None
) -> None:
    (row,) = services.leads.find(LeadQuery("มาลี"))
    shell.open("lead", row.id)
    page = shell.current
    assert isinstance(page, LeadScreen)
    page.register_button.click()
    form = shell.current
    assert isinstance(form, NewLearnerScreen)
    told = form.form.values()
    assert (told["given"], told["village"], told["carer"]) == ("มาลี", "3", "นางคำ ป่าแก้ว")
    form.form.save_button.click()
    assert shell.current_key == "learner"
    assert services.leads.get(row.id).row.state == "learner"
    shell.open("learner_new")
    assert form.form.values()["given"] == ""
    shell.open("lead", row.id)
    assert page.learner_button.isVisible()
    assert page.register_button.isHidden()


def test_who_is_a_learner_already_is_joined_from_the_page(
    shell: Shell, workspace: Workspace, services: Services
) -> None:
    learner = add_learner(workspace, given="คำแพง", surname="ใจดี", nickname="แพง", village="3")
    facts = {"given": "คำแพง", "surname": "ใจดี", "nickname": "แพง", "village_id": "3"}
    lead = services.leads.add(facts)
    shell.open("lead", lead)
    page = shell.current
    assert isinstance(page, LeadScreen)
    (same,) = page.join_buttons
    same.click()
    assert services.leads.get(lead).row.learner_id == learner
    shell.banner.button.click()
    assert services.leads.get(lead).row.learner_id is None


def test_a_strange_file_goes_to_the_wizard_and_its_people_are_looked_for(
    shell: Shell, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = FakePlaces(tmp_path)
    places.opens = written(tmp_path / "TZD.xlsx")
    monkeypatch.setattr(books, "SystemPlaces", lambda: places)
    shell.open("leads")
    listed = shell.current
    assert isinstance(listed, LeadsScreen)
    listed.import_button.click()
    wizard = shell.current
    assert isinstance(wizard, ImportScreen)
    assert shell.current_key == "lead_import"
    wizard.next_button.click()
    assert wizard.page == ROWS
    wizard.next_button.click()
    assert len(services.leads.find()) == 3
    wizard.summary_page.list_button.click()
    assert shell.current is listed


def test_numbers_open_their_people_and_results_go_back(
    shell: Shell,
    services: Services,
    taken_in: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    services.settings.set(FOLDER, str(tmp_path))
    places = FakePlaces(tmp_path)
    monkeypatch.setattr("desktop.ui.printing.presenter.SystemPlaces", lambda: places)
    shell.open("lead_lists")
    screen = shell.current
    assert isinstance(screen, ListsScreen)
    (card,) = screen.cards.values()
    card.back_button.click()
    assert any("TZD" not in each.name for each in tmp_path.glob("*.xlsx"))
    presenter = screen.findChild(ListsPresenter)
    assert isinstance(presenter, ListsPresenter)
    card.form.field("name").setFocus()
    type_text(card.form.field("name"), " อำเภอ")
    screen.leave()
    assert services.lead_lists.lists()[0].name == "TZD อำเภอ"
    village = next(name for name, state in screen.counts.numbers if state == "new" and "3" in name)
    screen.counts.numbers[village, "new"].click()
    listed = shell.current
    assert isinstance(listed, LeadsScreen)
    assert listed.total == 2
    listed.head.clear()
    assert listed.total == 3


def test_the_list_is_narrowed_by_village_who_looks_and_list(
    shell: Shell, services: Services, taken_in: None
) -> None:
    rows = services.leads.find()
    me = services.workspace.user.user_id
    services.leads.edit(rows[0].id, {"facilitator_id": me})
    services.leads.add({"given": "เพื่อนบ้านบอก"})
    shell.open("leads")
    screen = shell.current
    assert isinstance(screen, LeadsScreen)

    def shown(**chosen: str) -> int:
        screen.head.clear()
        for name, code in chosen.items():
            field = {"village": screen.village, "who": screen.who, "list": screen.list}[name]
            field.set_value(code)
        screen.ask()
        return screen.total

    village, own = rows[0].village_id, rows[0].list_id
    assert isinstance(village, UUID)
    assert isinstance(own, UUID)
    assert shown() == 4
    assert shown(village=village.hex) == 2
    assert shown(who=me.hex) == 1
    assert shown(who="-", list=own.hex) == 2


def test_nobody_answering_is_noted_with_one_press_and_taken_back(
    qtbot: QtBot, shell: Shell, services: Services
) -> None:
    lead = services.leads.add({"given": "ประยูร"})
    shell.open("lead", lead)
    page = shell.current
    assert isinstance(page, LeadScreen)
    page.tried_button.click()
    (tried,) = services.tries.of("lead", lead)
    assert (tried.whom, tried.result, bool(tried.next_on)) == ("person", "no_answer", True)
    qtbot.waitUntil(lambda: "1" in page.tries.typed)
    shell.banner.button.click()
    assert services.tries.of("lead", lead) == ()
    services.leads.move(lead, "refuse", {"reason": "ไม่อยากเรียน"})
    shell.open("today")
    shell.open("lead", lead)
    assert page.tried_button.isHidden()
