"""From data to a finished file: composes a paper and puts it beside its place, then there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.errors import UserError
from desktop.progress import Progress
from desktop.reports.activity_data import ActivityPaper
from desktop.reports.activity_paper import draw_activity
from desktop.reports.batch_paper import draw_batch
from desktop.reports.breach_paper import draw_breach
from desktop.reports.certificate_data import CertificatePaper
from desktop.reports.certificate_paper import draw_certificates
from desktop.reports.consent_paper import draw_consent_form
from desktop.reports.form_papers import draw_empty_plan, draw_hett_form, draw_survey
from desktop.reports.list_data import ListPaper
from desktop.reports.list_paper import draw_list
from desktop.reports.marks_data import MarksPaper
from desktop.reports.marks_sheet import draw_marks
from desktop.reports.paper_data import (
    BreachPaper,
    FormPaper,
    PaperOptions,
    PlanPaper,
    RegisterPaper,
    SummaryPaper,
)
from desktop.reports.paper_words import Words
from desktop.reports.plan_paper import draw_plan, plan_pages
from desktop.reports.register_paper import draw_register
from desktop.reports.sheet import A4, A4_LANDSCAPE, Sheet, write_beside
from desktop.reports.summary_paper import draw_summary
from desktop.reports.unprintable import refuse_boxes, unprintable
from desktop.reports.voucher_data import VoucherPaper
from desktop.reports.voucher_paper import draw_voucher

_FormDrawing = Callable[[Sheet, FormPaper, PaperOptions], None]
_FORMS: dict[str, tuple[str, _FormDrawing, tuple[float, float]]] = {
    "survey": ("survey", draw_survey, A4),
    "hett": ("hett_form", draw_hett_form, A4_LANDSCAPE),
    "plan": ("plan", draw_empty_plan, A4),
    "consent": ("consent_form", draw_consent_form, A4),
}


def _sheet(
    title: str,
    data: PlanPaper
    | RegisterPaper
    | ListPaper
    | SummaryPaper
    | FormPaper
    | BreachPaper
    | VoucherPaper
    | CertificatePaper
    | ActivityPaper
    | MarksPaper,
    options: PaperOptions,
    size: tuple[float, float] = A4,
) -> Sheet:
    """Return the sheet for a paper whose every letter can be drawn, or may be a box."""
    refuse_boxes(data, options)
    sheet = Sheet(title, data.letterhead.organisation, size, options.language)
    sheet.unprintable = "".join(dict.fromkeys("".join(unprintable(data).values())))
    return sheet


def _written(sheet: Sheet, path: Path) -> int:
    write_beside(path, sheet.finished())
    return sheet.pages


def print_plan(data: PlanPaper, path: Path, options: PaperOptions) -> int:
    """Write one plan; return its pages."""
    title = f"{Words(options)('plan')} {data.learner.name}".strip()
    sheet = _sheet(title, data, options)
    desk, pages = plan_pages(data, options)
    draw_plan(sheet, data, desk, pages)
    return _written(sheet, path)


def print_plans(
    plans: Sequence[PlanPaper], path: Path, options: PaperOptions, progress: Progress
) -> int:
    """Write many plans into one file; return its pages."""
    if not plans:
        raise UserError("paper_nothing_to_print")
    refuse_boxes(plans, options)
    sheet = Sheet(Words(options)("list"), plans[0].letterhead.organisation, A4, options.language)
    draw_batch(sheet, plans, options, progress)
    return _written(sheet, path)


def print_register(data: RegisterPaper, path: Path, options: PaperOptions) -> int:
    """Write the learner register; return its pages."""
    sheet = _sheet(Words(options)("register"), data, options, A4_LANDSCAPE)
    draw_register(sheet, data, options)
    return _written(sheet, path)


def print_lists(
    papers: Sequence[ListPaper], path: Path, options: PaperOptions, progress: Progress
) -> int:
    """Write lists of any subject behind one another; return their pages."""
    if not papers:
        raise UserError("paper_nothing_to_print")
    refuse_boxes(papers, options)
    sheet = _sheet(papers[0].title, papers[0], options, A4_LANDSCAPE)
    for number, paper in enumerate(papers):
        progress.step(number, len(papers), "plans_drawing")
        if number:
            sheet.new_page()
            sheet.unprintable = "".join(dict.fromkeys("".join(unprintable(paper).values())))
        if len(papers) > 1:
            sheet.bookmark(paper.title, 0)
        draw_list(sheet, paper, options)
    return _written(sheet, path)


def print_voucher(data: VoucherPaper, path: Path, options: PaperOptions) -> int:
    """Write a receipt or a voucher; return its pages."""
    sheet = _sheet(data.title, data, options)
    draw_voucher(sheet, data, options)
    return _written(sheet, path)


def print_certificates(data: CertificatePaper, path: Path, options: PaperOptions) -> int:
    """Write certificates, a page each; return the pages."""
    sheet = _sheet(data.title, data, options, A4_LANDSCAPE)
    draw_certificates(sheet, data, options)
    return _written(sheet, path)


def print_activities(papers: Sequence[ActivityPaper], path: Path, options: PaperOptions) -> int:
    """Write the records of meetings behind one another; return their pages."""
    refuse_boxes(papers, options)
    sheet = _sheet(papers[0].title, papers[0], options)
    for number, paper in enumerate(papers):
        if number:
            sheet.new_page()
            sheet.unprintable = "".join(dict.fromkeys("".join(unprintable(paper).values())))
        if len(papers) > 1:
            sheet.bookmark(paper.under, 0)
        draw_activity(sheet, paper, options)
    return _written(sheet, path)


def print_marks(papers: Sequence[MarksPaper], path: Path, options: PaperOptions) -> int:
    """Write sheets to be marked with a pen, a page each; return the pages."""
    if not papers:
        raise UserError("paper_nothing_to_print")
    refuse_boxes(papers, options)
    sheet = _sheet(papers[0].title, papers[0], options)
    for number, paper in enumerate(papers):
        if number:
            sheet.new_page()
        draw_marks(sheet, paper, options)
    return _written(sheet, path)


def print_breach(data: BreachPaper, path: Path, options: PaperOptions) -> int:
    """Write the breach pack; return its pages."""
    sheet = _sheet(data.title, data, options, A4_LANDSCAPE)
    draw_breach(sheet, data, options)
    return _written(sheet, path)


def print_summary(data: SummaryPaper, path: Path, options: PaperOptions) -> int:
    """Write the tambon summary; return its pages."""
    sheet = _sheet(Words(options)("summary"), data, options)
    draw_summary(sheet, data, options)
    return _written(sheet, path)


def print_form(name: str, data: FormPaper, path: Path, options: PaperOptions) -> int:
    """Write a blank form; return its pages."""
    if name not in _FORMS:
        raise UserError("paper_unknown_form", name=name, names=", ".join(_FORMS))
    key, drawing, size = _FORMS[name]
    sheet = _sheet(Words(options)(key), data, options, size)
    drawing(sheet, data, options)
    return _written(sheet, path)
