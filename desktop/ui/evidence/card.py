"""Evidence beside what it is of: the card of a course, of a meeting, of somebody in a course."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.all import Services
from desktop.services.evidence.records import EvidenceQuery, EvidenceRow
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.evidence.words import EVIDENCE, lacks
from desktop.ui.jobs import Jobs
from desktop.ui.record_names import kinds_name
from desktop.ui.shell.screens import Screen
from desktop.ui.subjects.words import SubjectWords
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.wording import sentence


class EvidenceCard(Adaptive, Card):
    """`opened_one(id)`, `new_wanted()`."""

    opened_one = Signal(object)
    new_wanted = Signal()

    def __init__(self, rights: Collection[Right], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._may = Right.WRITE in rights
        self._rows: Sequence[EvidenceRow] = ()
        self._codes = CodeBook()
        self.problem = ThaiLabel("", "error")
        self.new_button = Button("", "secondary", "plus")
        self.lines: list[Button] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.body.addLayout(self._list)
        self.body.addWidget(self.problem)
        self.body.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.problem.hide()
        self.new_button.clicked.connect(self.new_wanted)
        self.adapt()

    def show_evidence(self, rows: Sequence[EvidenceRow], codes: CodeBook) -> None:
        """Show it, in Thai order of what it is."""
        self._rows, self._codes = rows, codes
        self.say("")
        self.retranslate()

    def say(self, text: str) -> None:
        """Why it could not be read; "" for nothing."""
        self.problem.set_text(text)
        self.problem.setVisible(bool(text))

    def retranslate(self) -> None:
        self.set_title(kinds_name(EVIDENCE))
        self.new_button.setText(SubjectWords(EVIDENCE).add())
        self.new_button.setVisible(self._may)
        clear_layout(self._list)
        self.lines = []
        if not self._rows:
            self._list.addWidget(ThaiLabel(self.tr("ยังไม่มีหลักฐาน"), "muted"))
        for row in self._rows:
            state = self._codes.label("evidence_states", row.state)
            told = " · ".join(filter(None, (row.name, row.who, state, lacks(row.gaps))))
            button = Button(told, "link", "file-check")
            button.clicked.connect(partial(self.opened_one.emit, row.id))
            self.lines.append(button)
            self._list.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


class EvidencePresenter(QObject):
    """Reads the evidence that a card shows, and begins a new one with what it is of."""

    def __init__(self, card: EvidenceCard, page: Screen, services: Services, jobs: Jobs) -> None:
        super().__init__(page)
        self._card, self._page, self._services, self._jobs = card, page, services, jobs
        self._begun: Mapping[str, Any] = {}
        card.opened_one.connect(lambda known: page.open_requested.emit(EVIDENCE, known))
        card.new_wanted.connect(
            lambda: page.open_requested.emit(f"{EVIDENCE}_new", dict(self._begun))
        )

    def read(self, query: EvidenceQuery, begun: Mapping[str, Any]) -> None:
        """Read what a question finds; `begun`: what a new one is of."""
        self._begun = begun
        services = self._services

        def work(_progress: object) -> tuple[Sequence[EvidenceRow], CodeBook]:
            return services.evidence.find(query), CodeBook(services.centre.own_words())

        def show(found: tuple[Sequence[EvidenceRow], CodeBook]) -> None:
            if self._begun is begun:
                self._card.show_evidence(*found)

        self._jobs.run(
            work,
            show,
            lambda error: self._card.say(sentence(error)),
            owner=self._page,
            supersedes="evidence beside",
        )
