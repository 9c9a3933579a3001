"""ตั้งค่า: the centre, its villages, people and words, keeping it safe, and the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.ui.settings.day_lines import SettingsDay
from desktop.ui.shell.feature import BuiltScreen, Feature, ScreenEntry, ShellContext

if TYPE_CHECKING:
    from desktop.ui.parts import Parts

SETTINGS = "settings"


def feature(parts: Parts) -> Feature:
    """The screen at the foot of the rail; its argument is the key of a page."""

    def build(context: ShellContext) -> BuiltScreen:
        from desktop.ui.settings.pages import make_pages
        from desktop.ui.settings.screen import SettingsScreen

        screen = SettingsScreen(make_pages(parts, context.jobs))
        return BuiltScreen(screen)

    return Feature(
        screens=[
            ScreenEntry(
                SETTINGS,
                "settings",
                lambda: QCoreApplication.translate("SettingsScreen", "ตั้งค่า"),
                build,
                place="foot",
            )
        ],
        reasons=SettingsDay().reasons(),
    )
