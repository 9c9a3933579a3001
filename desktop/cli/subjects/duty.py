"""The roster on the command line: who answers, and a month of it on paper."""

from __future__ import annotations

import argparse
from uuid import UUID

from desktop.cli.printed import Paper
from desktop.cli.subjects.subject import Subject, Values, split
from desktop.models.duty import Duty
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.papers.printing import Printed
from desktop.services.record_values import iso_date
from desktop.services.workspace import Workspace


def _put(services: Services, values: Values) -> UUID:
    own, rest = split(values, "on", "span")
    return services.duty.set(own["on"], own["span"], rest)


def _change(services: Services, duty_id: UUID, values: Values) -> None:
    known = services.records.get(Duty.kind, duty_id)
    services.duty.set(known.text("on"), known.text("span"), values)


def _month(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--month", metavar="DAY", default="", help="วันใดก็ได้ในเดือน / a day in it")


def _paper(services: Services, options: argparse.Namespace, looks: PaperOptions) -> Printed:
    workspace: Workspace = services.workspace
    text = iso_date("month", options.month)
    day = workspace.today() if text is None else workspace.today().fromisoformat(text)
    return Printed(options.out, services.duty_paper.write_month(options.out, day, looks))


PAPERS = (Paper("duty", "ตารางเวรของเดือน / roster of a month", _paper, _month),)
SUBJECTS = (Subject(Duty, add=_put, edit=_change, needed=frozenset({"on", "span"})),)
