"""Answers the reports."""

from __future__ import annotations

from desktop.services.all import Services
from desktop.services.learners.records import LearnerQuery
from desktop.ui.jobs import Jobs
from desktop.ui.printing.places import Places
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.reports.help_page import HelpPage
from desktop.ui.reports.page import gather
from desktop.ui.reports.screen import ReportsScreen
from desktop.ui.shell.offers import Within
from desktop.ui.wording import sentence


class ReportsPresenter:
    """Turns the wishes of the reports into counts, papers and workbooks."""

    def __init__(
        self,
        screen: ReportsScreen,
        services: Services,
        jobs: Jobs,
        places: Places | None = None,
    ) -> None:
        self._screen = screen
        self._services = services
        self._jobs = jobs
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs, places)
        screen.counts_wanted.connect(self.count)
        screen.help_wanted.connect(self.count_help)
        screen.paper_wanted.connect(self.make)

    def count(self, within: LearnerQuery, hidden: bool) -> None:
        """Count the people that a question finds."""
        self._jobs.run(
            lambda _progress: gather(self._services, within, hidden=hidden),
            self._screen.show_page,
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="reports",
        )

    def count_help(self, page: HelpPage, within: LearnerQuery, hidden: bool) -> None:
        """Count what came of help, or of learning."""
        service = self._services.help_tallies
        self._jobs.run(
            lambda _progress: {
                name: service.report(name, within, hidden=hidden) for name in page.reports
            },
            page.show_tables,
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes=f"reports of {page.reports[0]}",
        )

    def make(self, key: str) -> None:
        """Make one of the papers and tables that the page offers."""
        within = Within(self._screen.within, self._screen.village.currentText())
        self._screen.offers[key].make(self.printing, within)
