"""Tables that break over pages between rows, repeat their head, and cut only rows too tall."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desktop.reports.layout import Block
from desktop.reports.sheet import Colour, Sheet

LINE: Colour = (0.78, 0.82, 0.82)
HEAD_FILL: Colour = (0.905, 0.945, 0.94)
STRIPE: Colour = (0.972, 0.98, 0.978)

Badge = Callable[[Sheet, float, float], None]
"""Draws a small mark centred at x, top."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Blocks above each other in one cell; a badge stands in the middle of an empty one."""

    blocks: tuple[Block, ...] = ()
    badge: Badge | None = None
    fill: Colour | None = None

    def height(self, width: float) -> float:
        """Return the height of its blocks."""
        return sum(block.height(width) for block in self.blocks)


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; `shares` are the widths of the columns, in any unit.

    A row higher than `cut_over` points may be cut between its lines at the end of a page.
    """

    shares: tuple[float, ...]
    head: Row
    rows: tuple[Row, ...]
    pad_x: float = 5.0
    pad_y: float = 2.0
    least_row: float = 0.0
    striped: bool = False
    cut_over: float = 150.0
    keep_with_next: bool = False

    def widths(self, width: float) -> list[float]:
        """Return the widths of the columns in points."""
        total = sum(self.shares)
        return [width * share / total for share in self.shares]

    def _row_height(self, row: Row, width: float, *, head: bool = False) -> float:
        tall = max(
            cell.height(wide - 2 * self.pad_x)
            for cell, wide in zip(row, self.widths(width), strict=True)
        )
        tall += 2 * self.pad_y
        return tall if head else max(tall, self.least_row)

    def _head_height(self, width: float) -> float:
        return self._row_height(self.head, width, head=True) if self.head else 0.0

    def height(self, width: float) -> float:
        """Head and all rows."""
        rows = sum(self._row_height(row, width) for row in self.rows)
        return self._head_height(width) + rows

    def least(self, width: float) -> float:
        """The head and the beginning of the first row."""
        if not self.rows:
            return self._head_height(width)
        first = min(self._row_height(self.rows[0], width), 120.0)
        return self._head_height(width) + first

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Cut between rows; a row too tall is cut between its lines."""
        left = room - self._head_height(width)
        for index, row in enumerate(self.rows):
            tall = self._row_height(row, width)
            if tall <= left + 0.01:
                left -= tall
                continue
            cut = self._cut_row(row, width, left) if tall > self.cut_over else None
            if cut is not None:
                upper, lower = cut
                return (
                    replace(self, rows=(*self.rows[:index], upper)),
                    replace(self, rows=(lower, *self.rows[index + 1 :])),
                )
            if index == len(self.rows) - 1 and index > 2:
                index -= 1  # no row, and no total, alone on the next page
            if index == 0:
                return None
            return replace(self, rows=self.rows[:index]), replace(self, rows=self.rows[index:])
        return None

    def _cut_row(self, row: Row, width: float, room: float) -> tuple[Row, Row] | None:
        if room < 60:
            return None
        upper: list[Cell] = []
        lower: list[Cell] = []
        for cell, wide in zip(row, self.widths(width), strict=True):
            first, second = _cut_cell(cell, wide - 2 * self.pad_x, room - 2 * self.pad_y)
            if first is None:
                return None
            upper.append(first)
            lower.append(second)
        return tuple(upper), tuple(lower)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw fills, rules, then what the cells hold."""
        widths = self.widths(width)
        start = top
        if self.head:
            tall = self._head_height(width)
            sheet.box(x, top, width, tall, fill=HEAD_FILL)
            self._draw_row(sheet, self.head, x, top, widths, tall)
            top += tall
            sheet.rule(x, top, x + width, top, LINE, 0.9)
        for index, row in enumerate(self.rows):
            tall = self._row_height(row, width)
            if self.striped and index % 2:
                sheet.box(x, top, width, tall, fill=STRIPE)
            self._draw_row(sheet, row, x, top, widths, tall)
            top += tall
            sheet.rule(x, top, x + width, top, LINE, 0.5)
        edge = x
        for wide in widths[:-1]:
            edge += wide
            sheet.rule(edge, start, edge, top, LINE, 0.4)
        sheet.box(x, start, width, top - start, stroke=LINE, weight=0.7)

    def _draw_row(
        self, sheet: Sheet, row: Row, x: float, top: float, widths: Sequence[float], tall: float
    ) -> None:
        for cell, wide in zip(row, widths, strict=True):
            if cell.fill is not None:
                sheet.box(x + 0.3, top + 0.3, wide - 0.6, tall - 0.6, fill=cell.fill)
            if cell.badge is not None:
                cell.badge(sheet, x + wide / 2, top + min(tall / 2, 13.0))
            level = top + self.pad_y
            for block in cell.blocks:
                block.draw(sheet, x + self.pad_x, level, wide - 2 * self.pad_x)
                level += block.height(wide - 2 * self.pad_x)
            x += wide


def _cut_cell(cell: Cell, width: float, room: float) -> tuple[Cell | None, Cell]:
    """Cut one cell at the page end; (None, …) if its contents cannot be cut there."""
    upper: list[Block] = []
    for index, block in enumerate(cell.blocks):
        tall = block.height(width)
        if tall <= room + 0.01:
            upper.append(block)
            room -= tall
            continue
        parts = block.split(width, room)
        if parts is None:
            if not upper:
                return None, cell
            rest = cell.blocks[index:]
        else:
            upper.append(parts[0])
            rest = (parts[1], *cell.blocks[index + 1 :])
        return replace(cell, blocks=tuple(upper)), Cell(rest, None, cell.fill)
    return cell, Cell((), None, cell.fill)
