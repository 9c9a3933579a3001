"""Answers the reports."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.services.all import Services
from desktop.services.centre import VillageLine
from desktop.services.learners.records import LearnerQuery
from desktop.ui.jobs import Jobs
from desktop.ui.printing.places import Places
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.reports.page import gather
from desktop.ui.reports.screen import ReportsScreen
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

    def make(self, key: str) -> None:
        """Make a paper or a table: `summary`, `register`, `plans`, `export ...`, `form ...`."""
        within = self._screen.within
        kind, _, name = key.partition(" ")
        if kind == "summary":
            self.printing.print_summary(within)
        elif kind == "register":
            self.printing.print_register(within, self._screen.village.currentText())
        elif kind == "plans":
            self._jobs.run(
                lambda _progress: self._services.centre.villages(),
                self._print_plans,
                owner=self._screen,
            )
        elif kind == "export":
            self.printing.export(name, within)
        elif kind == "form":
            self.printing.print_form(name)

    def _print_plans(self, villages: Sequence[VillageLine]) -> None:
        moos = [*(each.moo for each in villages), ""]
        self.printing.print_plans([(moo, self._screen.village_word(moo)) for moo in moos])
