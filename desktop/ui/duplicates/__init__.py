"""People who may stand in the register twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.learners.opening import DUPLICATES, LEARNERS
from desktop.ui.shell.feature import BuiltScreen, DayReason, Feature, ScreenEntry, ShellContext
from desktop.ui.shell.finding import Command
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The screen of pairs; a pair of ids as argument is shown first."""
    services = parts.services

    def duplicates(context: ShellContext) -> BuiltScreen:
        from desktop.services.rights import Right, may
        from desktop.ui.duplicates.presenter import DuplicatesPresenter
        from desktop.ui.duplicates.screen import DuplicatesScreen

        screen = DuplicatesScreen(services.workspace.today)
        screen.allow(join=may(services.workspace, Right.MERGE))
        return BuiltScreen(screen, DuplicatesPresenter(screen, services, context.jobs))

    return Feature(
        screens=[
            ScreenEntry(
                DUPLICATES,
                "merge",
                lambda: translate("DuplicatesScreen", "คนที่อาจซ้ำกัน"),
                duplicates,
                place="none",
                parent=LEARNERS,
            )
        ],
        commands=[
            Command(
                "merge",
                lambda: translate("DuplicatesCommands", "ตรวจคนซ้ำ"),
                (DUPLICATES, None),
                also=lambda: translate("DuplicatesCommands", "รวมระเบียน คนเดียวกัน"),
            )
        ],
        reasons={
            "duplicate": DayReason(
                "merge",
                lambda: translate("DuplicatesDay", "อาจเป็นคนเดียวกัน"),
                lambda line, _today: translate(
                    "DuplicatesDay", "อาจเป็นคนเดียวกับ {other} ดูเทียบกันก่อน"
                ).replace("{other}", str(line.values.get("other_given") or "")),
                lambda line: (DUPLICATES, line.subject),
            )
        },
    )
