"""รายงาน: counts that open their lists, HETT by village, and papers and tables to take along."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.workspace import Workspace
from desktop.ui.reports.page import ReportsServices
from desktop.ui.reports.presenter import ReportsPresenter
from desktop.ui.reports.screen import ReportsScreen
from desktop.ui.shell.screens import BuiltScreen, ScreenEntry, ShellContext


def reports_entry(workspace: Workspace) -> ScreenEntry:
    """The reports in the rail."""

    def build(context: ShellContext) -> BuiltScreen:
        screen = ReportsScreen(workspace.rights)
        services = ReportsServices.of(workspace)
        return BuiltScreen(screen, ReportsPresenter(screen, services, context.jobs))

    return ScreenEntry(
        "reports",
        "chart-column",
        lambda: QCoreApplication.translate("ReportsScreen", "รายงาน"),
        build,
    )
