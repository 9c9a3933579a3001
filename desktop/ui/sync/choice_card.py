"""A way to go: icon, what it is, what it means; the whole card is the button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import IconLabel, ThaiLabel


class ChoiceCard(Card):
    """`opened` by mouse, Enter or Space."""

    def __init__(self, icon: str) -> None:
        super().__init__(clickable=True)
        self._sign = IconLabel(icon, "primary", 36)
        self.head = ThaiLabel("", "section")
        self.text = ThaiLabel("", "muted")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.head)
        words.addWidget(self.text)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(IconLabel("chevron-right", "muted", 24))
        self.body.addLayout(row)

    def set_words(self, head: str, text: str) -> None:
        """Word it, for readers of the screen too."""
        self.head.set_text(head)
        self.text.set_text(text)
        self.setAccessibleName(f"{head}. {text}")
