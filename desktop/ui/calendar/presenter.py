"""Answers the calendar: reads its days, opens sessions, prints the month."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.calendars.records import CalendarDays, Meeting
from desktop.ui.calendar.grid import shown_from
from desktop.ui.calendar.screen import CalendarScreen
from desktop.ui.calendar.words import PAPER
from desktop.ui.code_book import CodeBook
from desktop.ui.jobs import Jobs
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.wording import sentence

_COURSES = "courses"


class CalendarPresenter(QObject):
    """A month or a week at a time."""

    def __init__(self, screen: CalendarScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs)
        screen.days_wanted.connect(self.read)
        screen.session_wanted.connect(self.open)
        screen.new_wanted.connect(self.begin)
        screen.print_wanted.connect(self.print_month)

    def read(self, first: date, days: int) -> None:
        """Read a stretch of days."""
        services = self._services

        def work(_progress: object) -> tuple[CalendarDays, CodeBook]:
            return services.calendar.days(first, days), CodeBook(services.centre.own_words())

        def show(found: tuple[CalendarDays, CodeBook]) -> None:
            screen = self._screen
            if shown_from(screen.day, week=screen.grid.week) == (first, days):
                screen.show_days(*found)

        self._jobs.run(
            work,
            show,
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="calendar",
        )

    def open(self, meeting: Meeting) -> None:
        """Open a session: its register."""
        self._screen.open_requested.emit("register", meeting.id)

    def begin(self, day: date) -> None:
        """Plan a session on a day: of which course is chosen among the courses."""
        self._screen.open_requested.emit(_COURSES, day)

    def print_month(self) -> None:
        """Print the month of the day, as it is filtered."""
        screen, paper = self._screen, self._services.calendar_paper
        day, moo, who = screen.day, screen.village.value(), screen.who.value()
        self.printing.print_list(
            PAPER, lambda path, looks: paper.write_month(path, day, looks, moo=moo, who=who)
        )
