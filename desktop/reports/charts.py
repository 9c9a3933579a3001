"""Bars for the tambon summary, small counts hidden so that nobody can be picked out."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.reports.composing import Desk
from desktop.reports.layout import Block, Drawn
from desktop.reports.palette import (
    FAINT,
    INK,
    MUTED,
    NOTE,
    SMALL,
    TEAL,
    WHITE,
    dimension_badge,
    dimension_looks,
    mixed,
)
from desktop.reports.paper_data import Count, HettCounts
from desktop.reports.sheet import Colour, Drawing, Sheet
from desktop.reports.text import Style, lay_lines, measure

SMALLEST_SHOWN = 5
_TOGETHER = 10  # a chart of so few bars stays on one page
_STUB = 2.5  # the length of a hidden bar, whatever it hides


def hidden_cells(counts: Sequence[int]) -> list[bool]:
    """Say which counts of one list with a known sum must not be told exactly.

    Counts of 1 to 4 are hidden. A single hidden one could be reckoned back from the sum, so the
    next smallest is rounded with it.
    """
    hidden = [0 < count < SMALLEST_SHOWN for count in counts]
    if sum(hidden) == 1:
        others = [i for i, count in enumerate(counts) if count and not hidden[i]]
        if others:
            hidden[min(others, key=lambda i: counts[i])] = True
    return hidden


def hidden_table(rows: Sequence[Sequence[int]]) -> list[list[bool]]:
    """Say the same for a table whose rows and columns both have known sums."""
    hidden = [[0 < count < SMALLEST_SHOWN for count in row] for row in rows]
    changed = True
    while changed:
        changed = False
        lines = [[(r, c) for c in range(len(row))] for r, row in enumerate(rows)]
        if rows:
            lines += [[(r, c) for r in range(len(rows))] for c in range(len(rows[0]))]
        for line in lines:
            if sum(hidden[r][c] for r, c in line) != 1:
                continue
            others = [(r, c) for r, c in line if rows[r][c] and not hidden[r][c]]
            if others:
                r, c = min(others, key=lambda cell: rows[cell[0]][cell[1]])
                hidden[r][c] = changed = True
    return hidden


def shown_count(count: int, hidden: bool, desk: Desk) -> str:
    """Return the count in words, `<5` for a small one, a round figure to protect a small one."""
    if not hidden:
        return desk.words.number(count)
    if count < SMALLEST_SHOWN:
        return desk.words.typed(f"<{SMALLEST_SHOWN}")
    return desk.words("about", n=desk.words.number(rounded(count)))


def rounded(count: int) -> int:
    """Return the nearest ten, at least ten: wide enough that 1 to 4 stay apart from each other."""
    return max(10, (count + 5) // 10 * 10)


def _drawn_length(count: int, hidden: bool) -> float:
    """Return the length of a bar; a hidden one tells no more than its figure."""
    if not hidden:
        return float(count)
    return _STUB if count < SMALLEST_SHOWN else float(rounded(count))


def bars(counts: Sequence[Count], desk: Desk, width: float, *, exclusive: bool) -> list[Block]:
    """Return a bar for each count; `exclusive`: each person is in one only."""
    values = [count.people for count in counts]
    hiding = desk.options.hide_small_cells
    if not hiding:
        hidden = [False] * len(values)
    elif exclusive:
        hidden = hidden_cells(values)
    else:
        hidden = [0 < value < SMALLEST_SHOWN for value in values]
    most = max(values, default=0) or 1
    label_width = width * 0.40
    blocks: list[Block] = []
    for count, hide in zip(counts, hidden, strict=True):
        lines = lay_lines(desk.words.typed(count.label), SMALL, label_width - 8, desk.breaker)
        tall = max(14.5 if desk.tight else 17.0, len(lines) * SMALL.leading + 3)
        small = hide and count.people < SMALLEST_SHOWN
        length = _drawn_length(count.people, hide)
        text = shown_count(count.people, hide, desk)

        def draw(
            sheet: Sheet,
            x: float,
            top: float,
            wide: float,
            label: str = count.label,
            share: float = length / max(most, _STUB),
            text: str = text,
            tall: float = tall,
            small: bool = small,
        ) -> None:
            block = desk.text(label, SMALL.at(align="right"))
            block.draw(
                sheet,
                x,
                top + (tall - block.height(label_width - 8)) / 2,
                label_width - 8,
            )
            start = x + label_width
            room = wide - label_width - 46
            middle = top + tall / 2
            long = max(room * share, 0.8)
            sheet.rule(start, top, start, top + tall, FAINT, 0.6)
            if small:
                sheet.box(start, middle - 5, long, 10, stroke=TEAL, weight=0.7, dash=(2, 1.6))
            else:
                sheet.box(start, middle - 5, long, 10, fill=TEAL)
            figure = Style("Medium", 9.2, 12, INK)
            sheet.words(text, figure, start + long + 5, middle - 6)

        together = len(counts) <= _TOGETHER and len(blocks) < len(counts) - 1
        blocks.append(Drawn(tall, draw, keep_with_next=together))
    return blocks


def tiles(figures: Sequence[tuple[str, str, str]]) -> Block:
    """Return large numbers beside each other: number, label, and a smaller line under it."""

    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        gap = 10.0
        wide = (width - gap * (len(figures) - 1)) / len(figures)
        for index, (number, label, more) in enumerate(figures):
            start = x + index * (wide + gap)
            sheet.box(start, top, wide, 58, fill=(0.945, 0.97, 0.968), radius=7)
            sheet.fitted(number, Style("Bold", 22, 28, TEAL), start + 12, top + 5, wide - 24)
            sheet.fitted(label, Style("Medium", 9.5, 13, INK), start + 12, top + 34, wide * 0.62)
            style = NOTE.at(align="right")
            sheet.fitted(more, style, start + wide * 0.62, top + 34, wide * 0.38 - 12)

    return Drawn(66.0, draw)


def hett_bars(dimensions: Sequence[HettCounts], desk: Desk) -> list[Block]:
    """Return a stacked bar per dimension, from level 1 to 4, then those not assessed."""
    words = desk.words
    blocks: list[Block] = [Drawn(18.0, _legend(desk), keep_with_next=True)]
    for dimension in dimensions:
        values = [*dimension.levels, dimension.not_assessed]
        hidden = hidden_cells(values) if desk.options.hide_small_cells else [False] * 5
        lengths = [_drawn_length(value, hide) for value, hide in zip(values, hidden, strict=True)]
        texts = [
            shown_count(value, hide, desk) if value else ""
            for value, hide in zip(values, hidden, strict=True)
        ]
        name = dimension.name or words.dimension(dimension.code)

        def draw(
            sheet: Sheet,
            x: float,
            top: float,
            width: float,
            code: str = dimension.code,
            name: str = name,
            lengths: list[float] = lengths,
            texts: list[str] = texts,
        ) -> None:
            badge = dimension_badge(code)
            if badge:
                badge(sheet, x + 9, top + 14)
            sheet.fitted(name, SMALL.at(face="Bold"), x + 22, top + 7.5, 84)
            start, room = x + 112, width - 112
            total = sum(lengths) or 1.0
            for level, (length, text) in enumerate(zip(lengths, texts, strict=True)):
                wide = room * length / total
                if not wide:
                    continue
                fill, ink = _level_colours(code, level)
                sheet.box(start, top + 4, wide, 20, fill=fill, stroke=WHITE, weight=1.0)
                if level == 4:
                    sheet.box(start, top + 4, wide, 20, stroke=FAINT, weight=0.8, dash=(2, 1.6))
                style = Style("Bold", 9.0, 12, ink, "centre")
                if measure(text, style) < wide - 1:
                    sheet.words(text, style, start, top + 8, wide)
                start += wide

        blocks.append(Drawn(27.0 if desk.tight else 30.0, draw))
    return blocks


def _level_colours(code: str, level: int) -> tuple[Colour, Colour]:
    """Return fill and ink of a level's segment (index 0 to 3; 4: not assessed)."""
    if level == 4:
        return (0.97, 0.97, 0.97), MUTED
    look = dimension_looks().get(code)
    base = look.colour if look else TEAL
    return mixed(base, (0.80, 0.55, 0.25, 0.0)[level]), (INK if level < 2 else WHITE)


def _legend(desk: Desk) -> Drawing:
    words = desk.words
    names = [f"{words.typed(str(level))} {words(f'level_{level}')}" for level in (1, 2, 3, 4)]
    names.append(words("not_assessed"))

    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        spot = x + 112
        for level, name in enumerate(names):
            shade = (0.86, 0.66, 0.42, 0.2, 1.0)[level]
            grey = (shade, shade, shade)
            sheet.box(spot, top + 3, 9, 9, fill=grey, stroke=MUTED, weight=0.5)
            spot += 13
            spot += sheet.words(name, NOTE, spot, top + 1.5) + 12

    return draw
