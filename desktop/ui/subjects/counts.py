"""The counts of a subject as a table beside its list: each number opens what it counts there."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.all import Services
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.jobs import Jobs
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.subjects.words import SubjectWords
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cross_table import CrossTable
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.showing import show_if
from desktop.ui.widgets.states import StateStack
from desktop.ui.wording import sentence

Counted = TypeVar("Counted")


class CountsScreen(Screen, Generic[Counted]):
    """`counts_wanted()`.

    Override `title`, `begin_with`, `anything`, `fill`, `help_text`; `lay_out` once the buttons
    and parts that the screen adds are there.

    Args:
        kind: of the records.
        listed: the key of their list.
        rights: of who is signed in.
        reads: other kinds that are shown.
    """

    counts_wanted = Signal()

    def __init__(
        self, kind: str, listed: str, rights: Collection[Right], reads: Collection[str]
    ) -> None:
        super().__init__()
        self.kind, self.codes, self.words = kind, CodeBook(), SubjectWords(kind)
        self._reads = frozenset({kind, f"{kind}_move", "vocabulary_term", *reads})
        self._found: Counted | None = None
        self.heading, self.count = ThaiLabel("", "title"), ThaiLabel("", "muted")
        self.list_button = Button("", "secondary", "list")
        self.new_button = Button("", "primary", "plus")
        self.done_bar, self.table = DoneBar(), CrossTable()
        whole = QWidget()
        self.body = QVBoxLayout(whole)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(16)
        self.body.addWidget(self.table)
        self.state = StateStack(Scrolling(whole))
        show_if(self.new_button, Right.WRITE in rights)
        self.list_button.clicked.connect(lambda: self.open_requested.emit(listed, None))
        for begin in (self.new_button.clicked, self.state.empty.started):
            begin.connect(lambda *_on: self.open_requested.emit(f"{kind}_new", None))
        self.state.retried.connect(self.counts_wanted)

    def lay_out(self, *buttons: Button) -> None:
        """Put these into the head, and all of it on the screen."""
        title = QHBoxLayout()
        title.setSpacing(12)
        title.addWidget(self.heading)
        title.addWidget(self.count, 1)
        acts = QWidget()
        row = FlowLayout(acts, 8, one_line=True)
        for button in buttons:
            row.addWidget(button)
        head = Folding(12)
        head.add(title, 1)
        head.add(acts, whole=True)
        self.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.done_bar)
        column.addWidget(self.state, 1)
        self.adapt()

    def begin_with(self) -> str:
        """How to begin while there is none."""
        raise NotImplementedError

    def anything(self, found: Counted) -> bool:
        """Whether there is anything to show."""
        raise NotImplementedError

    def fill(self, found: Counted) -> None:
        """Word what was found, in the language of the moment."""
        raise NotImplementedError

    def show_counts(self, found: Counted, codes: CodeBook) -> None:
        """Show what there is."""
        self._found, self.codes = found, codes
        self.retranslate()
        if self.anything(found):
            self.state.show_content()
        else:
            self.state.show_empty()
        self.filled.emit()

    def show_failed(self, sentence: str) -> None:
        """It could not be read."""
        self.state.show_failed(sentence)

    def enter(self, argument: object) -> None:
        self.counts_wanted.emit()

    def refresh(self, kinds: frozenset[str]) -> None:
        if kinds & self._reads:
            self.counts_wanted.emit()

    def first_focus(self) -> QWidget | None:
        return next(iter(self.table.numbers), None)

    def new_action(self) -> Action | None:
        return None if self.new_button.isHidden() else self.new_button.click

    def retranslate(self) -> None:
        self.heading.set_text(self.title())
        self.list_button.setText(self.tr("ดูรายการ"))
        self.new_button.setText(self.words.add())
        self.state.empty.set_words(
            self.words.none_yet(), self.begin_with(), self.words.add() if self.new_action() else ""
        )
        if self._found is not None:
            self.fill(self._found)


class CountsPresenter(QObject):
    """Reads the counts."""

    def __init__(
        self,
        screen: CountsScreen[Any],
        services: Services,
        jobs: Jobs,
        counts: Callable[[], object],
    ) -> None:
        """`counts`: what the screen shows; asked in a job."""
        super().__init__(screen)
        self._screen, self._services, self._jobs, self._counts = screen, services, jobs, counts
        screen.counts_wanted.connect(self.read)

    def read(self) -> None:
        """Read what there is."""

        def work(_progress: object) -> tuple[object, CodeBook]:
            return self._counts(), CodeBook(self._services.centre.own_words())

        self._jobs.run(
            work,
            lambda found: self._screen.show_counts(*found),
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes=f"{self._screen.kind} counts",
        )
