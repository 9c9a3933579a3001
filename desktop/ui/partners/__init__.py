"""ภาคีและทุน: the agencies and groups that help, and whom to ask there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.services.partners.records import PartnerQuery
from desktop.services.roles import Right
from desktop.ui.partners.words import DIRECTORY, NEW_PARTNER, PARTNER, PARTNERS, PartnerWords
from desktop.ui.shell.feature import BuiltScreen, DraftForm, Feature, ScreenEntry, ShellContext
from desktop.ui.shell.finding import Command, Found, RecordSearch
from desktop.ui.shell.offers import Offer
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts

_MOST = 6


def feature(parts: Parts) -> Feature:
    """The list in the rail; the page of one partner and the form for a new one below it."""
    services = parts.services

    def partners(context: ShellContext) -> BuiltScreen:
        from desktop.ui.partners.presenter import PartnersPresenter
        from desktop.ui.partners.screen import PartnersScreen

        screen = PartnersScreen(services.workspace.rights)
        return BuiltScreen(screen, PartnersPresenter(screen, services, context.jobs))

    def partner(context: ShellContext) -> BuiltScreen:
        from desktop.ui.partners.page import PartnerScreen
        from desktop.ui.partners.page_presenter import PartnerPresenter

        screen = PartnerScreen(services.workspace.rights)
        return BuiltScreen(screen, PartnerPresenter(screen, services, context.jobs))

    def new_partner(context: ShellContext) -> BuiltScreen:
        from desktop.ui.partners.new_screen import NewPartnerPresenter, NewPartnerScreen

        screen = NewPartnerScreen()
        return BuiltScreen(screen, NewPartnerPresenter(screen, services, context.jobs))

    def title() -> str:
        return translate("PartnersScreen", "ภาคีและทุน")

    def new_title() -> str:
        return translate("NewPartnerScreen", "เพิ่มภาคี")

    def find(words: str) -> Sequence[Found]:
        rows = services.partners.find(PartnerQuery(search=words), _MOST)
        return [
            Found(
                row.name,
                " · ".join(part for part in (row.contact, row.phone) if part),
                "handshake",
                (PARTNER, row.id),
            )
            for row in rows
        ]

    return Feature(
        screens=[
            ScreenEntry(PARTNERS, "handshake", title, partners),
            ScreenEntry(PARTNER, "handshake", title, partner, place="none", parent=PARTNERS),
            ScreenEntry(
                NEW_PARTNER,
                "plus",
                new_title,
                new_partner,
                place="none",
                parent=PARTNERS,
                right=Right.WRITE,
            ),
        ],
        drafts={
            NEW_PARTNER: DraftForm("handshake", new_title, lambda _subject: (NEW_PARTNER, None))
        },
        reasons=PartnerWords().reasons(),
        commands=[
            Command(
                "plus",
                new_title,
                (NEW_PARTNER, None),
                right=Right.WRITE,
                also=lambda: translate("PartnersCommands", "หน่วยงานใหม่ เครือข่าย"),
            ),
        ],
        papers=[
            Offer(
                "directory",
                "print",
                "handshake",
                DIRECTORY.name,
                lambda: translate("PartnersCommands", "แยกตามภาคส่วน พร้อมผู้ประสานงาน"),
                Right.PRINT,
                lambda printing, _within: printing.print_list(
                    DIRECTORY,
                    lambda path, looks: services.partner_directory.write_pdf(path, options=looks),
                ),
            ),
            Offer(
                "export partners",
                "export",
                "handshake",
                lambda: translate("PartnersCommands", "ภาคี"),
                lambda: translate("PartnersCommands", "แก้ใน Excel แล้วนำเข้ากลับได้"),
                Right.EXPORT,
                lambda printing, _within: printing.export("partners"),
            ),
        ],
        search=RecordSearch(lambda: translate("PartnersCommands", "ภาคี"), find),
    )
