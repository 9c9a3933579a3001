"""ส่งต่อ: what is asked of agencies for learners, until it was served."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.services.referrals.records import ReferralQuery
from desktop.ui.referrals.words import REFERRAL, REFERRALS, SUMMARY, ReferralWords
from desktop.ui.shell.feature import Feature
from desktop.ui.subjects import Screens, subject_feature
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The list, the page of one referral and the form for a new one."""
    services = parts.services
    return subject_feature(
        services,
        REFERRAL,
        REFERRALS,
        "send",
        lambda: translate("ReferralsCommands", "ส่งต่อ"),
        screens=_screens,
        service=lambda: services.referrals,
        directory=lambda: services.referral_summary,
        question=ReferralQuery,
        detail=lambda row: (row.receiver, row.number),
        paper=SUMMARY,
        good_for=lambda: translate("ReferralsCommands", "ส่งใครไปไหน ถึงขั้นใด แยกตามหน่วยงาน"),
        also=lambda: translate("ReferralsCommands", "ส่งตัว ประสานหน่วยงาน ใบส่งต่อ"),
        reasons=ReferralWords().reasons(),
    )


def _screens() -> Screens:
    from desktop.ui.referrals.new_screen import NewReferralPresenter, NewReferralScreen
    from desktop.ui.referrals.page import ReferralPresenter, ReferralScreen
    from desktop.ui.referrals.screen import ReferralsScreen

    return Screens(
        ReferralsScreen,
        (ReferralScreen, ReferralPresenter),
        (NewReferralScreen, NewReferralPresenter),
    )
