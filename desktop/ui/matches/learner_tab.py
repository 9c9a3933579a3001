"""ที่ขอและที่ได้: what a learner asks for, what is promised and given, and why it is stuck."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.funds.given import Given
from desktop.services.matches.records import MatchQuery, MatchRow
from desktop.services.needs.records import NeedQuery, NeedRow
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.funds.given_words import GivenWords, place_of
from desktop.ui.learner.page import LearnerPage
from desktop.ui.learner.tab import LearnerTab, TabPresenter
from desktop.ui.learner.work import LearnerWork
from desktop.ui.matches.words import MatchWords
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import StatusPill, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.panes import Pane

Found = tuple[Sequence[NeedRow], Sequence[MatchRow], Sequence[Given]]


class LearnerNeedsTab(LearnerTab, Pane):
    """`opened(key, place)`: a need, a match or a book; `begun(learner_id)`: a new need."""

    opened = Signal(str, object)
    begun = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._page: LearnerPage | None = None
        self._codes = CodeBook()
        self._found: Found = ((), (), ())
        self.add_button = Button("", "primary", "plus")
        self.empty = ThaiLabel("", "muted")
        self._needs = QVBoxLayout()
        self.buttons: list[Button] = []
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.empty)
        self.body.addLayout(self._needs)
        self.body.addStretch(1)
        self.add_button.clicked.connect(self._on_add)
        self.adapt()

    def first_focus(self) -> QWidget | None:
        return self.buttons[0] if self.buttons else self.add_button

    def show_page(self, page: LearnerPage, codes: CodeBook) -> None:
        if self._page is not None and self._page.id != page.id:
            self._found = ((), (), ())
        self._page, self._codes = page, codes
        self.retranslate()

    def show_found(self, found: Found) -> None:
        """Show the needs, the matches of each below it, and what was paid and given."""
        self._found = found
        self.retranslate()

    def retranslate(self) -> None:
        self.add_button.setText(self.tr("เพิ่มสิ่งที่ขอ"))
        self.empty.set_text(self.tr("ยังไม่มีสิ่งที่ขอ จดสิ่งที่ขาดแล้วเรียนต่อไม่ได้"))
        if self._page is None:
            return
        self.add_button.setVisible(Right.WRITE in self._page.rights)
        needs, matches, given = self._found
        self.empty.setVisible(not needs)
        clear_layout(self._needs)
        self.buttons = []
        for need in needs:
            self._needs.addWidget(self._card(need, [m for m in matches if m.need_id == need.id]))
        if given:
            self._needs.addWidget(self._books(given))

    def _card(self, need: NeedRow, matches: Sequence[MatchRow]) -> Card:
        words, card = MatchWords(), Card("")
        self._line(card, need.name, "inbox", "need", need.id)
        card.body.addWidget(ThaiLabel(words.far(need, self._codes), "body"))
        if stuck := words.stuck(need):
            pill = StatusPill("", "warning", "triangle-alert")
            pill.set_state(stuck, "warning", "triangle-alert")
            card.body.addWidget(pill, 0, Qt.AlignmentFlag.AlignLeft)
        for match in matches:
            state = self._codes.label("match_states", match.state)
            told = (match.giver, state, words.sums(match, self._codes))
            self._line(card, " · ".join(filter(None, told)), "merge", "match", match.id)
        return card

    def _books(self, given: Sequence[Given]) -> Card:
        words, card = GivenWords(), Card(self.tr("ที่จ่ายและที่ให้แล้ว"))
        taken_back = self.tr("ยกเลิกแล้ว")
        for each in given:
            icon = "book-open" if each.record == "fund_entry" else "package"
            said = words.told(each, self._codes)
            if each.taken_back:
                said = f"{said} ({taken_back})"
            self._line(card, said, icon, *place_of(each))
        if not all(each.told for each in given):
            card.body.addWidget(ThaiLabel(words.note(), "muted"))
        return card

    def _line(self, card: Card, text: str, icon: str, kind: str, known: object) -> None:
        button = Button(text, "link", icon)
        button.clicked.connect(lambda _on=False: self.opened.emit(kind, known))
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.buttons.append(button)

    def _on_add(self) -> None:
        if self._page is not None:
            self.begun.emit(self._page.id)


class LearnerNeedsPresenter(TabPresenter):
    """Reads the needs of the learner that is looked at, and of their house."""

    def __init__(self, tab: LearnerNeedsTab, work: LearnerWork) -> None:
        super().__init__(tab)
        self._tab, self._work = tab, work
        tab.opened.connect(work.screen.open_requested)
        tab.begun.connect(lambda whose: work.screen.open_requested.emit("need_new", whose))

    def load(self) -> None:
        """Read them again."""
        services = self._work.services

        def ask(learner_id: UUID) -> Found:
            needs = services.needs.find(NeedQuery(learner_id=learner_id))
            matches = services.matches.find(MatchQuery(learner_id=learner_id))
            return needs, matches, services.fund_entries.given_to(learner_id)

        self._work.read(ask, self._tab.show_found, "needs")
