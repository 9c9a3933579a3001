"""Whoever types without a pause is kept up with: nothing waits longer than two seconds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.widgets import typing_pause
from desktop.ui.widgets.text_fields import TextArea, TextField
from desktop.ui.widgets.typing_pause import AT_MOST_MILLISECONDS, TypingPause
from tests.ui.typing import type_text


class Row:
    """The time since the first key of a row, as a test says."""

    def __init__(self) -> None:
        self.gone = 0

    def start(self) -> None:
        """A row begins."""
        self.gone = 0

    def elapsed(self) -> int:
        """Milliseconds gone."""
        return self.gone


def test_typing_on_never_puts_the_saving_off(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    pause = TypingPause(field)
    row = Row()
    pause._row = row  # type: ignore[assignment]
    waits = []
    for gone in range(0, AT_MOST_MILLISECONDS + 1, 100):
        row.gone = gone
        pause.touch()
        row.gone = max(row.gone, gone)
        waits.append(gone + pause.interval())
        if not gone:
            assert pause.interval() == typing_pause.AUTOSAVE_MILLISECONDS

    assert max(waits) == AT_MOST_MILLISECONDS
    assert AT_MOST_MILLISECONDS < 2_000


@pytest.mark.parametrize("make", [TextField, TextArea])
def test_a_field_sends_while_its_person_still_types(
    qtbot: QtBot, make: Callable[[], TextField | TextArea], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typing_pause, "AT_MOST_MILLISECONDS", 0)
    field = make()
    qtbot.addWidget(field)
    sent: list[str] = []
    field.autosave.connect(sent.append)

    type_text(field, "ก")
    qtbot.waitUntil(lambda: sent == ["ก"])
    type_text(field, "ข")
    qtbot.waitUntil(lambda: sent == ["ก", "กข"])
