"""ตั้งค่า: the centre, its villages, people and words, keeping it safe, and the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.services.roles import Right
from desktop.ui.settings.day_lines import SettingsDay
from desktop.ui.settings.menu import (
    BACK_UP_NOW,
    DIMENSION,
    HETT,
    MENU,
    RENUMBER,
    SETTINGS,
    VILLAGES,
)
from desktop.ui.shell.feature import BuiltScreen, Feature, ScreenEntry, ShellContext
from desktop.ui.shell.finding import Command
from desktop.ui.translation import Language, language, translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The screen at the foot of the rail; its argument is the key of a page."""

    def build(context: ShellContext) -> BuiltScreen:
        from desktop.ui.settings.pages import make_pages
        from desktop.ui.settings.screen import SettingsScreen

        screen = SettingsScreen(make_pages(parts, context.jobs))
        return BuiltScreen(screen)

    def title() -> str:
        return translate("SettingsScreen", "ตั้งค่า")

    def other_language() -> None:
        thai = language() is Language.THAI
        parts.looks.choose_language(Language.ENGLISH if thai else Language.THAI)

    return Feature(
        screens=[
            ScreenEntry(
                SETTINGS,
                "settings",
                title,
                build,
                place="foot",
            )
        ],
        reasons=SettingsDay().reasons(),
        pages=[
            Command(
                line.icon,
                line.name,
                (SETTINGS, line.key),
                right=line.right,
                detail=title,
                also=line.also,
            )
            for line in MENU
        ],
        commands=[
            Command(
                "house",
                lambda: translate("SettingsCommands", "เปลี่ยนเลขหมู่ของหมู่บ้าน"),
                (SETTINGS, (VILLAGES, RENUMBER)),
                right=Right.CENTRE,
                also=lambda: translate("SettingsCommands", "ย้ายเลขหมู่ แบ่งหมู่บ้าน"),
                once=True,
            ),
            Command(
                "radar",
                lambda: translate("SettingsCommands", "เปลี่ยนชื่อด้านของ HETT"),
                (SETTINGS, (HETT, DIMENSION)),
                right=Right.CENTRE,
                also=lambda: translate("SettingsCommands", "คำเรียกด้าน สุขภาพ อาชีพ"),
                once=True,
            ),
            Command(
                "save",
                lambda: translate("SettingsCommands", "สำรองข้อมูลเดี๋ยวนี้"),
                (SETTINGS, BACK_UP_NOW),
                right=Right.BACKUP,
                also=lambda: translate("SettingsCommands", "เก็บสำเนา แบ็กอัป"),
                once=True,
                frequent=True,
            ),
            Command(
                "history",
                lambda: translate("SettingsCommands", "กู้คืนจากสำเนา"),
                act=parts.wishes.restore_wanted.emit,
                right=Right.RESTORE,
            ),
            Command(
                "languages",
                lambda: translate("SettingsCommands", "เปลี่ยนเป็นภาษาอังกฤษ (English)"),
                act=other_language,
                also=lambda: translate("SettingsCommands", "สลับภาษา language"),
            ),
        ],
    )
