"""Lays a page flat: its slant told by the codes, its bend by the squares, each box by its frame."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from PIL import Image, ImageFilter, ImageMath

from desktop.errors import UserError
from desktop.paper_marks.finding import Found
from desktop.paper_marks.geometry import perspective
from desktop.paper_marks.layout import (
    BOX,
    HEIGHT,
    LEFT_SQUARES,
    RIGHT_SQUARES,
    SQUARE,
    WIDTH,
    Box,
    Layout,
    Point,
    Side,
    qr_corner,
)

SCALE: Final = 8
"""Dots a millimetre of a page laid flat."""
_REACH: Final = 3.0
_REACH_OF_TWO: Final = 4.0
"""How far a square is looked for, in millimetres, if four codes or only two were seen."""
_SQUARE_EDGE: Final = 1.6
_LEAST_SQUARE: Final = 64
_STRAY: Final = 0.6
_SNAP: Final = 1.3
_LEAST_CLEAR: Final = 0.2
"""Of frames: the worst page that was read well had 0.25, one laid wrong 0.07."""


@dataclass(frozen=True, slots=True)
class Flat:
    """A page laid flat, eight dots a millimetre.

    Attributes:
        page: as it was photographed, grey.
        darkness: 0 for the paper, shadows taken out, to 255.
        centres: the middle of each box of the layout, in dots.
        frame: how clearly the frame of each box was seen where it is said to be.
    """

    layout: Layout
    page: Image.Image
    darkness: Image.Image
    boxes: tuple[Box, ...]
    centres: tuple[tuple[int, int], ...]
    frame: tuple[float, ...]


def lay_flat(grey: Image.Image, found: Found) -> Flat:
    """Lay the page flat that was found; UserError `sheet_not_clear` if its boxes are not seen."""
    layout = Layout(found.code)
    on_paper = [point for corner in found.corners for point in qr_corner(corner)]
    lead = perspective(
        [(x * SCALE, y * SCALE) for x, y in on_paper],
        [point for quad in found.corners.values() for point in quad],
    )
    page = grey.transform(
        (int(WIDTH * SCALE), int(HEIGHT * SCALE)),
        Image.Transform.PERSPECTIVE,
        lead.numbers,
        Image.Resampling.BICUBIC,
        fillcolor=255,
    )
    darkness = _darkness(page)
    bend = _Bend(darkness, layout, _REACH if len(found.corners) > 2 else _REACH_OF_TWO)
    boxes = tuple(layout.boxes())
    points = [bend.of(box.x, box.y) for box in boxes]
    centres, frame = _snapped(darkness, points, layout.code.boxes)
    if median(frame) < _LEAST_CLEAR:
        raise UserError("sheet_not_clear")
    return Flat(layout, page, darkness, boxes, centres, frame)


def _darkness(page: Image.Image) -> Image.Image:
    """How much darker than the paper round it each dot is."""
    small = page.reduce(SCALE)
    level = small.filter(ImageFilter.RankFilter(9, 69)).filter(ImageFilter.MedianFilter(5))
    paper = level.filter(ImageFilter.BoxBlur(2)).resize(page.size, Image.Resampling.BILINEAR)
    drawn: Image.Image = ImageMath.lambda_eval(
        lambda a: a["convert"](a["max"](255 - a["page"] * 255 / a["max"](a["paper"], 8), 0), "L"),
        page=page,
        paper=paper,
    )
    return drawn


class _Bend:
    """How far the paper lies from where a flat one would, seen by the squares round the boxes."""

    def __init__(self, darkness: Image.Image, layout: Layout, reach: float) -> None:
        score = _square_score(darkness)
        squares = layout.squares()
        self._top, self._bottom = squares["top"][0][1], squares["bottom"][0][1]
        self._sides: dict[Side, list[tuple[float, Point]]] = {}
        for side, points in squares.items():
            seen = [_shift(score, x, y, reach) for x, y in points]
            along = [y if side in ("left", "right") else x for x, y in points]
            good = _together(along, seen)
            still = [(along[0], (0.0, 0.0)), (along[-1], (0.0, 0.0))]
            self._sides[side] = good if len(good) > 2 else still

    def of(self, x: float, y: float) -> Point:
        """Return where a point of the layout lies, in millimetres."""
        down = (y - self._top) / (self._bottom - self._top)
        middle = self._between_rows(x, y)
        result = []
        for axis in (0, 1):
            above = _at(self._sides["top"], x)[axis] - self._between_rows(x, self._top)[axis]
            below = _at(self._sides["bottom"], x)[axis] - self._between_rows(x, self._bottom)[axis]
            result.append(middle[axis] + above * (1 - down) + below * down)
        return x + result[0], y + result[1]

    def _between_rows(self, x: float, y: float) -> Point:
        across = (x - LEFT_SQUARES) / (RIGHT_SQUARES - LEFT_SQUARES)
        left, right = _at(self._sides["left"], y), _at(self._sides["right"], y)
        return (
            left[0] * (1 - across) + right[0] * across,
            left[1] * (1 - across) + right[1] * across,
        )


def _square_score(darkness: Image.Image) -> Image.Image:
    """High where a dark square of the right size has a light edge."""
    core = darkness.filter(ImageFilter.BoxBlur((SQUARE * SCALE - 1) / 2))
    wide = darkness.filter(ImageFilter.BoxBlur(((SQUARE + _SQUARE_EDGE) * SCALE - 1) / 2))
    inner, outer = SQUARE**2, (SQUARE + _SQUARE_EDGE) ** 2
    of_core, of_wide = inner / (outer - inner), outer / (outer - inner)
    score: Image.Image = ImageMath.lambda_eval(
        lambda a: a["convert"](
            a["max"](a["core"] - (a["wide"] * of_wide - a["core"] * of_core) * 1.5, 0), "L"
        ),
        core=core,
        wide=wide,
    )
    return score


def _shift(score: Image.Image, x: float, y: float, reach: float) -> Point | None:
    """How far a square lies from its place; None if none is seen."""
    left, top = round((x - reach) * SCALE), round((y - reach) * SCALE)
    side = round(2 * reach * SCALE) + 1
    window = score.crop((left, top, left + side, top + side))
    best = window.tobytes()
    most = max(best)
    if most <= _LEAST_SQUARE:
        return None
    first, last = best.index(most), best.rindex(most)
    across, down = (first % side + last % side) / 2, (first // side + last // side) / 2
    return (left + across + 0.5) / SCALE - x, (top + down + 0.5) / SCALE - y


def _together(along: list[float], seen: list[Point | None]) -> list[tuple[float, Point]]:
    """Leave out squares that moved otherwise than their neighbours: those were something else."""
    for _ in range(2):
        kept: list[Point | None] = []
        for index, shift in enumerate(seen):
            near = [each for each in seen[max(0, index - 3) : index + 4] if each is not None]
            fits = (
                shift is not None
                and len(near) > 1
                and all(
                    abs(shift[axis] - median(each[axis] for each in near)) < _STRAY
                    for axis in (0, 1)
                )
            )
            kept.append(shift if fits else None)
        seen = kept
    pairs = zip(along, seen, strict=True)
    return [(place, shift) for place, shift in pairs if shift is not None]


def _at(side: list[tuple[float, Point]], place: float) -> Point:
    """The shift between the two nearest squares of a side."""
    if place <= side[0][0]:
        return side[0][1]
    for (before, first), (after, second) in pairwise(side):
        if place <= after:
            share = (place - before) / (after - before)
            return (
                first[0] * (1 - share) + second[0] * share,
                first[1] * (1 - share) + second[1] * share,
            )
    return side[-1][1]


def _snapped(
    darkness: Image.Image, points: list[Point], in_row: int
) -> tuple[tuple[tuple[int, int], ...], tuple[float, ...]]:
    """Move each box to its own frame, together with the eight round it."""
    reach, half = int(_SNAP * SCALE), round(BOX / 2 * SCALE)
    middles = [(round(x * SCALE - 0.5), round(y * SCALE - 0.5)) for x, y in points]
    scores = [_frame_scores(darkness, x, y, reach, half) for x, y in middles]
    rows = len(points) // in_row
    centres, clear = [], []
    for index, middle in enumerate(middles):
        row, column = divmod(index, in_row)
        moved, seen = [], []
        for axis in (0, 1):
            total = [-10 * ((step - reach) / SCALE) ** 2 for step in range(2 * reach + 1)]
            for near_row in (row - 1, row, row + 1):
                for near in (column - 1, column, column + 1):
                    at = min(max(near_row, 0), rows - 1) * in_row + min(max(near, 0), in_row - 1)
                    own = 2 if near_row == row and near == column else 1
                    score = scores[at][axis]
                    total = [a + own * b for a, b in zip(total, score, strict=True)]
            best = max(range(len(total)), key=total.__getitem__)
            moved.append(middle[axis] + best - reach)
            seen.append(total[best] / 2550)
        centres.append((moved[0], moved[1]))
        clear.append((seen[0] + seen[1]) / 2)
    return tuple(centres), tuple(clear)


def _frame_scores(
    darkness: Image.Image, x: int, y: int, reach: int, half: int
) -> tuple[list[float], list[float]]:
    """How well the two upright and the two level lines of a frame fit at each shift."""
    margin, thick = half + reach + 8, 2 * SCALE
    upright = darkness.crop((x - margin, y - thick, x + margin + 1, y + thick + 1))
    level = darkness.crop((x - thick, y - margin, x + thick + 1, y + margin + 1))
    long = 2 * margin + 1
    strips = (
        upright.resize((long, 1), Image.Resampling.BOX).tobytes(),
        level.resize((1, long), Image.Resampling.BOX).tobytes(),
    )
    result = []
    for strip in strips:
        three = [0, *map(sum, zip(strip, strip[1:], strip[2:], strict=False)), 0]
        scores = []
        for step in range(margin - reach, margin + reach + 1):
            low, high = step - half, step + half
            beside = strip[low - 5] + strip[low + 5] + strip[high - 5] + strip[high + 5]
            score = (three[low] + three[high]) / 3 - beside / 2
            scores.append(max(-127.0, min(382.0, score)))
        result.append(scores)
    return result[0], result[1]
