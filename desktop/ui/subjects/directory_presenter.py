"""Answers a directory: reads it, prints it, takes workbooks out and in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.papers.lists import SubjectDirectory
from desktop.services.subject_service import OfAnySubject
from desktop.ui.code_book import CodeBook
from desktop.ui.importing.books import BookImport
from desktop.ui.jobs import Jobs
from desktop.ui.printing.papers import Paper
from desktop.ui.printing.places import Places
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.subjects.directory import DirectoryScreen
from desktop.ui.wording import sentence


class DirectoryPresenter(QObject):
    """Turns wishes into questions to the services; nothing of it blocks the window.

    Args:
        service: of the subject.
        directory: what prints it.
        paper: as the dialog knows that.
        book: the name of its workbook.
    """

    def __init__(
        self,
        screen: DirectoryScreen[Any],
        services: Services,
        jobs: Jobs,
        service: OfAnySubject,
        directory: SubjectDirectory[Any],
        paper: Paper,
        book: str,
        places: Places | None = None,
    ) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self._service, self._directory = service, directory
        self._paper, self._book = paper, book
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs, places)
        self.books = BookImport(screen, screen.done_bar, services, jobs, places)
        screen.find_wanted.connect(self.find)
        screen.new_wanted.connect(lambda: screen.open_requested.emit(f"{screen.kind}_new", None))
        screen.print_wanted.connect(self.print_directory)
        screen.export_wanted.connect(lambda: self.printing.export(book, screen.query))
        screen.import_wanted.connect(self.take_in)

    def find(self, query: Any) -> None:
        """Read the list."""
        services = self._services

        def work(_progress: object) -> tuple[Sequence[Any], CodeBook]:
            return self._service.find(query), CodeBook(services.centre.own_words())

        self._jobs.run(
            work,
            lambda found: self._screen.show_found(*found),
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes=self._book,
        )

    def take_in(self) -> None:
        """Ask for the workbook that comes back."""
        self.books.choose(self._book)

    def print_directory(self) -> None:
        """Ask how, then print the directory of what is listed."""
        query, directory = self._screen.query, self._directory
        self.printing.print_list(
            self._paper, lambda path, options: directory.write_pdf(path, query, options)
        )
