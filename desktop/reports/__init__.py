"""Paper: plain data in, PDF out.

The drawing library is loaded at the first paper, not at the start of the program: a laptop that
never prints today does not wait for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.progress import Progress, SilentProgress
from desktop.reports.activity_data import ActivityPaper
from desktop.reports.certificate_data import CertificatePaper
from desktop.reports.list_data import ListPaper
from desktop.reports.marks_data import MarksPaper
from desktop.reports.paper_data import (
    BreachPaper,
    FormPaper,
    PaperOptions,
    PlanPaper,
    RegisterPaper,
    SummaryPaper,
)
from desktop.reports.paper_words import WORDS
from desktop.reports.voucher_data import VoucherPaper

FORMS: dict[str, tuple[str, str]] = {
    name: WORDS[key]
    for name, key in {
        "survey": "survey",
        "hett": "hett_form",
        "plan": "plan",
        "consent": "consent_form",
    }.items()
}
"""What each blank form is called, in Thai and in English, by its name."""

_DEFAULTS = PaperOptions()


def refuse_boxes(papers: object, options: PaperOptions = _DEFAULTS) -> None:
    """Raise UserError `paper_letters_missing` if letters of these papers cannot be drawn.

    Every paper is so asked before it is drawn, unless the options take boxes for them.
    """
    from desktop.reports import unprintable

    unprintable.refuse_boxes(papers, options)


def write_plan(data: PlanPaper, path: Path, options: PaperOptions = _DEFAULTS) -> int:
    """Write one plan and return its number of pages.

    Raises:
        desktop.errors.UserError: `paper_cannot_write` if the place refuses the file,
            `paper_letters_missing`.
        desktop.errors.StorageError: `disk_full`.
    """
    from desktop.reports import printing

    return printing.print_plan(data, path, options)


def write_plans(
    plans: Sequence[PlanPaper],
    path: Path,
    options: PaperOptions = _DEFAULTS,
    progress: Progress | None = None,
) -> int:
    """Write many plans into one file, with list, signature sheet and outline; return its pages.

    Raises:
        desktop.errors.UserError: `paper_nothing_to_print`, `paper_cannot_write`,
            `paper_letters_missing`.
        desktop.errors.StorageError: `disk_full`.
        desktop.errors.Cancelled: when the person stopped it; no file is left.
    """
    from desktop.reports import printing

    return printing.print_plans(plans, path, options, progress or SilentProgress())


def write_register(data: RegisterPaper, path: Path, options: PaperOptions = _DEFAULTS) -> int:
    """Write the learner register and return its number of pages.

    Raises:
        desktop.errors.UserError: `paper_cannot_write`, `paper_letters_missing`.
        desktop.errors.StorageError: `disk_full`.
    """
    from desktop.reports import printing

    return printing.print_register(data, path, options)


def write_lists(
    papers: Sequence[ListPaper],
    path: Path,
    options: PaperOptions = _DEFAULTS,
    progress: Progress | None = None,
) -> int:
    """Write lists into one file, each from a page of its own, and return their pages.

    Raises:
        desktop.errors.UserError: `paper_nothing_to_print`, `paper_cannot_write`,
            `paper_letters_missing`.
        desktop.errors.StorageError: `disk_full`.
        desktop.errors.Cancelled: when the person stopped it; no file is left.
    """
    from desktop.reports import printing

    return printing.print_lists(papers, path, options, progress or SilentProgress())


def write_voucher(data: VoucherPaper, path: Path, options: PaperOptions = _DEFAULTS) -> int:
    """Write a receipt or a voucher and return its number of pages.

    Raises:
        desktop.errors.UserError: `paper_cannot_write`, `paper_letters_missing`.
        desktop.errors.StorageError: `disk_full`.
    """
    from desktop.reports import printing

    return printing.print_voucher(data, path, options)


def write_certificates(
    data: CertificatePaper, path: Path, options: PaperOptions = _DEFAULTS
) -> int:
    """Write certificates, a page each, and return the pages.

    Raises:
        desktop.errors.UserError: `paper_cannot_write`, `paper_letters_missing`.
        desktop.errors.StorageError: `disk_full`.
    """
    from desktop.reports import printing

    return printing.print_certificates(data, path, options)


def write_activities(
    papers: Sequence[ActivityPaper], path: Path, options: PaperOptions = _DEFAULTS
) -> int:
    """Write the records of meetings, each from a page of its own, and return the pages.

    Raises:
        desktop.errors.UserError: `paper_cannot_write`, `paper_letters_missing`.
        desktop.errors.StorageError: `disk_full`.
    """
    from desktop.reports import printing

    return printing.print_activities(papers, path, options)


def write_marks(papers: Sequence[MarksPaper], path: Path, options: PaperOptions = _DEFAULTS) -> int:
    """Write sheets whose marks are read back from photographs, a page each; return the pages.

    Raises:
        desktop.errors.UserError: `paper_nothing_to_print`, `paper_cannot_write`,
            `paper_letters_missing`.
        desktop.errors.StorageError: `disk_full`.
    """
    from desktop.reports import printing

    return printing.print_marks(papers, path, options)


def write_summary(data: SummaryPaper, path: Path, options: PaperOptions = _DEFAULTS) -> int:
    """Write the tambon summary with its charts and return its number of pages.

    Raises:
        desktop.errors.UserError: `paper_cannot_write`, `paper_letters_missing`.
        desktop.errors.StorageError: `disk_full`.
    """
    from desktop.reports import printing

    return printing.print_summary(data, path, options)


def write_breach(data: BreachPaper, path: Path, options: PaperOptions = _DEFAULTS) -> int:
    """Write the breach pack and return its number of pages.

    Raises:
        desktop.errors.UserError: `paper_cannot_write`, `paper_letters_missing`.
        desktop.errors.StorageError: `disk_full`.
    """
    from desktop.reports import printing

    return printing.print_breach(data, path, options)


def write_form(name: str, data: FormPaper, path: Path, options: PaperOptions = _DEFAULTS) -> int:
    """Write a blank form for the pen (a name of `FORMS`) and return its number of pages.

    Raises:
        desktop.errors.UserError: `paper_unknown_form`, `paper_cannot_write`,
            `paper_letters_missing`.
        desktop.errors.StorageError: `disk_full`.
    """
    from desktop.reports import printing

    return printing.print_form(name, data, path, options)
