"""A window that only says why the centre cannot be opened here, and closes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.ui import wording
from desktop.ui.sign_in.frame import EntryFrame
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import IconLabel, ThaiLabel


class RefusedScreen(EntryFrame):
    """One sentence and one button; `left` when it is pressed."""

    left = Signal()

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error
        self._title = ThaiLabel("", "title")
        self.sentence = ThaiLabel("")
        self.close_button = Button("", "primary", "x")
        self._card = Card()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(IconLabel("lock", "warning", 40), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sentence, 1)
        body = self._card.body
        body.setSpacing(16)
        body.addWidget(self._title)
        body.addLayout(row)
        body.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.inside.addStretch(2)
        self.inside.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        self.inside.addStretch(3)
        self.close_button.clicked.connect(self.left)
        self.setFocusProxy(self.close_button)
        self.adapt()

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(self.tr("ตำบลเรียนรู้"))
        self._title.set_text(self.tr("ยังเปิดไม่ได้"))
        self.sentence.set_text(wording.sentence(self._error))
        self.close_button.setText(self.tr("ปิด"))

    def redress(self) -> None:
        super().redress()
        self._card.setFixedWidth(theme().px(520))
