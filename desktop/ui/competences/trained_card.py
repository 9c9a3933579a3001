"""What somebody may be relied on for today, on the page of what they are besides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.services.competences.records import CompetenceRow
from desktop.ui.code_book import CodeBook
from desktop.ui.competences.words import CompetenceWords, team_title, tone_of
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.showing import show_if


class TrainedCard(Adaptive, Card):
    """`chosen(id)` of a competence, `wanted()` of a new one."""

    chosen = Signal(object)
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(" ")
        self._rows: Sequence[CompetenceRow] = ()
        self._codes = CodeBook()
        self.buttons: list[Button] = []
        self._nothing = ThaiLabel("", "muted")
        self._list = QVBoxLayout()
        self.add_button = Button("", "link", "plus")
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._list)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button.clicked.connect(self.wanted)
        self.adapt()

    def show_rows(self, rows: Sequence[CompetenceRow], codes: CodeBook, *, may: bool) -> None:
        """Show these; `may`: another one may be written down."""
        self._rows, self._codes = rows, codes
        show_if(self.add_button, may)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(team_title())
        self._nothing.set_text(self.tr("ยังไม่มีใบรับรองที่ใช้ได้วันนี้"))
        show_if(self._nothing, not self._rows)
        self.add_button.setText(self.tr("จดใบรับรอง"))
        clear_layout(self._list)
        self.buttons = []
        words = CompetenceWords()
        for row in self._rows:
            what = self._codes.label("competences", row.kind) if row.kind else row.course
            said = " · ".join(filter(None, (what, words.until(row))))
            button = Button(said, "link", tone_of(row.holds)[1])
            button.clicked.connect(partial(self.chosen.emit, row.id))
            self.buttons.append(button)
            self._list.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
