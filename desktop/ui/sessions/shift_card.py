"""Moving a meeting to another day: when, why, and what it would clash with there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.calendar.plan_form import show_reasons
from desktop.ui.code_book import CodeBook
from desktop.ui.record_names import field_name
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.text_fields import TextField

_REASONS = "session_cancel_reasons"


class ShiftCard(Adaptive, Card):
    """`looked(day)` as the day changes, `shifted(day, reason, note)`."""

    looked = Signal(str)
    shifted = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.day = ThaiDateField(partial=False, future=True)
        self.reason, self.note = ChoiceField(), TextField()
        self.button = Button("", "secondary", "calendar")
        self.problem = ThaiLabel("", "error")
        self.notes: list[str] = []
        self._codes = CodeBook()
        self._why = QVBoxLayout()
        self._rows = [FormRow(each) for each in (self.day, self.reason, self.note)]
        for row in self._rows:
            self.body.addWidget(row)
        self.body.addLayout(self._why)
        self.body.addWidget(self.problem)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.problem.hide()
        self.day.changed.connect(lambda _value: self._look())
        self.button.clicked.connect(self._shift)
        self.adapt()

    def begin(self) -> None:
        """Nothing is being moved."""
        self.day.set_value(None)
        self.reason.set_value("")
        self.note.set_value("")
        self.show_clashes({})
        self.say("")

    def set_codes(self, codes: CodeBook) -> None:
        """The reasons that may be given."""
        self._codes = codes
        self.retranslate()

    def show_clashes(self, reasons: Mapping[str, bool]) -> None:
        """Say what it would clash with on that day; each with whether somebody must give way."""
        self.notes = list(reasons)
        show_reasons(self._why, reasons)

    def say(self, text: str) -> None:
        """What is wrong; "" for nothing."""
        self.problem.set_text(text)
        self.problem.setVisible(bool(text))

    def retranslate(self) -> None:
        self.set_title(
            self.tr("ย้ายไปวันอื่น"), self.tr("ครั้งนี้จะงดและบอกเหตุ ครั้งใหม่ได้เวลา สถานที่ และผู้สอนเดิม")
        )
        words = (self.tr("ย้ายไปวันที่"), field_name("session", "cancel_reason"))
        for row, text in zip(self._rows, (*words, self.tr("หมายเหตุ")), strict=True):
            row.set_words(text)
        kept = self.reason.value()
        self.reason.set_choices(self._codes.choices(_REASONS))
        self.reason.set_value(kept)
        self.button.setText(self.tr("ย้ายครั้งนี้"))

    def _look(self) -> None:
        self.say("")
        day = self.day.value()
        if day is not None and day.day is not None:
            self.looked.emit(day.iso())
        else:
            self.show_clashes({})

    def _shift(self) -> None:
        day = self.day.value()
        if day is None or day.day is None:
            self.say(self.tr("ใส่วันที่จะย้ายไปก่อน"))
            self.day.setFocus(Qt.FocusReason.TabFocusReason)
        elif not self.reason.value():
            self.say(self.tr("เลือกเหตุที่ย้ายก่อน"))
            self.reason.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.say("")
            self.shifted.emit(day.iso(), self.reason.value(), self.note.value())
