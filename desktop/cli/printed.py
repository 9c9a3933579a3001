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


def printed(options: argparse.Namespace, work: Callable[[PaperOptions], T]) -> T:
    """Print; letters that no typeface has are told first, then stand as boxes."""
    looks = PaperOptions()
    try:
        return work(looks)
    except UserError as error:
        if error.code != "paper_letters_missing":
            raise
        print(command_sentence(error), file=sys.stderr)
    return work(replace(looks, boxes=True))
