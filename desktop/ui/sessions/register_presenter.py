"""Answers a register: reads it, and stores marks as they are pressed, in their order."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.attendance.counting import Codes
from desktop.services.sessions.register_records import Mark, Register
from desktop.ui.code_book import CodeBook
from desktop.ui.jobs import Jobs
from desktop.ui.sessions.register_screen import RegisterScreen
from desktop.ui.wording import sentence
from desktop.ui.writes import Writes


class RegisterPresenter(QObject):
    """What is pressed while something is being stored goes with the next that is stored."""

    def __init__(self, screen: RegisterScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self._writes = Writes(screen, jobs, services.undo)
        self._waiting: dict[UUID, dict[UUID, str]] = {}
        screen.session_wanted.connect(self.read)
        screen.marked.connect(self.mark)
        screen.all_wanted.connect(self.mark_all)
        screen.walked_in.connect(self.walk_in)
        self._writes.settled.connect(self._go_on)

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
            if self._screen.session_id == session_id and not self._writes.outdated(
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
        session_id = self._screen.session_id
        if session_id is not None:
            self._waiting.setdefault(session_id, {})[enrolment_id] = code
            if not self._writes.busy:
                self._store()

    def mark_all(self) -> None:
        """Mark all present of whom nothing is marked."""
        session_id = self._screen.session_id
        if session_id is not None:
            self._store()
            self._writes.do(
                lambda: self._services.attendance.all_came(session_id),
                undo=self.tr("ลงว่าทุกคนมาแล้ว"),
            )

    def walk_in(self, name: str) -> None:
        """Take somebody in by a name, and mark them present."""
        session_id = self._screen.session_id
        if session_id is not None:
            self._store()
            self._writes.do(
                lambda: self._services.attendance.walk_in(session_id, name),
                undo=self.tr("เพิ่ม {name} แล้ว").replace("{name}", name),
            )

    def _store(self) -> None:
        waiting, self._waiting = self._waiting, {}
        for session_id, marks in waiting.items():
            self._save(session_id, marks)

    def _save(self, session_id: UUID, marks: dict[UUID, str]) -> None:
        given: dict[UUID, Mark | str] = dict(marks)
        self._writes.save(
            lambda: self._services.attendance.mark(session_id, given),
            lambda _done: self._screen.stored(marks),
            lambda error: self._screen.refused(marks, sentence(error)),
            told=self.tr("บันทึกแล้ว"),
        )

    def _go_on(self, _stored: bool) -> None:
        if self._waiting:
            self._store()
