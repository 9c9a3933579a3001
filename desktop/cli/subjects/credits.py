"""Credit items, the evidence of learning, and life-quality activities."""

from __future__ import annotations

import argparse

from desktop.cli.printed import Paper, directory
from desktop.cli.subjects.subject import served
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.credits.lifecycle import CREDITING
from desktop.services.evidence.lifecycle import SEEING
from desktop.services.kpc.lifecycle import ACTING
from desktop.services.papers.printing import Printed


def _requests(services: Services, options: argparse.Namespace, looks: PaperOptions) -> Printed:
    pages = services.credit_papers.write_requests(options.out, None, looks)
    return Printed(options.out, pages)


def _reports(services: Services, options: argparse.Namespace, looks: PaperOptions) -> Printed:
    return Printed(options.out, services.kpc_papers.write_reports(options.out, None, looks))


PAPERS = (
    directory("kpc_entries", "รายการ กพช. / activities", lambda services: services.kpc_papers),
    Paper("kpc-reports", "รายงาน กพช. คนละหน้า / report of activities, by learner", _reports),
    directory("credit_items", "สิ่งที่เทียบโอน / credit items", lambda services: services.credit_papers),
    directory(
        "evidence_list", "หลักฐานการเรียนรู้ / evidence", lambda services: services.evidence_list
    ),
    Paper(
        "credit-requests",
        "คำขอและผลการเทียบโอน / requests for transfer, by learner",
        _requests,
    ),
)
SUBJECTS = (
    served(ACTING, lambda services: services.kpc, needed=frozenset({"name", "learner_id"})),
    served(CREDITING, lambda services: services.credits, needed=frozenset({"name", "learner_id"})),
    served(SEEING, lambda services: services.evidence, needed=frozenset({"name", "learner_id"})),
)
