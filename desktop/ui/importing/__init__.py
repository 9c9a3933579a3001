"""Bringing rosters in, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.services.roles import Right
from desktop.services.rosters.plan_book import PLANS
from desktop.ui.importing.opening import book_drafts
from desktop.ui.learners.opening import IMPORTING, LEARNERS
from desktop.ui.shell.feature import BuiltScreen, DraftForm, Feature, ScreenEntry, ShellContext
from desktop.ui.shell.finding import Command
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The wizard, reached from the list of learners; a path as argument is read at once."""

    def importing(context: ShellContext) -> BuiltScreen:
        from desktop.ui.importing.presenter import ImportPresenter
        from desktop.ui.importing.screen import ImportScreen

        screen = ImportScreen()
        return BuiltScreen(screen, ImportPresenter(screen, parts.services, context.jobs))

    def title() -> str:
        return translate("ImportScreen", "นำเข้ารายชื่อ")

    return Feature(
        screens=[ScreenEntry(IMPORTING, "upload", title, importing, place="none", parent=LEARNERS)],
        # What was decided about the rows of a file; it comes back when that file is chosen again.
        drafts={
            IMPORTING: DraftForm("upload", title, lambda _file: (IMPORTING, None), Right.IMPORT),
            **book_drafts(PLANS.what, (IMPORTING, None)),
        },
        commands=[
            Command(
                "upload",
                title,
                (IMPORTING, None),
                right=Right.IMPORT,
                also=lambda: translate("ImportCommands", "เอกเซล บัญชีรายชื่อ ไฟล์"),
                frequent=True,
            )
        ],
    )
