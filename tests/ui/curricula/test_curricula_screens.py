"""The page of a curriculum: its units, what stays as it is, and its versions; the list on paper."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.workspace import Workspace
from desktop.ui.curricula.page import CurriculumScreen
from desktop.ui.curricula.screen import CurriculaPresenter, CurriculaScreen
from desktop.ui.printing import presenter as printing
from desktop.ui.printing.wish import FOLDER
from desktop.ui.shell.shell import Shell
from desktop.ui.translation import Language, LanguageSwitch
from desktop.ui.widgets.buttons import Button
from tests.services.courses.scene import meet
from tests.ui.printing.places import FakePlaces
from tests.ui.typing import press, type_text


@pytest.fixture
def known(services: Services) -> UUID:
    made = services.curricula.add({"name": "ทอผ้า"})
    services.curricula.add_unit(made, {"name": "ขึ้นเครือ", "hours": "18"})
    return made


def page(shell: Shell, known: UUID) -> CurriculumScreen:
    shell.open("curriculum", known)
    assert isinstance(shell.current, CurriculumScreen)
    return shell.current


def test_a_unit_is_added_changed_and_taken_out(
    shell: Shell, services: Services, known: UUID
) -> None:
    screen = page(shell, known)
    screen.units.add_button.click()
    form = screen.units.items[-1].form
    name = form.field("name")
    assert QApplication.focusWidget() is name
    type_text(name, "ย้อมสี")
    form.flush()
    added = services.curricula.get(known).units[-1]
    assert (added.text("name"), added.values["number"]) == ("ย้อมสี", 2)
    type_text(form.field("hours"), "6.5")
    form.flush()
    assert services.curricula.get(known).row.hours == 24.5
    screen.refresh(frozenset({"curriculum_unit"}))
    assert "24.5" in screen.units.header.note.typed
    screen.units.edited.emit(added.id, "hours", 0)
    assert "มากกว่าศูนย์" in form.row("hours").problem
    screen.units.items[0].removed.emit()
    assert [each.text("name") for each in services.curricula.get(known).units] == ["ย้อมสี"]
    shell.banner.button.click()
    assert services.curricula.get(known).row.units == 2


def test_what_was_tried_can_only_be_read_and_leads_to_a_new_version(
    shell: Shell, services: Services, known: UUID
) -> None:
    screen = page(shell, known)
    assert not screen.version_button.isVisible()
    assert screen.units.add_button.isVisible()
    services.curricula.move(known, "try", {"held": "รุ่นแรก"})
    screen = page(shell, known)
    assert not screen.units.add_button.isVisible()
    name = screen.form.field("name")
    type_text(name, "จักสาน")
    screen.leave()
    assert services.curricula.get(known).row.name == "ทอผ้า"
    note = screen.form.field("note")
    type_text(note, "ถามแม่ครู")
    screen.leave()
    assert services.curricula.get(known).values["note"] == "ถามแม่ครู"
    screen.version_button.setFocus()
    press(screen.version_button, Qt.Key.Key_Space)
    assert shell.current_key == "curriculum"
    assert screen.detail is not None
    new = screen.detail.row
    assert (new.version, new.state) == (2, "draft")
    type_text(screen.form.field("community"), "กลุ่มแม่บ้าน")
    screen.leave()
    assert services.curricula.get(new.id).row.community == "กลุ่มแม่บ้าน"


def test_links_to_versions_and_capital_speak_the_language_of_the_screen(
    shell: Shell, services: Services, known: UUID, switch: LanguageSwitch, qtbot: QtBot
) -> None:
    forest = services.capital.add({"name": "ป่าชุมชน"})
    services.curricula.edit(known, {"capital": [forest.hex]})
    services.curricula.move(known, "try", {"held": "รุ่นแรก"})
    new = services.curricula.new_version(known)
    screen = page(shell, known)

    def links() -> list[str]:
        found = (screen.others.itemAt(place) for place in range(screen.others.count()))
        shown = (each.widget() for each in found if each is not None)
        return [each.text() for each in shown if isinstance(each, Button)]

    assert links() == ["ดูฉบับใหม่", "ป่าชุมชน"]
    switch.choose(Language.ENGLISH)
    qtbot.waitUntil(lambda: links() == ["See the new version", "ป่าชุมชน"])
    first = screen.others.itemAt(0)
    assert first is not None
    button = first.widget()
    assert isinstance(button, Button)
    button.click()
    assert screen.detail is not None
    assert screen.detail.row.id == new


def test_all_that_are_listed_are_printed_whole(
    shell: Shell,
    services: Services,
    known: UUID,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    services.settings.set(FOLDER, str(tmp_path))
    monkeypatch.setattr(printing, "SystemPlaces", lambda: FakePlaces(tmp_path))
    shell.open("curricula")
    screen = shell.current
    assert isinstance(screen, CurriculaScreen)
    screen.whole_button.click()
    presenter = screen.findChild(CurriculaPresenter)
    assert isinstance(presenter, CurriculaPresenter)
    dialog = presenter.printing.dialog
    assert dialog is not None
    dialog.print_button.click()
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    assert "หน้า" in screen.done_bar.text


def test_a_trial_is_told_by_the_course_that_was_held(
    shell: Shell, services: Services, workspace: Workspace
) -> None:
    known = services.curricula.add({"name": "ทอผ้า"})
    course = services.courses.add(
        {"name": "ทอผ้ารุ่นหนึ่ง", "curriculum_id": known, "starts_on": "2026-11-20"}
    )
    meet(workspace, course, "2026-11-20")
    shell.open("curriculum", known)
    screen = shell.current
    assert isinstance(screen, CurriculumScreen)
    texts = [each.text() for each in screen.which.findChildren(Button)]
    assert "ทอผ้ารุ่นหนึ่ง · 20 พ.ย. 2569" in texts
    screen.moves_card.begin("try")
    form = screen.moves_card.form
    assert form is not None
    assert form.values()["held"] == "ทอผ้ารุ่นหนึ่ง · 20 พ.ย. 2569"
    form.save()
    assert services.curricula.get(known).row.state == "tried"
