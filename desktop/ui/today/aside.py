"""Beside the list: the line in full, and the four things one can do with it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.today.records import TodayLine
from desktop.ui import thai_time
from desktop.ui.person_words import PersonWords
from desktop.ui.today.words import TodayWords
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import StatusPill, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.text_fields import TextField

Asking = Literal["", "postpone", "dismiss"]


class Aside(Adaptive, Card):
    """`opened`, `done`, `postponed(day)`, `dismissed(reason)`, all about the line shown."""

    open_wanted = Signal()
    done_wanted = Signal()
    postponed = Signal(object)
    dismissed = Signal(str)

    def __init__(self, today: date, words: TodayWords) -> None:
        super().__init__()
        self._today = today
        self._words = words
        self._line: TodayLine | None = None
        self._asking: Asking = ""
        self._kind = StatusPill("")
        self._who = ThaiLabel("", "section")
        self._where = ThaiLabel("", "muted")
        self._why = ThaiLabel("")
        self._due = ThaiLabel("", "strong")
        self.open_button = Button("", "primary", "arrow-right")
        self.done_button = Button("", "secondary", "check")
        self.postpone_button = Button("", "secondary", "clock")
        self.dismiss_button = Button("", "quiet", "x")
        self._days_host = QWidget()
        self._days = FlowLayout(self._days_host, 6)
        self._reasons_host = QWidget()
        reasons = QVBoxLayout(self._reasons_host)
        reasons.setContentsMargins(0, 0, 0, 0)
        chips = QWidget()
        self._reasons = FlowLayout(chips, 6)
        self.reason = TextField()
        self.reason_row = FormRow(self.reason)
        self.reason_button = Button("", "secondary")
        reasons.addWidget(chips)
        reasons.addWidget(self.reason_row)
        reasons.addWidget(self.reason_button)
        self._keys = ThaiLabel("", "caption")
        body = self.body
        body.setSpacing(7)
        for label in (self._kind, self._who, self._where, self._why, self._due):
            body.addWidget(label)
        for part in (
            self.open_button, self.done_button, self.postpone_button, self._days_host,
            self.dismiss_button, self._reasons_host,
        ):  # fmt: skip
            body.addWidget(part)
        body.addStretch(1)
        body.addWidget(self._keys)
        self.open_button.clicked.connect(self.open_wanted)
        self.done_button.clicked.connect(self.done_wanted)
        self.postpone_button.clicked.connect(lambda: self.ask("postpone"))
        self.dismiss_button.clicked.connect(lambda: self.ask("dismiss"))
        self.reason.returnPressed.connect(self._on_reason)
        self.reason_button.clicked.connect(self._on_reason)
        self.adapt()

    def show_line(self, line: TodayLine | None) -> None:
        """Show a line in full."""
        self._line = line
        self._asking = ""
        self.reason.set_value("")
        self.reason_row.set_error("")
        self.retranslate()

    def ask(self, asking: Asking) -> None:
        """Ask until when, or why; asked again it closes."""
        if self._line is None:
            return
        self._asking = "" if self._asking == asking else asking
        self._show_asking()
        if self._asking == "postpone":
            self._days_host.findChildren(Button)[0].setFocus()
        elif self._asking == "dismiss":
            self.reason.setFocus()

    @property
    def asking(self) -> Asking:
        """What is asked now."""
        return self._asking

    def retranslate(self) -> None:
        words, line = self._words, self._line
        if line is not None:
            tones = ("danger", "warning", "info", "neutral")
            self._kind.set_state(words.kind(line.code), tones[min(line.urgency, 3)])  # type: ignore[arg-type]
            self._who.set_text(words.who(line))
            where = (
                PersonWords().village(line.village, line.village_name)
                if line.learner_name and line.village
                else ""
            )
            self._where.set_text(where)
            self._where.setVisible(bool(where))
            self._why.set_text(words.why(line, self._today))
            due = words.due(line, self._today)
            if due:
                due = f"{thai_time.shown_iso(line.due)} · {due}"
            self._due.set_text(due)
            self._due.setVisible(bool(due))
        self.open_button.setText(self.tr("เปิดดู"))
        self.done_button.setText(self.tr("ทำแล้ว"))
        self.postpone_button.setText(self.tr("เลื่อนไปก่อน"))
        self.dismiss_button.setText(self.tr("ไม่ต้องทำ"))
        self.reason_row.set_words(self.tr("เพราะอะไร"))
        self.reason_button.setText(self.tr("นำออกจากรายการ"))
        self._keys.set_text(self.tr("Enter เปิด · Ctrl+Enter ทำแล้ว\nCtrl+D เลื่อน · Delete ไม่ต้องทำ"))
        self._fill_chips()
        self._show_asking()

    def _fill_chips(self) -> None:
        for flow in (self._days, self._reasons):
            clear_layout(flow)
        for days, text in self._words.postpone_choices():
            chip = Button(text, "chip")
            day = self._today + timedelta(days=days)
            chip.clicked.connect(lambda _checked, until=day: self.postponed.emit(until))
            self._days.addWidget(chip)
        for text in self._words.reasons():
            chip = Button(text, "chip")
            chip.clicked.connect(lambda _checked, reason=text: self.dismissed.emit(reason))
            self._reasons.addWidget(chip)

    def _show_asking(self) -> None:
        self._days_host.setVisible(self._asking == "postpone")
        self._reasons_host.setVisible(self._asking == "dismiss")

    def _on_reason(self) -> None:
        if self.reason.value().strip():
            self.dismissed.emit(self.reason.value().strip())
        else:
            self.reason_row.set_error(self.tr("บอกเหตุผลสั้น ๆ เพื่อให้คนอื่นเข้าใจ"))
