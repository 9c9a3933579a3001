"""Taking in the workbook of a subject: what is decided of its rows is kept like any draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.progress import Progress
from desktop.services.all import Services
from desktop.services.rosters.workbooks import BookStored
from desktop.services.workbooks.declared import BookDecision, BookPlace, BookPreview
from desktop.ui.importing.book_dialog import BookDialog, Decisions
from desktop.ui.importing.opening import draft_of, taking_in
from desktop.ui.jobs import WRITES, Jobs
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.printing.places import Places, SystemPlaces
from desktop.ui.shell.screens import Screen
from desktop.ui.wording import sentence
from desktop.ui.writes import Writes


def read_book(services: Services, what: str, path: Path, progress: Progress) -> BookPreview:
    """Read a workbook with what was decided of its rows when it was last open.

    Raises:
        UserError: as `WorkbookService.preview`.
    """
    preview = services.workbooks.preview(what, path, progress)
    draft = services.drafts.load(draft_of(what), preview.sha256.hex())
    kept = draft.content.get("decisions", []) if draft is not None else []
    decisions = {
        (sheet, row): BookDecision(kind, UUID(hex=record) if record else None)
        for sheet, row, kind, record in kept
    }
    return services.workbooks.decided(preview, decisions) if decisions else preview


def store_book(services: Services, preview: BookPreview) -> BookStored:
    """Store what a preview shows, and forget the draft of what was decided."""
    stored = services.workbooks.run(preview)
    services.drafts.discard(draft_of(preview.what), preview.sha256.hex())
    return stored


def open_book(
    preview: BookPreview,
    parent: QWidget,
    jobs: Jobs,
    services: Services,
    take: Callable[[BookPreview], None],
) -> BookDialog:
    """Show what a book would do; its rows are decided there, and `take` is called to store it."""
    dialog = BookDialog(preview, parent)

    def look(decisions: Decisions) -> BookPreview:
        _keep(services, preview, decisions)
        return services.workbooks.decided(preview, decisions)

    def decide(decisions: Decisions) -> None:
        jobs.run(
            lambda _progress: look(decisions),
            dialog.show_preview,
            lambda error: dialog.show_failed(sentence(error)),
            owner=dialog,
            supersedes="book decisions",
            lane=WRITES,
        )

    dialog.decided.connect(decide)
    dialog.taken.connect(take)
    dialog.open()
    return dialog


def _keep(
    services: Services, preview: BookPreview, decisions: Mapping[BookPlace, BookDecision]
) -> None:
    form, subject = draft_of(preview.what), preview.sha256.hex()
    if not decisions:
        services.drafts.discard(form, subject)
        return
    rows = [
        [*place, each.kind, each.record_id.hex if each.record_id else ""]
        for place, each in decisions.items()
    ]
    services.drafts.save(form, subject, {"decisions": rows})


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

    def choose(self, what: str, otherwise: Callable[[Path], None] | None = None) -> None:
        """Ask for a workbook of this name in `BOOKS`, and show what it would do.

        `otherwise`: what becomes of a file that the program did not export; without it the file is
        read by its headings all the same.
        """
        path = self._places.ask_open(self._screen, taking_in(what), "Excel, CSV (*.xlsx *.csv)")
        if path is not None:
            self.read(what, path, otherwise)

    def read(self, what: str, path: Path, otherwise: Callable[[Path], None] | None = None) -> None:
        """Read a workbook and show what storing it would do."""

        def work(progress: Progress) -> BookPreview | None:
            if otherwise is not None and self._services.workbooks.what_is(path) != what:
                return None
            return read_book(self._services, what, path, progress)

        def show(preview: BookPreview | None) -> None:
            if preview is not None:
                self._show(preview)
            elif otherwise is not None:
                otherwise(path)

        self._jobs.run(
            work, show, lambda error: self._bar.say_failed(sentence(error)), owner=self._screen
        )

    def _show(self, preview: BookPreview) -> None:
        self.dialog = open_book(preview, self._screen, self._jobs, self._services, self._store)

    def _store(self, preview: BookPreview) -> None:
        stored = self.tr("นำเข้าแล้ว %n รายการ", "", preview.count("new", "update"))
        self._writes.do(lambda: store_book(self._services, preview), undo=stored)
