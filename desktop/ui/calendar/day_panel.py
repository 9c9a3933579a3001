"""The sessions of one day with what clashes, beside the calendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.calendars.records import Meeting
from desktop.ui.calendar.plan_form import PlanForm
from desktop.ui.calendar.words import CalendarWords
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ThaiLabel, Tone
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.panes import TonedNote
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.showing import show_if

_SIGNS = {"held": "circle-check", "cancelled": "x"}


class DayPanel(Adaptive, QWidget):
    """`opened(meeting)`, `moving(meeting)` to another day, `new_wanted()`.

    `may_move`: whether moving is offered, of what is planned.
    """

    opened = Signal(object)
    moving = Signal(object)
    new_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = CalendarWords(self)
        self.may_move = False
        self.buttons: list[Button] = []
        self.move_buttons: list[Button] = []
        self.notes: list[str] = []
        self.heading = ThaiLabel("", "section")
        self.new_button = Button("", "secondary", "plus")
        self.new_button.clicked.connect(self.new_wanted)
        inside = QWidget()
        inside.setProperty("surface", "scroll")
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(6)
        self._room = Scrolling(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self._room, 1)
        self.form = PlanForm()
        column.addWidget(self.form)
        column.addWidget(self.new_button)
        self.form.closed.connect(lambda: self.plan(None))
        self.plan(None)
        self.adapt()

    def plan(self, courses: Sequence[tuple[str, str]] | None) -> None:
        """Begin to plan a session of one of these courses; None puts the form away."""
        show_if(self.form, courses is not None)
        self.new_button.setEnabled(courses is None)
        if courses is not None:
            self.form.begin(courses)

    def show_day(
        self,
        day: date,
        meetings: Sequence[Meeting],
        why: Callable[[Meeting], Mapping[str, bool]],
        states: Callable[[str], str],
    ) -> None:
        """Show a day."""
        clear_layout(self._list)
        self.buttons, self.move_buttons, self.notes = [], [], []
        self.heading.set_text(self.words.day(day))
        self._room.begin_for(day)
        if not meetings:
            self._list.addWidget(ThaiLabel(self.tr("วันนี้ยังไม่มีกิจกรรม"), "muted"))
        for each in meetings:
            button = Button(self.tr("เปิด"), "link", _SIGNS.get(each.state, "arrow-right"))
            button.clicked.connect(lambda _on=False, each=each: self.opened.emit(each))
            said = [self.words.where(each), each.topic]
            if each.state != "planned":
                said.append(states(each.state))
            reasons = why(each)
            heading = self.words.heading(each)
            button.setAccessibleName(" · ".join(filter(None, (heading, *said, *reasons))))
            self.buttons.append(button)
            head = QHBoxLayout()
            head.addWidget(ThaiLabel(heading, "strong"), 1)
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self._list.addLayout(head)
            if self.may_move and each.state == "planned":
                self._list.addWidget(self._move_button(each), 0, Qt.AlignmentFlag.AlignLeft)
            for text in filter(None, said):
                self._list.addWidget(ThaiLabel(text, "caption"))
            for text, hard in reasons.items():
                self.notes.append(text)
                tone: Tone = "warning" if hard else "info"
                self._list.addWidget(TonedNote(text, tone, "triangle-alert" if hard else "sun"))
        self._list.addStretch(1)

    def _move_button(self, meeting: Meeting) -> Button:
        button = Button(self.tr("ย้ายไปวันอื่น"), "link", "calendar-days")
        button.setAccessibleName(f"{button.text()} {self.words.heading(meeting)}")
        button.clicked.connect(lambda: self.moving.emit(meeting))
        self.move_buttons.append(button)
        return button

    def retranslate(self) -> None:
        self.new_button.setText(self.tr("เพิ่มครั้งในวันนี้"))
        self.new_button.setToolTip("N")
