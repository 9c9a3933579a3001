"""Answers the register of a course: reads it, stores marks in their order, and its papers."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.paper_marks.proposing import SheetPage
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.attendance.counting import Codes
from desktop.services.sessions.old_sheets import OldAnswers, OldSheet
from desktop.services.sessions.register_records import Grid
from desktop.services.sessions.workbook import AttendanceExport, AttendanceQuery
from desktop.ui.code_book import CodeBook
from desktop.ui.jobs import Jobs
from desktop.ui.printing.papers import Paper
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.sessions.grid_screen import GridScreen
from desktop.ui.sessions.marking import MarkQueue
from desktop.ui.sessions.old_sheet_dialog import OldSheetDialog
from desktop.ui.sessions.sheet_reading import SheetReading
from desktop.ui.sessions.words import BLANK_REGISTER, CODES, DATE_MARKS
from desktop.ui.thai_time import shown_iso
from desktop.ui.wording import sentence
from desktop.ui.writes import Writes


class GridPresenter(QObject):
    """Shows what is stored once nothing is being stored any more."""

    def __init__(self, screen: GridScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self._writes = Writes(screen, jobs, services.undo)
        self._marks = MarkQueue(self._writes, services, screen.stored, screen.refused)
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs)
        self.sheets = SheetReading(screen, screen.table.view, jobs, self._writes, self._marks)
        screen.wanted.connect(self.read)
        screen.marked.connect(lambda who, on, code: self._marks.put(on, who, code))
        screen.paper_wanted.connect(self.print_paper)
        screen.old_sheet_chosen.connect(self.read_old_sheet)
        screen.export_wanted.connect(self.export)
        screen.photograph_wanted.connect(self.read_photograph)

    def read(self, course_id: UUID) -> None:
        """Read the register of a course."""
        services = self._services

        def work(_progress: object) -> tuple[Grid, date, CodeBook, Codes]:
            return (
                services.attendance.grid(course_id),
                services.workspace.today(),
                CodeBook(services.centre.own_words()),
                services.attendance.codes(),
            )

        def show(found: tuple[Grid, date, CodeBook, Codes]) -> None:
            grid, today, words, codes = found
            if self._screen.known == course_id and not self._writes.outdated(
                lambda: self.read(course_id)
            ):
                self._screen.show_grid(grid, today, words, codes.keys, codes.marks)

        self._jobs.run(
            work,
            show,
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="register of a course",
        )

    def print_paper(self, paper: Paper) -> None:
        """Ask how, then print the register, filled or blank, or the sheets to be photographed."""
        known, papers = self._screen.known, self._services.register_papers
        if known is None:
            return

        def write(path: Path, looks: PaperOptions) -> int:
            if paper is DATE_MARKS:
                return papers.write_dates(path, [known], looks)
            return papers.write_courses(path, [known], looks, blank=paper is BLANK_REGISTER)

        self.printing.print_list(paper, write)

    def export(self) -> None:
        """Ask where, then write who takes part and who came as a workbook."""
        if self._screen.known is not None:
            self.printing.export(AttendanceExport.what, AttendanceQuery(self._screen.known))

    def read_old_sheet(self, path: Path) -> None:
        """Read an old sheet, show what it says, and store what is decided of it."""
        course_id, services = self._screen.known, self._services
        if course_id is None:
            return
        known = course_id
        self._marks.store()  # what the sheet is compared with

        def show(sheet: OldSheet) -> None:
            dialog = OldSheetDialog(sheet, self._screen.codes, self._screen)
            dialog.taken.connect(lambda answers: self._take_old(dialog, sheet, answers))
            self.sheets.open(dialog)

        self._writes.ask(
            lambda: services.old_sheets.read(known, path),
            show,
            lambda error: self._screen.show_failed(sentence(error)),
        )

    def _take_old(self, dialog: OldSheetDialog, sheet: OldSheet, answers: OldAnswers) -> None:
        self._writes.do(
            lambda: self._services.old_sheets.take(sheet, answers),
            lambda _marked: dialog.accept(),
            dialog.show_failed,
            undo=self.tr("ลงจากใบเก่าแล้ว"),
        )

    def read_photograph(self) -> None:
        """Ask for a photograph of a sheet of this course, and take what is decided of it."""
        grid = self._screen.grid
        if grid is None:
            return
        attendance, words = self._services.attendance, self._screen.codes

        def lookup(page: str) -> SheetPage:
            rows = attendance.dates_page(grid.course_id, page)
            return SheetPage(
                grid.course,
                tuple(line.name for line in rows.lines),
                rows.codes,
                tuple(words.label(CODES, code) for code in rows.codes),
                tuple(shown_iso(each.on) for each in rows.meetings),
                rows.now,
            )

        take = attendance.take_dates
        self.sheets.photograph(lookup, lambda proposal: take(grid.course_id, proposal))
