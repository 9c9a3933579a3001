"""ซิงก์: what waits, what the province has, and what two people wrote at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.ui.shell.feature import BuiltScreen, DayReason, Feature, ScreenEntry, ShellContext

if TYPE_CHECKING:
    from desktop.ui.parts import Parts

SYNC = "sync"


def feature(parts: Parts) -> Feature:
    """The screen at the foot of the rail; opened with "conflicts" it shows those."""
    services, watch = parts.services, parts.watch

    def build(context: ShellContext) -> BuiltScreen:
        from desktop.services.rights import Right, may
        from desktop.ui.sync.conflicts_presenter import ConflictsPresenter
        from desktop.ui.sync.exchange_presenter import ExchangePresenter
        from desktop.ui.sync.presenter import SyncPresenter
        from desktop.ui.sync.screen import SyncScreen

        screen = SyncScreen()
        screen.allow(
            stick=may(services.workspace, Right.BUNDLE),
            near=may(services.workspace, Right.NEAR),
            decide=may(services.workspace, Right.DECIDE),
        )
        presenters = (
            SyncPresenter(screen, services, watch, context.jobs),
            ConflictsPresenter(screen, services, context.jobs),
            ExchangePresenter(screen, services, watch, context.jobs),
        )
        return BuiltScreen(screen, presenters)

    translate = QCoreApplication.translate
    return Feature(
        screens=[
            ScreenEntry(
                SYNC,
                "refresh-cw",
                lambda: translate("SyncScreen", "ซิงก์"),
                build,
                place="foot",
            )
        ],
        reasons={
            "conflict": DayReason(
                "split",
                lambda: translate("SyncDay", "ข้อมูลไม่ตรงกัน"),
                lambda _line, _today: translate(
                    "SyncDay", "สองเครื่องแก้เรื่องเดียวกันไม่เหมือนกัน เลือกว่าจะใช้ค่าใด"
                ),
                lambda _line: (SYNC, "conflicts"),
            )
        },
    )
