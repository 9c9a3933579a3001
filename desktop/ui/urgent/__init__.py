"""เร่งด่วน: cases of people in danger, for those named in each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.rights import Right, may
from desktop.services.workspace import Workspace
from desktop.ui.shell.screens import BuiltScreen, ScreenEntry, ShellContext
from desktop.ui.urgent.presenter import UrgentPresenter, UrgentServices
from desktop.ui.urgent.screen import UrgentScreen


def entries(workspace: Workspace) -> list[ScreenEntry]:
    """The list of cases; not for a role that never works with them."""
    if not may(workspace, Right.URGENT):
        return []

    def build(context: ShellContext) -> BuiltScreen:
        screen = UrgentScreen()
        services = UrgentServices.of(workspace)
        return BuiltScreen(screen, UrgentPresenter(screen, services, context.jobs))

    return [
        ScreenEntry(
            "urgent",
            "bell",
            lambda: QCoreApplication.translate("UrgentScreen", "เร่งด่วน"),
            build,
        )
    ]
