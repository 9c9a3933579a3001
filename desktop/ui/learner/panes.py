"""What the tabs share: a page that scrolls, and emptying a layout."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme import restyle
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.labels import ThaiLabel


class Pane(Adaptive, QScrollArea):
    """A tab that scrolls up and down; `body` is its layout."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("surface", "scroll")
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 12, 8, 24)
        self.body.setSpacing(16)
        self.setWidget(inside)

    def restyle_deep(self, frame: QWidget, **properties: object) -> None:
        """Dress a frame anew with the labels in it, whose colours depend on it."""
        restyle(frame, **properties)
        for label in frame.findChildren(ThaiLabel):
            restyle(label)


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)
