"""F6 goes from part to part of a page."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.ui.shell.shell import Shell
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.going_round import next_part
from tests.services.courses.scene import course
from tests.ui.framed import chord

FORWARD, BACK = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def cards_of(widget: QWidget | None) -> Iterator[str]:
    """The classes of the cards round a widget, the innermost first."""
    while widget is not None:
        if isinstance(widget, Card):
            yield type(widget).__name__
        widget = widget.parentWidget()


@pytest.fixture
def made(services: Services) -> UUID:
    return course(services)


def test_it_goes_from_the_fields_to_each_card_beside_them_and_round(
    shell: Shell, made: UUID
) -> None:
    shell.open("course", made)
    first = shell.focusWidget()
    been = [first]
    for _ in range(20):
        chord(shell, Qt.Key.Key_F6, FORWARD)
        if shell.focusWidget() is first:
            break
        been.append(shell.focusWidget())
    assert shell.focusWidget() is first
    assert len(been) >= 5
    # As one reads: what it came to, its next step, its meetings, its people.
    kinds = [next(name for name in cards_of(each)) for each in been[:5]]
    assert kinds == ["Card", "Card", "MovesCard", "MeetingsCard", "PeopleCard"]
    assert len({id(each) for each in been}) == len(been)
    for wanted in reversed(been):
        chord(shell, Qt.Key.Key_F6, BACK)
        assert shell.focusWidget() is wanted


def test_a_list_is_a_part_of_its_own(shell: Shell, made: UUID) -> None:
    shell.open("courses")
    search = shell.focusWidget()
    chord(shell, Qt.Key.Key_F6, FORWARD)
    table = shell.focusWidget()
    assert table is not None
    assert table is not search
    assert "View" in type(table).__name__
    chord(shell, Qt.Key.Key_F6, FORWARD)
    assert shell.focusWidget() is not table


def test_what_stands_above_a_list_is_a_part_and_what_stands_below_another(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    above, second, rows, below = (QPushButton(), QPushButton(), QListWidget(), QLineEdit())
    for widget in (above, second, rows, below):
        column.addWidget(widget)

    assert next_part(page, second) is rows
    assert next_part(page, rows) is below
    assert next_part(page, below) is above
    assert next_part(page, above, back=True) is below
    assert next_part(page, below, back=True) is rows
