"""Answers the list of partners: reads it, prints the directory, takes workbooks out and in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.partners.records import PartnerQuery, PartnerRow
from desktop.services.workbooks.declared import BookPreview
from desktop.ui.code_book import CodeBook
from desktop.ui.file_asking import begins_in
from desktop.ui.importing.book_dialog import BookDialog
from desktop.ui.jobs import Jobs
from desktop.ui.partners.screen import PartnersScreen
from desktop.ui.partners.words import NEW_PARTNER
from desktop.ui.printing.places import Places, SystemPlaces
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.printing.wish import free_name
from desktop.ui.translation import language
from desktop.ui.wording import sentence
from desktop.ui.writes import Writes


class PartnersPresenter(QObject):
    """Turns wishes into questions to the services; nothing of it blocks the window."""

    def __init__(
        self,
        screen: PartnersScreen,
        services: Services,
        jobs: Jobs,
        places: Places | None = None,
    ) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self._places: Places = places or SystemPlaces()
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs, self._places)
        self.writes = Writes(screen, jobs, services.undo)
        self.dialog: BookDialog | None = None
        screen.find_wanted.connect(self.find)
        screen.new_wanted.connect(lambda: screen.open_requested.emit(NEW_PARTNER, None))
        screen.print_wanted.connect(self.print_directory)
        screen.export_wanted.connect(self.export)
        screen.import_wanted.connect(self.choose_import)

    def find(self, query: PartnerQuery) -> None:
        """Read the list."""
        services = self._services

        def work(_progress: object) -> tuple[tuple[PartnerRow, ...], CodeBook]:
            return services.partners.find(query), CodeBook(services.centre.own_words())

        self._jobs.run(
            work,
            lambda found: self._screen.show_found(*found),
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="partners",
        )

    def print_directory(self) -> None:
        """Ask how, then print the directory of what is listed."""
        query, directory = self._screen.query, self._services.partner_directory
        self.printing.print_list(
            "partners", lambda path, options: directory.write_pdf(path, query, options)
        )

    def export(self) -> None:
        """Write what is listed to a workbook that can be brought in again."""
        screen, query = self._screen, self._screen.query
        path = self._ask(self.tr("ภาคี"), "xlsx", "Excel (*.xlsx);;CSV (*.csv)")
        if path is None:
            return
        english = language().value == "en"
        self._jobs.run(
            lambda progress: (
                self._services.exporting.export(
                    "partners", path, query, english=english, progress=progress
                ).rows
            ),
            lambda count: screen.done_bar.say_done(self.tr("ส่งออกแล้ว %n แห่ง", "", count), path),
            lambda error: screen.done_bar.say_failed(sentence(error)),
            owner=screen,
            title=self.tr("กำลังส่งออกภาคี"),
        )

    def choose_import(self) -> None:
        """Ask for a workbook, and show what it would do."""
        path = self._places.ask_open(
            self._screen,
            self.tr("นำเข้าภาคี"),
            "Excel, CSV (*.xlsx *.csv)",
        )
        if path is not None:
            self.preview(path)

    def preview(self, path: Path) -> None:
        """Read a workbook and show what storing it would do."""
        self._jobs.run(
            lambda progress: self._services.workbooks.preview("partners", path, progress),
            self._show_preview,
            lambda error: self._screen.done_bar.say_failed(sentence(error)),
            owner=self._screen,
        )

    def _show_preview(self, preview: BookPreview) -> None:
        self.dialog = dialog = BookDialog(preview, self._screen)
        dialog.taken.connect(lambda: self._take(preview))
        dialog.open()

    def _take(self, preview: BookPreview) -> None:
        services = self._services
        count = preview.count("new", "update")
        told = self.tr("นำเข้าภาคีแล้ว %n แห่ง", "", count)
        self.writes.do(lambda: services.workbooks.run(preview), undo=told)

    def _ask(self, name: str, ending: str, kinds: str) -> Path | None:
        day = self._services.workspace.today().isoformat()
        suggested = free_name(begins_in(), f"{name} {day}", f".{ending}")
        return self._places.ask_file(self._screen, name, suggested, kinds)
