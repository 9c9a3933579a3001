"""The breach pack on paper: the facts, what to do, whose data, what kinds."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.reports.composing import (
    BOTTOM,
    Desk,
    foot,
    letterhead,
    page_number_above,
    print_pages,
)
from desktop.reports.layout import Block, Space, flow
from desktop.reports.palette import SMALL, SMALL_STRONG, TABLE_HEAD
from desktop.reports.paper_data import BreachPaper, PaperOptions
from desktop.reports.sheet import A4_LANDSCAPE, MM, Sheet
from desktop.reports.tables import Row, Table

SIDE = 15 * MM
WIDTH = A4_LANDSCAPE[0] - 2 * SIDE
_HEAD, _TOP = 96.0, 60.0


def draw_breach(sheet: Sheet, pack: BreachPaper, options: PaperOptions) -> None:
    """Draw the pack."""
    desk = Desk(options)
    rows: tuple[Row, ...] = tuple(
        (desk.cell(label, SMALL_STRONG), desk.cell(text, SMALL)) for label, text in pack.facts
    )
    blocks: list[Block] = [Table((1.0, 1.6), (), rows, pad_x=4.0, striped=True)]
    for title, head, shares, lines in pack.tables:
        blocks += desk.heading(None, title)
        blocks.append(
            Table(
                shares,
                tuple(desk.cell(each, TABLE_HEAD) for each in head),
                tuple(tuple(desk.cell(text, SMALL) for text in line) for line in lines),
                pad_x=3.0,
                striped=True,
            )
        )
        blocks.append(Space(6.0))
    room = A4_LANDSCAPE[1] - BOTTOM
    pages = flow(blocks, WIDTH, room - _HEAD, room - _TOP)

    def furniture(on: Sheet, number: int, total: int) -> Iterator[None]:
        if number == 1:
            letterhead(on, desk, pack.letterhead, pack.title, "", left=SIDE)
        else:
            page_number_above(on, desk, number)
        yield
        page = desk.words("page", n=number, m=total)
        foot(on, desk, (pack.title,), pack.printed, left=SIDE, right=SIDE, page=page)

    print_pages(sheet, pages, furniture, first_top=_HEAD, top=_TOP, left=SIDE, width=WIDTH)
