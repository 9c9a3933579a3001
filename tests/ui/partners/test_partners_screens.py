"""The screens of partners, over a real centre and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.workspace import Workspace
from desktop.ui.partners.new_screen import NewPartnerPresenter, NewPartnerScreen
from desktop.ui.partners.page import PartnerScreen
from desktop.ui.partners.page_presenter import PartnerPresenter
from desktop.ui.partners.presenter import PartnersPresenter
from desktop.ui.partners.screen import PartnersScreen
from desktop.ui.printing.wish import FOLDER
from desktop.ui.translation import Language, LanguageSwitch
from tests.factories import make_workspace
from tests.ui.fakes import InlineJobRunner
from tests.ui.printing.places import FakePlaces
from tests.ui.typing import press, type_text


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = make_workspace(tmp_path / "centre")
    yield opened
    opened.close()


@pytest.fixture
def services(workspace: Workspace) -> Services:
    return Services(workspace)


class Listed:
    """The list over a centre."""

    def __init__(self, qtbot: QtBot, services: Services, folder: Path) -> None:
        self.places = FakePlaces(folder)
        self.screen = PartnersScreen(services.workspace.rights)
        self.presenter = PartnersPresenter(self.screen, services, InlineJobRunner(), self.places)
        self.opened: list[tuple[str, object]] = []
        self.screen.open_requested.connect(lambda key, what: self.opened.append((key, what)))
        qtbot.addWidget(self.screen)
        self.screen.resize(1150, 640)
        self.screen.show()
        self.screen.enter(None)

    def names(self) -> list[str]:
        model = self.screen.table.model
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.fixture
def listed(qtbot: QtBot, services: Services, tmp_path: Path) -> Listed:
    for name, sector in (("วัดห้วยปูลิง", "religion"), ("กลุ่มทอผ้า", "community")):
        services.partners.add({"name": name, "sector": sector})
    services.partners.add({"name": "นานแล้ว", "confirmed_on": "2567"})
    return Listed(qtbot, services, tmp_path)


def test_a_name_that_the_table_cuts_is_told_whole_in_a_tip(listed: Listed) -> None:
    model = listed.screen.table.model

    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "กลุ่มทอผ้า"


def test_the_list_is_searched_filtered_and_opened_by_keyboard(listed: Listed) -> None:
    screen = listed.screen
    assert listed.names() == ["กลุ่มทอผ้า", "นานแล้ว", "วัดห้วยปูลิง"]
    assert screen.first_focus() is screen.head.search
    screen.head.search.setFocus()
    type_text(screen.head.search, "ทอผ")
    assert listed.names() == ["กลุ่มทอผ้า"]
    press(screen.head.search, Qt.Key.Key_Return)
    assert listed.opened[-1][0] == "partner"
    screen.head.clear()
    screen.head.chips.set_value(("again",))
    screen.ask()
    assert listed.names() == ["นานแล้ว"]
    assert "ควรถามใหม่" in str(screen.table.model.index(0, 5).data())


def test_what_is_listed_goes_onto_paper_and_into_a_workbook_and_back(
    listed: Listed, services: Services, tmp_path: Path
) -> None:
    services.settings.set(FOLDER, str(tmp_path))
    listed.screen.print_button.click()
    asked = listed.presenter.printing.dialog
    assert asked is not None
    asked.print_button.click()
    assert "หน้า" in listed.screen.done_bar.text
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    listed.screen.export_button.click()
    (book,) = tmp_path.glob("*.xlsx")
    for row in services.partners.find():
        services.partners.hide([row.id])
    listed.places.opens = book
    listed.screen.import_button.click()
    dialog = listed.presenter.books.dialog
    assert dialog is not None
    assert "ใหม่ 3" in dialog.summary.typed
    dialog.take_button.click()
    assert len(services.partners.find()) == 3


def test_an_empty_list_says_how_to_begin(qtbot: QtBot, services: Services, tmp_path: Path) -> None:
    listed = Listed(qtbot, services, tmp_path)
    listed.screen.table.empty.button.click()
    assert listed.opened == [("partner_new", None)]


@pytest.fixture
def new(qtbot: QtBot, services: Services) -> NewPartnerScreen:
    screen = NewPartnerScreen()
    screen.setProperty("kept", NewPartnerPresenter(screen, services, InlineJobRunner()))
    qtbot.addWidget(screen)
    screen.resize(1000, 640)
    screen.show()
    screen.enter(None)
    return screen


def test_a_partner_is_written_down_with_a_name_alone(
    new: NewPartnerScreen, services: Services
) -> None:
    opened: list[tuple[str, object]] = []
    new.open_requested.connect(lambda key, what: opened.append((key, what)))
    new.form.save()
    assert new.form.row("name").problem
    field = new.first_focus()
    assert field is not None
    field.setFocus()
    type_text(field, "วัดป่า")
    new.form.save()
    (row,) = services.partners.find()
    assert (row.name, opened) == ("วัดป่า", [("partner", row.id)])


def test_a_half_written_partner_is_kept(new: NewPartnerScreen, services: Services) -> None:
    field = new.first_focus()
    assert field is not None
    field.setFocus()
    type_text(field, "วัดป่า")
    new.leave()
    kept = services.drafts.load("partner_new")
    assert kept is not None
    assert kept.content["name"] == "วัดป่า"


@pytest.fixture
def known(services: Services) -> UUID:
    return services.partners.add({"name": "โรงเรียน", "confirmed_on": "2567"})


@pytest.fixture
def page(qtbot: QtBot, services: Services, known: UUID) -> PartnerScreen:
    screen = PartnerScreen(services.workspace.rights)
    screen.setProperty("kept", PartnerPresenter(screen, services, InlineJobRunner()))
    services.workspace.database.add_listener(lambda kinds: screen.refresh(kinds))
    qtbot.addWidget(screen)
    screen.resize(1150, 700)
    screen.show()
    screen.enter(known)
    return screen


def test_the_page_shows_what_is_missing_and_saves_what_is_typed(
    page: PartnerScreen, services: Services, known: UUID
) -> None:
    assert page.title() == "โรงเรียน"
    assert page.again.isVisible()
    assert "ผู้ประสานงาน" in page.missing.typed
    phone = page.form.field("phone")
    phone.setFocus()
    type_text(phone, "053111222")
    page.leave()
    assert services.partners.get(known).values["phone"] == "053111222"
    page.confirm_button.click()
    assert not page.again.isVisible()


def test_moves_ask_for_their_reason_and_are_told_with_it(
    page: PartnerScreen, services: Services, known: UUID
) -> None:
    page.move_buttons["begin"].click()
    assert services.partners.get(known).row.state == "active"
    page.move_buttons["pause"].click()
    assert services.partners.get(known).row.state == "active"
    assert QApplication.focusWidget() is page.reason
    page.reason.set_value("หน้าน้ำหลาก")
    page.move_buttons["pause"].click()
    assert services.partners.get(known).row.state == "paused"
    assert page.reason.value() == ""


def test_somebody_new_becomes_the_one_to_ask(
    page: PartnerScreen, services: Services, known: UUID
) -> None:
    page.contacts.new_button.click()
    given = page.contacts.person.field("given")
    given.setFocus()
    type_text(given, "คำแพง")
    page.contacts.person.save()
    (line,) = services.partners.get(known).contacts
    assert line.person.given == "คำแพง"
    assert [item.record_id for item in page.contacts.items] == [line.id]


def test_the_screens_speak_english(
    page: PartnerScreen, listed: Listed, switch: LanguageSwitch, qtbot: QtBot
) -> None:
    switch.choose(Language.ENGLISH)
    qtbot.waitUntil(lambda: page.confirm_button.text() == "Asked: it still holds")
    qtbot.waitUntil(lambda: listed.screen.new_button.text() == "Add a partner")


def test_the_page_scrolls_once(page: PartnerScreen) -> None:
    """As high as the place it is given: only what is below its head scrolls."""
    assert page.heightForWidth(1100) < 500
