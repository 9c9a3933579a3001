"""Marks as they are pressed: what a key means, and storing them in their order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from desktop.models.text import digits
from desktop.services.all import Services
from desktop.services.sessions.register_records import Mark
from desktop.ui.widgets.keyboard import THAI_DIGITS
from desktop.ui.wording import sentence
from desktop.ui.writes import Writes

_CLEARING: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_NONE: Final = "0จ"
Marks = Mapping[UUID, Mapping[UUID, str]]
"""By meeting and enrolment; "" takes back."""


def is_plain(event: QKeyEvent) -> bool:
    """Whether a key was pressed without another held down."""
    return event.type() is QEvent.Type.KeyPress and event.modifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.KeypadModifier,
    )


def code_of(event: QKeyEvent, keys: Mapping[str, str], marks: Mapping[str, str]) -> str | None:
    """The code that a key means, "" to take back, None for any other key.

    It is its number, on either keyboard, or the letter that stands on paper.
    """
    text = digits(event.text())
    if event.key() in _CLEARING or (text and text in _NONE):
        return ""
    by_mark = {mark: code for code, mark in marks.items()}
    return keys.get(THAI_DIGITS.get(text, text)) or by_mark.get(text)


class MarkQueue(QObject):
    """What is pressed while something is being stored goes with the next that is stored.

    `stored` and `refused` are told the marks that came to their end, and why they were not taken.
    """

    def __init__(
        self,
        writes: Writes,
        services: Services,
        stored: Callable[[Marks], None],
        refused: Callable[[Marks, str], None],
    ) -> None:
        super().__init__(writes)
        self._writes, self._services = writes, services
        self._stored, self._refused = stored, refused
        self._waiting: dict[UUID, dict[UUID, str]] = {}
        writes.settled.connect(self._go_on)

    def put(self, session_id: UUID, enrolment_id: UUID, code: str) -> None:
        """Store a mark, at once or with what is pressed meanwhile."""
        self._waiting.setdefault(session_id, {})[enrolment_id] = code
        if not self._writes.busy:
            self.store()

    def store(self) -> None:
        """Store what waits, before whatever comes next."""
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, {}
        given: dict[UUID, dict[UUID, Mark | str]] = {on: {**of} for on, of in waiting.items()}
        self._writes.save(
            lambda: self._services.attendance.mark_many(given),
            lambda _done: self._stored(waiting),
            lambda error: self._refused(waiting, sentence(error)),
            told=self.tr("บันทึกแล้ว"),
        )

    def _go_on(self, _stored: bool) -> None:
        self.store()
