"""The screens of every subject, over a real centre and by keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.dates import PartialDate
from desktop.services.all import Services
from desktop.services.workspace import Workspace
from desktop.ui.importing import books
from desktop.ui.printing import presenter as printing
from desktop.ui.printing.wish import FOLDER
from desktop.ui.record_names import kind_name
from desktop.ui.shell.shell import Shell
from desktop.ui.subjects import named
from desktop.ui.subjects.directory import DirectoryScreen
from desktop.ui.subjects.directory_presenter import DirectoryPresenter
from desktop.ui.subjects.new import NewScreen
from desktop.ui.subjects.page import SubjectPage
from desktop.ui.translation import Language, LanguageSwitch
from desktop.ui.widgets.link_field import LinkField
from tests.subjects import CONFIRMED, EXAMPLES, Example
from tests.ui.centre import features_of
from tests.ui.printing.places import FakePlaces
from tests.ui.typing import press, type_text

NAMES = ("เครือวัลย์", "กลุ่มเยาวชน", "แสงดาว")
OLD = {"confirmed_on": "2567"}


@pytest.fixture(params=EXAMPLES, ids=str)
def example(request: pytest.FixtureRequest) -> Example:
    found: Example = request.param
    return found


@pytest.fixture
def known(services: Services, example: Example) -> list[UUID]:
    """Three records, the last one not asked for long."""
    last = len(NAMES) - 1
    return [
        example.add(services, name, OLD if place == last else {})
        for place, name in enumerate(NAMES)
    ]


def directory(shell: Shell, example: Example) -> DirectoryScreen[Any]:
    shell.open(example.listed)
    assert isinstance(shell.current, DirectoryScreen)
    return shell.current


def page(shell: Shell, example: Example, record_id: UUID) -> SubjectPage[Any]:
    shell.open(example.kind, record_id)
    assert isinstance(shell.current, SubjectPage)
    return shell.current


def names(screen: DirectoryScreen[Any]) -> list[str]:
    model = screen.table.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def write(screen: NewScreen, name: str, words: str) -> None:
    """Write words into a field; what is searched for is taken with Enter."""
    field = screen.form.field(name)
    field.setFocus()
    if isinstance(field, LinkField):
        type_text(field.search.box, words)
        press(field.search.box, Qt.Key.Key_Return)
    else:
        type_text(field, words)


def test_the_directory_is_searched_narrowed_and_opened_by_keyboard(
    shell: Shell, example: Example, known: list[UUID]
) -> None:
    screen = directory(shell, example)
    assert names(screen) == ["กลุ่มเยาวชน", "เครือวัลย์", "แสงดาว"]
    assert screen.head.search.hasFocus()
    type_text(screen.head.search, "เครือวัล")
    assert names(screen) == ["เครือวัลย์"]
    assert screen.table.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "เครือวัลย์"
    press(screen.head.search, Qt.Key.Key_Return)
    assert (shell.current_key, shell.current and shell.current.title()) == (
        example.kind, "เครือวัลย์",
    )  # fmt: skip
    shell.back()
    screen.head.clear()
    screen.head.chips.set_value(("again",))
    screen.ask()
    assert names(screen) == ["แสงดาว"]
    screen.head.clear()
    screen.head.chips.set_value((example.empty,))
    screen.ask()
    assert names(screen) == []
    screen.table.empty.button.click()
    assert len(names(screen)) == len(NAMES)


def test_what_is_listed_goes_onto_paper_and_into_a_workbook_and_back(
    shell: Shell,
    services: Services,
    example: Example,
    known: list[UUID],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    services.settings.set(FOLDER, str(tmp_path))
    places = FakePlaces(tmp_path)
    for part in (books, printing):
        monkeypatch.setattr(part, "SystemPlaces", lambda: places)
    screen = directory(shell, example)
    presenter = screen.findChild(DirectoryPresenter)
    assert isinstance(presenter, DirectoryPresenter)
    screen.print_button.click()
    asked = presenter.printing.dialog
    assert asked is not None
    asked.print_button.click()
    assert "หน้า" in screen.done_bar.text
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    screen.export_button.click()
    (book,) = tmp_path.glob("*.xlsx")
    example.service(services).hide(known[:1])
    example.service(services).edit(known[1], {"note": "เขียนทีหลัง"})
    places.opens = book
    screen.import_button.click()
    dialog = presenter.books.dialog
    assert dialog is not None
    # What was edited since is no word of the workbook's.
    assert "ใหม่ 1 · ปรับปรุง 0 · เหมือนเดิม 2" in dialog.summary.typed
    dialog.take_button.click()
    assert len(names(screen)) == len(NAMES)
    assert example.service(services).get(known[1]).values["note"] == "เขียนทีหลัง"


def test_an_empty_directory_says_how_to_begin(shell: Shell, example: Example) -> None:
    screen = directory(shell, example)
    screen.table.empty.button.click()
    assert shell.current_key == f"{example.kind}_new"


def test_one_is_written_down_with_the_least_and_kept_half_written(
    shell: Shell, services: Services, example: Example
) -> None:
    example.before(services)
    shell.open(f"{example.kind}_new")
    screen = shell.current
    assert isinstance(screen, NewScreen)
    name, words = example.begun
    screen.form.save()
    assert screen.form.row(name).problem
    write(screen, name, words)
    if example.whose:
        screen.form.save()
        assert screen.form.row("learner_id").problem
        write(screen, "learner_id", example.whose)
    screen.leave()
    kept = services.drafts.load(f"{example.kind}_new")
    assert kept is not None
    assert kept.content == screen.form.content()
    assert kept.content[name]
    screen.form.save()
    (row,) = example.service(services).find()
    assert words in row.name
    assert (shell.current_key, shell.current and shell.current.title()) == (example.kind, row.name)
    assert services.drafts.load(f"{example.kind}_new") is None
    shell.open(f"{example.kind}_new")
    write(screen, name, words)
    screen.form.save_button.setFocus()
    assert [each.partition(" · ")[0] for each in screen.alike] == [row.name]


def test_the_page_says_what_is_missing_and_keeps_what_is_typed(
    shell: Shell, services: Services, example: Example, known: list[UUID]
) -> None:
    screen = page(shell, example, known[2])
    assert screen.again.isVisible()
    assert screen.missing.isVisible()
    name, words = example.typed
    field = screen.form.field(name)
    field.setFocus()
    type_text(field, words)
    screen.leave()
    assert example.service(services).get(known[2]).values[name] == words
    assert screen.confirm_button.isVisible() == example.confirmed
    if example.confirmed:
        screen.confirm_button.click()
        assert not example.service(services).get(known[2]).row.ask_again
    assert screen.heightForWidth(1100) < 500  # only what is below its head scrolls


def test_moves_ask_for_what_they_need_and_are_taken_back(
    shell: Shell, services: Services, example: Example, known: list[UUID]
) -> None:
    screen = page(shell, example, known[0])
    card, service = screen.moves_card, example.service(services)
    today = PartialDate.from_date(services.workspace.today())
    for code, facts in example.moves:
        before = service.get(known[0]).row.state
        card.buttons[code].setFocus()
        card.buttons[code].click()
        form = card.form
        assert form is not None
        assert form.values()["done_on"] == today
        focused = QApplication.focusWidget()
        if facts:
            assert focused is form.field(next(iter(facts)))
            press(focused, Qt.Key.Key_Return)
            assert service.get(known[0]).row.state == before
            assert form.row(next(iter(facts))).problem
        for name, value in facts.items():
            form.put(name, value)
        press(form.field(form.names[-1]), Qt.Key.Key_Return)
        detail = service.get(known[0])
        assert detail.row.state != before, card.problem
        screen.refresh(frozenset({example.kind}))
        assert set(card.buttons) == set(detail.possible)
        assert card.form is None
        assert QApplication.focusWidget() in card.buttons.values()
    shell.banner.button.click()
    assert service.get(known[0]).row.state == before


def test_what_is_told_of_a_move_is_kept_until_it_is_made(
    shell: Shell, services: Services, example: Example, known: list[UUID]
) -> None:
    screen = page(shell, example, known[0])
    card, (code, facts) = screen.moves_card, example.moves[0]
    card.buttons[code].click()
    assert card.form is not None
    last = card.form.field(card.form.names[-1])
    last.setFocus()
    type_text(last, "โทรคุยแล้ว")
    press(last, Qt.Key.Key_Escape)
    assert card.form is None
    assert QApplication.focusWidget() is card.buttons[code]
    kept = services.drafts.load(f"{example.kind}_move", str(known[0]))
    assert kept is not None
    assert "โทรคุยแล้ว" in kept.content[code].values()
    page(shell, example, known[1])
    assert card.form is None
    page(shell, example, known[0])
    assert card.form is not None
    for name, value in facts.items():
        card.form.put(name, value)
    assert "โทรคุยแล้ว" in card.form.values().values()
    card.form.save_button.click()
    assert "โทรคุยแล้ว" in example.service(services).get(known[0]).moves[0].move.values.values()
    assert services.drafts.load(f"{example.kind}_move", str(known[0])) is None


def test_one_taken_out_leads_back_and_is_brought_back(
    shell: Shell, services: Services, example: Example, known: list[UUID]
) -> None:
    page(shell, example, known[0]).hide_button.click()
    assert shell.current_key == example.listed
    assert len(example.service(services).find()) == len(NAMES) - 1
    shell.banner.button.click()
    assert len(example.service(services).find()) == len(NAMES)


def test_it_is_found_by_name_and_stands_in_the_rail_of_its_parent(
    shell: Shell, example: Example, known: list[UUID]
) -> None:
    directory(shell, example)
    QTest.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = shell.finder.palette
    type_text(palette.box, "เครือวัล")
    assert kind_name(example.kind) in palette.headings()
    place = palette.headings().index(kind_name(example.kind))
    assert palette.titles()[place] == "เครือวัลย์"
    for _ in range(place):
        press(palette.box, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Return)
    assert (shell.current_key, shell.current and shell.current.title()) == (
        example.kind, "เครือวัลย์",
    )  # fmt: skip
    directory(shell, example)
    entry = shell.entries[example.listed]
    assert shell.rail.button(entry.parent or entry.key).isChecked()


def test_the_screens_speak_english(
    shell: Shell, example: Example, known: list[UUID], switch: LanguageSwitch, qtbot: QtBot
) -> None:
    listed, whole = directory(shell, example), page(shell, example, known[2])
    switch.choose(Language.ENGLISH)
    name = kind_name(example.kind).lower()
    qtbot.waitUntil(lambda: whole.confirm_button.text() == "Asked: it still holds")
    qtbot.waitUntil(lambda: listed.new_button.text() == f"Add {name}")
    assert "Not yet known" in whole.missing.typed
    assert listed.head.count.typed.isascii()


def test_screens_beside_each_other_are_tabs_over_both(shell: Shell, example: Example) -> None:
    directory(shell, example)
    beside = [entry.key for entry in shell.features.beside(example.listed)]
    assert beside == [] or example.listed in beside
    bar = shell.tabs.bar
    assert shell.tabs.isVisible() == bool(beside)
    for place, key in enumerate(beside):
        bar.setCurrentIndex(place)
        assert shell.current_key == key
        assert bar.tabText(place) == shell.entries[key].title()
        assert shell.tabs.mapTo(shell, QPoint()).y() > 0
        assert shell.current is not None
        below = shell.current.mapTo(shell, QPoint()).y()
        assert below >= shell.tabs.mapTo(shell, QPoint()).y() + shell.tabs.height()
    shell.open(f"{example.kind}_new")
    assert not shell.tabs.isVisible()


@pytest.mark.parametrize("example", CONFIRMED, ids=str)
def test_the_day_says_when_one_was_asked_last_or_that_it_never_was(
    workspace: Workspace, services: Services, switch: LanguageSwitch, example: Example
) -> None:
    example.add(services, NAMES[0], OLD)
    example.add(services, NAMES[1], {"confirmed_on": ""})
    reason = features_of(workspace, switch).reasons[f"{example.kind}_ask_again"]
    lines = [
        line for line in services.today.get().lines if line.code == f"{example.kind}_ask_again"
    ]
    said = {named(line): reason.why(line, workspace.today()) for line in lines}
    assert said[NAMES[0]].startswith("ยืนยันข้อมูลล่าสุดเมื่อ พ.ศ. 2567 โทรถาม")
    assert said[NAMES[1]].startswith("ยังไม่เคยยืนยันข้อมูล โทรถาม")
