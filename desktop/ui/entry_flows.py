"""Two ways beside sign-in: a forgotten passcode, and the recovery sheet after first run."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.errors import StorageError, TambonError
from desktop.keys import SignInName
from desktop.services.sign_in import SignInService
from desktop.ui import wording
from desktop.ui.jobs import WRITES, Jobs
from desktop.ui.looks import Looks
from desktop.ui.sign_in.name_chips import Person

if TYPE_CHECKING:
    from desktop.reports.recovery_sheet import RecoveryPaper
    from desktop.services.keeping.recovery import RecoveryService
    from desktop.ui.first_run.sheet_screen import SheetScreen
    from desktop.ui.sign_in.recover import RecoverScreen

logger = logging.getLogger(__name__)


class RecoverFlow(QObject):
    """The recovery words, a name, a new passcode.

    `recovered(workspace)`, `left` when given up. `close_centre` is called before the centre is
    opened anew; it raises where something typed is still to be stored.
    """

    recovered = Signal(object)
    left = Signal()

    def __init__(
        self,
        stack: QStackedWidget,
        way_in: SignInService,
        looks: Looks,
        jobs: Jobs,
        close_centre: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._stack, self._way_in, self._looks, self._jobs = stack, way_in, looks, jobs
        self._close_centre = close_centre
        self._last: UUID | None = None
        self.page: RecoverScreen | None = None

    def show(self, last: UUID | None) -> None:
        """Ask for the words; `last` is who is offered first afterwards."""
        from desktop.ui.sign_in.recover import RecoverScreen

        self._last = last
        if self.page is None:
            page = self.page = RecoverScreen()
            page.words_given.connect(self._on_words)
            page.recover_requested.connect(self._on_recover)
            page.left.connect(self._on_left)
            page.language_chosen.connect(self._looks.choose_language)
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self.page)
        self.page.setFocus()

    def end(self) -> None:
        """Take the page away, with what was typed in it."""
        page, self.page = self.page, None
        if page is not None:
            page.forget()
            self._stack.removeWidget(page)
            page.deleteLater()

    def _on_left(self) -> None:
        self.end()
        self.left.emit()

    def _on_words(self, words: str) -> None:
        def found(names: list[SignInName]) -> None:
            if self.page is not None:
                people = [Person(each.user_id, each.name, each.role) for each in names]
                self.page.show_people(people, self._last)

        self._jobs.run(
            lambda _progress: self._way_in.names_for(words), found, self._refuse, owner=self
        )

    def _on_recover(self, words: str, user_id: UUID, passcode: str) -> None:
        # What lies behind a lock is another's, or one's own under the old passcode: it is closed
        # first, and what was half typed in it is kept.
        try:
            self._close_centre()
        except StorageError as error:
            self._refuse(error)
            return
        self._jobs.run(
            lambda _progress: self._way_in.recover(words, user_id, passcode),
            self.recovered.emit,
            self._refuse,
            owner=self,
        )

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, TambonError):
            logger.error("a passcode could not be recovered", exc_info=error)
        if self.page is None:
            return
        values = error.values if isinstance(error, TambonError) else {}
        number = values.get("number", 0)
        self.page.show_refused(
            wording.sentence(error),
            str(values.get("likely", "")),
            number if isinstance(number, int) else 0,
        )


class SheetFlow(QObject):
    """The recovery words of a centre just begun; `left` when put away, or put off."""

    left = Signal()

    def __init__(self, stack: QStackedWidget, looks: Looks, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._stack, self._looks, self._jobs = stack, looks, jobs
        self.page: SheetScreen | None = None

    @property
    def showing(self) -> bool:
        """Whether the words are on the screen."""
        return self.page is not None and self._stack.currentWidget() is self.page

    def show(self, paper: RecoveryPaper, recovery: RecoveryService) -> None:
        """Show the words before anything else of the centre."""
        from desktop.ui.first_run.sheet_screen import SheetScreen

        page = self.page = SheetScreen(paper)

        def refuse(error: Exception) -> None:
            page.show_refused(wording.sentence(error))

        def save(path: Path, boxes: bool = False) -> None:
            language = self._looks.look.language

            def failed(error: Exception) -> None:
                if not page.saving.ask(error, lambda: save(path, True)):
                    refuse(error)

            self._jobs.run(
                lambda _progress: recovery.print_sheet(paper, path, language=language, boxes=boxes),
                lambda _pages: page.show_saved(path),
                failed,
                owner=page,
            )

        def keep() -> None:
            self._jobs.run(
                lambda _progress: recovery.put_away(),
                lambda _nothing: self._leave(),
                refuse,
                owner=page,
                lane=WRITES,
            )

        page.save_wanted.connect(save)
        page.kept.connect(keep)
        page.later.connect(self._leave)
        page.language_chosen.connect(self._looks.choose_language)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.setFocus()

    def _leave(self) -> None:
        page, self.page = self.page, None
        if page is not None:
            self._stack.removeWidget(page)
            page.deleteLater()
            self.left.emit()
