"""Answers the list of plans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self
from uuid import UUID

from desktop.services.centre import CentreService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.plans.lists import PlanLists
from desktop.services.plans.records import PlanQuery
from desktop.services.workspace import Workspace
from desktop.ui.code_book import CodeBook
from desktop.ui.jobs import Jobs
from desktop.ui.plans.screen import PlansFound, PlansScreen, PlanWish
from desktop.ui.printing.places import Places
from desktop.ui.printing.presenter import PrintPresenter, PrintServices
from desktop.ui.wording import sentence

_STATUSES = ("draft", "agreed", "active", "reviewed", "closed")


@dataclass(frozen=True)
class PlansServices:
    """What the list asks."""

    lists: PlanLists
    learners: LearnerLists
    centre: CentreService
    printing: PrintServices
    workspace: Workspace

    @classmethod
    def of(cls, workspace: Workspace) -> Self:
        """All of them over one open centre."""
        return cls(
            PlanLists(workspace),
            LearnerLists(workspace),
            CentreService(workspace),
            PrintServices.of(workspace),
            workspace,
        )


class PlansPresenter:
    """Turns the wishes of the list into questions to the services."""

    def __init__(
        self,
        screen: PlansScreen,
        services: PlansServices,
        jobs: Jobs,
        places: Places | None = None,
    ) -> None:
        self._screen = screen
        self._services = services
        self._jobs = jobs
        self._worded = False
        self.printing = PrintPresenter(
            screen, screen.done_bar, services.printing, jobs, places, services.workspace.today
        )
        self.printing.printed = self._again
        screen.find_wanted.connect(self.find)
        screen.rows_wanted.connect(self.fetch)
        screen.print_wanted.connect(self.print_many)
        screen.begin_wanted.connect(self.begin)

    def find(self, wish: PlanWish) -> None:
        """Look for the plans that the person wants to see."""
        services = self._services

        def work(_progress: object) -> tuple[PlansFound, CodeBook | None]:
            today = services.workspace.today()
            query = _query(wish, services)
            whole = PlanQuery(villages=query.villages, search=query.search)
            counts = {
                status: services.lists.count(_narrowed(whole, (status,))) for status in _STATUSES
            }
            counts["due"] = services.lists.count(
                PlanQuery(
                    villages=query.villages,
                    search=query.search,
                    statuses=("agreed", "active", "reviewed"),
                    due_before=today,
                )
            )
            villages = [(each.moo, each.name) for each in services.centre.villages()]
            without = services.learners.count(LearnerQuery(plan="none"))
            found = PlansFound(services.lists.ids(query), counts, villages, without)
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
            lambda _progress: self._services.lists.lines(ids),
            self._screen.show_rows,
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
        )

    def print_many(self) -> None:
        """Open the printing dialog."""
        self.printing.print_plans(self._screen.villages(), self._screen.selected_learners())

    def begin(self) -> None:
        """Show those without a plan: a plan begins with a person."""
        self._screen.open_requested.emit("learners", LearnerQuery(plan="none"))

    def _again(self) -> None:
        self.find(self._screen.wish)

    def _codes(self) -> CodeBook:
        return CodeBook(self._services.centre.own_words())


def _query(wish: PlanWish, services: PlansServices) -> PlanQuery:
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
