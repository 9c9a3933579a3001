"""Answers the screen of the day with the today service."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.services.all import Services
from desktop.services.duty.records import OnDuty
from desktop.services.learners.records import LearnerQuery
from desktop.services.today.records import TodayLine, TodayList
from desktop.ui import wording
from desktop.ui.jobs import Jobs
from desktop.ui.learners.opening import open_with
from desktop.ui.today.screen import TodayScreen
from desktop.ui.writes import Writes


class TodayPresenter:
    """Gathers the day, and keeps what is decided about its lines."""

    def __init__(self, screen: TodayScreen, services: Services, jobs: Jobs) -> None:
        self._screen = screen
        self._services = services
        self._jobs = jobs
        self._writes = Writes(screen, jobs)
        self._writes.settled.connect(lambda _stored: self.show(screen.mine.isChecked()))
        screen.entered.connect(self.show)
        screen.done_requested.connect(self.done)
        screen.postpone_requested.connect(self.postpone)
        screen.dismiss_requested.connect(self.dismiss)
        screen.all_requested.connect(self.show_all)

    def show(self, mine: bool) -> None:
        """Gather the lines anew."""

        def gather() -> tuple[TodayList, bool, int, bool, OnDuty]:
            found = self._services.today.get(mine=mine)
            nobody = not found.lines and not self._services.lists.ids(LearnerQuery(), 1)
            receiving = nobody and self._services.sync.status().receiving
            duty = self._services.duty.tonight()
            return found, nobody, self._services.urgent.waiting(), receiving, duty

        self._jobs.run(
            lambda _progress: gather(),
            lambda result: self._screen.show_day(
                result[0], nobody=result[1], urgent=result[2], receiving=result[3], duty=result[4]
            ),
            lambda error: self._screen.show_failed(wording.sentence(error)),
            owner=self._screen,
            supersedes="today",
        )

    def done(self, line: TodayLine) -> None:
        """The line was seen to."""
        told = QCoreApplication.translate("TodayOutcome", "ทำแล้ว: {who}")
        self._decide(line, lambda: self._services.today.done(line.line), told)

    def postpone(self, line: TodayLine, until: date) -> None:
        """The line comes back on a day."""
        told = QCoreApplication.translate("TodayOutcome", "เลื่อนไปก่อน: {who}")
        self._decide(line, lambda: self._services.today.postpone(line.line, until), told)

    def dismiss(self, line: TodayLine, reason: str) -> None:
        """The line does not come back."""
        told = QCoreApplication.translate("TodayOutcome", "นำออกแล้ว: {who}")
        self._decide(line, lambda: self._services.today.dismiss(line.line, reason), told)

    def show_all(self, code: str) -> None:
        """Open the list of everybody behind one reason."""
        mine = self._screen.mine.isChecked()
        self._jobs.run(
            lambda _progress: self._services.today.people(code, mine=mine),
            lambda query: self._screen.open_requested.emit(
                *open_with(query, self._screen.words.kind(code))
            ),
            owner=self._screen,
        )

    def _decide(self, line: TodayLine, act: Callable[[], None], told: str) -> None:
        def decided(_nothing: None) -> None:
            text = told.replace("{who}", self._screen.words.who(line))
            self._screen.undo_offered.emit(text, lambda: self._bring_back(line))

        self._writes.do(act, decided)

    def _bring_back(self, line: TodayLine) -> None:
        self._writes.do(lambda: self._services.today.bring_back(line.line))
