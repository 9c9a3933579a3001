"""Bringing rosters in, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.ui.shell.screens import BuiltScreen, ScreenEntry, ShellContext

if TYPE_CHECKING:
    from desktop.services.workspace import Workspace


def entries(workspace: Workspace) -> list[ScreenEntry]:
    """The wizard, reached from the list of learners; a path as argument is read at once."""

    def importing(context: ShellContext) -> BuiltScreen:
        from desktop.ui.importing.presenter import ImportPresenter, ImportServices
        from desktop.ui.importing.screen import ImportScreen

        screen = ImportScreen()
        services = ImportServices.of(workspace)
        return BuiltScreen(screen, ImportPresenter(screen, services, context.jobs, context.changes))

    return [
        ScreenEntry(
            "import",
            "upload",
            lambda: QCoreApplication.translate("ImportScreen", "นำเข้ารายชื่อ"),
            importing,
            place="none",
            parent="learners",
        )
    ]
