"""Receipts and vouchers: one sheet for one entry, with the amount in figures and in words."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.reports.composing import BOTTOM, LEFT, RIGHT, TOP, Desk, foot, letterhead, print_pages
from desktop.reports.layout import Block, Drawn, Space, flow
from desktop.reports.list_paper import signing
from desktop.reports.palette import BODY, HEADING, MUTED, SMALL
from desktop.reports.paper_data import PaperOptions
from desktop.reports.sheet import A4, Sheet
from desktop.reports.voucher_data import VoucherPaper

_WIDTH = A4[0] - LEFT - RIGHT
_HEAD = 100.0


def draw_voucher(sheet: Sheet, paper: VoucherPaper, options: PaperOptions) -> None:
    """Draw the sheet."""
    desk = Desk(options, paper.names)
    blocks: list[Block] = [desk.text(paper.of, SMALL, after=6.0)]
    if paper.void:
        blocks.append(desk.text(paper.void, HEADING, after=6.0))
    blocks += [desk.fact(label, text) for label, text in paper.facts]
    blocks += [Space(10.0), _amount(desk, paper), Space(18.0), signing(desk, paper.signers)]
    pages = flow(blocks, _WIDTH, A4[1] - BOTTOM - _HEAD, A4[1] - BOTTOM - TOP)
    under = desk.words.typed(" · ".join(filter(None, (paper.number, paper.day))))

    def furniture(on: Sheet, number: int, total: int) -> Iterator[None]:
        if number == 1:
            letterhead(on, desk, paper.letterhead, paper.title, under)
        yield
        page = desk.words("page", n=number, m=total)
        foot(on, desk, (paper.title, under), paper.printed, page=page)

    print_pages(sheet, pages, furniture, first_top=_HEAD, top=TOP, width=_WIDTH)


def _amount(desk: Desk, paper: VoucherPaper) -> Block:
    figures, words = desk.words.typed(paper.amount), desk.words.typed(paper.in_words)

    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        sheet.box(x, top, width, 52, stroke=MUTED, weight=0.8, radius=4)
        sheet.fitted(figures, HEADING, x + 12, top + 6, width - 24)
        if words:
            sheet.fitted(words, BODY, x + 12, top + 28, width - 24)

    return Drawn(54.0, draw)
