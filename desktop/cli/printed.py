"""How a command prints: with its options, and letters without a typeface told beforehand."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from desktop.cli.context import Context
from desktop.errors import UserError
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.papers.lists import SubjectDirectory
from desktop.services.papers.printing import Printed
from desktop.wording import command_sentence

T = TypeVar("T")


def _nothing(_parser: argparse.ArgumentParser) -> None:
    """No option of its own."""


def tell_pages(context: Context, made: Printed) -> int:
    """Answer where a paper lies and how many pages it has."""
    result = {
        "file": made.path,
        "pages": made.pages,
        "plans": len(made.plans),
        "begun": made.begun,
        "unchanged": made.unchanged,
    }
    return context.answer(result, [f"พิมพ์แล้ว / Printed: {made.path}  {made.pages:,} หน้า / pages"])


@dataclass(frozen=True)
class Paper:
    """A paper that a command prints; declared once, in the room of its subject.

    Attributes:
        name: the word after `print` (or after another `group`).
        text: what it is, in Thai and English.
        make: prints it; given the services, the options of the command and how it is to look.
        add: adds the options before OUT.pdf.
        tell: answers with what was made.
    """

    name: str
    text: str
    make: Callable[[Services, argparse.Namespace, PaperOptions], Any]
    add: Callable[[argparse.ArgumentParser], None] = _nothing
    tell: Callable[[Context, Any], int] = tell_pages
    group: str = "print"

    @property
    def command(self) -> str:
        """The whole command."""
        return f"{self.group} {self.name}"

    def add_to(self, parser: argparse.ArgumentParser) -> None:
        """Add its own options, where it is to lie, and how it is to look."""
        self.add(parser)
        parser.add_argument("out", type=Path, metavar="OUT.pdf")
        add_looks(parser)

    def run(self, context: Context, options: argparse.Namespace) -> int:
        """Print it and answer."""
        services = context.services()
        made = printed(options, lambda looks: self.make(services, options, looks))
        return self.tell(context, made)


def directory(name: str, text: str, printing: Callable[[Services], SubjectDirectory[Any]]) -> Paper:
    """The directory of a subject."""

    def make(services: Services, options: argparse.Namespace, looks: PaperOptions) -> Printed:
        return Printed(options.out, printing(services).write_pdf(options.out, None, looks))

    return Paper(name, text, make)


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
    """Print as the options say, with boxes for letters that no typeface has, once told."""
    looks = looks_of(options)
    return with_boxes(lambda boxes: work(replace(looks, boxes=boxes)))


def with_boxes(work: Callable[[bool], T]) -> T:
    """Print; letters that no typeface has are told first, then stand as boxes."""
    try:
        return work(False)
    except UserError as error:
        if error.code != "paper_letters_missing":
            raise
        print(command_sentence(error), file=sys.stderr)
    return work(True)
