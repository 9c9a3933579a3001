"""Room for something tall: it scrolls up and down by itself, and is never cut at its side."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.ui.theme import theme

_LOWEST = 96


class Scrolling(QScrollArea):
    """Holds one widget; asks for its width, and for little of its height."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def minimumSizeHint(self) -> QSize:
        inside = self.widget()
        wide = inside.minimumSizeHint().width() if inside is not None else 0
        if inside is not None:
            wide = max(wide, inside.minimumWidth())
        return QSize(wide + self.verticalScrollBar().sizeHint().width(), theme().px(_LOWEST))
