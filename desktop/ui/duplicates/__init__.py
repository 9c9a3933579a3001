"""People who may stand in the register twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.ui.shell.screens import BuiltScreen, ScreenEntry, ShellContext

if TYPE_CHECKING:
    from desktop.services.workspace import Workspace


def entries(workspace: Workspace) -> list[ScreenEntry]:
    """The screen of pairs; a pair of ids as argument is shown first."""

    def duplicates(context: ShellContext) -> BuiltScreen:
        from desktop.services.rights import Right, may
        from desktop.ui.duplicates.presenter import DuplicateServices, DuplicatesPresenter
        from desktop.ui.duplicates.screen import DuplicatesScreen

        screen = DuplicatesScreen(workspace.today)
        screen.allow(join=may(workspace, Right.MERGE))
        services = DuplicateServices.of(workspace)
        return BuiltScreen(
            screen, DuplicatesPresenter(screen, services, context.jobs, context.changes)
        )

    return [
        ScreenEntry(
            "duplicates",
            "merge",
            lambda: QCoreApplication.translate("DuplicatesScreen", "คนที่อาจซ้ำกัน"),
            duplicates,
            place="none",
            parent="learners",
        )
    ]
