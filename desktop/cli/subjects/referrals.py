"""Referrals, and what was sent with them."""

from __future__ import annotations

import argparse

from desktop.cli.printed import Paper, directory
from desktop.cli.subjects.subject import Subject, served
from desktop.errors import UserError
from desktop.models.referrals import ReferralSending, ReferralWords
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.papers.printing import Printed
from desktop.services.referrals.lifecycle import REFERRING


def _number(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER")


def _agency(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("agency", metavar="AGENCY")


def _slip(services: Services, options: argparse.Namespace, looks: PaperOptions) -> Printed:
    known = services.referrals.of_slip(options.number).id
    return Printed(options.out, services.referral_slips.write_slip(options.out, known, looks))


def _letter(services: Services, options: argparse.Namespace, looks: PaperOptions) -> Printed:
    alike = services.partners.alike(options.agency)
    if len(alike) != 1:
        raise UserError("agency_unknown", text=options.agency)
    pages = services.referral_slips.write_letter(options.out, alike[0].id, looks)
    return Printed(options.out, pages)


PAPERS = (
    directory("referrals", "สรุปการส่งต่อ / referrals", lambda services: services.referral_summary),
    Paper(
        "referral-slip",
        "ใบส่งต่อพร้อมใบตอบรับ / slip with its reply",
        _slip,
        _number,
    ),
    Paper(
        "referral-letter",
        "หนังสือติดตามเรื่องที่ส่งต่อ / reminder to an agency",
        _letter,
        _agency,
    ),
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
