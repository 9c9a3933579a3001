"""The consent form for the pen: one answer for each purpose, and who has to sign."""

from __future__ import annotations

from collections.abc import Iterator

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
from desktop.reports.form_papers import choices, pen_row
from desktop.reports.layout import Beside, Block, Drawn, Page, Space, flow
from desktop.reports.palette import BODY, MUTED, NOTE, SMALL, SMALL_STRONG
from desktop.reports.paper_data import ConsentPurpose, FormPaper, PaperOptions
from desktop.reports.sheet import A4, Sheet

WIDTH = A4[0] - LEFT - RIGHT
_HEAD = 100.0
_ANSWER = 62.0
_PRINT = 62.0
_PITCH = 19.0


def draw_consent_form(sheet: Sheet, form: FormPaper, options: PaperOptions) -> None:
    """Draw the form, its head filled where a learner is given."""

    def compose(desk: Desk) -> list[Page]:
        return flow(_blocks(form, desk), WIDTH, A4[1] - BOTTOM - _HEAD, A4[1] - BOTTOM - TOP)

    names = [form.learner.name] if form.learner.name else []
    desk, pages = fewest_pages(compose, options, names)
    words = desk.words
    title, version = words("consent_form"), words("c_version", n=form.form_version)

    def furniture(on: Sheet, number: int, total: int) -> Iterator[None]:
        if number == 1:
            letterhead(on, desk, form.letterhead, title, version)
        else:
            page_number_above(on, desk, number)
        yield
        page = words("page", n=number, m=total)
        foot(on, desk, (f"{title} · {version}",), form.printed, page=page)

    print_pages(sheet, pages, furniture, first_top=_HEAD, top=TOP, width=WIDTH)


def _blocks(form: FormPaper, desk: Desk) -> list[Block]:
    words, learner = desk.words, form.learner
    centre = words.typed(form.letterhead.organisation or words("centre"))
    blocks: list[Block] = [
        pen_row(desk, (("name", learner.name), ("born", learner.birth))),
        pen_row(desk, (("village", learner.village_label), ("code", learner.code))),
        pen_row(desk, (("c_read", learner.spoken), ("c_reader", ""))),
        Space(4.0),
        desk.text(words("c_begin", centre=centre), BODY, after=2.0),
        *desk.heading(None, words("c_purposes")),
    ]
    for purpose in form.purposes:
        blocks.append(_purpose(purpose, desk))
    blocks += [
        pen_row(desk, (("c_until", ""),)),
        Space(2.0),
        desk.text(words("c_know"), SMALL, after=2.0),
        *desk.heading(None, words("c_signers")),
        desk.text(words(f"c_{form.situation}" if form.situation else "c_who"), SMALL_STRONG),
        Space(3.0),
    ]
    signing: list[Block] = [
        _signature("c_learner", learner.name, desk),
        Space(5.0),
        _signature("c_guardian", "", desk),
        pen_row(desk, (("c_relation", ""),)),
        *choices(desk, [words("c_parent"), words("c_court")], 2, WIDTH),
        desk.text(words("c_carer"), NOTE),
        Space(4.0),
        pen_row(desk, (("first_witness", ""), ("second_witness", ""))),
        desk.text(words("c_two"), NOTE),
        pen_row(desk, (("c_receiver", ""), ("date", ""))),
    ]
    # Names and marks stay on one sheet: a signature under nothing says nothing.
    return [*blocks, Beside(signing, (), 1.0, 0.0)]


def _purpose(purpose: ConsentPurpose, desk: Desk) -> Block:
    """One purpose with its two boxes, its data, and room for the agency."""
    words = desk.words
    room = WIDTH - 2 * _ANSWER - 8
    name = desk.text(purpose.label, SMALL_STRONG)
    data = desk.text(words("c_data", data=purpose.data), NOTE) if purpose.data else None
    tall = name.height(room) + (data.height(room) if data else 0.0)
    height = tall + (_PITCH if purpose.agency else 0.0) + 7.0

    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        name.draw(sheet, x, top, room)
        if data:
            data.draw(sheet, x, top + name.height(room), room)
        for place, key in enumerate(("c_consent", "c_refuse")):
            start = x + room + 8 + place * _ANSWER
            sheet.box(start, top + 2, 9, 9, stroke=MUTED, weight=0.8, radius=1.5)
            sheet.words(words(key), SMALL, start + 13, top)
        if purpose.agency:
            pen_row(desk, (("c_agency", ""),)).draw(sheet, x, top + tall, room)
        sheet.rule(x, top + height - 4, x + width, top + height - 4, MUTED, 0.3)

    return Drawn(height, draw)


def _signature(key: str, name: str, desk: Desk) -> Block:
    """A line to sign on, the name under it, and a square for a thumb beside."""
    words = desk.words

    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        room = width - _PRINT - 20
        sheet.words(words(key), SMALL_STRONG, x, top)
        pen_row(desk, (("sign", ""), ("date", ""))).draw(sheet, x, top + 16, room)
        pen_row(desk, (("name", name),)).draw(sheet, x, top + 36, room)
        left = x + width - _PRINT
        sheet.box(left, top, _PRINT, 60, stroke=MUTED, weight=0.6, radius=3)
        sheet.words(words("c_thumb"), NOTE.at(align="centre"), left, top + 45, _PRINT)

    return Drawn(62.0, draw)
