"""Where the keyboard goes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop.ui.widgets.scrolling import Scrolling

THAI_DIGITS: Final = dict(zip("ๅ/-ภถุึคต", "123456789", strict=True))
"""What the keys 1 to 9 type while the keyboard is switched to Thai."""


def give_keyboard(widget: QWidget) -> None:
    """Put the keyboard to a widget, also to one that was just made and is shown in a moment.

    Who has gone on to another page in that moment keeps the keyboard there.
    """
    widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def once_shown() -> None:
        if widget.isVisible():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    if not widget.isVisible():
        QTimer.singleShot(0, widget, once_shown)


class InView(QObject):
    """Scrolls to whatever gets the keyboard within `window`, so that it is never below an edge.

    Where the mouse gave it, nothing moves under the hand.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        no_button = Qt.MouseButton.NoButton
        if now is None or QApplication.mouseButtons() != no_button:
            return
        if self._window.isAncestorOf(now):
            # Once the layout has given it its place.
            QTimer.singleShot(0, now, lambda: show_in_view(now))


def show_in_view(widget: QWidget) -> None:
    """Scroll every page round a widget to it."""
    place = widget.parentWidget()
    while place is not None:
        if isinstance(place, Scrolling) and place.isVisible():
            place.reveal(widget)
        elif isinstance(place, QScrollArea) and place.isVisible():
            place.ensureWidgetVisible(widget, 0, 24)
        place = place.parentWidget()


def is_alt_unanswered(event: QKeyEvent) -> bool:
    """Whether Alt and a letter or digit came through: no tab or button answered it (that comes
    before), and a field would take it for its letter, a hidden passcode unseen.
    """
    alone = Qt.KeyboardModifier.AltModifier
    return (
        event.type() == QEvent.Type.KeyPress
        and event.modifiers() == alone
        and event.text().isprintable()
        and bool(event.text())
    )
