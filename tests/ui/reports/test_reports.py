"""The reports: counts that open their lists, hidden ones, papers and tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.dates import PartialDate
from desktop.models.people import Learner
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.tallies.help_service import REPORTS
from desktop.services.workspace import Workspace
from desktop.ui.printing.wish import FOLDER
from desktop.ui.reports.offers import OFFERS
from desktop.ui.reports.presenter import ReportsPresenter
from desktop.ui.reports.screen import ReportsScreen
from desktop.ui.shell.feature import Feature, Features
from desktop.ui.shell.offers import Within
from desktop.ui.translation import Language, LanguageSwitch
from tests.factories import add_learner
from tests.ui.centre import features_of
from tests.ui.fakes import InlineJobRunner
from tests.ui.printing.places import FakePlaces
from tests.ui.typing import press


class Opened:
    """Reports over a centre with nine people in two villages."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        self.workspace = workspace
        self.places = FakePlaces(folder)
        for number in range(7):
            add_learner(workspace, f"คนที่{number}", village="1", status="studying", sex="female")
        for number in range(2):
            add_learner(workspace, f"อีก{number}", village="2", status="out_of_school", sex="male")
        self.screen = ReportsScreen({each.key: each for each in OFFERS})
        self.asked: list[tuple[str, LearnerQuery]] = []
        self.screen.open_requested.connect(lambda key, what: self.asked.append((key, what)))
        services = Services(workspace)
        services.settings.set(FOLDER, str(folder))
        self.presenter = ReportsPresenter(self.screen, services, InlineJobRunner(), self.places)

    def found(self) -> int:
        """How many people the last list that was asked for has."""
        return LearnerLists(self.workspace).count(self.asked[-1][1])


@pytest.fixture
def reports(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Opened:
    folder = tmp_path / "papers"
    folder.mkdir()
    opened = Opened(workspace, folder)
    qtbot.addWidget(opened.screen)
    opened.screen.resize(1180, 640)
    opened.screen.show()
    opened.screen.enter(None)
    return opened


def test_the_numbers_are_right_and_open_their_lists(reports: Opened) -> None:
    numbers = reports.screen.numbers
    assert numbers["people"].number == "9"
    assert numbers["without"].number == "9"
    numbers["without"].opened.emit()
    assert reports.asked[-1][0] == "learners"
    assert reports.found() == 9


def test_a_bar_opens_its_people_by_keyboard(reports: Opened) -> None:
    reports.screen.tabs.setCurrentIndex(1)
    bars = reports.screen.villages.bars
    press(bars, Qt.Key.Key_Down)
    press(bars, Qt.Key.Key_Return)
    assert reports.found() == 2


def test_each_number_of_the_table_opens_its_people(reports: Opened) -> None:
    wanted = {button.text(): button for button in reports.screen.table.numbers}
    assert set(wanted) == {"7", "2"}
    wanted["7"].click()
    assert reports.found() == 7


def test_small_counts_are_hidden_for_use_outside(reports: Opened) -> None:
    reports.screen.outside.setChecked(True)
    assert reports.screen.table.numbers == []
    reports.screen.tabs.setCurrentIndex(1)
    asked = len(reports.asked)
    press(reports.screen.villages.bars, Qt.Key.Key_Down)
    press(reports.screen.villages.bars, Qt.Key.Key_Return)
    assert len(reports.asked) == asked
    said = reports.screen.villages.bars.accessibleDescription()
    assert "ไม่แสดง" in said
    assert "2" not in said.split(",")[-1]


def test_one_village_is_counted_alone(reports: Opened) -> None:
    reports.screen.village.set_value("2")
    reports.screen.village.chosen.emit("2")
    assert reports.screen.numbers["people"].number == "2"
    reports.screen.numbers["people"].opened.emit()
    assert reports.found() == 2


def test_nobody_to_count_says_what_would_be_here(qtbot: QtBot, workspace: Workspace) -> None:
    screen = ReportsScreen({each.key: each for each in OFFERS})
    qtbot.addWidget(screen)
    screen.show()
    _presenter = ReportsPresenter(screen, Services(workspace), InlineJobRunner())
    screen.enter(None)
    assert screen.state.empty.isVisible()


@pytest.mark.parametrize("paper", ["summary", "register", "form survey", "form hett", "form plan"])
def test_papers_are_made(reports: Opened, paper: str) -> None:
    reports.screen.papers.cards[paper].opened.emit()
    dialog = reports.presenter.printing.dialog
    assert dialog is not None
    dialog.print_button.click()
    (made,) = reports.places.folder.iterdir()
    assert made.read_bytes().startswith(b"%PDF")
    reports.screen.done_bar.open_file.click()
    assert reports.places.opened == [made]


def test_a_paper_is_looked_at_before_it_is_printed(reports: Opened) -> None:
    reports.screen.papers.cards["summary"].opened.emit()
    printing = reports.presenter.printing
    assert printing.dialog is not None
    printing.dialog.look_button.click()
    assert printing.preview is not None
    assert printing.preview.isVisible()
    reports.places.printer = "printed.pdf"
    printing.preview.print_button.click()
    bar = reports.screen.done_bar
    assert "เครื่องพิมพ์" in bar.text
    assert (reports.places.folder / "printed.pdf").exists()
    press(bar.look_button, Qt.Key.Key_Space)
    assert printing.preview.isVisible()
    printing.preview.reject()


def test_learners_are_exported(reports: Opened) -> None:
    reports.screen.papers.cards["export learners"].opened.emit()
    asked = reports.presenter.printing.export_dialog
    assert asked is not None
    asked.next_button.click()
    (made,) = reports.places.folder.iterdir()
    assert made.name == "ผู้เรียนรู้ 22-11-2569.xlsx"
    assert "9 แถว" in reports.screen.done_bar.text
    book = load_workbook(made, read_only=True)
    rows = [row for sheet in book for row in sheet.iter_rows(values_only=True)]
    book.close()
    assert any("คนที่3" in map(str, row) for row in rows)


def test_the_reports_follow_the_language(
    reports: Opened, qtbot: QtBot, switch: LanguageSwitch
) -> None:
    switch.choose(Language.ENGLISH)
    qtbot.waitUntil(lambda: reports.screen.tabs.tabText(0) == "Overview")
    assert "summary" in reports.screen.papers.cards


def test_a_viewer_is_offered_only_papers_without_names(qtbot: QtBot, workspace: Workspace) -> None:
    add_learner(workspace, "กา", village="1")
    workspace.user = replace(workspace.user, role="viewer")
    theirs = Features([Feature(papers=OFFERS)], lambda right: right in workspace.rights)
    screen = ReportsScreen(theirs.papers)
    qtbot.addWidget(screen)
    help_given = {f"print help_{name}" for name in REPORTS}
    forms = {"form survey", "form hett", "form plan"}
    assert set(screen.papers.cards) == {"summary", *forms, *help_given}


def test_every_blank_form_that_a_subject_offers_is_written(
    workspace: Workspace, switch: LanguageSwitch, tmp_path: Path
) -> None:
    offered = features_of(workspace, switch).papers
    services, writings = Services(workspace), dict[str, Any]()

    class Printing:
        def print_by(self, _paper: object, writing: Any) -> None:
            writings[key] = writing(services)

    of_subjects = {key for key, each in offered.items() if each.way == "blank"}
    of_subjects -= {each.key for each in OFFERS}
    for key in of_subjects:
        offered[key].make(Printing(), Within(LearnerQuery()))  # type: ignore[arg-type]
    assert writings.keys() == of_subjects > {"form kpc_entries", "form mentors"}
    for write in writings.values():
        assert write(tmp_path / "form.pdf", PaperOptions())


def test_a_fiscal_year_is_chosen_and_opens_its_people(reports: Opened) -> None:
    screen = reports.screen
    with reports.workspace.write() as session:
        for learner in session.query(Learner).limit(2):
            learner.registered_on = "2025-03-01"
    screen.enter(None)
    assert screen._page is not None
    assert screen._page.years == (2570, 2569, 2568)

    screen.period.set_value("2568")
    screen.period.chosen.emit("2568")

    assert screen._page.people == 2
    assert "ถึงสิ้นปีงบประมาณ 2568" in screen._about.typed
    screen.numbers["without"].opened.emit()
    assert reports.found() == 2
    assert reports.asked[-1][1].registered_until == date(2025, 9, 30)
    screen.period.set_value("2570")
    screen.period.chosen.emit("2570")
    screen.new_only.setChecked(True)
    assert screen._page.people == 7
    screen.numbers["people"].opened.emit()
    assert reports.found() == 7


def test_days_of_ones_own_are_a_period_too(reports: Opened) -> None:
    screen = reports.screen
    screen.enter(None)
    assert not screen.until.isVisibleTo(screen)

    screen.period.set_value("days")
    screen.period.chosen.emit("days")
    screen.until.set_value(PartialDate.from_date(date(2020, 1, 1)))
    screen.until.changed.emit(screen.until.value())

    assert screen.until.isVisibleTo(screen)
    assert screen._page is not None
    assert screen._page.people == 0
    assert screen.state.currentWidget() is screen.tabs
    assert "ลงทะเบียนถึง 1 ม.ค. 2563" in screen._about.typed
