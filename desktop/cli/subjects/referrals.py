"""Referrals, and what was sent with them."""

from __future__ import annotations

import argparse
from uuid import UUID

from desktop.cli.printed import Paper, directory
from desktop.cli.subjects.subject import Shown, Subject, Values, hide, served, shown
from desktop.errors import UserError
from desktop.models.referrals import Referral, ReferralReply, ReferralSending, ReferralWords
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.papers.printing import Printed
from desktop.services.referrals.lifecycle import REFERRING
from desktop.services.referrals.replies import spelled
from desktop.services.tallies.help_service import REPORTS


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


def _report_name(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("report", metavar="REPORT", choices=sorted(REPORTS))


def _report(services: Services, options: argparse.Namespace, looks: PaperOptions) -> Printed:
    name = options.report
    pages = services.help_reports.write_pdf(options.out, name, options=looks)
    return Printed(options.out, pages)


def _answer(services: Services, values: Values) -> UUID:
    """The referral that it was put to; where that has not come, the reply that waits for it."""
    facts = {name: each for name, each in values.items() if name not in ("number", "answer")}
    number, answer = str(values["number"]), str(values["answer"])
    put = services.referrals.answer(number, answer, facts)
    if put is not None:
        return put
    waiting = [each for each in services.referrals.replies() if each.number == spelled(number)]
    return max(waiting, key=lambda each: each.answer == answer).id


def _reply(services: Services, known: UUID) -> Shown:
    """A reply; of one that did not wait, its referral."""
    try:
        return shown(services.records.get(ReferralReply.kind, known))
    except UserError:
        return known, {"referral_id": services.records.get(Referral.kind, known).id}


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
    Paper(
        "help-report",
        "รายงานความช่วยเหลือ / report of help: needs, answers, cohort or funds",
        _report,
        _report_name,
    ),
)
SUBJECTS = (
    served(
        REFERRING,
        lambda services: services.referrals,
        needed=frozenset({"learner_id"}),
    ),
    Subject(
        ReferralReply,
        _answer,
        fixed=frozenset({"referral_id"}),
        needed=frozenset({"number", "answer"}),
        acts=(hide(lambda services, known: services.referrals.drop_reply(known), "drop"),),
        get=_reply,
    ),
    Subject(ReferralSending),
    Subject(ReferralWords),
)
