"""Paper on the command line: plans, register, summary, blank forms."""

from __future__ import annotations

import argparse
from typing import Any

from desktop.cli.context import Context
from desktop.cli.printed import printed
from desktop.cli.rosters import known_village
from desktop.reports.paper_data import PaperOptions
from desktop.services.learners.records import LearnerQuery
from desktop.services.papers.printing import Printed


def plan(context: Context, options: argparse.Namespace) -> int:
    """Print a learner's plan; without one, a sheet begun from what is known."""
    services = context.services()
    learner_id = services.learners.resolve(options.code)
    planned = services.learners.get(learner_id).row.plan_status
    work = services.printing.plan_of if planned else services.printing.begun
    return _answer(context, printed(options, lambda looks: work(learner_id, options.out, looks)))


def plans(context: Context, options: argparse.Namespace) -> int:
    """Print the plans of a village or of all into one file."""
    services = context.services()
    villages: tuple[str, ...] = ()
    if options.village:
        villages = (known_village(services, options.village),)

    def work(looks: PaperOptions) -> Printed:
        return services.printing.plans(
            options.out,
            looks,
            villages=villages,
            only_changed=options.changed,
            begin=not options.changed,
        )

    return _answer(context, printed(options, work))


def form(context: Context, options: argparse.Namespace) -> int:
    """Print a blank form for the pen."""
    services = context.services()
    whose = services.learners.resolve(options.learner) if options.learner else None
    form = services.printing.form
    return _answer(
        context, printed(options, lambda looks: form(options.name, options.out, looks, whose))
    )


def register(context: Context, options: argparse.Namespace) -> int:
    """Print the register of a village or of all."""
    services = context.services()
    query, words = LearnerQuery(), ""
    if options.village:
        moo = known_village(services, options.village)
        query, words = LearnerQuery(villages=(moo,)), f"หมู่ {moo}"
    made = services.printing.register
    return _answer(context, printed(options, lambda looks: made(options.out, query, looks, words)))


def tambon(context: Context, options: argparse.Namespace) -> int:
    """Print the summary of the tambon."""
    made = context.services().printing.summary
    return _answer(context, printed(options, lambda looks: made(options.out, looks)))


def _answer(context: Context, printed: Printed) -> int:
    result: dict[str, Any] = {
        "file": printed.path,
        "pages": printed.pages,
        "plans": len(printed.plans),
        "begun": printed.begun,
        "unchanged": printed.unchanged,
    }
    return context.answer(
        result, [f"พิมพ์แล้ว / Printed: {printed.path}  {printed.pages:,} หน้า / pages"]
    )


def partners(context: Context, options: argparse.Namespace) -> int:
    """Print the directory of partners."""
    directory = context.services().partner_directory
    pages = printed(options, lambda looks: directory.write_pdf(options.out, options=looks))
    return context.answer(
        {"file": options.out, "pages": pages},
        [f"พิมพ์แล้ว / Printed: {options.out}  {pages} หน้า / pages"],
    )
