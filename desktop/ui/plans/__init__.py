"""แผนรายบุคคล: every plan, those whose review is due first."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.rights import Right, may
from desktop.services.workspace import Workspace
from desktop.ui.plans.presenter import PlansPresenter, PlansServices
from desktop.ui.plans.screen import PlansScreen
from desktop.ui.shell.screens import BuiltScreen, ScreenEntry, ShellContext


def plans_entry(workspace: Workspace) -> ScreenEntry:
    """The list of plans in the rail."""

    def build(context: ShellContext) -> BuiltScreen:
        screen = PlansScreen()
        screen.allow(plan=may(workspace, Right.PLAN), print_=may(workspace, Right.PRINT))
        services = PlansServices.of(workspace)
        return BuiltScreen(screen, PlansPresenter(screen, services, context.jobs))

    return ScreenEntry(
        "plans",
        "clipboard-list",
        lambda: QCoreApplication.translate("PlansScreen", "แผนรายบุคคล"),
        build,
    )
