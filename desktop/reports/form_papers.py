"""Blank forms for the pen: survey and home visit, HETT assessment, empty plan."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from desktop.reports.composing import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    Desk,
    fewest_pages,
    foot,
    letterhead,
    page_number_above,
    print_pages,
)
from desktop.reports.hett_form import hett_form_blocks
from desktop.reports.layout import Beside, Block, Drawn, Page, PenLines, Space, Text, flow
from desktop.reports.palette import BODY, MUTED, NOTE, SMALL
from desktop.reports.paper_data import (
    FormPaper,
    LearnerPaper,
    PaperOptions,
    PlanPaper,
    SignaturePaper,
)
from desktop.reports.plan_paper import draw_plan, plan_pages
from desktop.reports.sheet import A4, A4_LANDSCAPE, MM, Drawing, Sheet
from desktop.reports.text import measure

WIDTH = A4[0] - LEFT - RIGHT
SIDE = 15 * MM
WIDE = A4_LANDSCAPE[0] - 2 * SIDE
_HEAD = 100.0


def draw_empty_plan(sheet: Sheet, form: FormPaper, options: PaperOptions) -> None:
    """Draw the plan with dots in place of words."""
    signatures = tuple(SignaturePaper(role) for role in form.signature_roles)
    plan = PlanPaper(
        letterhead=form.letterhead,
        learner=form.learner,
        signatures=signatures,
        printed=form.printed,
    )
    desk, pages = plan_pages(plan, options)
    draw_plan(sheet, plan, desk, pages)


def draw_survey(sheet: Sheet, form: FormPaper, options: PaperOptions) -> None:
    """Draw the survey and home visit form."""

    def compose(desk: Desk) -> list[Page]:
        return flow(_survey(form, desk), WIDTH, A4[1] - BOTTOM - _HEAD, A4[1] - BOTTOM - TOP)

    desk, pages = fewest_pages(compose, options)
    words = desk.words
    title = words("survey")

    def furniture(on: Sheet, number: int, total: int) -> Iterator[None]:
        if number == 1:
            letterhead(on, desk, form.letterhead, title, words("pen_note"))
        else:
            page_number_above(on, desk, number)
        yield
        page = words("page", n=number, m=total)
        foot(on, desk, (title,), form.printed, page=page)

    print_pages(sheet, pages, furniture, first_top=_HEAD, top=TOP, width=WIDTH)


def draw_hett_form(sheet: Sheet, form: FormPaper, options: PaperOptions) -> None:
    """Draw the assessment: every indicator with the wording of its levels, crosswise."""
    desk = Desk(options)
    words = desk.words
    learner = form.learner
    facts = [
        pen_row(
            desk,
            (("name", learner.name), ("code", learner.code), ("village", learner.village_label)),
        ),
        pen_row(desk, (("assessor", ""), ("date", ""), ("round", ""))),
        Space(3.0),
        desk.text(words("hett_how"), NOTE),
        Space(2.0),
    ]
    room = A4_LANDSCAPE[1] - BOTTOM
    blocks = [*facts, *hett_form_blocks(form, desk)]
    pages = flow(blocks, WIDE, room - 96.0, room - 18 * MM)
    title = words("hett_form")

    def furniture(on: Sheet, number: int, total: int) -> Iterator[None]:
        if number == 1:
            letterhead(on, desk, form.letterhead, title, words("scale"), left=SIDE)
        yield
        page = words("page", n=number, m=total)
        texts = (title, words.typed(learner.name))
        foot(on, desk, texts, form.printed, left=SIDE, right=SIDE, page=page)

    print_pages(sheet, pages, furniture, first_top=96.0, top=18 * MM, left=SIDE, width=WIDE)


def pen_row(desk: Desk, fields: Sequence[tuple[str, str]]) -> Block:
    """Return labelled fields beside each other, their values printed or dotted."""
    words = desk.words
    shown = [(words(key), words.typed(text)) for key, text in fields]

    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        gap = 14.0
        wide = (width - gap * (len(shown) - 1)) / len(shown)
        for index, (label, text) in enumerate(shown):
            start = x + index * (wide + gap)
            style = SMALL.at(colour=MUTED, leading=desk.pitch)
            used = sheet.words(label, style, start, top) + 6
            if text:
                sheet.fitted(text, BODY.at(leading=desk.pitch), start + used, top, wide - used)
            else:
                level = top + desk.pitch - 5
                sheet.rule(start + used, level, start + wide, level, MUTED, 0.7, (0.7, 2.2))

    return Drawn(desk.pitch, draw)


def choices(desk: Desk, labels: Sequence[str], columns: int, width: float) -> list[Block]:
    """Return boxes to tick in columns, row by row; a long label takes as many as it needs."""
    gap = 8.0
    step = (width + gap) / columns
    rows: list[list[tuple[Text, float, float]]] = [[]]
    column = 0
    for label in labels:
        needed = measure(desk.words.typed(label), SMALL) + 16 + gap
        span = min(columns, max(1, math.ceil((needed - 0.01) / step)))
        if column + span > columns:
            rows.append([])
            column = 0
        rows[-1].append((desk.text(label, SMALL), column * step, span * step - gap - 16))
        column += span
    return [
        Drawn(max(text.height(room) for text, _, room in row) + 3.0, _boxes(row))
        for row in rows
        if row
    ]


def _boxes(row: Sequence[tuple[Text, float, float]]) -> Drawing:
    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        for text, left, room in row:
            sheet.box(x + left + 0.5, top + 2, 9, 9, stroke=MUTED, weight=0.8, radius=1.5)
            text.draw(sheet, x + left + 16, top, room)

    return draw


def _survey(form: FormPaper, desk: Desk) -> list[Block]:
    words = desk.words
    learner: LearnerPaper = form.learner
    blocks: list[Block] = [
        pen_row(desk, (("visit_date", ""), ("visitor", ""), ("informant", ""))),
    ]

    def section(number: int, key: str, body: Sequence[Block]) -> None:
        blocks.extend([*desk.heading(number, words(key)), *body])

    def row(*fields: tuple[str, str]) -> Block:
        return pen_row(desk, fields)

    def listed(labels: Sequence[str], columns: int) -> list[Block]:
        return [Space(2.0), *choices(desk, labels, columns, WIDTH)] if labels else [PenLines(2)]

    area = " ".join(part for part in (learner.tambon, learner.district, learner.province) if part)
    section(
        1,
        "f_person",
        [
            row(("name", learner.name), ("nickname", learner.nickname)),
            row(("birth", learner.birth), ("national_id", learner.national_id)),
            row(("code", learner.code), ("other_id", learner.other_id), ("phone", learner.phone)),
            row(("village", learner.village_label), ("area", area)),
        ],
    )
    section(
        2,
        "f_family",
        [
            row(("carers", learner.carers[0].name if learner.carers else ""), ("phone", "")),
            row(("f_members", ""), ("f_income", "")),
            row(
                ("f_home", ""),
            ),
            row(("f_travel", ""), ("flood_months", "")),
        ],
    )
    section(3, "f_languages", _languages(form, desk, listed))
    section(
        4,
        "f_schooling",
        [
            *(listed(form.levels, 6) if form.levels else []),
            row(("f_highest", ""), ("f_last_school", "")),
        ],
    )
    section(5, "f_groups", listed(form.groups, 6))
    section(6, "f_reasons", listed(form.reasons, 6))
    section(7, "f_interests", [PenLines(3, desk.pitch)])
    section(8, "f_strengths", [PenLines(2, desk.pitch)])
    section(9, "f_risks", listed(form.risks, 6))
    section(10, "f_needs", [PenLines(3, desk.pitch)])
    section(11, "f_next", [PenLines(2, desk.pitch)])
    consent = [
        Space(6.0),
        *choices(desk, [words("f_consent")], 1, WIDTH),
        row(("sign", ""), ("visitor", ""), ("date", "")),
        row(("first_witness", ""), ("second_witness", "")),
    ]
    return [*blocks, Beside(consent, (), 1.0, 0.0)]


def _languages(
    form: FormPaper, desk: Desk, listed: Callable[[Sequence[str], int], list[Block]]
) -> list[Block]:
    words = desk.words
    rows: list[Block] = [
        pen_row(
            desk,
            (("mother_tongue", form.learner.mother_tongue), ("spoken", form.learner.spoken)),
        )
    ]
    if form.languages:
        rows = [*listed(form.languages, 6), *rows]
    yes_no = [f"{words('f_interpreter')}: {words('yes')}", words("no_word")]
    return [*rows, Space(2.0), *choices(desk, yes_no, 3, WIDTH)]
