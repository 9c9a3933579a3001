"""Answers ภาพรวม: what happened, and where the next step is taken."""

from __future__ import annotations

from desktop.ui.learner.opening import HETT, PLAN, PROFILE, VISITS
from desktop.ui.learner.overview import OverviewTab
from desktop.ui.learner.tab import TabPresenter
from desktop.ui.learner.work import LearnerWork


class OverviewPresenter(TabPresenter):
    """Leads to the tabs; changes nothing itself."""

    def __init__(self, tab: OverviewTab, work: LearnerWork) -> None:
        super().__init__(tab)
        self._tab, self._work, self._screen = tab, work, work.screen
        tab.stepped.connect(self._on_step)
        tab.opened.connect(self._on_event)
        tab.urgent.opened.connect(lambda case: self._screen.open_requested.emit("urgent", case))
        tab.urgent.new_wanted.connect(self._open_urgent)

    def load(self) -> None:
        self._work.read(self._work.services.timeline.of, self._tab.show_events, "timeline")

    def _on_step(self, act: str) -> None:
        page = self._screen.page
        if act == "visit":
            self._screen.go_to_tab(VISITS)
            self._screen.begin()
        elif act == "hett":
            self._screen.go_to_tab(HETT, "start")
        elif act == "consent":
            self._screen.go_to_tab(PROFILE, "consent")
        elif act == "plan" and page is not None and page.plan:
            self._screen.open_requested.emit("plan", page.plan.id)
        else:
            self._screen.go_to_tab(PLAN)
            self._screen.begin()

    def _on_event(self, key: str) -> None:
        kind, _, record = key.partition(":")
        self._screen.go_to_tab(self._screen.tab_of(kind), record)

    def _open_urgent(self) -> None:
        self._screen.open_requested.emit("urgent", ("new", self._work.learner_id))
