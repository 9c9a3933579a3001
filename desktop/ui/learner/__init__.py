"""The page of one learner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.learner.day_lines import LearnerDay
from desktop.ui.learner.opening import LEARNER, PROFILE, VISITS, page_of
from desktop.ui.shell.feature import BuiltScreen, DraftForm, Feature, ScreenEntry, ShellContext
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The page, opened with a learner's id or `(id, tab)`; its drafts; why learners need care."""

    def build(context: ShellContext) -> BuiltScreen:
        # Read when the page is first opened: the window must not wait for it.
        from desktop.ui.learner.presenter import LearnerPresenter
        from desktop.ui.learner.screen import LearnerScreen
        from desktop.ui.learner.services import LearnerServices

        screen = LearnerScreen()
        services = LearnerServices.of(parts.services.workspace)
        return BuiltScreen(screen, LearnerPresenter(screen, services, context.jobs))

    return Feature(
        screens=[
            ScreenEntry(
                LEARNER,
                "user",
                lambda: translate("LearnerScreen", "ผู้เรียนรู้"),
                build,
                place="none",
                parent="learners",
            )
        ],
        drafts={
            "contact": DraftForm(
                "notebook-pen",
                lambda: translate("LearnerDrafts", "บันทึกการพบ"),
                lambda subject: page_of(subject, VISITS),
            ),
            "consent": DraftForm(
                "file-check",
                lambda: translate("LearnerDrafts", "คำตอบเรื่องความยินยอม"),
                lambda subject: page_of(subject.partition(":")[0], PROFILE),
            ),
        },
        reasons=LearnerDay().reasons(),
    )
