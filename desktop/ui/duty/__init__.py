"""เวร: who answers in a day or a night."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.services.roles import Right
from desktop.ui.duty.words import DUTY, PAPER
from desktop.ui.importing.opening import book_drafts
from desktop.ui.record_names import kinds_name
from desktop.ui.shell.feature import BuiltScreen, Feature, ScreenEntry, ShellContext
from desktop.ui.shell.finding import Command
from desktop.ui.shell.offers import Offer, printed
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts

_BESIDE: Final = "urgent"
"""The screen that it stands beside, and that shows it."""


def feature(parts: Parts) -> Feature:
    """The roster, beside the urgent cases; its argument is a day."""
    services = parts.services

    def build(context: ShellContext) -> BuiltScreen:
        from desktop.ui.duty.presenter import DutyPresenter
        from desktop.ui.duty.screen import DutyScreen

        screen = DutyScreen(services.workspace.rights, services.workspace.today())
        return BuiltScreen(screen, DutyPresenter(screen, services, context.jobs))

    def title() -> str:
        return kinds_name(DUTY)

    return Feature(
        screens=[ScreenEntry(DUTY, "moon", title, build, place="tab", parent=_BESIDE)],
        drafts=book_drafts(DUTY, (DUTY, None)),
        commands=[
            Command(
                "moon",
                lambda: translate("DutyCommands", "จัดเวร"),
                (DUTY, None),
                right=Right.WRITE,
                also=lambda: translate("DutyCommands", "เวรคืนนี้ ใครรับโทรศัพท์ อยู่เวร"),
                frequent=True,
            )
        ],
        papers=[
            printed(
                "print duty",
                "moon",
                PAPER,
                lambda: translate("DutyCommands", "ติดข้างโทรศัพท์ทั้งเดือน ช่องว่างเติมด้วยปากกา"),
                lambda of: (
                    lambda path, looks: of.duty_paper.write_month(path, of.workspace.today(), looks)
                ),
            ),
            Offer(
                "export duty",
                "export",
                "moon",
                title,
                lambda: translate("SubjectWords", "แก้ใน Excel แล้วนำเข้ากลับได้"),
                Right.EXPORT,
                lambda printing, _within: printing.export(DUTY),
            ),
        ],
    )
