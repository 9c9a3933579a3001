"""แผนรายบุคคล: every plan, those whose review is due first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.services.rights import Right, may
from desktop.ui.shell.feature import BuiltScreen, Feature, ScreenEntry, ShellContext
from desktop.ui.shell.finding import Command
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The list of plans in the rail."""
    services = parts.services

    def build(context: ShellContext) -> BuiltScreen:
        from desktop.ui.plans.presenter import PlansPresenter
        from desktop.ui.plans.screen import PlansScreen

        screen = PlansScreen()
        screen.allow(
            plan=may(services.workspace, Right.PLAN), print_=may(services.workspace, Right.PRINT)
        )
        return BuiltScreen(screen, PlansPresenter(screen, services, context.jobs))

    def title() -> str:
        return translate("PlansScreen", "แผนรายบุคคล")

    return Feature(
        screens=[ScreenEntry("plans", "clipboard-list", title, build)],
        pages=[
            Command(
                "clipboard-list",
                lambda: translate("PlansCommands", "แผนที่ถึงกำหนดทบทวน"),
                ("plans", "due"),
                detail=title,
            )
        ],
    )
