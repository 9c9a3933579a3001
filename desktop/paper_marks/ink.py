"""What is seen in each box: measures of its ink, and the box itself in eight by eight dots."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Final

from PIL import Image, ImageChops, ImageFilter

from desktop.paper_marks.layout import BOX
from desktop.paper_marks.straightening import SCALE, Flat

SIDE: Final = 8
_WIDEST_PEN: Final = 17
"""Dots, two millimetres: what is wider is a shadow or a fold."""
_INSIDE: Final = int((BOX / 2 - 0.65) * SCALE)
_MIDDLE: Final = int(1.1 * SCALE)
_NEAR: Final = int((BOX / 2 + 0.35) * SCALE)
_FAR: Final = int((BOX / 2 + 1.0) * SCALE)
_ROUND: Final = int((BOX / 2 + 1.2) * SCALE)
_SHAPE: Final = int((BOX / 2 + 0.4) * SCALE)
_EDGE: Final = 3
_MOST_BASE: Final = 75
_PEN_MEAN: Final = 17
_PEN_SHARE: Final = 19
"""Where `_of_pen` stands among the measures of a box."""
_SOME_INK: Final = 0.06
_ENOUGH: Final = 3
Measures = list[float]


def measures(flat: Flat) -> list[Measures]:
    """Return the measures of each box in the order of the layout."""
    smooth = flat.darkness.filter(ImageFilter.BoxBlur(1))
    pen = _thin(flat.darkness).filter(ImageFilter.BoxBlur(1))
    bases = [_base(flat.darkness, x, y) for x, y in flat.centres]
    places = list(zip(flat.centres, bases, strict=True))
    kept_blank = [not 0 <= box.row < flat.layout.code.rows for box in flat.boxes]
    dark_in_blank = sorted(
        _percentile(_inside(smooth, x, y).histogram(), 0.97) - base
        for ((x, y), base), blank in zip(places, kept_blank, strict=True)
        if blank
    )
    threshold = max(26, round(dark_in_blank[len(dark_in_blank) * 3 // 4]) + 13)
    found = [_of_box(smooth, x, y, base, threshold) for (x, y), base in places]
    low = _of_blank_boxes(found, kept_blank)
    clear = median(flat.frame)
    for index, (x, y) in enumerate(flat.centres):
        own = found[index]
        own += [own[part] - low[part] for part in range(3)]
        own += [threshold / 255, clear, flat.frame[index]]
        own += _of_pen(pen, x, y, threshold)
        own += _shape(pen, x, y)
    _beside_others(found, [box.row for box in flat.boxes])
    return found


def _beside_others(found: list[Measures], rows: Sequence[int]) -> None:
    """Add how much ink a box has beside what is marked elsewhere: a slip crossed out has more."""
    by_row: dict[int, list[float]] = {}
    for own, row in zip(found, rows, strict=True):
        if own[_PEN_SHARE] > _SOME_INK:
            by_row.setdefault(row, []).append(own[_PEN_MEAN])
    everywhere = [each for inked in by_row.values() for each in inked]
    usual = median(everywhere) if everywhere else 0.0
    for own, row in zip(found, rows, strict=True):
        inked = by_row.get(row, [])
        in_row = median(inked) if len(inked) >= _ENOUGH else usual
        own += [own[_PEN_MEAN] - usual, own[_PEN_MEAN] - in_row, in_row]


def _of_blank_boxes(found: Sequence[Measures], kept_blank: Sequence[bool]) -> Measures:
    """What boxes without a mark look like on this page."""
    lightest = sorted(each[0] for each, blank in zip(found, kept_blank, strict=True) if not blank)
    limit = lightest[len(lightest) // 10]
    pairs = zip(found, kept_blank, strict=True)
    pool = [each for each, blank in pairs if blank or each[0] <= limit]
    return [median(each[part] for each in pool) for part in range(3)]


def _thin(darkness: Image.Image) -> Image.Image:
    """Only what is narrower than two millimetres: lines of a pen stay, shadows and folds go."""

    def widened(image: Image.Image, darker: bool) -> Image.Image:
        for axis in (0, 1):
            have = 1
            while have < _WIDEST_PEN:
                step = min(have, _WIDEST_PEN - have)
                moved = ImageChops.offset(image, 0 if axis else step, step if axis else 0)
                image = (ImageChops.darker if darker else ImageChops.lighter)(image, moved)
                have += step
        return image

    wide = widened(widened(darkness, True), False)
    return ImageChops.subtract(darkness, ImageChops.offset(wide, 1 - _WIDEST_PEN, 1 - _WIDEST_PEN))


def _square(image: Image.Image, x: int, y: int, half: int) -> Image.Image:
    return image.crop((x - half, y - half, x + half + 1, y + half + 1))


def _inside(image: Image.Image, x: int, y: int) -> Image.Image:
    return _square(image, x, y, _INSIDE)


def _base(darkness: Image.Image, x: int, y: int) -> int:
    """How dark the bare paper is round a box: a shadow's edge, for one."""
    return min(_MOST_BASE, _percentile(_square(darkness, x, y, _ROUND).histogram(), 0.25))


def _percentile(histogram: Sequence[int], share: float) -> int:
    wanted, counted = sum(histogram) * share, 0
    for value, count in enumerate(histogram):
        counted += count
        if counted > wanted:
            return value
    return 255


def _over(image: Image.Image, threshold: int) -> float:
    """The share of dots darker than a threshold."""
    histogram = image.histogram()
    return sum(histogram[threshold + 1 :]) / (image.width * image.height)


def _mean(histogram: Sequence[int]) -> float:
    return sum(map(int.__mul__, range(256), histogram)) / sum(histogram)


def _of_box(smooth: Image.Image, x: int, y: int, base: int, threshold: int) -> Measures:
    limit = min(254, threshold + base)
    inside = _inside(smooth, x, y)
    histogram = inside.histogram()
    side = inside.width
    across, down = inside.point([0] * (limit + 1) + [255] * (255 - limit)).getprojection()
    outside = [
        _over(smooth.crop(part), limit)
        for part in (
            (x - _INSIDE, y - _FAR, x + _INSIDE, y - _NEAR),
            (x - _INSIDE, y + _NEAR, x + _INSIDE, y + _FAR),
            (x - _FAR, y - _INSIDE, x - _NEAR, y + _INSIDE),
            (x + _NEAR, y - _INSIDE, x + _FAR, y + _INSIDE),
        )
    ]
    edges = (
        (0, 0, side, _EDGE),
        (0, side - _EDGE, side, side),
        (0, 0, _EDGE, side),
        (side - _EDGE, 0, side, side),
    )
    return [
        (_mean(histogram) - base) / 255,
        max(0, _percentile(histogram, 0.97) - base) / 255,
        max(0, _percentile(histogram, 0.88) - base) / 255,
        (_percentile(histogram, 0.25) - base) / 255,
        sum(histogram[limit + 1 :]) / side**2,
        _over(_square(smooth, x, y, _MIDDLE), limit),
        sum(across) / side,
        sum(down) / side,
        max(outside),
        sum(outside),
        sum(_over(inside.crop(edge), limit) for edge in edges),
    ]


def _of_pen(pen: Image.Image, x: int, y: int, threshold: int) -> Measures:
    histogram = _inside(pen, x, y).histogram()
    share = sum(histogram[threshold + 1 :]) / sum(histogram)
    return [_mean(histogram) / 255, _percentile(histogram, 0.97) / 255, share]


def _shape(pen: Image.Image, x: int, y: int) -> Measures:
    small = _square(pen, x, y, _SHAPE).resize((SIDE, SIDE), Image.Resampling.BOX)
    return [dot / 255 for dot in small.tobytes()]
