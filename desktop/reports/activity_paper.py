"""The record of a meeting on paper: facts, who came, what was done, photographs, signatures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop.reports.activity_data import ActivityPaper
from desktop.reports.composing import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    Desk,
    draw_qr,
    fewest_pages,
    foot,
    letterhead,
    print_pages,
)
from desktop.reports.layout import Beside, Block, Drawn, Page, PenLines, Space, flow
from desktop.reports.list_paper import signing
from desktop.reports.palette import BODY, FAINT, NOTE
from desktop.reports.paper_data import PaperOptions
from desktop.reports.sheet import A4, Sheet

_WIDTH: Final = A4[0] - LEFT - RIGHT
_HEAD: Final = 100.0
_QR: Final = 58.0
_PICTURE: Final = 168.0
_GAP: Final = 8.0
_PEN_LINES: Final = 3


def draw_activity(sheet: Sheet, paper: ActivityPaper, options: PaperOptions) -> None:
    """Draw the record of one meeting, from a fresh page."""

    def compose(desk: Desk) -> list[Page]:
        return flow(_blocks(desk, paper), _WIDTH, A4[1] - BOTTOM - _HEAD, A4[1] - BOTTOM - TOP)

    desk, pages = fewest_pages(compose, options, paper.names)
    under = desk.words.typed(paper.under)

    def furniture(on: Sheet, number: int, total: int) -> Iterator[None]:
        if number == 1:
            letterhead(on, desk, paper.letterhead, paper.title, under)
        yield
        page = desk.words("page", n=number, m=total)
        code = desk.words.typed(f"{paper.code}/{number}") if paper.code else ""
        foot(on, desk, (code, paper.title, under), paper.printed, page=page)

    print_pages(sheet, pages, furniture, first_top=_HEAD, top=TOP, width=_WIDTH)


def _blocks(desk: Desk, paper: ActivityPaper) -> list[Block]:
    blocks: list[Block] = [desk.fact(label, text) for label, text in paper.facts]
    for number, (heading, text) in enumerate((paper.came, *paper.told), 1):
        blocks += desk.heading(number, desk.words.typed(heading))
        said = text.strip()
        blocks.append(desk.text(said, BODY) if said else PenLines(_PEN_LINES, desk.pitch))
    if paper.pictures or paper.unseen:
        blocks += desk.heading(len(paper.told) + 2, desk.words.typed(paper.heading))
        rows = range(0, len(paper.pictures), 2)
        blocks += [_pictures(paper.pictures[first : first + 2]) for first in rows]
        if paper.unseen:
            blocks.append(desk.text(paper.unseen, NOTE))
    signed = (Space(22.0), signing(desk, paper.signers))
    if not paper.qr:
        return [*blocks, *signed]
    return [*blocks, Beside(signed, (Space(22.0), _code(paper.qr)), 1 - _QR / _WIDTH, 0.0)]


def _code(payload: str) -> Block:
    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        draw_qr(sheet, payload, x, top, width)

    return Drawn(_QR, draw)


def _pictures(pictures: tuple[bytes, ...]) -> Block:
    """Two side by side, each as large as there is room."""

    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        wide = (width - _GAP) / 2
        for place, picture in enumerate(pictures):
            left = x + place * (wide + _GAP)
            lies = sheet.picture(picture, left, top, wide, _PICTURE)
            if lies is not None:
                sheet.box(*lies, stroke=FAINT)

    return Drawn(_PICTURE + _GAP, draw)
