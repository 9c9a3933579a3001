"""Taking in the workbook of a subject, for the screen that lists it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.rosters.workbooks import BOOKS
from desktop.services.workbooks.declared import BookPreview
from desktop.ui.importing.book_dialog import BookDialog, open_book, taking_in
from desktop.ui.jobs import Jobs
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.printing.places import Places, SystemPlaces
from desktop.ui.shell.screens import Screen
from desktop.ui.wording import sentence
from desktop.ui.writes import Writes


class BookImport(QObject):
    """Asks for a workbook, shows what it would do, stores it with a way back.

    Attributes:
        dialog: the one that shows what a workbook would do.
    """

    def __init__(
        self,
        screen: Screen,
        bar: DoneBar,
        services: Services,
        jobs: Jobs,
        places: Places | None = None,
    ) -> None:
        super().__init__(screen)
        self._screen, self._bar, self._services, self._jobs = screen, bar, services, jobs
        self._places: Places = places or SystemPlaces()
        self._writes = Writes(screen, jobs, services.undo)
        self.dialog: BookDialog | None = None

    def choose(self, what: str) -> None:
        """Ask for a workbook of this name in `BOOKS`, and show what it would do."""
        path = self._places.ask_open(
            self._screen, taking_in(BOOKS[what]), "Excel, CSV (*.xlsx *.csv)"
        )
        if path is not None:
            self.read(what, path)

    def read(self, what: str, path: Path) -> None:
        """Read a workbook and show what storing it would do."""
        self._jobs.run(
            lambda progress: self._services.workbooks.preview(what, path, progress),
            self._show,
            lambda error: self._bar.say_failed(sentence(error)),
            owner=self._screen,
        )

    def _show(self, preview: BookPreview) -> None:
        workbooks = self._services.workbooks
        self.dialog = open_book(preview, self._screen, self._jobs, workbooks, self._store)

    def _store(self, preview: BookPreview) -> None:
        stored = self.tr("นำเข้าแล้ว %n รายการ", "", preview.count("new", "update"))
        self._writes.do(lambda: self._services.workbooks.run(preview), undo=stored)
