"""Blocks that flow down pages: paragraphs, facts, tables, drawings; nothing lost at a page end."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from desktop.reports.line_breaking import LineBreaker
from desktop.reports.sheet import Colour, Drawing, Sheet
from desktop.reports.text import Line, Style, lay_lines

log = logging.getLogger(__name__)

DOTS: Colour = (0.62, 0.66, 0.66)


class Block(Protocol):
    """Something with a height for a width; lengths in points."""

    @property
    def keep_with_next(self) -> bool:
        """Whether a page must not end right after it."""

    def height(self, width: float) -> float:
        """Return the height it takes."""

    def least(self, width: float) -> float:
        """Return the smallest height of its beginning that may stand alone."""

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Cut it so that the first part fits into `room`; None if that cannot be."""

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw it."""


@dataclass(slots=True)
class Text:
    """A paragraph; at least two lines stay together at each side of a page end."""

    text: str
    style: Style
    breaker: LineBreaker
    after: float = 0.0
    keep_with_next: bool = False
    lines: tuple[Line, ...] | None = None
    laid_for: float = 0.0

    def laid(self, width: float) -> tuple[Line, ...]:
        """Return its lines at this width."""
        if self.lines is None or (self.laid_for and self.laid_for != width):
            self.lines = lay_lines(self.text, self.style, width, self.breaker)
            self.laid_for = width
        return self.lines

    def height(self, width: float) -> float:
        """Lines and the gap after."""
        return len(self.laid(width)) * self.style.leading + self.after

    def least(self, width: float) -> float:
        """Two lines, or all of three."""
        count = len(self.laid(width))
        return (count if count <= 3 else 2) * self.style.leading

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Cut between lines."""
        lines = self.laid(width)
        fits = int((room + 0.01) // self.style.leading)
        if fits >= len(lines):  # only the gap after did not fit
            return replace(self, after=0.0), Space(0.0)
        fits = min(fits, len(lines) - 2)
        if fits < 2:
            return None
        return (
            replace(self, lines=lines[:fits], laid_for=0.0, after=0.0),
            replace(self, lines=lines[fits:], laid_for=0.0),
        )

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw line under line."""
        for line in self.laid(width):
            sheet.line(line, self.style, x, top, width)
            top += self.style.leading


@dataclass(frozen=True, slots=True)
class Space:
    """Nothing, so high; left out at the top of a page."""

    tall: float
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        """Return its height."""
        return self.tall

    def least(self, width: float) -> float:
        """Return its height."""
        return self.tall

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """A gap ends at the page end."""
        return Space(0.0), Space(0.0)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing of fixed height that stays whole."""

    tall: float
    drawing: Drawing
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        """Return its height."""
        return self.tall

    def least(self, width: float) -> float:
        """Return its height."""
        return self.tall

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """A drawing is never cut."""
        return None

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw it."""
        self.drawing(sheet, x, top, width)


@dataclass(frozen=True, slots=True)
class PenLines:
    """Dotted lines to write on."""

    count: int
    pitch: float = 20.0
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        """Lines and a little air."""
        return self.count * self.pitch + 3

    def least(self, width: float) -> float:
        """Two lines may stand alone."""
        return min(self.count, 2) * self.pitch + 3

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Cut between lines."""
        fits = int((room - 3) // self.pitch)
        if not min(self.count, 2) <= fits < self.count:
            return None
        return replace(self, count=fits), replace(self, count=self.count - fits)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the dotted lines."""
        for index in range(1, self.count + 1):
            level = top + index * self.pitch - 3
            sheet.rule(x, level, x + width, level, DOTS, 0.7, (0.7, 2.2))


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label at the left and a block at its right."""

    label: Text
    body: Block
    label_width: float
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        """The taller of the two."""
        return max(self.label.height(self.label_width), self.body.height(width - self.label_width))

    def least(self, width: float) -> float:
        """The label and the beginning of the body."""
        return max(self.label.height(self.label_width), self.body.least(width - self.label_width))

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Cut the body; the label stays with its beginning."""
        if self.label.height(self.label_width) > room:
            return None
        parts = self.body.split(width - self.label_width, room)
        if parts is None:
            return None
        nothing = replace(self.label, text="", lines=(), laid_for=0.0)
        return replace(self, body=parts[0]), replace(self, label=nothing, body=parts[1])

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw both."""
        self.label.draw(sheet, x, top, self.label_width)
        self.body.draw(sheet, x + self.label_width, top, width - self.label_width)


@dataclass(frozen=True, slots=True)
class Beside:
    """Two columns; `share` of the width goes to the left one; both break at a page end."""

    left: Sequence[Block]
    right: Sequence[Block]
    share: float
    gap: float = 12.0
    keep_with_next: bool = False

    def _widths(self, width: float) -> tuple[float, float]:
        left = (width - self.gap) * self.share
        return left, width - self.gap - left

    def height(self, width: float) -> float:
        """The taller column."""
        first, second = self._widths(width)
        return max(
            sum((block.height(first) for block in self.left), 0.0),
            sum((block.height(second) for block in self.right), 0.0),
        )

    def least(self, width: float) -> float:
        """What each column needs at its beginning."""
        columns = zip((self.left, self.right), self._widths(width), strict=True)
        return max(_company(blocks, wide) for blocks, wide in columns)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Cut both columns at the page end; None if either would leave nothing before it."""
        heads: list[list[Block]] = []
        tails: list[list[Block]] = []
        for blocks, wide in zip((self.left, self.right), self._widths(width), strict=True):
            pages = flow(blocks, wide, room, 1e6)
            head = [block for block, _ in pages[0].blocks]
            if not head or sum(block.height(wide) for block in head) > room:
                return None
            heads.append(head)
            tails.append([block for page in pages[1:] for block, _ in page.blocks])
        return (
            replace(self, left=heads[0], right=heads[1]),
            replace(self, left=tails[0], right=tails[1]),
        )

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw both from the same top."""
        first, second = self._widths(width)
        for blocks, start, wide in (
            (self.left, x, first),
            (self.right, x + first + self.gap, second),
        ):
            level = top
            for block in blocks:
                block.draw(sheet, start, level, wide)
                level += block.height(wide)


@dataclass(slots=True)
class Page:
    """What stands on one page: blocks and how far below the first line of the frame."""

    blocks: list[tuple[Block, float]] = field(default_factory=list)
    used: float = 0.0


def flow(blocks: Iterable[Block], width: float, first_room: float, room: float) -> list[Page]:
    """Share out blocks over pages of the given room (points of height).

    A block that must stay with the next moves on with it; what can be cut is cut; what is higher
    than a whole page and cannot be cut is drawn all the same, and logged.
    """
    waiting = deque(blocks)
    pages = [Page()]
    left = first_room
    while waiting:
        page = pages[-1]
        block = waiting.popleft()
        if not page.blocks and isinstance(block, Space):
            continue
        tall = block.height(width)
        fits = tall <= left + 0.01
        if page.blocks and fits and block.keep_with_next and tall + _company(waiting, width) > left:
            fits, parts = False, None
        elif not fits:
            parts = block.split(width, left)
            if parts is None and not page.blocks:
                log.warning("block of %.0f pt is higher than its page", tall)
                fits = True
        else:
            parts = None
        if fits:
            page.blocks.append((block, page.used))
            page.used += tall
            left -= tall
            continue
        if parts is not None:
            head, block = parts
            page.blocks.append((head, page.used))
            page.used += head.height(width)
        pages.append(Page())
        left = room
        waiting.appendleft(block)
    if len(pages) > 1 and not pages[-1].blocks:
        pages.pop()
    return pages


def _company(waiting: Iterable[Block], width: float) -> float:
    """Return the height that has to follow a block which must not stand at a page end."""
    need = 0.0
    for block in waiting:
        if isinstance(block, Space):
            need += block.tall
        elif block.keep_with_next:
            need += block.height(width)
        else:
            return need + block.least(width)
    return need
