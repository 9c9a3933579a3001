"""Referrals, and what was sent with them."""

from __future__ import annotations

from desktop.cli.printed import directory
from desktop.cli.subjects.subject import Subject, served
from desktop.models.referrals import ReferralSending, ReferralWords
from desktop.services.referrals.lifecycle import REFERRING

PAPERS = (
    directory("referrals", "สรุปการส่งต่อ / referrals", lambda services: services.referral_summary),
)
SUBJECTS = (
    served(
        REFERRING,
        lambda services: services.referrals,
        needed=frozenset({"learner_id"}),
    ),
    Subject(ReferralSending),
    Subject(ReferralWords),
)
