"""What a tab of the learner's page is, whichever feature brings it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.ui.code_book import CodeBook
from desktop.ui.learner.page import LearnerPage
from desktop.ui.widgets.adaptive import Adaptive


class LearnerTab(Adaptive):
    """Mix in before the Qt class. Override what the tab has."""

    def show_page(self, page: LearnerPage, codes: CodeBook) -> None:
        """Show a learner, again after each change; what is half typed of the same one stays."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put the keyboard where one begins here."""
        wanted = self.first_focus()
        if wanted is not None:
            wanted.setFocus()

    def first_focus(self) -> QWidget | None:
        """What is to be done first; None where there is nothing but to read."""
        return None

    def go_to(self, at: str) -> None:
        """Bring a part of the tab into view, with the keyboard in it; the tab names its parts."""
        self.begin()

    def save(self) -> bool:
        """Store what Ctrl+S means here; False where everything is stored by itself."""
        return False

    def flush(self) -> None:
        """Send what is half typed."""

    def cover(self) -> None:
        """The page is left: what was shown on request is covered again."""

    @property
    def wants_room(self) -> bool:
        """Whether the tab needs the room of the page's head now."""
        return False

    @property
    def writes_first(self) -> bool:
        """Whether whoever turns to the tab means to write: the keyboard goes there at once."""
        return False

    def parts(self) -> tuple[str, ...]:
        """Parts that `go_to` knows and that pictures of the tab show."""
        return ()


class TabPresenter(QObject):
    """Base of whoever answers a tab."""

    def load(self) -> None:
        """The tab is looked at: read what it shows besides the page."""


@dataclass(frozen=True)
class BuiltTab:
    """A tab and whoever answers it; the page keeps both."""

    tab: LearnerTab
    presenter: TabPresenter
