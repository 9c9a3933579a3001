"""Planning a session on the day that is looked at: of which course, when, and what that clashes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.record_names import field_name, kind_name
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel, Tone
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.panes import TonedNote
from desktop.ui.widgets.text_fields import TextField


def show_reasons(column: QVBoxLayout, reasons: Mapping[str, bool]) -> None:
    """Show why a session clashes, in the place of what stood there."""
    clear_layout(column)
    for text, hard in reasons.items():
        tone: Tone = "warning" if hard else "info"
        column.addWidget(TonedNote(text, tone, "triangle-alert" if hard else "sun"))


class PlanForm(Adaptive, QWidget):
    """`looked(course id, values)` as it changes, `planned(course id, values)`, `closed()`."""

    looked = Signal(object, object)
    planned = Signal(object, object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.course = ChoiceField()
        self.from_time, self.to_time = TextField(), TextField()
        self.rows = [FormRow(each) for each in (self.course, self.from_time, self.to_time)]
        self.problem, self.none = ThaiLabel("", "error"), ThaiLabel("", "muted")
        self.save_button = Button("", "primary", "check")
        self.close_button = Button("", "quiet", "x")
        self.notes: list[str] = []
        self._why = QVBoxLayout()
        times = QHBoxLayout()
        for row in self.rows[1:]:
            times.addWidget(row)
        acts = QHBoxLayout()
        acts.addWidget(self.save_button)
        acts.addWidget(self.close_button)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.none)
        column.addWidget(self.rows[0])
        column.addLayout(times)
        column.addLayout(self._why)
        column.addWidget(self.problem)
        column.addLayout(acts)
        self.course.chosen.connect(lambda _code: self._look())
        self.from_time.textEdited.connect(lambda _text: self._look())
        self.to_time.textEdited.connect(lambda _text: self._look())
        self.save_button.clicked.connect(self._save)
        self.close_button.clicked.connect(self.closed)
        self.adapt()

    def begin(self, courses: Sequence[tuple[str, str]]) -> None:
        """Begin anew, with the courses that may meet."""
        self.course.set_choices(courses)
        if self.course.value() not in {code for code, _name in courses}:
            self.course.set_value(courses[0][0] if len(courses) == 1 else "")
        for field in (self.from_time, self.to_time):
            field.set_value("")
        self.say("")
        self.show_why({})
        self.none.setVisible(not courses)
        self.save_button.setEnabled(bool(courses))
        self.course.setFocus(Qt.FocusReason.TabFocusReason)
        self._look()

    def show_why(self, reasons: Mapping[str, bool]) -> None:
        """Show what it would clash with; each reason with whether somebody must give way."""
        self.notes = list(reasons)
        show_reasons(self._why, reasons)

    def say(self, text: str) -> None:
        """Say what is wrong with it; "" for nothing."""
        self.problem.set_text(text)
        self.problem.setVisible(bool(text))

    def values(self) -> dict[str, str]:
        """The times, as far as they are given."""
        given = {"from_time": self.from_time.value(), "to_time": self.to_time.value()}
        return {name: text for name, text in given.items() if text}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        self.rows[0].set_words(kind_name("course"))
        for row, name in zip(self.rows[1:], ("from_time", "to_time"), strict=True):
            row.set_words(field_name("session", name))
        self.none.set_text(self.tr("ยังไม่มีกิจกรรมที่นัดได้ เพิ่มกิจกรรมก่อน"))
        self.save_button.setText(self.tr("นัดวันนี้"))
        self.close_button.setText(self.tr("ไม่นัด"))

    def _look(self) -> None:
        if self.course.value():
            self.looked.emit(UUID(self.course.value()), self.values())

    def _save(self) -> None:
        if self.course.value():
            self.planned.emit(UUID(self.course.value()), self.values())
        else:
            self.say(self.tr("เลือกกิจกรรมก่อน"))
            self.course.setFocus(Qt.FocusReason.TabFocusReason)
