"""ซิงก์: what waits, what the province has, and what two people wrote at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.services.roles import Right
from desktop.ui.shell.feature import BuiltScreen, DayReason, Feature, ScreenEntry, ShellContext
from desktop.ui.shell.finding import Command
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts

SYNC = "sync"


def feature(parts: Parts) -> Feature:
    """The screen at the foot of the rail; opened with "conflicts" it shows those."""
    services, watch = parts.services, parts.watch

    def build(context: ShellContext) -> BuiltScreen:
        from desktop.services.rights import may
        from desktop.ui.sync.conflicts_presenter import ConflictsPresenter
        from desktop.ui.sync.exchange_presenter import ExchangePresenter
        from desktop.ui.sync.presenter import SyncPresenter
        from desktop.ui.sync.screen import SyncScreen

        screen = SyncScreen()
        screen.allow(
            stick=may(services.workspace, Right.BUNDLE),
            near=may(services.workspace, Right.NEAR),
            decide=may(services.workspace, Right.DECIDE),
            move=may(services.workspace, Right.ENROL),
        )
        presenters = (
            SyncPresenter(screen, services, watch, context.jobs),
            ConflictsPresenter(screen, services, context.jobs),
            ExchangePresenter(screen, services, watch, context.jobs),
        )
        return BuiltScreen(screen, presenters)

    def title() -> str:
        return translate("SyncScreen", "ซิงก์")

    return Feature(
        screens=[
            ScreenEntry(
                SYNC,
                "refresh-cw",
                title,
                build,
                place="foot",
            )
        ],
        pages=[
            Command(icon, name, (SYNC, page), right=right, detail=title)
            for icon, name, page, right in (
                ("split", _conflicts, "conflicts", Right.READ),
                ("usb", lambda: translate("SyncCommands", "แฟลชไดรฟ์"), "stick", Right.BUNDLE),
                ("network", lambda: translate("SyncCommands", "เครื่องใกล้กัน"), "near", Right.NEAR),
                (
                    "monitor",
                    lambda: translate("SyncCommands", "เครื่องของศูนย์"),
                    "laptops",
                    Right.READ,
                ),
            )
        ],
        commands=[
            Command(
                "refresh-cw",
                lambda: translate("SyncCommands", "ซิงก์เดี๋ยวนี้"),
                (SYNC, "status"),
                act=watch.scheduler.sync_soon,
                right=Right.SYNC,
                also=lambda: translate("SyncCommands", "ส่งข้อมูล จังหวัด อินเทอร์เน็ต"),
                frequent=True,
            )
        ],
        reasons={
            "conflict": DayReason(
                "split",
                _conflicts,
                lambda _line, _today: translate(
                    "SyncDay", "สองเครื่องแก้เรื่องเดียวกันไม่เหมือนกัน เลือกว่าจะใช้ค่าใด"
                ),
                lambda _line: (SYNC, "conflicts"),
            ),
            "hub_plain": DayReason(
                "triangle-alert",
                lambda: translate("SyncDay", "ส่งให้จังหวัดโดยไม่เข้ารหัส"),
                lambda _line, _today: translate(
                    "SyncDay",
                    "คนในเครือข่ายเดียวกันอ่านข้อมูลที่ส่งได้ ขอที่อยู่ https จากจังหวัด แล้วกด "
                    "เปลี่ยนที่อยู่หรือพร็อกซี ล่างสุดของหน้าซิงก์",
                ),
                lambda _line: (SYNC, "status"),
                right=Right.ENROL,
            ),
        },
    )


def _conflicts() -> str:
    return translate("SyncDay", "ข้อมูลไม่ตรงกัน")
