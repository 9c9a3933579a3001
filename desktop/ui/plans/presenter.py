"""Answers the list of plans."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from desktop.services.all import Services
from desktop.services.learners.records import LearnerQuery
from desktop.services.plans.records import PlanQuery
from desktop.ui.code_book import CodeBook
from desktop.ui.jobs import Jobs
from desktop.ui.plans.screen import PlansFound, PlansScreen, PlanWish
from desktop.ui.printing.places import Places
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.wording import sentence

_STATUSES = ("draft", "agreed", "active", "reviewed", "closed")


class PlansPresenter:
    """Turns the wishes of the list into questions to the services."""

    def __init__(
        self,
        screen: PlansScreen,
        services: Services,
        jobs: Jobs,
        places: Places | None = None,
    ) -> None:
        self._screen = screen
        self._services = services
        self._jobs = jobs
        self._worded = False
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs, places)
        self.printing.printed = self._again
        screen.find_wanted.connect(self.find)
        screen.rows_wanted.connect(self.fetch)
        screen.print_wanted.connect(self.print_many)
        screen.new_wanted.connect(self.begin)

    def find(self, wish: PlanWish) -> None:
        """Look for the plans that the person wants to see."""
        services = self._services

        def work(_progress: object) -> tuple[PlansFound, CodeBook | None]:
            today = services.workspace.today()
            query = _query(wish, services)
            whole = PlanQuery(villages=query.villages, search=query.search)
            counts = {
                status: services.plan_lists.count(_narrowed(whole, (status,)))
                for status in _STATUSES
            }
            counts["due"] = services.plan_lists.count(
                PlanQuery(
                    villages=query.villages,
                    search=query.search,
                    statuses=("agreed", "active", "reviewed"),
                    due_before=today,
                )
            )
            villages = [(each.moo, each.name) for each in services.centre.villages()]
            without = services.lists.count(LearnerQuery(plan="none"))
            found = PlansFound(services.plan_lists.ids(query), counts, villages, without)
            return found, None if self._worded else self._codes()

        def show(result: tuple[PlansFound, CodeBook | None]) -> None:
            found, codes = result
            if codes is not None:
                self._worded = True
                self._screen.show_codes(codes, services.workspace.today())
            self._screen.show_found(found)

        self._screen.table.show_loading()
        self._jobs.run(
            work,
            show,
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="plans",
        )

    def fetch(self, ids: Sequence[UUID]) -> None:
        """Bring the rows that came into view."""
        self._jobs.run(
            lambda _progress: self._services.plan_lists.lines(ids),
            self._screen.show_rows,
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
        )

    def print_many(self) -> None:
        """Open the printing dialog."""
        self.printing.print_plans(self._screen.selected_learners())

    def begin(self) -> None:
        """Show those without a plan: a plan begins with a person."""
        self._screen.open_requested.emit("learners", LearnerQuery(plan="none"))

    def _again(self) -> None:
        self.find(self._screen.wish)

    def _codes(self) -> CodeBook:
        return CodeBook(self._services.centre.own_words())


def _query(wish: PlanWish, services: Services) -> PlanQuery:
    statuses = wish.statuses
    if wish.due and not statuses:
        statuses = ("agreed", "active", "reviewed")
    return PlanQuery(
        search=wish.search,
        statuses=statuses,
        villages=() if wish.village is None else (wish.village,),
        due_before=services.workspace.today() if wish.due else None,
        sort=wish.sort,
        descending=wish.descending,
    )


def _narrowed(query: PlanQuery, statuses: tuple[str, ...]) -> PlanQuery:
    return PlanQuery(search=query.search, villages=query.villages, statuses=statuses)
