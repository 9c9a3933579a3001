"""A learner's page over a real centre, with jobs that end at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.workspace import Workspace
from desktop.ui.learner.presenter import LearnerPresenter
from desktop.ui.learner.screen import LearnerScreen
from desktop.ui.learner.tabs import TABS
from desktop.ui.learner_place import LearnerPlace
from tests.ui.fakes import TestJobs

TODAY = date(2026, 11, 22)


def settle() -> None:
    """Let widgets that were just made be shown."""
    QApplication.processEvents()


class OpenPage:
    """The page as the shell would hold it, and what it asked of the shell."""

    def __init__(self, qtbot: QtBot, workspace: Workspace, jobs: TestJobs) -> None:
        self.jobs = jobs
        self.services = Services(workspace)
        self.screen = LearnerScreen(TABS)
        qtbot.addWidget(self.screen)
        self.presenter = LearnerPresenter(self.screen, self.services, jobs)
        self.opened: list[tuple[str, object]] = []
        self.told: list[str] = []
        self.undos: list[tuple[str, Callable[[], None]]] = []
        self.screen.open_requested.connect(lambda key, what: self.opened.append((key, what)))
        self.screen.told.connect(self.told.append)
        self.screen.undo_offered.connect(lambda text, undo: self.undos.append((text, undo)))
        self.screen.resize(1160, 680)
        self.screen.show()

    def open(self, learner_id: UUID, tab: str = "") -> LearnerScreen:
        """Show a learner as the shell does."""
        self.screen.leave()
        self.screen.enter(LearnerPlace(learner_id, tab) if tab else learner_id)
        self.jobs.settle()
        return self.screen


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, jobs: TestJobs) -> OpenPage:
    """The page, with nobody shown yet."""
    return OpenPage(qtbot, workspace, jobs)
