"""Draws a sheet whose marks are read back from a photograph: one day, or up to ten dates."""

from __future__ import annotations

import segno

from desktop.paper_marks.layout import (
    BOX,
    LINE,
    MODULE,
    NAMES_FROM,
    SIGNING,
    SQUARE,
    WIDTH,
    Layout,
    qr_corner,
)
from desktop.reports.composing import Desk
from desktop.reports.marks_data import MarksPaper
from desktop.reports.palette import HEADING, INK, MUTED, NOTE, SMALL
from desktop.reports.paper_data import PaperOptions
from desktop.reports.sheet import MM, Colour, Sheet
from desktop.reports.text import Style, lay_lines, measure

_BLACK: Colour = (0.0, 0.0, 0.0)
_BAND: Colour = (0.93, 0.93, 0.93)
_BESIDE_CODES = 33.0
_HEADS_TO = 36.9
_TO_BOXES = 5.0

_TEXTS: dict[str, tuple[str, str]] = {
    "mark": (
        "ใช้ปากกาสีเข้ม ขีดถูกในช่อง แถวละหนึ่งช่อง กาผิดให้ระบายทับช่องนั้นจนเต็ม แล้วขีดช่องที่ถูก",
        "Dark pen. Tick one box in a row. To cancel a box, black it out and tick the right one.",
    ),
    "mark_dates": (
        "ใช้ปากกาสีเข้ม วันละหนึ่งช่อง: มา หรือ ไม่มา กาผิดให้ระบายทับช่องนั้นจนเต็ม แล้วขีดช่องที่ถูก",
        "Dark pen. One box a day: came or not. To cancel a box, black it out and tick the other.",
    ),
    "photograph": (
        "ถ่ายรูปให้เห็นรหัสทั้งสี่มุม แสงสม่ำเสมอ ไม่มีเงา อย่าเขียนทับรหัสและสี่เหลี่ยมดำที่ขอบ",
        "Photograph all four codes in even light. Do not write on codes and black squares.",
    ),
    "blank": ("แถวนี้เว้นว่าง", "Leave this row blank"),
    "sign": ("ลงชื่อ", "Signature"),
    "came": ("มา", "Yes"),
    "stayed": ("ไม่", "No"),
    "page": ("รหัสหน้า {page}", "Page {page}"),
}


def draw_marks(sheet: Sheet, paper: MarksPaper, options: PaperOptions) -> None:
    """Draw one page; the sheet stands at a fresh one.

    Raises:
        ValueError: names or heads are not as many as the code has rows and groups.
    """
    layout = Layout(paper.code)
    heads = layout.code.boxes if paper.code.kind == "codes" else layout.groups
    if len(paper.names) != paper.code.rows or len(paper.heads) != heads:
        raise ValueError("a name for each row, and a head for each column")
    desk = Desk(options, paper.names)
    _words_around(sheet, desk, paper)
    _names(sheet, desk, paper, layout)
    _heads(sheet, desk, paper, layout)
    _what_is_found(sheet, layout)


def _say(desk: Desk, key: str, **values: object) -> str:
    return desk.words.typed(_TEXTS[key][desk.options.language != "th"].format(**values))


def _words_around(sheet: Sheet, desk: Desk, paper: MarksPaper) -> None:
    left, width = _BESIDE_CODES * MM, (WIDTH - 2 * _BESIDE_CODES) * MM
    sheet.fitted(desk.words.typed(paper.title), HEADING.at(size=14.0), left, 10 * MM, width)
    narrow = width if paper.code.kind == "dates" else 52 * MM
    sheet.fitted(desk.words.typed(paper.under), SMALL, left, 17.5 * MM, width)
    page = _say(desk, "page", page=f"{paper.code.page[:5]} {paper.code.page[5:]}")
    sheet.fitted(page, NOTE, left, 23 * MM, narrow)
    top = 271.0 * MM
    how = "mark" if paper.code.kind == "codes" else "mark_dates"
    for key in (how, "photograph"):
        text = desk.text(_say(desk, key), SMALL)
        text.draw(sheet, left, top, width)
        top += text.height(width)


def _names(sheet: Sheet, desk: Desk, paper: MarksPaper, layout: Layout) -> None:
    width = (layout.boxes_from - _TO_BOXES - NAMES_FROM) * MM
    number = Style("Regular", 10.0, 12.0, MUTED, "right")
    for row, name in enumerate(paper.names):
        middle = layout.row_y(row) * MM
        if row % 2:  # never under a box: a photograph would show the edge of the band
            high = layout.pitch * MM
            sheet.box(NAMES_FROM * MM, middle - high / 2, width, high, fill=_BAND)
        sheet.words(desk.words.typed(str(row + 1)), number, NAMES_FROM * MM, middle - 6, 6 * MM)
        start = (NAMES_FROM + 8) * MM
        style = Style("Regular", 11.0, 16.0, INK)
        sheet.fitted(desk.words.typed(name), style, start, middle - 8, width - 9 * MM)
        if layout.code.kind == "codes":
            line = middle + 3 * MM
            sheet.rule(SIGNING[0] * MM, line, SIGNING[1] * MM, line, MUTED, 0.4)
    blank = NOTE.at(align="right")
    for row in (-1, layout.code.rows):
        sheet.words(
            _say(desk, "blank"), blank, NAMES_FROM * MM, layout.row_y(row) * MM - 6.4, width
        )


def _heads(sheet: Sheet, desk: Desk, paper: MarksPaper, layout: Layout) -> None:
    style = Style("Medium", 9.0, 10.2, INK, "centre")
    wide = (layout.box_x(1) - layout.box_x(0)) * MM
    if paper.code.kind == "dates":
        wide = (layout.box_x(2) - layout.box_x(0)) * MM if layout.groups > 1 else 2 * wide
    for place, head in enumerate(paper.heads):
        first = layout.box_x(place * 2 if paper.code.kind == "dates" else place)
        middle = first if paper.code.kind == "codes" else (first + layout.box_x(place * 2 + 1)) / 2
        below = _HEADS_TO * MM
        if paper.code.kind == "dates":
            below -= style.leading
            for second, key in enumerate(("came", "stayed")):
                x = layout.box_x(place * 2 + second) * MM
                sheet.words(_say(desk, key), style, x - 10, below, 20)
        lines = lay_lines(desk.words.typed(head), style, wide - 1, desk.breaker)
        top = below - len(lines) * style.leading
        for line in lines:
            sheet.line(line, style, middle * MM - wide / 2, top, wide)
            top += style.leading
    if paper.code.kind == "codes":
        sign = _say(desk, "sign")
        start = SIGNING[0] * MM
        sheet.words(sign, style, start, _HEADS_TO * MM - style.leading, measure(sign, style) + 2)


def _what_is_found(sheet: Sheet, layout: Layout) -> None:
    """Codes, squares and boxes: what the reading of a photograph holds on to."""
    parts = ["0 0 0 rg"]

    def dark(x: float, y: float, wide: float, high: float) -> None:
        bottom = sheet.height - (y + high) * MM
        parts.append(f"{x * MM:.3f} {bottom:.3f} {wide * MM:.3f} {high * MM:.3f} re")

    for corner in range(4):
        text = layout.code.text(corner)
        code = segno.make(text, version=1, error="q", micro=False, boost_error=False)
        left, top = qr_corner(corner)[0]
        for down, dots in enumerate(code.matrix):
            for across, dot in enumerate(dots):
                if dot:  # a hair wider than a dot, or the printer leaves seams
                    x, y = left + across * MODULE, top + down * MODULE
                    dark(x, y, MODULE + 0.01, MODULE + 0.01)
    for points in layout.squares().values():
        for x, y in points:
            dark(x - SQUARE / 2, y - SQUARE / 2, SQUARE, SQUARE)
    sheet.operators("\n".join([*parts, "f"]))
    for box in layout.boxes():
        left, top = (box.x - BOX / 2) * MM, (box.y - BOX / 2) * MM
        sheet.box(left, top, BOX * MM, BOX * MM, stroke=_BLACK, weight=LINE * MM)
