"""The table of the HETT assessment form: a box to tick in front of each level's wording."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.reports.composing import Desk
from desktop.reports.layout import Block, Drawn, Space, Text
from desktop.reports.palette import (
    BODY,
    HEADING,
    MUTED,
    NOTE,
    SMALL,
    SMALL_STRONG,
    TABLE_HEAD,
    dimension_badge,
    dimension_looks,
)
from desktop.reports.paper_data import FormDimension, FormIndicator, FormPaper
from desktop.reports.sheet import Drawing, Sheet
from desktop.reports.tables import Cell, Row, Table

_WORDING = SMALL.at(leading=12.4)
_SHARES = (128.0, 118.0, 118.0, 118.0, 118.0, 44.0, 40.0, 73.0)


@dataclass(frozen=True, slots=True)
class Ticked:
    """A box to tick and what it means, the text beside it."""

    text: Text
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        """The text, or the box alone."""
        return max(self.text.height(width - 14), 12.4)

    def least(self, width: float) -> float:
        """All of it."""
        return self.height(width)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Cut the text; the box stays with its beginning."""
        parts = self.text.split(width - 14, room)
        if parts is None:
            return None
        head = parts[0]
        return (replace(self, text=head) if isinstance(head, Text) else head), parts[1]

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the box, then the text."""
        sheet.box(x, top + 2, 8.5, 8.5, stroke=MUTED, weight=0.8, radius=1.5)
        self.text.draw(sheet, x + 14, top, width - 14)


def hett_form_blocks(form: FormPaper, desk: Desk) -> list[Block]:
    """Return a titled table for each dimension; sensitive indicators only if asked for."""
    blocks: list[Block] = []
    for dimension in form.dimensions:
        indicators = [
            indicator
            for indicator in dimension.indicators
            if desk.options.include_sensitive or not indicator.sensitive
        ]
        if not indicators:
            continue
        rows = tuple(_row(indicator, desk) for indicator in indicators)
        blocks += [
            Space(6.0, keep_with_next=True),
            Drawn(24.0, _title(dimension, desk), keep_with_next=True),
            Table(_SHARES, _head(desk), rows, pad_x=4.0, least_row=26.0),
        ]
    if not blocks:
        blocks.append(desk.text(desk.words("none_yet"), BODY))
    return blocks


def _title(dimension: FormDimension, desk: Desk) -> Drawing:
    badge = dimension_badge(dimension.code, 8.0, 9.5)
    look = dimension_looks().get(dimension.code)
    style = HEADING.at(colour=look.colour) if look else HEADING
    name = desk.words.typed(dimension.name or desk.words.dimension(dimension.code))

    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        if badge:
            badge(sheet, x + 10, top + 10)
        sheet.fitted(name, style, x + 24, top, width - 24)

    return draw


def _head(desk: Desk) -> Row:
    words = desk.words
    levels = [f"{words.typed(str(level))} {words(f'level_{level}')}" for level in (1, 2, 3, 4)]
    return (
        *desk.head("indicator"),
        *(Cell((Text(name, TABLE_HEAD, desk.breaker),)) for name in levels),
        *desk.head("not_relevant", "self", "note"),
    )


def _row(indicator: FormIndicator, desk: Desk) -> Row:
    name = f"{indicator.code} {indicator.name}"
    first: tuple[Block, ...] = (desk.text(name, SMALL_STRONG),)
    wordings = [*indicator.levels, "", "", "", ""][:4]
    levels = tuple(Cell((Ticked(desk.text(wording, _WORDING)),)) for wording in wordings)
    raw = Cell((desk.text(indicator.raw, NOTE),)) if indicator.raw else Cell()
    return (Cell(first), *levels, Cell((Ticked(desk.text("", _WORDING)),)), Cell(), raw)
