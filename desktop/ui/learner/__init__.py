"""The page of one learner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.services.roles import Right
from desktop.ui.learner.day_lines import LearnerDay
from desktop.ui.learner_place import (
    ANSWER,
    LEARNER,
    OVERVIEW,
    PROFILE,
    RECTIFYING,
    RISK,
    VISITS,
    LearnerPlace,
    page_of,
)
from desktop.ui.shell.feature import (
    BuiltScreen,
    DraftForm,
    Feature,
    ScreenEntry,
    ShellContext,
    TabEntry,
)
from desktop.ui.shell.finding import Command, Destination
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The page, opened with a learner's id or a place on it; its tabs; why learners need care."""

    def build(context: ShellContext) -> BuiltScreen:
        # Read when the page is first opened: the window must not wait for it.
        from desktop.ui.learner.presenter import LearnerPresenter
        from desktop.ui.learner.screen import LearnerScreen

        screen = LearnerScreen(context.features.tabs, context.features.learning)
        return BuiltScreen(screen, LearnerPresenter(screen, parts.services, context.jobs))

    def tabs() -> Sequence[TabEntry]:
        from desktop.ui.learner.tabs import TABS

        return TABS

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
            "risk": DraftForm(
                "flag",
                lambda: translate("LearnerDrafts", "สัญญาณเสี่ยง"),
                lambda subject: page_of(subject, OVERVIEW, RISK),
            ),
            "consent": DraftForm(
                "file-check",
                lambda: translate("LearnerDrafts", "คำตอบเรื่องความยินยอม"),
                _consent,
            ),
            "rectification": DraftForm(
                "pencil",
                lambda: translate("LearnerDrafts", "คำขอแก้ให้ถูก"),
                lambda subject: page_of(subject, PROFILE, RECTIFYING),
            ),
        },
        reasons=LearnerDay().reasons(),
        commands=[
            Command(
                "flag",
                lambda: translate("LearnerCommands", "ยกหรือคลี่คลายสัญญาณเสี่ยง"),
                (LEARNER, LearnerPlace(None, OVERVIEW, RISK)),
                right=Right.WRITE,
                detail=lambda: translate("LearnerCommands", "ของผู้เรียนรู้ที่ดูล่าสุด"),
                also=lambda: translate("LearnerCommands", "เฝ้าระวัง เตือน ธง"),
                once=True,
            )
        ],
        tabs=tabs,
    )


def _consent(subject: str) -> Destination:
    learner_id, _, key = subject.partition(":")
    return page_of(learner_id, PROFILE, f"{ANSWER}:{key}")
