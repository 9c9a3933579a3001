"""One entry of the contact log, with its promise and what it said before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.services.learners.contacts import ContactLine
from desktop.ui import thai_time
from desktop.ui.code_book import CodeBook
from desktop.ui.person_words import CONTACT_ICONS
from desktop.ui.thai_time import DayWords, shown_iso, whole_day
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import IconLabel, StatusPill, ThaiLabel, Tone
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.panes import TonedNote


class VisitRow(QFrame):
    """`correct_wanted`, `earlier_wanted`. Made anew when the language changes."""

    correct_wanted = Signal()
    earlier_wanted = Signal()

    def __init__(self, line: ContactLine, codes: CodeBook, today: date) -> None:
        super().__init__()
        self.line = line
        self.setProperty("surface", "card")
        kind = codes.label("contact_kinds", line.contact_kind)
        when = shown_iso(line.on)
        day = whole_day(line.on)
        if day is not None:
            when = f"{when} ({DayWords().away(day, today)})"
        self.setAccessibleName(f"{kind} {when}")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel(CONTACT_ICONS.get(line.contact_kind, "message-square"), "primary"))
        head.addWidget(ThaiLabel(kind, "strong", wrap=False))
        head.addWidget(ThaiLabel(when, "muted", wrap=False))
        if line.private:
            head.addWidget(StatusPill(self.tr("เฉพาะผู้มีสิทธิ"), "warning", "lock"))
        head.addStretch(1)
        self.correct = Button(self.tr("แก้คำ"), "link", "pencil")
        self.correct.clicked.connect(self.correct_wanted)
        head.addWidget(self.correct)
        self.text = ThaiLabel(line.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.text)
        by = [line.by_name, line.place]
        column.addWidget(ThaiLabel("  ·  ".join(part for part in by if part), "caption"))
        if line.next_on:
            column.addWidget(self._promise(line, today))
        self._earlier = QVBoxLayout()
        if line.earlier:
            text = self.tr("แก้มาแล้ว %n ครั้ง ดูคำเดิม", "", len(line.earlier))
            self.show_button = Button(text, "link", "history")
            self.show_button.clicked.connect(self.earlier_wanted)
            column.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._earlier)

    def show_earlier(self, lines: Sequence[ContactLine], codes: CodeBook) -> None:
        """Show what it said before, newest first."""
        clear_layout(self._earlier)
        for line in lines:
            old = QFrame()
            old.setProperty("surface", "sunken")
            inside = QVBoxLayout(old)
            inside.setContentsMargins(12, 6, 12, 6)
            inside.setSpacing(0)
            said = self.tr("เขียนเมื่อ {when} โดย {name}")
            said = said.replace("{when}", thai_time.shown_moment(line.written_at))
            inside.addWidget(ThaiLabel(said.replace("{name}", line.written_by), "caption"))
            inside.addWidget(ThaiLabel(line.text))
            self._earlier.addWidget(old)

    def _promise(self, line: ContactLine, today: date) -> TonedNote:
        day = whole_day(line.next_on)
        tone: Tone = "success" if line.kept else "info"
        text = self.tr("นัด {date} {text}")
        if line.kept:
            text = self.tr("ไปตามนัดแล้ว {date} {text}")
        elif day is not None and day < today:
            text, tone = self.tr("เลยนัด {date} {text}"), "warning"
        text = text.replace("{date}", shown_iso(line.next_on)).replace("{text}", line.next_text)
        icon = "circle-check" if line.kept else "calendar-days"
        return TonedNote(text.strip(), tone, icon)
