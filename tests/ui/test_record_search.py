"""The search for a record by keyboard: Enter takes who is meant, or goes to those it may mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.link_field import Found, RecordSearch
from tests.ui.typing import press, type_text

KNOWN = [Found("1", "ดาวเรือง"), Found("2", "ดาวใจ"), Found("3", "มะลิ")]


class LateFinder:
    """Answers when it is told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Callable[[Sequence[Found]], None]]] = []

    def find(self, text: str, show: Callable[[Sequence[Found]], None]) -> None:
        self.asked.append((text, show))

    def name(self, ids: Sequence[str], show: Callable[[Sequence[Found]], None]) -> None:
        raise AssertionError(ids)

    def answer(self) -> None:
        """Answer all that was asked, the first first."""
        for text, show in self.asked:
            show([each for each in KNOWN if text in each.name])
        self.asked = []


@pytest.fixture
def finder() -> LateFinder:
    return LateFinder()


@pytest.fixture
def search(qtbot: QtBot, finder: LateFinder) -> RecordSearch:
    made = RecordSearch()
    qtbot.addWidget(made)
    made.set_finder(finder)
    made.show()
    made.box.setFocus()
    return made


@pytest.fixture
def picked(search: RecordSearch) -> list[str]:
    taken: list[str] = []
    search.picked.connect(lambda found: taken.append(found.name))
    return taken


def enter(search: RecordSearch) -> None:
    press(search.box, Qt.Key.Key_Return, "\r")


def test_enter_takes_the_only_one(
    search: RecordSearch, finder: LateFinder, picked: list[str]
) -> None:
    type_text(search.box, "มะลิ")
    finder.answer()
    enter(search)
    assert picked == ["มะลิ"]
    assert search.box.text() == ""


def test_enter_that_comes_before_the_answer_takes_it_when_it_comes(
    search: RecordSearch, finder: LateFinder, picked: list[str]
) -> None:
    type_text(search.box, "มะลิ")
    enter(search)
    assert picked == []
    finder.answer()
    assert picked == ["มะลิ"]


def test_who_typed_on_is_not_taken_by_an_enter_before(
    search: RecordSearch, finder: LateFinder, picked: list[str]
) -> None:
    type_text(search.box, "มะ")
    enter(search)
    type_text(search.box, "ลิ")
    finder.answer()
    assert picked == []


@pytest.mark.parametrize("early", [False, True])
def test_enter_goes_into_the_list_where_several_may_be_meant(
    qtbot: QtBot, search: RecordSearch, finder: LateFinder, picked: list[str], early: bool
) -> None:
    type_text(search.box, "ดาว")
    if early:
        enter(search)
    finder.answer()
    if not early:
        enter(search)
    qtbot.waitUntil(lambda: isinstance(search.focusWidget(), Button))
    assert picked == []
    first = search.focusWidget()
    assert first is not None
    press(first, Qt.Key.Key_Return, "\r")
    assert picked == ["ดาวเรือง"]
