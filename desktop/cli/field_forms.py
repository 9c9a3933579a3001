"""Forms for telephones on the command line, and their answers."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.cli.context import Context
from desktop.services.rosters.field_forms import WHATS
from desktop.wording import command_sentence


def add(commands: Any, command: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the commands."""
    form = command(commands, "field-form", "แบบสำหรับ ODK/KoBo / a form for ODK or KoBo")
    form.add_argument("what", choices=WHATS)
    form.add_argument("out", type=Path, metavar="OUT.xlsx")
    form.add_argument(
        "--sensitive",
        action="store_true",
        help="รวมตัวชี้วัดอ่อนไหว / with the sensitive indicators",
    )
    answers = command(commands, "field-answers", "นำคำตอบของแบบเข้า / take the answers in")
    answers.add_argument("file", type=Path, metavar="FILE", help=".csv, .xlsx")
    answers.add_argument("--dry-run", action="store_true", help="ดูผลโดยไม่เก็บ / store nothing")


def write(context: Context, options: argparse.Namespace) -> int:
    """Write a form."""
    forms = context.services().field_forms
    version = forms.write(options.what, options.out, sensitive=options.sensitive)
    return context.answer({"version": version}, [f"{options.out}  {version}"])


def take(context: Context, options: argparse.Namespace) -> int:
    """Take answers in, or look at what would become of them."""
    forms = context.services().field_forms
    seen = forms.preview(options.file)
    taken = () if options.dry_run else forms.take(options.file)
    refused = [(each.row, each.problem) for each in seen if each.problem is not None]
    repeats = sum(each.taken for each in seen)
    result = {
        "answers": len(seen),
        "new": sum(each.problem is None and not each.taken for each in seen),
        "repeats": repeats,
        "taken": len(taken),
        "refused": [{"row": row, "code": problem.code} for row, problem in refused],
    }
    lines = [
        f"คำตอบ / answers {len(seen):,}  เก็บ / taken {len(taken):,}  "
        f"เคยเก็บแล้ว / taken before {repeats:,}  เก็บไม่ได้ / refused {len(refused):,}",
        *(f"  {row}: {command_sentence(problem)}" for row, problem in refused),
    ]
    return context.answer(result, lines)
