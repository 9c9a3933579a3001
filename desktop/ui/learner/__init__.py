"""The learner's page and how it is registered."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.workspace import Workspace
from desktop.ui.shell.screens import BuiltScreen, ScreenEntry, ShellContext


def learner_entry(workspace: Workspace) -> ScreenEntry:
    """The page of one learner, opened with ("learner", id) or ("learner", (id, tab))."""

    def build(context: ShellContext) -> BuiltScreen:
        # Read when the page is first opened: the window must not wait for it.
        from desktop.ui.learner.presenter import LearnerPresenter
        from desktop.ui.learner.screen import LearnerScreen
        from desktop.ui.learner.services import LearnerServices

        screen = LearnerScreen()
        services = LearnerServices.of(workspace)
        return BuiltScreen(screen, LearnerPresenter(screen, services, context.jobs))

    return ScreenEntry(
        "learner",
        "user",
        lambda: QCoreApplication.translate("LearnerScreen", "ผู้เรียนรู้"),
        build,
        place="none",
        parent="learners",
    )


def entries(workspace: Workspace) -> list[ScreenEntry]:
    """What this feature registers over an open centre."""
    return [learner_entry(workspace)]
