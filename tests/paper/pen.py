"""Marks as hands make them: ticks and crosses, filled boxes, slips crossed out, signatures."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from desktop.paper_marks.layout import BOX

DOTS = 10
"""Of the drawn page, a millimetre."""
MARKS = ("tick", "slash", "cross", "fill", "dot", "circle")
_HOW_OFTEN = (0.62, 0.10, 0.14, 0.06, 0.04, 0.04)
_TOOLS = {
    "blue": ((25, 45, 140), (0.7, 1.0), (0.35, 0.75)),
    "black": ((35, 35, 40), (0.7, 1.0), (0.35, 0.75)),
    "pencil": ((95, 95, 98), (0.35, 0.85), (0.4, 0.9)),
    "faint": ((70, 90, 170), (0.4, 0.7), (0.35, 0.75)),
}
Points = list[tuple[float, float]]
_LINES: dict[str, list[Points]] = {
    "tick": [[(-0.8, 0.05), (-0.25, 0.75), (1.05, -1.0)]],
    "slash": [[(-0.8, 0.9), (0.8, -0.9)]],
    "cross": [[(-0.8, -0.8), (0.8, 0.8)], [(0.8, -0.8), (-0.8, 0.8)]],
    "dot": [[(-0.1, 0.0), (0.1, 0.05), (0.0, 0.1)]],
    "circle": [[(0.0, -0.8), (-0.8, 0.0), (0.0, 0.8), (0.8, 0.0), (0.0, -0.85)]],
    # Somebody writes the letter of the code into its box.
    "letter": [[(-0.6, 0.3), (-0.2, 0.2), (-0.3, 0.8), (-0.6, -0.3), (0, -0.8), (0.6, 0.8)]],
    "hook": [[(-0.7, -0.6), (-0.3, -0.7), (-0.4, 0.6), (-0.7, 0.3), (0.5, 0.8), (0.5, -0.8)]],
}


@dataclass
class Hand:
    """One person's pen and habits, by chance."""

    chance: Random

    def __post_init__(self) -> None:
        """Take a pen."""
        chance = self.chance
        self.tool = chance.choices(list(_TOOLS), (0.45, 0.22, 0.25, 0.08))[0]
        self.colour, strengths, widths = _TOOLS[self.tool]
        self.strength, self.width = chance.uniform(*strengths), chance.uniform(*widths)
        self.size = chance.uniform(0.65, 1.35)
        self.off = chance.uniform(0.2, 1.0)
        self.shake = chance.uniform(0.04, 0.2)
        self.style = chance.choices(MARKS, _HOW_OFTEN)[0]

    def mark(self) -> str:
        """The mark that this hand makes now."""
        if self.chance.random() < 0.9:
            return self.style
        return self.chance.choice(["tick", "cross", "slash", "fill"])

    def draw(self, page: Image.Image, what: str, x: float, y: float) -> None:
        """Put a mark near the middle of a box."""
        chance = self.chance
        x += chance.gauss(0, self.off * 0.55)
        y += chance.gauss(0, self.off * 0.55)
        size = BOX * 0.42 * self.size * chance.uniform(0.85, 1.15)

        def shaken(points: Points) -> Points:
            return [
                (
                    x + size * (across + chance.gauss(0, self.shake)),
                    y + size * (down + chance.gauss(0, self.shake)),
                )
                for across, down in points
            ]

        def zigzag(turns: int, reach: float) -> Points:
            return [
                (
                    x + size * reach * (2 * turn / (turns - 1) - 1) * 0.9 + chance.gauss(0, 0.15),
                    y + size * reach * (-1) ** turn * chance.uniform(0.75, 1.05),
                )
                for turn in range(turns)
            ]

        if what == "fill":
            points = zigzag(chance.randrange(9, 16), chance.uniform(0.8, 1.1))
            self.line(page, points, max(0.6, self.width))
        elif what == "struck":
            self.draw(page, self.style, x, y)
            how = chance.choices(["scribble", "lines", "blackout"], (0.45, 0.25, 0.3))[0]
            if how == "scribble":
                self.line(page, zigzag(chance.randrange(6, 11), chance.uniform(0.9, 1.3)))
            elif how == "blackout":
                self.line(page, zigzag(chance.randrange(13, 19), 1.15), max(0.7, self.width))
            else:
                for down in (-0.35, 0.35)[: chance.randrange(1, 3)]:
                    self.line(page, shaken([(-1.3, down), (1.3, down - 0.1)]))
        elif what == "stray":
            end = (x + chance.gauss(0, 0.5), y + chance.gauss(0, 0.5))
            self.line(page, [(x, y), end], chance.uniform(0.25, 0.6))
        else:
            width = chance.uniform(1.2, 2) if what == "dot" else self.width
            for points in _LINES[what]:
                self.line(page, shaken(points), width)

    def line(self, page: Image.Image, points: Points, width: float | None = None) -> None:
        """Draw one line through points, in millimetres of the page."""
        chance = self.chance
        thick = (width or self.width) * chance.uniform(0.85, 1.15) * DOTS
        path = [
            (x * DOTS + chance.gauss(0, 0.3), y * DOTS + chance.gauss(0, 0.3))
            for x, y in _smooth(points)
        ]
        margin = int(thick) + 4
        left = max(0, int(min(x for x, _ in path)) - margin)
        top = max(0, int(min(y for _, y in path)) - margin)
        right = min(page.width, int(max(x for x, _ in path)) + margin)
        bottom = min(page.height, int(max(y for _, y in path)) + margin)
        if right <= left or bottom <= top:
            return
        # Twice as large, and then reduced: smooth edges.
        drawn = Image.new("L", (2 * (right - left), 2 * (bottom - top)))
        draw = ImageDraw.Draw(drawn)
        press = 1.0
        for (x1, y1), (x2, y2) in pairwise(path):
            press = min(1.3, max(0.65, press + chance.gauss(0, 0.05)))
            tone, wide = int(255 * min(1.0, press)), max(1.0, 2 * thick * press)
            start, end = (2 * (x1 - left), 2 * (y1 - top)), (2 * (x2 - left), 2 * (y2 - top))
            draw.line([start, end], tone, round(wide))
            draw.circle(end, wide / 2, tone)
        ink = drawn.reduce(2).point([round(value * self.strength) for value in range(256)])
        if self.tool in ("pencil", "faint"):  # the tooth of paper, skips of a ball pen
            rough = Image.frombytes("L", ink.size, chance.randbytes(ink.width * ink.height))
            # Blurred, chance keeps to a narrow band round the middle: 21 of 255 each way.
            full = 0.85 if self.tool == "pencil" else 0.9
            tooth = [
                round(255 * min(1.0, max(0.0, (value / 255 - 0.5) * 5 + full)))
                for value in range(256)
            ]
            rough = rough.filter(ImageFilter.GaussianBlur(1.2))
            ink = ImageChops.multiply(ink, rough.point(tooth))
        under = page.crop((left, top, right, bottom))
        over = ImageChops.darker(under, Image.new("RGB", under.size, self.colour))
        page.paste(over, (left, top), ink)


def _smooth(points: Points, steps: int = 10) -> Points:
    """A curve through the points."""
    ends = [points[0], *points, points[-1]]
    path: Points = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(steps):
            t = step / steps
            x, y = (
                0.5
                * (
                    2 * b[i]
                    + (c[i] - a[i]) * t
                    + (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) * t**2
                    + (3 * b[i] - a[i] - 3 * c[i] + d[i]) * t**3
                )
                for i in (0, 1)
            )
            path.append((x, y))
    return [*path, points[-1]]
