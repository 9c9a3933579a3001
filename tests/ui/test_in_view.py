"""Who has the keyboard stays in view while parts above them still find their room."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.keyboard import show_in_view
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.text_fields import TextArea, TextField


def test_what_grows_above_the_keyboard_does_not_push_it_out(qtbot: QtBot) -> None:
    inside, tall, field = QWidget(), QWidget(), TextField()
    column = QVBoxLayout(inside)
    column.addWidget(tall)
    column.addWidget(field)
    place = Scrolling(inside)
    qtbot.addWidget(place)
    place.resize(300, 200)
    place.show()
    field.setFocus()
    show_in_view(field)
    tall.setMinimumHeight(900)

    def seen() -> None:
        assert inside.height() > 900
        assert not field.visibleRegion().isEmpty()

    qtbot.waitUntil(seen)


def test_a_form_that_is_put_in_lower_down_is_seen_whole(qtbot: QtBot) -> None:
    inside, card, note = QWidget(), QWidget(), TextArea(lines=6)
    column, body = QVBoxLayout(inside), QVBoxLayout(card)
    for number in range(6):
        column.addWidget(TextField())
        body.addWidget(ThaiLabel(f"เรื่องที่ {number} " * 12))
    column.addWidget(card)
    place = Scrolling(inside)
    qtbot.addWidget(place)
    place.resize(300, 260)
    place.show()
    form = QWidget()
    QVBoxLayout(form).addWidget(note)
    body.addWidget(form)
    note.setFocus()
    show_in_view(note)

    room = place.viewport()
    qtbot.waitUntil(lambda: room.rect().contains(note.mapTo(room, note.rect().bottomLeft())))
    assert room.rect().contains(note.mapTo(room, note.rect().topLeft()))


def test_what_was_shown_and_is_gone_is_forgotten(qtbot: QtBot) -> None:
    inside, tall, said = QWidget(), QWidget(), ThaiLabel("บันทึกแล้ว")
    column = QVBoxLayout(inside)
    column.addWidget(tall)
    column.addWidget(said)
    place = Scrolling(inside)
    qtbot.addWidget(place)
    place.resize(300, 200)
    place.show()
    place.reveal(said)
    shiboken6.delete(said)
    tall.setMinimumHeight(900)

    # What fails within a call of Qt fails the test.
    qtbot.waitUntil(lambda: inside.height() > 900)
