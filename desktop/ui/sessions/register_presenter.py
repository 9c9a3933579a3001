"""Answers a register: reads it, and stores marks as they are pressed, in their order."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.paper_marks.proposing import SheetPage
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.attendance.counting import Codes
from desktop.services.sessions.register_records import Register
from desktop.ui.code_book import CodeBook
from desktop.ui.jobs import Jobs
from desktop.ui.printing.papers import Paper
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.sessions.marking import MarkQueue, Marks
from desktop.ui.sessions.register_screen import RegisterScreen
from desktop.ui.sessions.sheet_reading import SheetReading
from desktop.ui.sessions.words import CODES, MARKS, SessionWords
from desktop.ui.wording import sentence
from desktop.ui.writes import Writes


class RegisterPresenter(QObject):
    """Shows what is stored once nothing is being stored any more."""

    def __init__(self, screen: RegisterScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self._writes = Writes(screen, jobs, services.undo)
        self._marks = MarkQueue(self._writes, services, self._on_stored, self._on_refused)
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs)
        self.sheets = SheetReading(screen, screen.table.view, jobs, self._writes, self._marks)
        screen.wanted.connect(self.read)
        screen.marked.connect(self.mark)
        screen.all_wanted.connect(self.mark_all)
        screen.walked_in.connect(self.walk_in)
        screen.later_wanted.connect(self.count_from)
        screen.paper_wanted.connect(self.print_paper)
        screen.photograph_wanted.connect(self.read_photograph)

    def read(self, session_id: UUID) -> None:
        """Read a register."""
        services = self._services

        def work(_progress: object) -> tuple[Register, CodeBook, Codes]:
            return (
                services.attendance.register(session_id),
                CodeBook(services.centre.own_words()),
                services.attendance.codes(),
            )

        def show(found: tuple[Register, CodeBook, Codes]) -> None:
            register, words, codes = found
            if self._screen.known == session_id and not self._writes.outdated(
                lambda: self.read(session_id)
            ):
                self._screen.show_register(register, words, codes.keys, codes.marks)

        self._jobs.run(
            work,
            show,
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="register",
        )

    def mark(self, enrolment_id: UUID, code: str) -> None:
        """Store a mark, at once or with what is pressed meanwhile."""
        session_id = self._screen.known
        if session_id is not None:
            self._marks.put(session_id, enrolment_id, code)

    def mark_all(self) -> None:
        """Mark all present of whom nothing is marked."""
        session_id = self._screen.known
        if session_id is not None:
            self._marks.store()
            self._writes.do(
                lambda: self._services.attendance.all_came(session_id),
                undo=self.tr("ลงว่าทุกคนมาแล้ว"),
            )

    def walk_in(self, name: str) -> None:
        """Take somebody in by a name, and mark them present."""
        session_id = self._screen.known
        if session_id is not None:
            self._marks.store()
            self._writes.do(
                lambda: self._services.attendance.walk_in(session_id, name),
                undo=self.tr("เพิ่ม {name} แล้ว").replace("{name}", name),
            )

    def count_from(self) -> None:
        """Count those who came into the course later from this day on."""
        session_id = self._screen.known
        if session_id is not None:
            self._marks.store()
            self._writes.do(
                lambda: self._services.attendance.count_from(session_id),
                undo=self.tr("นับตั้งแต่วันนี้แล้ว"),
            )

    def print_paper(self, paper: Paper) -> None:
        """Ask how, then print the sheet to sign, or the one to be photographed."""
        session_id, papers = self._screen.known, self._services.register_papers
        if session_id is None:
            return
        known = session_id
        work = papers.write_marks if paper is MARKS else papers.write_signatures

        def write(path: Path, looks: PaperOptions) -> int:
            return work(path, known, looks)

        self.printing.print_list(paper, write)

    def read_photograph(self) -> None:
        """Ask for a photograph of a sheet of this register, and take what is decided of it."""
        register = self._screen.register
        if register is None:
            return
        attendance, meeting = self._services.attendance, register.meeting
        words = self._screen.codes
        title = f"{meeting.name} · {SessionWords().when(meeting)}"

        def lookup(page: str) -> SheetPage:
            rows = attendance.sheet_page(meeting.id, page)
            labels = tuple(words.label(CODES, code) for code in rows.codes)
            now = {(row, 0): line.code for row, line in enumerate(rows.lines) if line.code}
            names = tuple(line.name for line in rows.lines)
            return SheetPage(title, names, rows.codes, labels, now=now)

        take = attendance.take_sheet
        self.sheets.photograph(lookup, lambda proposal: take(meeting.id, proposal))

    def _on_stored(self, marks: Marks) -> None:
        for of_meeting in marks.values():
            self._screen.stored(of_meeting)

    def _on_refused(self, marks: Marks, text: str) -> None:
        for of_meeting in marks.values():
            self._screen.refused(of_meeting, text)
