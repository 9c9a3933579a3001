"""One plan: `plan` opened by its id, `learner_plan` by the learner's."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.workspace import Workspace
from desktop.ui.plan.presenter import PlanPresenter
from desktop.ui.plan.screen import PlanScreen
from desktop.ui.plan.services import PlanServices
from desktop.ui.shell.screens import BuiltScreen, ScreenEntry, ShellContext


def entries(workspace: Workspace) -> list[ScreenEntry]:
    """Both ways to a plan; in the rail they stand under the list of plans."""

    def entry(key: str, *, by_learner: bool) -> ScreenEntry:
        def build(context: ShellContext) -> BuiltScreen:
            screen = PlanScreen(by_learner=by_learner)
            services = PlanServices.of(workspace)
            presenter = PlanPresenter(screen, services, context.jobs, context.changes)
            return BuiltScreen(screen, presenter)

        return ScreenEntry(
            key,
            "clipboard-list",
            lambda: QCoreApplication.translate("PlanScreen", "แผนรายบุคคล"),
            build,
            place="none",
            parent="plans",
        )

    return [entry("plan", by_learner=False), entry("learner_plan", by_learner=True)]
