"""Answers the sheet of key skills: reads it, and stores levels as they are pressed."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.skills.records import Cell, SkillSheet
from desktop.ui.code_book import CodeBook
from desktop.ui.jobs import Jobs
from desktop.ui.skills.sheet_screen import SkillSheetScreen
from desktop.ui.wording import sentence
from desktop.ui.writes import Writes


class SheetPresenter(QObject):
    """Each level is stored in the order in which it was pressed."""

    def __init__(self, screen: SkillSheetScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self._writes = Writes(screen, jobs, services.undo)
        screen.wanted.connect(self.read)
        screen.put.connect(self.put)
        screen.offers_wanted.connect(self.take_offers)

    def read(self, course_id: UUID) -> None:
        """Read the sheet of a course."""
        services = self._services

        def work(_progress: object) -> tuple[SkillSheet, CodeBook]:
            return services.skills.sheet(course_id), CodeBook(services.centre.own_words())

        def show(found: tuple[SkillSheet, CodeBook]) -> None:
            if self._screen.known == course_id and not self._writes.outdated(
                lambda: self.read(course_id)
            ):
                self._screen.show_sheet(*found)

        self._jobs.run(
            work,
            show,
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="skill sheet",
        )

    def put(self, learner_id: UUID, cell: Cell, level: str) -> None:
        """Store a level."""
        screen, course_id = self._screen, self._screen.known
        if course_id is None:
            return
        known, day, estimated = course_id, screen.day.value(), screen.estimated.isChecked()

        def failed(error: Exception) -> None:
            screen.refused(learner_id, cell, level, sentence(error))
            self.read(known)

        self._writes.save(
            lambda: self._services.skills.put(
                known, {learner_id: {cell: level}}, day, estimated=estimated
            ),
            lambda _changed: screen.stored(learner_id, cell, level),
            failed,
            told=self.tr("บันทึกแล้ว"),
        )

    def take_offers(self) -> None:
        """Write down what HETT says, wherever nothing is said."""
        course_id = self._screen.known
        if course_id is not None:
            known = course_id
            self._writes.do(
                lambda: self._services.skills.take_offers(known),
                lambda _taken: self.read(known),
                undo=self.tr("รับระดับจาก HETT แล้ว"),
            )
