"""How a paper is put together: a desk with words and styles, and the pages it prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

import segno

from desktop.reports.layout import Block, Drawn, Labelled, Page, PenLines, Space, Text
from desktop.reports.line_breaking import LineBreaker, thai_breaker
from desktop.reports.palette import (
    BODY,
    DOTS_TEAL,
    HEADING,
    LABEL,
    MUTED,
    NOTE,
    TABLE,
    TABLE_HEAD,
    TEAL,
    WHITE,
)
from desktop.reports.paper_data import Letterhead, PaperOptions, PrintStamp
from desktop.reports.paper_words import Words
from desktop.reports.sheet import MM, Sheet
from desktop.reports.tables import Cell
from desktop.reports.text import Style, measure

LEFT, RIGHT, TOP, BOTTOM = 30 * MM, 20 * MM, 25 * MM, 20 * MM
"""Margins of an upright page, as Thai office papers have them."""
_TIGHT = 0.94


class Desk:
    """Makes blocks with one set of words, styles and names to keep whole.

    A `tight` one sets its lines and headings closer, where that spares a sheet.
    """

    def __init__(
        self, options: PaperOptions, names: Iterable[str] = (), *, tight: bool = False
    ) -> None:
        self.options = options
        self.tight = tight
        self.words = Words(options)
        kept = [*options.places, *names]
        self.breaker: LineBreaker = thai_breaker().keeping(kept) if kept else thai_breaker()

    @property
    def pitch(self) -> float:
        """How far apart the lines of a form stand."""
        return 19.0 if self.tight else 21.0

    def text(
        self, text: str, style: Style = BODY, *, after: float = 0.0, keep: bool = False
    ) -> Text:
        """Return a paragraph of typed text."""
        if self.tight:
            style = style.at(leading=style.leading * _TIGHT)
        return Text(self.words.typed(text), style, self.breaker, after, keep)

    def cell(self, text: str, style: Style = TABLE) -> Cell:
        """Return a table cell of typed text."""
        return Cell((self.text(text, style),)) if text else Cell()

    def head(self, *keys: str) -> tuple[Cell, ...]:
        """Return the cells of a table head by the keys of our words ("" for none)."""
        return tuple(
            Cell((Text(self.words(key), TABLE_HEAD, self.breaker),)) if key else Cell()
            for key in keys
        )

    def fact(
        self, label: str, text: str, *, pen: float = 18.0, label_width: float = 92.0
    ) -> Labelled:
        """Return a labelled text, or a dotted line where there is none."""
        body: Block = self.text(text, BODY, after=0.8) if text.strip() else PenLines(1, pen)
        return Labelled(Text(label, LABEL, self.breaker), body, label_width)

    def heading(self, number: int | None, title: str) -> list[Space | Drawn]:
        """Return a numbered section heading that stays with what follows."""
        shown = "" if number is None else self.words.typed(str(number))

        def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
            start = x
            if shown:
                sheet.box(x, top + 1.5, 18, 16, fill=TEAL, radius=4)
                chip = Style("Bold", 9.5, 16, WHITE, "centre")
                sheet.words(shown, chip, x, top + 1.5, 18)
                start = x + 24
            sheet.fitted(title, HEADING, start, top, width - (start - x))
            after = start + min(measure(title, HEADING), width - (start - x)) + 8
            if after < x + width:
                sheet.rule(after, top + 10, x + width, top + 10, DOTS_TEAL, 0.6)

        gap, tall = (2.5, 18.0) if self.tight else (5.5, 19.0)
        return [Space(gap, keep_with_next=True), Drawn(tall, draw, keep_with_next=True)]


def fewest_pages(
    compose: Callable[[Desk], list[Page]], options: PaperOptions, names: Iterable[str] = ()
) -> tuple[Desk, list[Page]]:
    """Compose a paper, with closer lines where that spares a sheet; the desk is to draw it with."""
    kept = tuple(names)
    wide = Desk(options, kept)
    pages = compose(wide)
    if len(pages) > 1:
        tight = Desk(options, kept, tight=True)
        closer = compose(tight)
        if len(closer) < len(pages):
            return tight, closer
    return wide, pages


Furniture = Callable[[Sheet, int, int], Iterator[None]]
"""Draws the head of a page, yields for its text, draws its foot.

Takes the number of the page, from 1, and how many there are. In this order the text also copies
out as it is read.
"""


def print_pages(
    sheet: Sheet,
    pages: Sequence[Page],
    furniture: Furniture,
    *,
    first_top: float,
    top: float,
    left: float = LEFT,
    width: float,
) -> None:
    """Draw composed pages one after the other; the sheet stands at a fresh page before."""
    for index, page in enumerate(pages):
        if index:
            sheet.new_page()
        around = furniture(sheet, index + 1, len(pages))
        next(around)
        start = top if index else first_top
        for block, below in page.blocks:
            block.draw(sheet, left, start + below, width)
        next(around, None)


def foot(
    sheet: Sheet,
    desk: Desk,
    texts: Sequence[str],
    stamp: PrintStamp,
    *,
    left: float = LEFT,
    right: float = RIGHT,
    page: str = "",
    warning: str = "",
) -> None:
    """Draw the line at the foot: what this paper is, when it was printed, which page."""
    words = desk.words
    level = sheet.height - BOTTOM + 12
    width = sheet.width - left - right
    sheet.rule(left, level, sheet.width - right, level, DOTS_TEAL, 0.5)
    parts = [*texts]
    if stamp.stamp:
        parts.append(words("stamp", stamp=stamp.stamp))
    if stamp.at is not None:
        parts.append(words("printed", when=words.moment(stamp.at)))
    if stamp.by:
        parts.append(words("by", who=stamp.by))
    room = width - (measure(page, NOTE) + 12 if page else 0)
    parts = [part for part in parts if part]
    first = len(parts)
    while first > 1 and measure(" · ".join(parts[:first]), NOTE) > room:
        first -= 1
    sheet.fitted(" · ".join(parts[:first]), NOTE, left, level + 2, room)
    if page:
        sheet.words(page, NOTE.at(align="right"), left, level + 2, width)
    below = left
    if warning:
        below += sheet.words(warning, NOTE.at(face="Bold"), left, level + 14) + 12
    rest = parts[first:]
    if sheet.unprintable:
        codes = ", ".join(f"U+{ord(letter):04X}" for letter in sheet.unprintable[:8])
        rest.append(words("unprintable", codes=codes))
    if rest:
        sheet.fitted(" · ".join(rest), NOTE, below, level + 14, sheet.width - right - below)


def page_number_above(sheet: Sheet, desk: Desk, number: int) -> None:
    """Draw `- 2 -` in the middle above the text, from the second page on."""
    if number > 1:
        shown = desk.words.typed(f"- {number} -")
        style = Style("Regular", 10.5, 14, MUTED, "centre")
        sheet.words(shown, style, LEFT, 40, sheet.width - LEFT - RIGHT)


@lru_cache(maxsize=512)
def _qr_rows(payload: str) -> tuple[tuple[int, ...], ...]:
    code = segno.make(payload, error="m", micro=False, boost_error=False)
    return tuple(tuple(1 if dot else 0 for dot in row) for row in code.matrix)


def draw_qr(sheet: Sheet, payload: str, x: float, top: float, size: float) -> None:
    """Draw a QR code on white, its quiet zone inside `size`."""
    rows = _qr_rows(payload)
    dot = size / (len(rows) + 4)
    sheet.box(x, top, size, size, fill=WHITE, radius=3)
    parts = ["0 0 0 rg"]
    for index, row in enumerate(rows):
        start = 0
        level = sheet.height - top - (index + 3) * dot
        while start < len(row):
            if not row[start]:
                start += 1
                continue
            end = start
            while end < len(row) and row[end]:
                end += 1
            parts.append(
                f"{x + (start + 2) * dot:.2f} {level:.2f} {(end - start) * dot:.2f} {dot:.2f} re"
            )
            start = end
    sheet.operators("\n".join([*parts, "f"]))


def letterhead(
    sheet: Sheet, desk: Desk, head: Letterhead, title: str, under: str, *, left: float = LEFT
) -> float:
    """Draw a plain head for lists and forms; return how far down it reaches."""
    right = RIGHT if left == LEFT else left
    width = sheet.width - left - right
    start = left
    top = 34.0
    if head.logo and sheet.picture(head.logo, left, top, 40, 40):
        start = left + 50
    sheet.box(left, top + 49, width, 1.6, fill=TEAL)
    room = left + width - start
    style = NOTE.at(size=9.5)
    office = [head.organisation or desk.words("centre"), head.place, head.contact]
    parts = [desk.words.typed(part) for part in office if part]
    first = len(parts)
    while first > 1 and measure(" · ".join(parts[:first]), style) > room:
        first -= 1  # the telephone goes down to the next line before it is cut off
    below = [part for part in (under, *parts[first:]) if part]
    sheet.fitted(title, HEADING.at(size=16.0, leading=24.0), start, top - 2, room)
    sheet.fitted(" · ".join(parts[:first]), style, start, top + 21, room)
    if below:
        sheet.fitted(" · ".join(below), style, start, top + 33, room)
    return top + 58
