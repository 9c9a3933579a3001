"""Lists of any subject, on paper laid crosswise, numbered within each section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.reports.composing import BOTTOM, Desk, foot, letterhead, print_pages
from desktop.reports.form_papers import pen_row
from desktop.reports.layout import Block, Drawn, Text, flow
from desktop.reports.list_data import ListColumn, ListPaper, ListSection, MarkedPicture
from desktop.reports.palette import (
    BODY,
    FAINT,
    SMALL,
    SMALL_STRONG,
    TABLE_HEAD,
    TEAL_DEEP,
    WHITE,
)
from desktop.reports.paper_data import PaperOptions
from desktop.reports.sheet import A4_LANDSCAPE, MM, Sheet
from desktop.reports.tables import Cell, Row, Table
from desktop.reports.text import Style

SIDE = 15 * MM
WIDTH = A4_LANDSCAPE[0] - 2 * SIDE
_HEAD = 100.0
_TOP = 18 * MM
_NUMBER = 24.0
_MARK = 9.0
_SIGN_BESIDE = 4
_SIGN_HEIGHT = 64.0


def draw_list(sheet: Sheet, paper: ListPaper, options: PaperOptions) -> None:
    """Draw the list; its sections stand below one another, or on pages of their own."""
    desk = Desk(options, paper.names)
    parts: list[list[Block]] = [[]]
    for section in paper.sections:
        if paper.apart and parts[-1]:
            parts.append([])
        if section.title:
            parts[-1] += desk.heading(None, desk.words.typed(section.title))
        parts[-1].append(_table(desk, paper, section))
    if not any(section.rows for section in paper.sections):
        parts = [[desk.text(paper.nothing, BODY)]]
    if paper.picture is not None:
        parts.insert(0, [_picture(desk, paper.picture)])
    if paper.certifies:
        parts[-1].append(desk.text(paper.certifies, BODY))
    if paper.signers:
        parts[-1].append(signing(desk, paper.signers))
    room = A4_LANDSCAPE[1] - BOTTOM
    pages = flow(parts[0], WIDTH, room - _HEAD, room - _TOP)
    for part in parts[1:]:
        pages += flow(part, WIDTH, room - _TOP, room - _TOP)
    under = desk.words.typed(paper.under)

    def furniture(on: Sheet, number: int, total: int) -> Iterator[None]:
        if number == 1:
            letterhead(on, desk, paper.letterhead, paper.title, under, left=SIDE)
        yield
        page = desk.words("page", n=number, m=total)
        code = desk.words.typed(f"{paper.code}/{number}") if paper.code else ""
        foot(on, desk, (code, paper.title, under), paper.printed, left=SIDE, right=SIDE, page=page)

    print_pages(sheet, pages, furniture, first_top=_HEAD, top=_TOP, left=SIDE, width=WIDTH)


def _table(desk: Desk, paper: ListPaper, section: ListSection) -> Table:
    centred = SMALL.at(align="centre")
    styles = [SMALL.at(align="right") if each.numeric else SMALL for each in paper.columns]
    rows: list[Row] = []
    for number, texts in enumerate(section.rows, 1):
        first, *others = texts
        rows.append(
            (
                *((desk.cell(desk.words.number(number), centred),) if paper.numbered else ()),
                desk.cell(first, SMALL_STRONG if paper.numbered else SMALL),
                *map(desk.cell, others, styles[1:]),
            )
        )
    head = (
        *(desk.head("no") if paper.numbered else ()),
        *(Cell((Text(each.heading, _head_style(each), desk.breaker),)) for each in paper.columns),
    )
    shares = (
        *((_NUMBER,) if paper.numbered else ()),
        *(column.share for column in paper.columns),
    )
    return Table(shares, head, tuple(rows), pad_x=3.5, striped=True)


def _picture(desk: Desk, picture: MarkedPicture) -> Block:
    """A picture on a page of its own, with its marks."""
    tall = A4_LANDSCAPE[1] - BOTTOM - _HEAD

    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        lies = sheet.picture(picture.content, x, top, width, tall)
        if lies is None:
            return
        left, over, wide, high = lies
        sheet.box(left, over, wide, high, stroke=FAINT)
        for number, across, down in picture.marks:
            at, deep = left + wide * across / 1000, over + high * down / 1000
            sheet.circle(at, deep, _MARK, fill=TEAL_DEEP, stroke=WHITE, weight=1.4)
            style = SMALL_STRONG.at(align="centre", colour=WHITE)
            under = deep - style.leading / 2
            sheet.words(desk.words.number(number), style, at - _MARK, under, 2 * _MARK)

    return Drawn(tall, draw)


def _head_style(column: ListColumn) -> Style:
    return TABLE_HEAD.at(align="right") if column.numeric else TABLE_HEAD


def signing(desk: Desk, signers: Sequence[str]) -> Block:
    """Lines to sign on, four side by side, with what each signs as."""
    rows = -(-len(signers) // _SIGN_BESIDE)

    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        wide = width / min(len(signers), _SIGN_BESIDE)
        for place, who in enumerate(signers):
            down, across = divmod(place, _SIGN_BESIDE)
            left, at = x + across * wide, top + down * _SIGN_HEIGHT
            pen_row(desk, (("sign", ""),)).draw(sheet, left, at + 22, wide - 40)
            sheet.words(desk.words.typed(who), SMALL.at(align="centre"), left, at + 44, wide - 40)

    return Drawn(_SIGN_HEIGHT * rows, draw)
