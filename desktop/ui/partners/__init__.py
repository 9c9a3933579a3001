"""ภาคีและทุน: the agencies and groups that help, and whom to ask there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.services.partners.records import PartnerQuery, PartnerRow
from desktop.ui.partners.words import DIRECTORY, PARTNER, PARTNERS, PartnerWords
from desktop.ui.shell.feature import BuiltScreen, Feature, ShellContext
from desktop.ui.subjects import MOST, subject_feature
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The list in the rail; the page of one partner and the form for a new one below it."""
    services = parts.services

    def directory(context: ShellContext) -> BuiltScreen:
        from desktop.ui.partners.screen import PartnersScreen
        from desktop.ui.subjects.directory_presenter import DirectoryPresenter

        screen = PartnersScreen(services.workspace.rights)
        presenter = DirectoryPresenter(
            screen,
            services,
            context.jobs,
            services.partners,
            services.partner_directory,
            DIRECTORY,
            PARTNERS,
        )
        return BuiltScreen(screen, presenter)

    def page(context: ShellContext) -> BuiltScreen:
        from desktop.ui.partners.page import PartnerPresenter, PartnerScreen

        screen = PartnerScreen(services.workspace.rights)
        return BuiltScreen(screen, PartnerPresenter(screen, services, context.jobs))

    def new(context: ShellContext) -> BuiltScreen:
        from desktop.ui.partners.new_screen import NewPartnerScreen, alike
        from desktop.ui.subjects.new import NewPresenter

        screen, partners = NewPartnerScreen(), services.partners
        presenter = NewPresenter(screen, services, context.jobs, partners.add, alike(partners))
        return BuiltScreen(screen, presenter)

    def detail(row: PartnerRow) -> str:
        return " · ".join(part for part in (row.contact, row.phone) if part)

    return subject_feature(
        PARTNER,
        PARTNERS,
        "handshake",
        lambda: translate("PartnersScreen", "ภาคีและทุน"),
        (directory, page, new),
        find=lambda words: services.partners.find(PartnerQuery(search=words), MOST),
        detail=detail,
        paper=(
            DIRECTORY,
            lambda: translate("PartnersCommands", "แยกตามภาคส่วน พร้อมผู้ประสานงาน"),
            lambda path, looks: services.partner_directory.write_pdf(path, options=looks),
        ),
        also=lambda: translate("PartnersCommands", "หน่วยงานใหม่ เครือข่าย"),
        reasons=PartnerWords().reasons(),
    )
