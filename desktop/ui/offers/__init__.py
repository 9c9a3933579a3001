"""สิ่งที่เสนอให้: what partners and people would give, beside the partners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.services.offers.records import OfferQuery
from desktop.ui.offers.words import FORM, LIST, OFFER, OFFERS, OfferWords
from desktop.ui.record_names import kinds_name
from desktop.ui.shell.feature import Feature
from desktop.ui.subjects import Screens, subject_feature
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The list as a tab beside the partners; the page of one offer and the form for a new one."""
    services = parts.services
    return subject_feature(
        services,
        OFFER,
        OFFERS,
        "package",
        lambda: kinds_name(OFFER),
        screens=_screens,
        service=lambda: services.offers,
        directory=lambda: services.offer_list,
        question=OfferQuery,
        detail=lambda row: (row.giver, row.phone),
        paper=LIST,
        good_for=lambda: translate("OffersCommands", "ใครให้อะไร เท่าใด ด้วยเงื่อนไขใด"),
        also=lambda: translate("OffersCommands", "บริจาค ทุน ของแจก ผู้ให้"),
        reasons=OfferWords().reasons(),
        place="tab",
        parent="partners",
        form=(
            FORM,
            lambda: translate("OffersCommands", "เขียนในเวทีหมู่บ้าน ใครให้อะไรได้ เท่าใด ถึงเมื่อใด"),
        ),
    )


def _screens() -> Screens:
    from desktop.ui.offers.new_screen import NewOfferPresenter, NewOfferScreen
    from desktop.ui.offers.page import OfferPresenter, OfferScreen
    from desktop.ui.offers.screen import OffersScreen

    return Screens(OffersScreen, (OfferScreen, OfferPresenter), (NewOfferScreen, NewOfferPresenter))
