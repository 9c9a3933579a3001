"""The papers that commands print: those of plans, lists and forms, and those of every subject."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Final

from desktop.cli import persons, subjects
from desktop.cli.printed import Paper
from desktop.cli.rosters import known_village
from desktop.reports import FORMS
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.learners.period import of_fiscal_year
from desktop.services.learners.records import LearnerQuery
from desktop.services.papers.printing import Printed


def _plan(services: Services, options: argparse.Namespace, looks: PaperOptions) -> Printed:
    """A learner's plan; without one, a sheet begun from what is known."""
    learner_id = services.learners.resolve(options.code)
    planned = services.learners.get(learner_id).row.plan_status
    work = services.printing.plan_of if planned else services.printing.begun
    return work(learner_id, options.out, looks)


def _add_plan(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE")


def _plans(services: Services, options: argparse.Namespace, looks: PaperOptions) -> Printed:
    """The plans of a village or of all in one file."""
    return services.printing.plans(
        options.out,
        looks,
        villages=(known_village(services, options.village),) if options.village else (),
        only_changed=options.changed,
        begin=not options.changed,
    )


def _add_plans(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--village", metavar="N", default="")
    which.add_argument("--all", action="store_true")
    parser.add_argument("--changed", action="store_true", help="เฉพาะที่แก้ / only changed ones")


def _form(services: Services, options: argparse.Namespace, looks: PaperOptions) -> Printed:
    """A blank form for the pen."""
    whose = services.learners.resolve(options.learner) if options.learner else None
    return services.printing.form(options.name, options.out, looks, whose)


def _add_form(parser: argparse.ArgumentParser) -> None:
    titles = " · ".join(f"{name} {th} / {en}" for name, (th, en) in FORMS.items())
    parser.add_argument("name", metavar="|".join(FORMS), help=titles)
    parser.add_argument(
        "--for", dest="learner", metavar="CODE", default="", help="ของใคร / filled for"
    )


def _register(services: Services, options: argparse.Namespace, looks: PaperOptions) -> Printed:
    """The register of a village or of all."""
    query, words = _of_year(options), ""
    if options.village:
        moo = known_village(services, options.village)
        query, words = replace(query, villages=(moo,)), f"หมู่ {moo}"
    return services.printing.register(options.out, query, looks, words)


def _add_register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--village", metavar="N", default="")
    _add_year(parser)
    parser.add_argument(
        "--by-village", action="store_true", help="แยกหมู่บ้าน มียอดรวม / by village, with totals"
    )
    parser.add_argument(
        "--whole-numbers", action="store_true", help="เลขประจำตัวครบ / national numbers unmasked"
    )


def _tambon(services: Services, options: argparse.Namespace, looks: PaperOptions) -> Printed:
    """The summary of the tambon."""
    return services.printing.summary(options.out, looks, _of_year(options))


def _add_tambon(parser: argparse.ArgumentParser) -> None:
    _add_year(parser)
    parser.add_argument(
        "--exact", action="store_true", help="จำนวนจริง ใช้ภายใน / exact counts, not for outside"
    )


def _add_year(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--fiscal-year", type=int, metavar="พ.ศ.", help="ถึงสิ้นปีงบประมาณ / to the end of the year"
    )
    parser.add_argument(
        "--new", action="store_true", help="เฉพาะที่ลงทะเบียนใหม่ / only those new in that year"
    )


def _of_year(options: argparse.Namespace) -> LearnerQuery:
    year = options.fiscal_year
    return of_fiscal_year(LearnerQuery(), year, new=options.new) if year else LearnerQuery()


PAPERS: Final[tuple[Paper, ...]] = (
    Paper("plan", "แผนรายบุคคล / one plan", _plan, _add_plan),
    Paper("plans", "แผนหลายคน / many plans", _plans, _add_plans),
    Paper("form", "แบบฟอร์มเปล่า / a blank form", _form, _add_form),
    Paper("register", "ทะเบียน / the register", _register, _add_register),
    *persons.PAPERS,
    *subjects.PAPERS,
    Paper("tambon", "สรุปตำบล / tambon summary", _tambon, _add_tambon, group="report"),
)
