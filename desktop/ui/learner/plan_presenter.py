"""Answers แผน: begins a plan, and leads to the screens of plans and printing."""

from __future__ import annotations

from uuid import UUID

from desktop.ui.learner.plan import PlanTab
from desktop.ui.learner.tab import TabPresenter
from desktop.ui.learner.work import LearnerWork


class PlanPresenter(TabPresenter):
    """The plan itself has a screen of its own."""

    def __init__(self, tab: PlanTab, work: LearnerWork) -> None:
        super().__init__(tab)
        self._tab, self._work = tab, work
        tab.opened.connect(lambda plan: work.screen.open_requested.emit("plan", plan))
        tab.started.connect(self.start)
        tab.print_wanted.connect(lambda plan: work.screen.header.print_wanted.emit())

    def load(self) -> None:
        """Read what a plan can begin from, and what was printed."""
        plans, prints = self._work.services.plans, self._work.services.prints
        self._work.read(prints.of_learner, self._tab.prints.show_prints, "prints")
        self._work.read(lambda _who: plans.templates(), self._tab.show_templates, "templates")

    def start(self, template: str) -> None:
        """Begin a plan and open it."""

        def done(plan_id: UUID) -> None:
            self._work.screen.open_requested.emit("plan", plan_id)

        plans = self._work.services.plans
        self._work.write(
            lambda who: plans.start(who, template=template), done, undo=self.tr("เริ่มแผนแล้ว")
        )
