"""Who has the keyboard stays in view while parts above them still find their room."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.keyboard import show_in_view
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.text_fields import TextField


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
