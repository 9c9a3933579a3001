"""วันนี้: what needs a person today, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.ui.shell.screens import BuiltScreen, ScreenEntry, ShellContext

if TYPE_CHECKING:
    from desktop.services.workspace import Workspace


def entries(workspace: Workspace) -> list[ScreenEntry]:
    """The first screen of the rail."""

    def build(context: ShellContext) -> BuiltScreen:
        from desktop.ui.today.presenter import TodayPresenter, TodayServices
        from desktop.ui.today.screen import TodayScreen

        screen = TodayScreen(workspace.today)
        services = TodayServices.of(workspace)
        return BuiltScreen(screen, TodayPresenter(screen, services, context.jobs))

    return [
        ScreenEntry("today", "sun", lambda: QCoreApplication.translate("TodayScreen", "วันนี้"), build)
    ]
