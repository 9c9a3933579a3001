"""The roster on the command line: who answers, and a month of it on paper."""

from __future__ import annotations

import argparse
from datetime import date
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


def add_month(parser: argparse.ArgumentParser) -> None:
    """Add the month of a paper, told by any day in it."""
    parser.add_argument("--month", metavar="DAY", default="", help="วันใดก็ได้ในเดือน / a day in it")


def month_of(services: Services, options: argparse.Namespace) -> date:
    """Return a day of the month that a paper is of; today where none is told."""
    workspace: Workspace = services.workspace
    text = iso_date("month", options.month)
    return workspace.today() if text is None else workspace.today().fromisoformat(text)


def _paper(services: Services, options: argparse.Namespace, looks: PaperOptions) -> Printed:
    day = month_of(services, options)
    return Printed(options.out, services.duty_paper.write_month(options.out, day, looks))


PAPERS = (Paper("duty", "ตารางเวรของเดือน / roster of a month", _paper, add_month),)
SUBJECTS = (Subject(Duty, add=_put, edit=_change, needed=frozenset({"on", "span"})),)
