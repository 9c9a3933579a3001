"""Paper on the command line: plans, register, summary, blank forms."""

from __future__ import annotations

import argparse
from typing import Any

from desktop.cli.context import Context
from desktop.cli.rosters import known_village
from desktop.services.learners.records import LearnerQuery
from desktop.services.papers.printing import Printed


def plan(context: Context, options: argparse.Namespace) -> int:
    """Print a learner's plan; without one, a sheet begun from what is known."""
    services = context.services()
    learner_id = services.learners.resolve(options.code)
    if services.learners.get(learner_id).row.plan_status:
        return _answer(context, services.printing.plan_of(learner_id, options.out))
    return _answer(context, services.printing.begun(learner_id, options.out))


def plans(context: Context, options: argparse.Namespace) -> int:
    """Print the plans of a village or of all into one file."""
    services = context.services()
    villages: tuple[str, ...] = ()
    if options.village:
        villages = (known_village(services, options.village),)
    return _answer(
        context,
        services.printing.plans(
            options.out,
            villages=villages,
            only_changed=options.changed,
            begin=not options.changed,
        ),
    )


def form(context: Context, options: argparse.Namespace) -> int:
    """Print a blank form for the pen."""
    services = context.services()
    whose = services.learners.resolve(options.learner) if options.learner else None
    return _answer(context, services.printing.form(options.name, options.out, learner_id=whose))


def register(context: Context, options: argparse.Namespace) -> int:
    """Print the register of a village or of all."""
    services = context.services()
    query, words = LearnerQuery(), ""
    if options.village:
        moo = known_village(services, options.village)
        query, words = LearnerQuery(villages=(moo,)), f"หมู่ {moo}"
    return _answer(context, services.printing.register(options.out, query, words=words))


def tambon(context: Context, options: argparse.Namespace) -> int:
    """Print the summary of the tambon."""
    return _answer(context, context.services().printing.summary(options.out))


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
    pages = context.services().partner_directory.write_pdf(options.out)
    return context.answer(
        {"file": options.out, "pages": pages},
        [f"พิมพ์แล้ว / Printed: {options.out}  {pages} หน้า / pages"],
    )
