"""The settings over an empty centre."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.looks import LookFile
from desktop.services.workspace import Workspace
from desktop.ui.looks import Looks
from desktop.ui.parts import Parts, Wishes
from desktop.ui.settings.pages import make_pages
from desktop.ui.settings.screen import SettingsScreen
from desktop.ui.sync_watch import SyncWatch
from desktop.ui.translation import LanguageSwitch
from tests.ui.fakes import TestJobs


@pytest.fixture
def screen(
    qtbot: QtBot, workspace: Workspace, switch: LanguageSwitch, jobs: TestJobs
) -> SettingsScreen:
    """Its settings, as they are shown."""
    services = Services(workspace)
    watch = SyncWatch(services.sync, services.settings, jobs, switch)
    looks = Looks(LookFile(workspace.folder), switch)
    made = SettingsScreen(make_pages(Parts(services, watch, looks, Wishes(switch)), jobs))
    qtbot.addWidget(made)
    made.resize(1100, 660)
    made.show()
    return made
