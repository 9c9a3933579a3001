"""How a command prints: with its options, and letters without a typeface told beforehand."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from desktop.errors import UserError
from desktop.reports.paper_data import PaperOptions
from desktop.wording import command_sentence

T = TypeVar("T")


def add_looks(parser: argparse.ArgumentParser) -> None:
    """Add what every paper may be asked for."""
    parser.add_argument("--language", choices=("th", "en"), default="th", help="ภาษา / language")
    parser.add_argument("--thai-digits", action="store_true", help="เลขไทย ๑ ๒ ๓ / Thai numerals")


def looks_of(options: argparse.Namespace) -> PaperOptions:
    """Return how a paper is to look; what a command has no option for stays as it is."""
    return PaperOptions(
        language=options.language,
        thai_digits=options.thai_digits,
        hide_small_cells=not getattr(options, "exact", False),
        by_village=getattr(options, "by_village", False),
        whole_numbers=getattr(options, "whole_numbers", False),
    )


def printed(options: argparse.Namespace, work: Callable[[PaperOptions], T]) -> T:
    """Print; letters that no typeface has are told first, then stand as boxes."""
    looks = looks_of(options)
    try:
        return work(looks)
    except UserError as error:
        if error.code != "paper_letters_missing":
            raise
        print(command_sentence(error), file=sys.stderr)
    return work(replace(looks, boxes=True))
