"""เร่งด่วน: cases of people in danger, for those named in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.services.roles import Right
from desktop.ui.shell.feature import BuiltScreen, DraftForm, Feature, ScreenEntry, ShellContext
from desktop.ui.shell.finding import Command
from desktop.ui.translation import translate
from desktop.ui.urgent.opening import URGENT, new_case, note_of
from desktop.ui.urgent.words import UrgentDay

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The list of cases; not for a role that never works with them."""

    def build(context: ShellContext) -> BuiltScreen:
        from desktop.ui.urgent.presenter import UrgentPresenter
        from desktop.ui.urgent.screen import UrgentScreen

        screen = UrgentScreen()
        return BuiltScreen(screen, UrgentPresenter(screen, parts.services, context.jobs))

    return Feature(
        screens=[
            ScreenEntry(
                URGENT,
                "bell",
                lambda: translate("UrgentScreen", "เร่งด่วน"),
                build,
                right=Right.URGENT,
            )
        ],
        commands=[
            Command(
                "bell",
                lambda: translate("UrgentCommands", "เปิดเรื่องเร่งด่วน"),
                new_case(),
                right=Right.URGENT,
                also=lambda: translate("UrgentCommands", "ช่วยด่วน อันตราย คุ้มครองเด็ก"),
                once=True,
                frequent=True,
            )
        ],
        reasons=UrgentDay().reasons(),
        drafts={
            URGENT: DraftForm(
                "bell",
                lambda: translate("UrgentDrafts", "เรื่องเร่งด่วน"),
                lambda _subject: new_case(),
                Right.URGENT,
            ),
            "urgent_note": DraftForm(
                "bell",
                lambda: translate("UrgentDrafts", "บันทึกในเรื่องเร่งด่วน"),
                note_of,
                Right.URGENT,
            ),
        },
    )
