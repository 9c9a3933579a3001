"""Answers the list of partners: reads it, prints the directory, takes workbooks out and in."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.partners.records import PartnerQuery, PartnerRow
from desktop.ui.code_book import CodeBook
from desktop.ui.importing.books import BookImport
from desktop.ui.jobs import Jobs
from desktop.ui.partners.screen import PartnersScreen
from desktop.ui.partners.words import DIRECTORY, NEW_PARTNER
from desktop.ui.printing.places import Places
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.wording import sentence


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
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs, places)
        self.books = BookImport(screen, screen.done_bar, services, jobs, places)
        screen.find_wanted.connect(self.find)
        screen.new_wanted.connect(lambda: screen.open_requested.emit(NEW_PARTNER, None))
        screen.print_wanted.connect(self.print_directory)
        screen.export_wanted.connect(lambda: self.printing.export("partners", screen.query))
        screen.import_wanted.connect(lambda: self.books.choose("partners"))

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
            DIRECTORY, lambda path, options: directory.write_pdf(path, query, options)
        )
