"""Straight lines seen aslant: the eight numbers that lead from one plane to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.paper_marks.layout import Point


@dataclass(frozen=True, slots=True)
class Perspective:
    """Leads points of one plane to another; `numbers` are as Pillow takes them."""

    numbers: tuple[float, ...]

    def __call__(self, x: float, y: float) -> Point:
        """Return where a point comes to."""
        a, b, c, d, e, f, g, h = self.numbers
        below = g * x + h * y + 1
        return (a * x + b * y + c) / below, (d * x + e * y + f) / below


def perspective(starts: Sequence[Point], ends: Sequence[Point]) -> Perspective:
    """Return what leads the first points to the second ones, by least squares.

    Raises:
        ZeroDivisionError: fewer than four points, or all on one line.
    """
    # Brought to about 1 first: squared, the numbers of dots would swallow those of the slant.
    across, down = _largest(starts)
    wide, high = _largest(ends)
    rows: list[list[float]] = []
    wanted: list[float] = []
    for (x, y), (u, v) in zip(starts, ends, strict=True):
        x, y, u, v = x / across, y / down, u / wide, v / high
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y])
        wanted += [u, v]
    columns = range(8)
    squares = [[sum(row[i] * row[j] for row in rows) for j in columns] for i in columns]
    sides = [sum(row[i] * end for row, end in zip(rows, wanted, strict=True)) for i in columns]
    a, b, c, d, e, f, g, h = _solved(squares, sides)
    return Perspective(
        (
            a * wide / across, b * wide / down, c * wide,
            d * high / across, e * high / down, f * high,
            g / across, h / down,
        )
    )  # fmt: skip


def _largest(points: Sequence[Point]) -> Point:
    return max(abs(x) for x, _ in points) or 1.0, max(abs(y) for _, y in points) or 1.0


def _solved(matrix: list[list[float]], sides: list[float]) -> list[float]:
    """Solve by elimination, the largest pivot first."""
    count = len(sides)
    rows = [[*row, side] for row, side in zip(matrix, sides, strict=True)]
    for step in range(count):
        pivot = max(range(step, count), key=lambda index: abs(rows[index][step]))
        rows[step], rows[pivot] = rows[pivot], rows[step]
        for index in range(step + 1, count):
            factor = rows[index][step] / rows[step][step]
            if factor:
                pairs = zip(rows[index], rows[step], strict=True)
                rows[index] = [value - factor * above for value, above in pairs]
    found = [0.0] * count
    for step in reversed(range(count)):
        known = sum(rows[step][index] * found[index] for index in range(step + 1, count))
        found[step] = (rows[step][count] - known) / rows[step][step]
    return found
