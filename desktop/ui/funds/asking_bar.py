"""What is asked before something is done that is not undone by itself: below what it is about."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.number_field import NumberField
from desktop.ui.widgets.text_fields import TextField


class AskingBar(Adaptive, Card):
    """Asks for a reason, or for the cash that was counted; Enter says yes, Esc puts it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.amount, self.text = NumberField("satang"), TextField()
        self.yes_button, self.no_button = Button("", "primary", "check"), Button("", "quiet", "x")
        self._amount_row, self._text_row = FormRow(self.amount), FormRow(self.text)
        self._done: Callable[[], None] | None = None
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._amount_row, 1)
        row.addWidget(self._text_row, 2)
        for button in (self.yes_button, self.no_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.yes_button.clicked.connect(self._yes)
        self.no_button.clicked.connect(self.hide)
        for field in (self.amount, self.text):
            field.returnPressed.connect(self._yes)
        self.adapt()

    def ask_reason(self, question: str, yes: str, done: Callable[[str], None]) -> None:
        """Ask for a reason, which is needed."""

        def answered() -> None:
            reason = self.text.value().strip()
            if reason:
                done(reason)
            else:
                self._text_row.set_error(self.tr("บอกเหตุผลก่อน"))

        self._ask(question, "", yes, answered)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_amount(self, question: str, yes: str, done: Callable[[object, str], None]) -> None:
        """Ask for counted cash, which may be left out, and a note."""

        def answered() -> None:
            if not self.amount.problem:
                done(self.amount.number(), self.text.value().strip())

        self._ask(self.tr("หมายเหตุ"), question, yes, answered)
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    def refused(self, sentence: str) -> None:
        """Say why it was not done."""
        self._text_row.set_error(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        self.no_button.setText(self.tr("ไม่ทำ"))

    def _ask(self, text: str, amount: str, yes: str, done: Callable[[], None]) -> None:
        self._done = done
        self.amount.set_number(None)
        self.text.set_value("")
        self._text_row.set_error("")
        self._text_row.set_words(text)
        self._amount_row.set_words(amount)
        self._amount_row.setHidden(not amount)
        self.yes_button.setText(yes)
        self.show()

    def _yes(self) -> None:
        if self._done is not None:
            self._done()
