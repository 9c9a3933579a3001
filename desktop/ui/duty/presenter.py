"""Answers the roster: reads a week, stores who answers, prints, and takes workbooks out and in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.duty.records import CanAnswer, DutyLine
from desktop.ui.code_book import CodeBook
from desktop.ui.duty.screen import DutyScreen
from desktop.ui.duty.words import DUTY, PAPER
from desktop.ui.importing.books import BookImport
from desktop.ui.jobs import Jobs
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.wording import sentence
from desktop.ui.writes import Writes

_Week = tuple[tuple[DutyLine, ...], tuple[CanAnswer, ...], CodeBook]


class DutyPresenter(QObject):
    """A week at a time."""

    def __init__(self, screen: DutyScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self._writes = Writes(screen, jobs, services.undo)
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs)
        self.books = BookImport(screen, screen.done_bar, services, jobs)
        screen.week_wanted.connect(self.read)
        screen.changed.connect(self.change)
        screen.copy_wanted.connect(self.copy)
        screen.gap_wanted.connect(self.find_gap)
        screen.print_wanted.connect(self.print_month)
        screen.export_wanted.connect(lambda: self.printing.export(DUTY))
        screen.import_wanted.connect(lambda: self.books.choose(DUTY))

    def read(self, first: date) -> None:
        """Read a week."""
        services = self._services

        def work(_progress: object) -> _Week:
            return (
                services.duty.days(first),
                services.duty.people(),
                CodeBook(services.centre.own_words()),
            )

        def show(found: _Week) -> None:
            if self._screen.first == first and not self._writes.outdated(lambda: self.read(first)):
                self._screen.show_week(*found)

        self._jobs.run(
            work,
            show,
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="duty",
        )

    def change(self, line: DutyLine, values: Mapping[str, Any]) -> None:
        """Store what was said of a day or a night."""
        self._writes.save(
            lambda: self._services.duty.set(line.on, line.span, values),
            None,
            lambda error: self._screen.show_problem(line, sentence(error)),
            told=self.tr("บันทึกแล้ว"),
        )

    def copy(self) -> None:
        """Fill the gaps of the week as the week before was."""
        first = self._screen.first

        def done(filled: int) -> None:
            if not filled:
                self._screen.told.emit(self.tr("ไม่มีช่องว่างที่สัปดาห์ก่อนมีคน"))

        self._writes.do(
            lambda: self._services.duty.copy_week(first),
            done,
            undo=self.tr("คัดลอกสัปดาห์ก่อนแล้ว"),
        )

    def find_gap(self) -> None:
        """Go to the next day or night that nobody has taken."""
        self._jobs.run(
            lambda _progress: self._services.duty.next_gap(),
            self._screen.show_gap,
            owner=self._screen,
            supersedes="duty gap",
        )

    def print_month(self) -> None:
        """Ask how, then print the month that most of the week lies in."""
        paper, month = self._services.duty_paper, self._screen.first
        self.printing.print_list(PAPER, lambda path, looks: paper.write_month(path, month, looks))
