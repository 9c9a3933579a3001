"""A tab that lists records of another subject of a learner: a card for each, and a new one."""

from __future__ import annotations

from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.learner.page import LearnerPage
from desktop.ui.learner.tab import LearnerTab
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.panes import Pane

F = TypeVar("F")


class RecordsTab(LearnerTab, Pane, Generic[F]):
    """`opened(key, place)`: the page of one; `begun(learner_id)`: a new one.

    Override `add`, `none_yet`, `cards`; a card leads on by `line`.

    Args:
        nothing: what is found of a learner of whom nothing was read yet.
    """

    opened = Signal(str, object)
    begun = Signal(object)

    def __init__(self, nothing: F) -> None:
        super().__init__()
        self._page: LearnerPage | None = None
        self.codes = CodeBook()
        self._nothing = self._found = nothing
        self.add_button = Button("", "primary", "plus")
        self.empty = ThaiLabel("", "muted")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self.buttons: list[Button] = []
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.empty)
        self.body.addLayout(self._cards)
        self.body.addStretch(1)
        self.add_button.clicked.connect(self._on_add)
        self.adapt()

    def add(self) -> str:
        """The button of a new one."""
        raise NotImplementedError

    def none_yet(self) -> str:
        """What is said where there is none."""
        raise NotImplementedError

    def cards(self, found: F) -> list[Card]:
        """A card for each."""
        raise NotImplementedError

    def first_focus(self) -> QWidget | None:
        if self.buttons:
            return self.buttons[0]
        return None if self.add_button.isHidden() else self.add_button

    def show_page(self, page: LearnerPage, codes: CodeBook) -> None:
        if self._page is not None and self._page.id != page.id:
            self._found = self._nothing
        self._page, self.codes = page, codes
        self.retranslate()

    def show_found(self, found: F) -> None:
        """Show these."""
        self._found = found
        self.retranslate()

    def retranslate(self) -> None:
        self.add_button.setText(self.add())
        self.empty.set_text(self.none_yet())
        if self._page is None:
            return
        self.add_button.setVisible(self.writes)
        held = next((n for n, each in enumerate(self.buttons) if each.hasFocus()), -1)
        clear_layout(self._cards)
        self.buttons = []
        cards = self.cards(self._found)
        for card in cards:
            self._cards.addWidget(card)
        self.empty.setVisible(not cards)
        if 0 <= held < len(self.buttons):
            self.buttons[held].show()
            self.buttons[held].setFocus()

    def line(self, card: Card, text: str, icon: str, key: str, place: object) -> None:
        """Put a line into a card that opens something."""
        card.body.addWidget(self.link(text, icon, key, place), 0, Qt.AlignmentFlag.AlignLeft)

    def link(self, text: str, icon: str, key: str, place: object) -> Button:
        """Return a line that opens something, to be put where one likes."""
        button = Button(text, "link", icon)
        button.clicked.connect(lambda _on=False: self.opened.emit(key, place))
        self.buttons.append(button)
        return button

    @property
    def whose(self) -> UUID | None:
        """The learner that is shown."""
        return self._page.id if self._page is not None else None

    @property
    def writes(self) -> bool:
        """Whether whoever is signed in may write something down here."""
        return self._page is not None and Right.WRITE in self._page.rights

    def _on_add(self) -> None:
        if self._page is not None:
            self.begun.emit(self._page.id)
