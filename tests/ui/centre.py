"""An open centre's window without the window: its features and its shell, for tests of both."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.looks import LookFile
from desktop.services.workspace import Workspace
from desktop.ui.data_changes import DataChanges
from desktop.ui.features import all_features
from desktop.ui.jobs import Jobs
from desktop.ui.looks import Looks
from desktop.ui.parts import Parts, Wishes
from desktop.ui.shell.feature import Features
from desktop.ui.shell.shell import Shell
from desktop.ui.sync_watch import SyncWatch
from desktop.ui.translation import LanguageSwitch
from tests.ui.fakes import InlineJobRunner


def features_of(workspace: Workspace, switch: LanguageSwitch, jobs: Jobs | None = None) -> Features:
    """Return what every feature brings over a centre; nothing talks to a hub."""
    looks = Looks(LookFile(workspace.folder), switch)
    services = Services(workspace)
    watch = SyncWatch(services.sync, services.settings, jobs or InlineJobRunner(), looks)
    return all_features(Parts(services, watch, looks, Wishes(looks)))


def shell_of(workspace: Workspace, switch: LanguageSwitch, jobs: Jobs) -> Shell:
    """Return the frame with every screen of a centre, of the size of a small laptop."""
    shell = Shell(features_of(workspace, switch, jobs), jobs, DataChanges(workspace))
    shell.resize(1366, 768)
    return shell


def active_shell(qtbot: QtBot, workspace: Workspace, switch: LanguageSwitch) -> Shell:
    """Return that frame shown, with the keyboard in it."""
    shell = shell_of(workspace, switch, InlineJobRunner())
    qtbot.addWidget(shell)
    with qtbot.waitActive(shell):
        shell.show()
        shell.activateWindow()
    return shell
