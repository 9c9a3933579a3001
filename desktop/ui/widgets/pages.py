"""Holds pages of which one is shown, and asks only for the room that this one needs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.ui.theme import theme

_LOWEST = 240


class Pages(QWidget):
    """`stack` has the pages: a stack by itself would ask for the room of the largest of them."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = QStackedWidget(self)
        self.stack.installEventFilter(self)
        self.stack.currentChanged.connect(lambda _place: self.updateGeometry())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        shown = self.stack.currentWidget()
        least = shown.minimumSizeHint() if shown is not None else QSize()
        return QSize(least.width(), max(theme().px(_LOWEST), least.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.stack.setGeometry(self.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
