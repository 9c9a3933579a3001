"""Mentors, partners and people by the keyboard alone: found, opened, added, changed, printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit

from desktop.services.details import SubjectRow
from desktop.services.mentors.records import MentorQuery
from desktop.services.partners.records import PartnerQuery
from desktop.ui.mentors.new_screen import NewMentorScreen
from desktop.ui.mentors.page import MentorScreen
from desktop.ui.mentors.screen import MentorsScreen
from desktop.ui.partners.new_screen import NewPartnerScreen
from desktop.ui.partners.page import PartnerScreen
from desktop.ui.partners.screen import PartnersScreen
from desktop.ui.persons.screen import PersonScreen
from desktop.ui.printing import presenter
from desktop.ui.printing.dialog import PrintDialog
from desktop.ui.subjects.directory import DirectoryScreen
from desktop.ui.subjects.page import SubjectPage
from desktop.ui.today.screen import TodayScreen
from tests.tour.story import PASSCODE
from tests.ui.window.hands import ALT, CONTROL, Hands

R = TypeVar("R", bound=SubjectRow)
DOWN, TAB, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Return


@pytest.fixture(autouse=True)
def _files_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(presenter, "documents_folder", lambda: tmp_path)


def begin(hands: Hands) -> None:
    hands.sign_in(PASSCODE)
    hands.screen(TodayScreen)


def in_its_list(hands: Hands, kind: type[DirectoryScreen[R]], title: str) -> DirectoryScreen[R]:
    hands.find(title)
    listed = hands.screen(kind)
    hands.on(lambda: listed.head.search)
    hands.wait(lambda: listed.total > 0)
    return listed


def found_and_opened(hands: Hands, listed: DirectoryScreen[R], words: str) -> None:
    hands.write(words)
    hands.wait(lambda: listed.total == 1)
    hands.key(DOWN)
    hands.on(lambda: listed.table)
    hands.key(ENTER)


def test_a_mentor_is_found_changed_and_brought_back(hands: Hands) -> None:
    begin(hands)
    listed = in_its_list(hands, MentorsScreen, "ครูพี่เลี้ยง")
    found_and_opened(hands, listed, "ประยูร")
    page = hands.screen(MentorScreen)
    hands.on(lambda: page.form.field("skills"))
    detail = page.detail
    assert detail is not None
    before = detail.row.state

    card = page.moves_card
    hands.tab_to(card.buttons["pause"], 80)
    hands.key(ENTER)
    form = card.form
    assert form is not None
    hands.on(lambda: form)
    hands.tab_to(form.field("reason"), 10)
    hands.write("หน้าฝนทางขาด")
    hands.key(ENTER)
    hands.wait(lambda: page.detail is not None and page.detail.row.state != before)
    hands.on(lambda: card)
    assert hands.focus in card.buttons.values()

    hands.key(Qt.Key.Key_Z, CONTROL)
    hands.wait(lambda: page.detail is not None and page.detail.row.state == before)
    hands.on(lambda: card)
    assert hands.focus in card.buttons.values()


def test_a_mentors_consent_is_asked(hands: Hands) -> None:
    begin(hands)
    listed = in_its_list(hands, MentorsScreen, "ครูพี่เลี้ยง")
    found_and_opened(hands, listed, "ประยูร")
    page = hands.screen(MentorScreen)
    hands.on(lambda: page.form.field("skills"))
    hands.tab_to(page.ask_button, 80)
    hands.key(ENTER)
    person = hands.screen(PersonScreen)
    card = person.consents
    hands.on(lambda: card)
    hands.tab_to(card.form.field("agreed"), 6)
    hands.key(Qt.Key.Key_Space)
    assert card.form.values()["agreed"]
    hands.tab_to(card.form.save_button, 40)
    hands.key(ENTER)
    hands.wait(lambda: bool(card.take_back))
    hands.on(lambda: card)

    hands.tab_to(next(iter(card.take_back.values())), 60)
    hands.key(ENTER)
    hands.wait(lambda: not card.take_back)
    hands.on(lambda: card)


def test_a_mentor_is_added(hands: Hands) -> None:
    begin(hands)
    in_its_list(hands, MentorsScreen, "ครูพี่เลี้ยง")
    hands.key(Qt.Key.Key_N, CONTROL)
    new = hands.screen(NewMentorScreen)
    hands.on(lambda: new.form.field("person_id"))
    hands.tab_to(new.form.field("given"), 4)
    hands.write("ลุงคำ")
    hands.key(TAB)
    hands.on(lambda: new.form.field("surname"))
    hands.write("ทดลองแป้น")
    hands.key(Qt.Key.Key_S, CONTROL)
    page = hands.screen(MentorScreen)
    hands.on(lambda: page.form.field("skills"))
    hands.write("จักสาน")
    hands.key(Qt.Key.Key_S, CONTROL)

    def taught() -> list[tuple[str, str]]:
        found = hands.session.services.mentors.find(MentorQuery(search="ทดลองแป้น"))
        return [(row.name, row.skills) for row in found]

    hands.wait(lambda: taught() == [("ลุงคำ ทดลองแป้น", "จักสาน")])
    hands.on(lambda: page.form.field("skills"))


def test_a_partner_is_added_filled_and_asked_again(hands: Hands) -> None:
    begin(hands)
    listed = in_its_list(hands, PartnersScreen, "ภาคีและทุน")
    hands.key(Qt.Key.Key_N, CONTROL)
    new = hands.screen(NewPartnerScreen)
    hands.on(lambda: new.form.field("name"))
    hands.write("กลุ่มทดลองแป้น")
    hands.key(Qt.Key.Key_S, CONTROL)
    page = hands.screen(PartnerScreen)
    hands.on(lambda: page.form.field("name"))
    hands.tab_to(page.form.field("phone"), 6)
    hands.write("0800000013")
    hands.key(Qt.Key.Key_S, CONTROL)
    services = hands.session.services

    def phone() -> str:
        (row,) = services.partners.find(PartnerQuery(search="กลุ่มทดลองแป้น"))
        return row.phone

    hands.wait(lambda: phone() == "0800000013")
    hands.on(lambda: page.form.field("phone"))
    hands.key(Qt.Key.Key_Left, ALT)
    hands.wait(lambda: hands.session.shell.current is not page)
    assert listed.total


def test_a_person_is_written_down_found_and_put_right(hands: Hands) -> None:
    begin(hands)
    listed = in_its_list(hands, PartnersScreen, "ภาคีและทุน")
    found_and_opened(hands, listed, "อู่ช่างยูร")
    page = hands.screen(PartnerScreen)
    hands.on(lambda: page.form.field("name"))
    contacts = page.contacts
    hands.tab_to(contacts.new_button, 80)
    hands.key(ENTER)
    hands.on(lambda: contacts.person.field("given"))
    hands.write("ปิ่น")
    hands.key(TAB)
    hands.on(lambda: contacts.person.field("surname"))
    hands.write("ทดลองแป้น")
    hands.key(ENTER, CONTROL)
    hands.wait(lambda: len(contacts.items) == 2)
    hands.on(lambda: contacts.search)

    hands.find("ปิ่น ทดลองแป้น")
    person = hands.screen(PersonScreen)
    hands.on(lambda: person.form.field("given"))
    hands.tab_to(person.form.field("phone"), 10)
    hands.write("0800000014")
    hands.key(Qt.Key.Key_S, CONTROL)
    services = hands.session.services
    hands.wait(lambda: [row.phone for row in services.persons.find("ปิ่น")] == ["0800000014"])
    hands.on(lambda: person.form.field("phone"))
    hands.key(Qt.Key.Key_Z, CONTROL)
    hands.key(Qt.Key.Key_Left, ALT)
    hands.on(lambda: hands.screen(PartnerScreen))


def test_a_list_is_narrowed_and_widened(hands: Hands) -> None:
    begin(hands)
    listed = in_its_list(hands, MentorsScreen, "ครูพี่เลี้ยง")
    everybody = listed.total
    hands.tab_to(listed.filter)
    hands.key(DOWN)
    hands.wait(lambda: 0 < listed.total < everybody)
    hands.on(lambda: listed.filter)
    narrowed = listed.total
    hands.tab_to(listed.head.chips)
    hands.key(Qt.Key.Key_Space)
    hands.wait(lambda: listed.total < narrowed)
    hands.on(lambda: listed.head.chips)
    hands.tab_to(listed.table)
    hands.key(ENTER)
    hands.wait(lambda: listed.total == everybody)
    hands.on(lambda: listed.table)


@pytest.mark.parametrize(
    ("code", "kind"), [("mentor_ask_again", MentorScreen), ("partner_mou", PartnerScreen)]
)
def test_a_line_of_the_day_opens_it(hands: Hands, code: str, kind: type[SubjectPage[Any]]) -> None:
    begin(hands)
    today = hands.screen(TodayScreen)
    hands.on(lambda: today.lines)
    for _step in range(200):
        line = today.lines.current
        if line is not None and line.code == code:
            break
        hands.key(DOWN)
    hands.key(ENTER)
    page = hands.screen(kind)
    hands.on(lambda: page.form)


def by_keys(act: Callable[[QDialog], None], kind: type[QDialog]) -> None:
    """Act in the dialog that opens next; one that is modal waits in a loop of its own."""

    def there() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            act(dialog)
        else:
            QTimer.singleShot(20, there)

    QTimer.singleShot(0, there)


@pytest.mark.parametrize(
    ("kind", "title"), [(PartnersScreen, "ภาคีและทุน"), (MentorsScreen, "ครูพี่เลี้ยง")]
)
def test_a_directory_is_printed_and_written_to_a_file(
    hands: Hands, tmp_path: Path, kind: type[DirectoryScreen[R]], title: str
) -> None:
    begin(hands)
    listed = in_its_list(hands, kind, title)
    hands.key(Qt.Key.Key_P, CONTROL)
    hands.wait(lambda: isinstance(QApplication.activeModalWidget(), PrintDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PrintDialog)
    hands.on(lambda: dialog.print_button)
    hands.key(ENTER)
    hands.wait(lambda: bool(list(tmp_path.glob("*.pdf"))))
    hands.on(lambda: listed.done_bar.look_button)

    written = tmp_path / "ทำเนียบ.xlsx"

    def typed(dialog: QDialog) -> None:
        field = dialog.focusWidget()
        assert isinstance(field, QLineEdit)
        field.setText(str(written))
        QTest.keyClick(field, ENTER)

    by_keys(typed, QFileDialog)
    hands.tab_to(listed.export_button, 40)
    hands.key(ENTER)
    hands.wait(written.exists)
    hands.on(lambda: listed)
