"""The calendar of courses, beside their list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.services.roles import Right
from desktop.ui.calendar.words import CALENDAR, PAPER
from desktop.ui.shell.feature import BuiltScreen, Feature, ScreenEntry, ShellContext
from desktop.ui.shell.finding import Command
from desktop.ui.shell.offers import printed
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts

_BESIDE: Final = "courses"
"""The screen that it stands beside."""


def feature(parts: Parts) -> Feature:
    """The calendar; its argument is a day."""
    services = parts.services

    def build(context: ShellContext) -> BuiltScreen:
        from desktop.ui.calendar.presenter import CalendarPresenter
        from desktop.ui.calendar.screen import CalendarScreen

        screen = CalendarScreen(services.workspace.rights, services.workspace.today())
        return BuiltScreen(screen, CalendarPresenter(screen, services, context.jobs))

    def title() -> str:
        return translate("CalendarWords", "ปฏิทิน")

    return Feature(
        screens=[ScreenEntry(CALENDAR, "calendar", title, build, place="tab", parent=_BESIDE)],
        commands=[
            Command(
                "calendar",
                lambda: translate("CalendarCommands", "ดูว่าวันไหนมีกิจกรรม"),
                (CALENDAR, None),
                right=Right.READ,
                also=lambda: translate(
                    "CalendarCommands", "ปฏิทิน ตารางกิจกรรม เดือน สัปดาห์ ฤดู ชนกัน นัดสอน"
                ),
            )
        ],
        papers=[
            printed(
                "print calendar",
                "calendar",
                PAPER,
                lambda: translate("CalendarCommands", "ทั้งเดือน A4 แนวนอน พร้อมเรื่องที่ต้องระวัง"),
                lambda of: (
                    lambda path, looks: of.calendar_paper.write_month(
                        path, of.workspace.today(), looks
                    )
                ),
            )
        ],
    )
