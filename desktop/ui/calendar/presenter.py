"""Answers the calendar: reads its days, opens sessions, prints the month."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.calendars.records import CalendarDays, Meeting
from desktop.services.courses.records import CourseQuery
from desktop.ui.calendar.grid import shown_from
from desktop.ui.calendar.screen import CalendarScreen
from desktop.ui.calendar.words import PAPER
from desktop.ui.code_book import CodeBook
from desktop.ui.jobs import Jobs
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.wording import sentence
from desktop.ui.writes import Writes

_MEETING = ("planned", "open", "running")


class CalendarPresenter(QObject):
    """A month or a week at a time."""

    def __init__(self, screen: CalendarScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self._writes = Writes(screen, jobs, services.undo)
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs)
        screen.days_wanted.connect(self.read)
        screen.session_wanted.connect(self.open)
        screen.new_wanted.connect(self.begin)
        screen.clashes_wanted.connect(self.look)
        screen.planned.connect(self.plan)
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
        """Open the register of a session; the page of one that lies ahead or was cancelled."""
        today = self._services.workspace.today().isoformat()
        ahead = meeting.on > today or meeting.state == "cancelled"
        self._screen.open_requested.emit("session" if ahead else "register", meeting.id)

    def begin(self, _day: date) -> None:
        """Offer the courses of which a session can be planned."""
        query = CourseQuery(states=_MEETING)
        self._jobs.run(
            lambda _progress: [
                (each.id.hex, each.name) for each in self._services.courses.find(query)
            ],
            self._screen.plan,
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="calendar courses",
        )

    def look(self, course: UUID, day: date, values: Mapping[str, str]) -> None:
        """Tell what a session would clash with, while it is being planned."""
        self._jobs.run(
            lambda _progress: self._services.calendar.clashes(course, day, values),
            self._screen.show_clashes,
            lambda error: self._screen.panel.form.say(sentence(error)),
            owner=self._screen,
            supersedes="calendar clashes",
        )

    def plan(self, course: UUID, day: date, values: Mapping[str, str]) -> None:
        """Plan it."""
        given = {**values, "course_id": course, "on": day.isoformat()}
        self._writes.do(
            lambda: self._services.sessions.add(given),
            lambda _made: self._screen.plan(None),
            lambda error: self._screen.panel.form.say(sentence(error)),
            undo=self.tr("นัดแล้ว"),
        )

    def print_month(self) -> None:
        """Print the month of the day, as it is filtered."""
        screen, paper = self._screen, self._services.calendar_paper
        day, moo, who = screen.day, screen.village.value(), screen.who.value()
        self.printing.print_list(
            PAPER, lambda path, looks: paper.write_month(path, day, looks, moo=moo, who=who)
        )
