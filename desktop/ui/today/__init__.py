"""วันนี้: what needs a person today, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.shell.feature import BuiltScreen, DayReason, Feature, ScreenEntry, ShellContext
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The first screen of the rail, which shows the reasons of all features."""
    services = parts.services

    def build(context: ShellContext) -> BuiltScreen:
        from desktop.ui.today.presenter import TodayPresenter
        from desktop.ui.today.screen import TodayScreen

        screen = TodayScreen(services.workspace.today, context.features)
        return BuiltScreen(screen, TodayPresenter(screen, services, context.jobs))

    return Feature(
        screens=[ScreenEntry("today", "sun", lambda: translate("TodayScreen", "วันนี้"), build)],
        # A form of any feature: each says itself what it is called and where it is gone on with.
        reasons={
            "half_typed": DayReason(
                "pencil",
                lambda: translate("TodayWords", "พิมพ์ค้างไว้"),
                lambda _line, _today: translate("TodayWords", "พิมพ์ค้างไว้ ยังไม่ได้บันทึก เปิดทำต่อได้"),
                lambda _line: ("today", None),
            )
        },
    )
