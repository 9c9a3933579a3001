"""The menu of the settings: whole in both languages, and only what one's role may do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.looks import LookFile
from desktop.services.workspace import Workspace
from desktop.ui.looks import Looks
from desktop.ui.parts import Parts, Wishes
from desktop.ui.settings.backup_page import BackupPage
from desktop.ui.settings.pages import make_pages
from desktop.ui.settings.screen import SettingsScreen
from desktop.ui.sync_watch import SyncWatch
from desktop.ui.translation import Language, LanguageSwitch
from tests.ui.fakes import InlineJobRunner


@pytest.mark.parametrize("language", list(Language))
def test_every_word_of_the_menu_stands_whole(
    qtbot: QtBot, screen: SettingsScreen, switch: LanguageSwitch, language: Language
) -> None:
    switch.choose(language)
    screen.enter("centre")
    assert screen.menu.isHidden(), "at this size the menu stands at the side"
    buttons = screen._buttons.values()
    qtbot.waitUntil(lambda: all(each.width() >= each.sizeHint().width() for each in buttons))


def test_the_menu_holds_what_ones_role_may_do(workspace: Workspace, switch: LanguageSwitch) -> None:
    jobs = InlineJobRunner()
    services = Services(workspace)
    watch = SyncWatch(services.sync, services.settings, jobs, switch)
    looks = Looks(LookFile(workspace.folder), switch)
    parts = Parts(services, watch, looks, Wishes(switch))
    found = {}
    for role in ("administrator", "facilitator", "officer", "viewer"):
        workspace.user = replace(workspace.user, role=role)
        found[role] = {each.key for each in make_pages(parts, jobs)}
    everybody = {"users", "recovery", "look", "about"}
    assert found["viewer"] == everybody
    working = everybody | {"backup", "field_forms"}
    assert found["officer"] == found["facilitator"] == working
    assert found["administrator"] >= everybody | {"centre", "villages", "hett", "words", "audit"}
    workspace.user = replace(workspace.user, role="facilitator")
    backup = next(each for each in make_pages(parts, jobs) if each.key == "backup").make()[0]
    assert isinstance(backup, BackupPage)
    assert backup._restore.isHidden()
