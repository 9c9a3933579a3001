"""Keeps a widget lying over the foot of another one: it comes and goes, and moves nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.theme import theme

_WIDEST = 760
_MARGIN = 12
_SCROLLED = 50  # milliseconds, after those turns in which a page finds its place
_OF_ITSELF = frozenset({QEvent.Type.Show, QEvent.Type.LayoutRequest})


class Over(QObject):
    """What is said in passing must not push away the button that somebody is about to press, nor
    lie over the field that has the keyboard: it goes to the head then, and stays there.
    """

    def __init__(self, lying: QWidget, ground: QWidget) -> None:
        super().__init__(ground)
        self._lying, self._ground = lying, ground
        lying.setParent(ground)
        self._high = False
        for each in (lying, ground):
            each.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        resized = watched is self._ground and event.type() == QEvent.Type.Resize
        if watched is self._lying and event.type() == QEvent.Type.Hide:
            self._high = False
        if resized or (watched is self._lying and event.type() in _OF_ITSELF):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        width = min(self._ground.width() - 4 * _MARGIN, theme().px(_WIDEST))
        height = max(self._lying.heightForWidth(width), self._lying.minimumSizeHint().height())
        left, low = (self._ground.width() - width) // 2, self._ground.height() - height - _MARGIN
        place = QRect(left, _MARGIN if self._high else low, width, height)
        if self._hides_keyboard(place):
            self._high = not self._high
            place.moveTop(_MARGIN if self._high else low)
        self._lying.setGeometry(place)
        self._lying.raise_()

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._lying.isVisible():
            # Once the page has scrolled to it.
            QTimer.singleShot(_SCROLLED, self._lying, self._place)

    def _hides_keyboard(self, place: QRect) -> bool:
        now = QApplication.focusWidget()
        if now is None or self._lying.isAncestorOf(now) or not self._ground.isAncestorOf(now):
            return False
        field = QRect(now.mapTo(self._ground, QPoint()), now.size())
        # A list has the keyboard as a whole, and no place beside it would be free.
        return field.height() < self._ground.height() // 2 and field.intersects(place)
