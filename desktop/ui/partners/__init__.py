"""ภาคีและทุน: the agencies and groups that help, and whom to ask there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.services.partners.records import PartnerQuery
from desktop.ui.partners.words import DIRECTORY, PARTNER, PARTNERS, PartnerWords
from desktop.ui.shell.feature import Feature
from desktop.ui.subjects import Screens, subject_feature
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The list in the rail; the page of one partner and the form for a new one below it."""
    services = parts.services
    return subject_feature(
        services,
        PARTNER,
        PARTNERS,
        "handshake",
        lambda: translate("PartnersScreen", "ภาคีและทุน"),
        screens=_screens,
        service=lambda: services.partners,
        directory=lambda: services.partner_directory,
        question=PartnerQuery,
        detail=lambda row: (row.contact, row.phone),
        paper=DIRECTORY,
        good_for=lambda: translate("PartnersCommands", "แยกตามภาคส่วน พร้อมผู้ประสานงาน"),
        also=lambda: translate("PartnersCommands", "หน่วยงานใหม่ เครือข่าย"),
        reasons=PartnerWords().reasons(),
    )


def _screens() -> Screens:
    from desktop.ui.partners.new_screen import NewPartnerPresenter, NewPartnerScreen
    from desktop.ui.partners.page import PartnerPresenter, PartnerScreen
    from desktop.ui.partners.screen import PartnersScreen

    return Screens(
        PartnersScreen,
        (PartnerScreen, PartnerPresenter),
        (NewPartnerScreen, NewPartnerPresenter),
    )
