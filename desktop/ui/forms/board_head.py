"""Over a board: what it shows and how many, and beside them, or below, what can be done."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import ThaiLabel


class BoardHead(Folding):
    """A heading and a count, and at their right these buttons."""

    def __init__(self, *actions: QWidget) -> None:
        super().__init__(12)
        self.heading, self.count = ThaiLabel("", "title"), ThaiLabel("", "muted")
        words, buttons = QHBoxLayout(), FlowLayout(gap=8, one_line=True)
        words.setSpacing(12)
        words.addWidget(self.heading)
        words.addWidget(self.count, 1)
        for action in actions:
            buttons.addWidget(action)
        self.add(words, 1)
        self.add(buttons, whole=True)
