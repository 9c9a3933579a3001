"""The list of plans and printing many of them."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.learners.records import LearnerQuery
from desktop.services.plans.service import PlanService
from desktop.services.settings import SettingService
from desktop.services.workspace import Workspace
from desktop.ui.plans.presenter import PlansPresenter
from desktop.ui.plans.screen import PlansScreen
from desktop.ui.printing.wish import FOLDER
from desktop.ui.translation import Language, LanguageSwitch
from tests.factories import add_learner
from tests.ui.fakes import InlineJobRunner
from tests.ui.printing.places import FakePlaces
from tests.ui.typing import press, type_text


class Opened:
    """A list of plans over a real centre."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        self.workspace = workspace
        self.places = FakePlaces(folder)
        self.screen = PlansScreen()
        self.asked: list[tuple[str, object]] = []
        self.screen.open_requested.connect(lambda key, what: self.asked.append((key, what)))
        services = Services(workspace)
        services.settings.set(FOLDER, str(folder))
        self.presenter = PlansPresenter(self.screen, services, InlineJobRunner(), self.places)

    def names(self) -> list[str]:
        """The first column, from the top."""
        model = self.screen.table.model
        return [str(model.index(row, 0).data()).split(" (")[0] for row in range(model.rowCount())]


@pytest.fixture
def listed(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Opened:
    folder = tmp_path / "papers"
    folder.mkdir()
    opened = Opened(workspace, folder)
    qtbot.addWidget(opened.screen)
    opened.screen.resize(1100, 600)
    opened.screen.show()
    return opened


def plan_for(workspace: Workspace, given: str, village: str, review_on: str = "") -> UUID:
    """A learner with a plan of one goal, agreed where a review day is given."""
    plans = PlanService(workspace)
    plan = plans.start(add_learner(workspace, given, village=village))
    plans.add_goal(plan, {"text": "อ่านคล่อง"})
    if review_on:
        plans.set_status(plan, "agreed")
        plans.save(plan, {"next_review_on": review_on})
    return plan


def show(listed: Opened, qtbot: QtBot, rows: int) -> None:
    """Enter the screen and wait for the rows that are painted."""
    listed.screen.enter(None)
    qtbot.waitUntil(lambda: len(listed.names()) == rows and "…" not in listed.names())


def test_letters_without_a_typeface_are_told_before_anything_is_printed(listed: Opened) -> None:
    for given, village in (("มูแฮ", "1"), ("नेपाल", "2")):
        PlanService(listed.workspace).start(add_learner(listed.workspace, given, village=village))
    bar = listed.screen.done_bar
    for per_village in (True, False):
        listed.presenter.printing.print_plans()
        dialog = listed.presenter.printing.dialog
        assert dialog is not None
        dialog.per_village.setChecked(per_village)
        dialog.print_button.click()
        assert "नेपाल" in bar.text
        assert "U+0928" in bar.text
        assert "มูแฮ" not in bar.text
        assert list(listed.places.folder.iterdir()) == []
        assert not bar.open_file.isVisible()
    assert bar.anyway.hasFocus()
    press(bar.anyway, Qt.Key.Key_Space)
    assert len(list(listed.places.folder.iterdir())) == 1
    assert "2 แผน" in bar.text
    assert not bar.anyway.isVisible()


def test_reviews_due_come_first(listed: Opened, qtbot: QtBot) -> None:
    plan_for(listed.workspace, "กานดา", "1")
    plan_for(listed.workspace, "ไก่", "1", "2027-05-01")
    plan_for(listed.workspace, "อรพินท์", "2", "2026-10-01")
    show(listed, qtbot, 3)
    assert listed.names() == ["อรพินท์", "ไก่", "กานดา"]
    due = str(listed.screen.table.model.index(0, 3).data())
    assert "1 ต.ค. 2569" in due
    assert "เลยมา 52 วัน" in due


def test_a_chip_and_the_village_narrow_the_list(listed: Opened, qtbot: QtBot) -> None:
    plan_for(listed.workspace, "กานดา", "1")
    plan_for(listed.workspace, "ไก่", "1", "2027-05-01")
    plan_for(listed.workspace, "อรพินท์", "2", "2026-10-01")
    show(listed, qtbot, 3)
    chips = listed.screen.head.chips
    chips.set_value(("due",))
    chips.changed.emit(chips.value())
    qtbot.waitUntil(lambda: listed.names() == ["อรพินท์"])
    chips.set_value(("draft",))
    chips.changed.emit(chips.value())
    qtbot.waitUntil(lambda: listed.names() == ["กานดา"])
    chips.set_value(())
    listed.screen.village.set_value("1")
    listed.screen.village.chosen.emit("1")
    qtbot.waitUntil(lambda: sorted(listed.names()) == ["กานดา", "ไก่"])


def test_search_and_enter_open_a_plan(listed: Opened, qtbot: QtBot) -> None:
    plan_for(listed.workspace, "กานดา", "1")
    wanted = plan_for(listed.workspace, "หน่อมูพอ", "1")
    show(listed, qtbot, 2)
    type_text(listed.screen.head.search, "มูพ")
    qtbot.waitUntil(lambda: listed.names() == ["หน่อมูพอ"])
    listed.screen.table.view.selectRow(0)
    press(listed.screen.table.view, Qt.Key.Key_Return)
    assert listed.asked == [("plan", wanted)]


def test_nothing_found_offers_every_plan(listed: Opened, qtbot: QtBot) -> None:
    plan_for(listed.workspace, "กานดา", "1")
    show(listed, qtbot, 1)
    type_text(listed.screen.head.search, "ไม่มีใคร")
    qtbot.waitUntil(lambda: listed.screen.table.empty.isVisible())
    listed.screen.table.empty.button.click()
    qtbot.waitUntil(lambda: listed.names() == ["กานดา"])


def test_an_empty_centre_leads_to_people_without_a_plan(listed: Opened, qtbot: QtBot) -> None:
    add_learner(listed.workspace, "กานดา")
    listed.screen.enter(None)
    assert listed.screen.table.empty.isVisible()
    listed.screen.table.empty.button.click()
    assert listed.asked == [("learners", LearnerQuery(plan="none"))]


def test_printing_one_file_per_village(listed: Opened, qtbot: QtBot) -> None:
    plan_for(listed.workspace, "กานดา", "1")
    plan_for(listed.workspace, "ไก่", "2")
    add_learner(listed.workspace, "ไม่มีแผน", village="3")
    show(listed, qtbot, 2)
    listed.screen.print_button.click()
    dialog = listed.presenter.printing.dialog
    assert dialog is not None
    dialog.per_village.setChecked(True)
    dialog.print_button.click()
    made = sorted(path.name for path in listed.places.folder.iterdir())
    assert made == ["แผนรายบุคคล หมู่ 1 22-11-2569.pdf", "แผนรายบุคคล หมู่ 2 22-11-2569.pdf"]
    assert "2 แผน" in listed.screen.done_bar.text
    assert "2 แฟ้ม" in listed.screen.done_bar.text
    listed.screen.done_bar.open_folder.click()
    assert listed.places.opened == [listed.places.folder]


def test_only_changed_plans_are_printed_again(listed: Opened, qtbot: QtBot) -> None:
    first = plan_for(listed.workspace, "กานดา", "1")
    plan_for(listed.workspace, "ไก่", "1")
    show(listed, qtbot, 2)

    def print_changed() -> str:
        listed.screen.print_button.click()
        dialog = listed.presenter.printing.dialog
        assert dialog is not None
        dialog.only_changed.setChecked(True)
        dialog.print_button.click()
        return listed.screen.done_bar.text

    assert "2 แผน" in print_changed()
    assert "ไม่มีแผนที่เปลี่ยน" in print_changed()
    PlanService(listed.workspace).save(first, {"dream": "อยากเป็นครู"})
    again = print_changed()
    assert "1 แผน" in again
    assert "1 แผนไม่เปลี่ยน" in again


def test_the_place_and_looks_are_remembered(listed: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    plan_for(listed.workspace, "กานดา", "1")
    show(listed, qtbot, 1)
    stick = tmp_path / "stick"
    stick.mkdir()
    listed.places.folder = stick
    listed.screen.print_button.click()
    dialog = listed.presenter.printing.dialog
    assert dialog is not None
    dialog.thai_digits.setChecked(True)
    dialog.change_place.click()
    dialog.print_button.click()
    assert SettingService(listed.workspace).get(FOLDER) == str(stick)
    listed.screen.print_button.click()
    again = listed.presenter.printing.dialog
    assert again is not None
    assert again.thai_digits.isChecked()
    assert not again.sensitive.isChecked()
    assert again.wish().target.parent == stick
    assert not again.wish().target.exists()
    again.reject()


def test_english_words_follow(listed: Opened, qtbot: QtBot, switch: LanguageSwitch) -> None:
    plan_for(listed.workspace, "กานดา", "1", "2026-10-01")
    show(listed, qtbot, 1)
    switch.choose(Language.ENGLISH)
    qtbot.waitUntil(lambda: listed.screen.print_button.text() == "Print plans")
    assert "52 days late" in str(listed.screen.table.model.index(0, 3).data())
