"""The calendar on the command line: a month of it on paper."""

from __future__ import annotations

import argparse

from desktop.cli.printed import Paper
from desktop.cli.subjects.duty import add_month, month_of
from desktop.cli.subjects.subject import Subject
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.papers.printing import Printed


def _paper(services: Services, options: argparse.Namespace, looks: PaperOptions) -> Printed:
    day = month_of(services, options)
    return Printed(options.out, services.calendar_paper.write_month(options.out, day, looks))


PAPERS = (Paper("calendar", "ปฏิทินกิจกรรมของเดือน / calendar of a month", _paper, add_month),)
SUBJECTS: tuple[Subject, ...] = ()
