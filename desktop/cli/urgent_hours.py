"""The hours of urgent cases on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from desktop.cli.context import Context
from desktop.services.urgent.hours import STEPS


def add(commands: Any, command: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the sub-commands."""
    told = command(commands, "urgent-hours", "เวลาของเรื่องเร่งด่วน / hours of urgent cases")
    more = told.add_subparsers(metavar="WHAT")
    setting = command(more, "set", "ตั้งเวลา / set the hours of a step", "urgent-hours set")
    setting.add_argument("kind", metavar="KIND")
    setting.add_argument("step", choices=STEPS)
    setting.add_argument("hours", metavar="HOURS", type=int)


def show(context: Context, _options: argparse.Namespace) -> int:
    """List the hours by kind of case."""
    found = context.services().urgent_hours.all()
    return context.answer(
        {"hours": found},
        [f"{kind}  {each['answer']} / {each['hand_on']}" for kind, each in found.items()],
    )


def change(context: Context, options: argparse.Namespace) -> int:
    """Set the hours of a step."""
    context.services().urgent_hours.set(options.kind, options.step, options.hours)
    return show(context, options)
