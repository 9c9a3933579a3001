"""Urgent cases of the learner, on the first page of whoever is named in one; else not there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.learner.page import LearnerPage
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.layouts import clear_layout


class LearnerUrgentCard(Adaptive, Card):
    """`opened(case id)`, `new_wanted()`."""

    opened = Signal(object)
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._page: LearnerPage | None = None
        self.new_button = Button("", "link", "plus")
        self.new_button.clicked.connect(self.new_wanted)
        self.header.add_action(self.new_button)
        self.adapt()

    def show_page(self, page: LearnerPage) -> None:
        """Show the cases that name who looks."""
        self._page = page
        self.setVisible(Right.URGENT in page.rights)
        self.retranslate()

    def retranslate(self) -> None:
        cases = self._page.urgent if self._page else ()
        open_ones = [each for each in cases if each.state != "closed"]
        note = self.tr("มี %n เรื่องที่ยังไม่ปิด", "", len(open_ones)) if open_ones else ""
        self.set_title(self.tr("เรื่องเร่งด่วน"), note)
        self.new_button.setText(self.tr("เปิดเรื่อง"))
        clear_layout(self.body)
        codes = CodeBook()
        for case in cases:
            # What it is about stays on its own page: a villager may look over the shoulder here.
            state = codes.label("urgent_states", case.state)
            days = self.tr("ผ่านมา %n วัน", "", case.days) if case.days else ""
            if not days and case.state != "closed":
                days = self.tr("เปิดวันนี้")
            said = "  ·  ".join(part for part in (state, days) if part)
            button = Button(said, "link", "bell")
            button.clicked.connect(lambda _on=False, case=case: self.opened.emit(case.id))
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
