"""การเรียนรู้ of a learner: what each subject shows of it, the book of credits first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from desktop.services.credits.records import CreditBook, CreditRow
from desktop.ui.credit_items.words import CREDIT_ITEM, CreditWords, shown_credits
from desktop.ui.learner.records_tab import RecordsTab
from desktop.ui.learner.tab import TabPresenter
from desktop.ui.learner.work import LearnerWork
from desktop.ui.shell.feature import LearningPart
from desktop.ui.subjects.words import SubjectWords
from desktop.ui.translation import translate
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel

Found = Mapping[str, Any]
"""What was asked, by the key of each part."""


class LearningTab(RecordsTab[Found]):
    """The cards of every part, in the order of the features that bring them."""

    def __init__(self, parts: Sequence[LearningPart[Any]]) -> None:
        self._parts = parts
        super().__init__({})

    def add(self) -> str:
        return SubjectWords(CREDIT_ITEM).add()

    def none_yet(self) -> str:
        return self.tr("ยังไม่มีอะไรที่นี่ จดสิ่งที่ทำได้แล้ว แล้วหาหลักฐาน เพื่อขอเทียบโอน")

    def cards(self, found: Found) -> list[Card]:
        return [
            card
            for part in self._parts
            if part.key in found
            for card in part.cards(found[part.key], self)
        ]


class LearningPresenter(TabPresenter):
    """Asks every part of the learner that is looked at, in one job."""

    def __init__(self, tab: LearningTab, work: LearnerWork) -> None:
        super().__init__(tab)
        self._tab, self._work = tab, work
        tab.opened.connect(work.screen.open_requested)
        tab.begun.connect(
            lambda whose: work.screen.open_requested.emit(f"{CREDIT_ITEM}_new", whose)
        )

    def load(self) -> None:
        """Read them again."""
        parts, services = self._work.screen.learning, self._work.services

        def ask(learner_id: UUID) -> Found:
            return {part.key: part.ask(services, learner_id) for part in parts}

        self._work.read(ask, self._tab.show_found, "learning")


def book_cards(book: CreditBook, tab: LearningTab) -> list[Card]:
    """The book of credits: what is proposed and what was accepted in two columns, and the gaps."""
    if not book.items:
        return []
    words = CreditWords()
    card = Card(translate("CreditBook", "สมุดหน่วยกิต"))
    for level in book.levels:
        card.body.addWidget(ThaiLabel(words.level(level, tab.codes), "strong"))
        if beside := words.beside(level, tab.codes):
            card.body.addWidget(ThaiLabel(beside, "muted"))
    card.body.addLayout(_two_columns(book, tab))
    return [card]


def _two_columns(book: CreditBook, tab: LearningTab) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    heads = (translate("CreditBook", "เสนอ"), translate("CreditBook", "รับแล้ว"))
    for place, text in enumerate(heads, 2):
        grid.addWidget(ThaiLabel(text, "field"), 0, place, right)
    for number, row in enumerate(book.items, 1):
        add = partial(grid.addWidget, alignment=Qt.AlignmentFlag.AlignVCenter)
        add(tab.link(row.name, "graduation-cap", CREDIT_ITEM, row.id), number, 0)
        add(ThaiLabel(_stands(row, tab), "muted"), number, 1)
        grid.addWidget(ThaiLabel(shown_credits(row.proposed), "body"), number, 2, right)
        grid.addWidget(ThaiLabel(shown_credits(row.accepted), "strong"), number, 3, right)
    return grid


def _stands(row: CreditRow, tab: LearningTab) -> str:
    """How an item stands: the state, who is asked, for how long; what is missing."""
    state = tab.codes.label("credit_states", row.state)
    lacking = "" if row.evidence else translate("CreditBook", "ยังไม่มีหลักฐาน")
    told = (state, row.receiver, CreditWords().waits(row), row.missing, lacking)
    return " · ".join(filter(None, told))
