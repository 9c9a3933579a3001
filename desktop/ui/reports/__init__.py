"""รายงาน: counts that open their lists, HETT by village, and papers and tables to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.services.roles import Right
from desktop.ui.reports.offers import OFFERS
from desktop.ui.shell.feature import BuiltScreen, Feature, ScreenEntry, ShellContext
from desktop.ui.shell.offers import REPORTS
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The reports in the rail."""

    def build(context: ShellContext) -> BuiltScreen:
        from desktop.ui.reports.presenter import ReportsPresenter
        from desktop.ui.reports.screen import ReportsScreen

        screen = ReportsScreen(
            context.features.papers, teaches=Right.WRITE in parts.services.workspace.rights
        )
        return BuiltScreen(screen, ReportsPresenter(screen, parts.services, context.jobs))

    def title() -> str:
        return translate("ReportsScreen", "รายงาน")

    return Feature(
        screens=[ScreenEntry(REPORTS, "chart-column", title, build)],
        papers=OFFERS,
    )
