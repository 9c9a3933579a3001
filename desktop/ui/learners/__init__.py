"""The list of learners, and adding one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from desktop.services.roles import Right
from desktop.ui.learners.day_lines import VillageDay
from desktop.ui.learners.finding import people
from desktop.ui.learners.opening import LEARNERS, NEW_LEARNER
from desktop.ui.shell.feature import BuiltScreen, DraftForm, Feature, ScreenEntry, ShellContext
from desktop.ui.shell.finding import Command
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The list in the rail, and the form for a new learner below it."""
    services = parts.services

    # Imported when first opened: the window must stand before every screen is loaded.
    def learners(context: ShellContext) -> BuiltScreen:
        from desktop.ui.learners.presenter import LearnersPresenter
        from desktop.ui.learners.screen import LearnersScreen

        screen = LearnersScreen(services.workspace.today)
        return BuiltScreen(screen, LearnersPresenter(screen, services, context.jobs))

    def new_learner(context: ShellContext) -> BuiltScreen:
        from desktop.ui.learners.new_presenter import NewLearnerPresenter
        from desktop.ui.learners.new_screen import NewLearnerScreen

        screen = NewLearnerScreen(services.workspace.today)
        return BuiltScreen(screen, NewLearnerPresenter(screen, services, context.jobs))

    return Feature(
        screens=[
            ScreenEntry(LEARNERS, "users", lambda: translate("LearnersScreen", "ผู้เรียนรู้"), learners),
            ScreenEntry(
                NEW_LEARNER,
                "user-plus",
                lambda: translate("NewLearnerScreen", "เพิ่มผู้เรียนรู้"),
                new_learner,
                place="none",
                parent=LEARNERS,
                right=Right.WRITE,
            ),
        ],
        drafts={
            NEW_LEARNER: DraftForm(
                "user-plus",
                lambda: translate("NewLearnerScreen", "เพิ่มผู้เรียนรู้"),
                lambda subject: (NEW_LEARNER, UUID(subject) if subject else None),
            )
        },
        reasons=VillageDay().reasons(),
        commands=[
            Command(
                "user-plus",
                lambda: translate("NewLearnerScreen", "เพิ่มผู้เรียนรู้"),
                (NEW_LEARNER, None),
                right=Right.WRITE,
                also=lambda: translate("LearnersCommands", "ลงทะเบียน คนใหม่ สมัคร"),
                frequent=True,
            )
        ],
        search=people(parts.services),
    )
