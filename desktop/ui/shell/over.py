"""Keeps a widget lying over the foot of another one: it comes and goes, and moves nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import theme

_WIDEST = 760
_MARGIN = 12
_OF_ITSELF = frozenset({QEvent.Type.Show, QEvent.Type.LayoutRequest})


class Over(QObject):
    """What is said in passing must not push away the button that somebody is about to press."""

    def __init__(self, lying: QWidget, ground: QWidget) -> None:
        super().__init__(ground)
        self._lying, self._ground = lying, ground
        lying.setParent(ground)
        for each in (lying, ground):
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        resized = watched is self._ground and event.type() == QEvent.Type.Resize
        if resized or (watched is self._lying and event.type() in _OF_ITSELF):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        width = min(self._ground.width() - 4 * _MARGIN, theme().px(_WIDEST))
        height = max(self._lying.heightForWidth(width), self._lying.minimumSizeHint().height())
        self._lying.setGeometry(
            (self._ground.width() - width) // 2, self._ground.height() - height - _MARGIN,
            width, height,
        )  # fmt: skip
        self._lying.raise_()
