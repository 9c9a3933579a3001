"""Photographs and scans of a marked page: aslant, bent, shaded, blurred, noisy, compressed."""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageChops, ImageEnhance, ImageFilter

from desktop.paper_marks.geometry import perspective
from desktop.paper_marks.layout import HEIGHT, WIDTH
from tests.paper.pen import DOTS

_MESH = 24
"""Pieces along the shorter side in which a page is bent."""
_SHADE = 160
"""Dots along the shorter side of the light that falls on it."""
Point = tuple[float, float]
Light = Callable[[float, float], float]


@dataclass(frozen=True)
class Shot:
    """A photograph as a file's bytes, and what was hard about it."""

    content: bytes
    scanned: bool
    cut: bool
    megapixels: float


def photograph(page: Image.Image, chance: Random) -> Shot:
    """Photograph or scan a page drawn at ten dots a millimetre."""
    scanned = chance.random() < 0.15
    megapixels = chance.choice([1, 1.3, 2, 3, 5, 8])
    cut = not scanned and chance.random() < 0.06
    if scanned:
        size, ends = _on_glass(chance)
    else:
        size, ends = _in_the_hand(chance, megapixels, cut)
    corners: list[Point] = [(0, 0), (page.width, 0), (page.width, page.height), (0, page.height)]
    back = perspective(ends, corners)
    bend, folds = (None, []) if scanned else _bent(chance)
    scale = math.dist(ends[0], ends[1]) / page.width
    source = page
    if scale < 0.75:  # as a lens does: what is smaller than a dot is averaged, not skipped
        share = scale * 1.15
        new = (int(page.width * share), int(page.height * share))
        source = page.resize(new, Image.Resampling.BOX)
    share = source.width / page.width

    def on_page(x: float, y: float) -> Point:
        across, down = back(x, y)
        if bend is not None:
            moved = bend(across / page.width, down / page.height)
            across, down = across + moved[0] * DOTS, down + moved[1] * DOTS
        return across * share, down * share

    shown, inside = _seen(source, size, on_page)
    shown = Image.composite(shown, _table(size, scanned, chance), inside)
    if scanned:
        shown = shown.filter(ImageFilter.GaussianBlur(0.6))
        shown = _brighter(shown, chance.uniform(0.95, 1.08))
        shown = _noisy(shown, 2.0, chance)
    else:
        falls = _light(chance, folds)
        shown = _lit(shown, lambda x, y: falls(*_share(back(x, y), page)))
        shown = _through_lens(shown, megapixels, chance)
    turn = chance.choices([0, 90, 180, 270], (0.7, 0.1, 0.1, 0.1))[0]
    if turn:
        shown = shown.rotate(turn, expand=True)
    out = io.BytesIO()
    shown.save(out, "JPEG", quality=chance.randrange(35, 93))
    return Shot(out.getvalue(), scanned, cut, size[0] * size[1] / 1e6)


def _share(point: Point, page: Image.Image) -> Point:
    return point[0] / page.width, point[1] / page.height


def _turned(angle: float, x: float, y: float) -> Point:
    return (
        x * math.cos(angle) - y * math.sin(angle),
        x * math.sin(angle) + y * math.cos(angle),
    )


def _corners(scale: float, angle: float) -> list[Point]:
    half_wide, half_high = WIDTH / 2 * scale, HEIGHT / 2 * scale
    signs = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    return [_turned(angle, across * half_wide, down * half_high) for across, down in signs]


def _on_glass(chance: Random) -> tuple[tuple[int, int], list[Point]]:
    scale = chance.choice([100, 150, 200, 300]) / 25.4
    wide, high = int(WIDTH * scale), int(HEIGHT * scale)
    x, y = wide / 2 + chance.gauss(0, 1.2 * scale), high / 2 + chance.gauss(0, 1.2 * scale)
    corners = _corners(scale, math.radians(chance.gauss(0, 1)))
    return (wide, high), [(x + across, y + down) for across, down in corners]


def _in_the_hand(
    chance: Random, megapixels: float, cut: bool
) -> tuple[tuple[int, int], list[Point]]:
    wide = int((megapixels * 1e6 * 0.75) ** 0.5)
    high = int(wide / 0.75)
    scale = min(wide / WIDTH, high / HEIGHT) * chance.uniform(0.72, 0.97)
    slant = chance.uniform(0.01, 0.07) * WIDTH * scale
    x, y = wide / 2 + chance.gauss(0, 0.012 * wide), high / 2 + chance.gauss(0, 0.012 * wide)
    if cut:  # two corners out of the picture
        x += chance.choice([-1, 1]) * 0.09 * wide
    ends = [
        (x + across + chance.uniform(-slant, slant), y + down + chance.uniform(-slant, slant))
        for across, down in _corners(scale, math.radians(chance.gauss(0, 5)))
    ]
    return (wide, high), ends


def _bent(chance: Random) -> tuple[Callable[[float, float], Point], list[tuple[int, float]]]:
    """How the paper curls, in millimetres; and its folds: along which axis, how they shade."""
    most = chance.choices([0.0, 0.5, 1.0, 2.0], (0.25, 0.35, 0.25, 0.15))[0]
    a, b, c, d = (chance.uniform(0, 6.28) for _ in range(4))
    axes: tuple[int, ...] = ()
    if chance.random() < 0.4:  # folded in two or in four
        axes = chance.choice([(0,), (1,), (0, 1)])
    folds = [(axis, chance.uniform(-0.12, 0.12)) for axis in axes]
    deep = [(axis, chance.uniform(0.3, 1.2) * chance.choice([-1, 1])) for axis in axes]

    def moved(u: float, v: float) -> Point:
        across = most * (0.6 * math.sin(3.1 * v + a) + 0.4 * math.sin(5 * u + 3 * v + b))
        down = most * (0.6 * math.sin(3.1 * u + c) + 0.4 * math.sin(4 * v - 4 * u + d))
        for axis, depth in deep:
            shift = depth * math.exp(-12 * abs((u, v)[axis] - 0.5))
            across, down = (across, down + shift) if axis else (across + shift, down)
        return across, down

    return moved, folds


def _light(chance: Random, folds: list[tuple[int, float]]) -> Light:
    """The light on the page at shares of its width and height: 1 is full."""
    parts: list[Light] = []

    def slope(angle: float, u: float, v: float) -> float:
        return math.cos(angle) * u + math.sin(angle) * v

    def fold(axis: int, dark: float) -> Light:
        def shade(u: float, v: float) -> float:
            off = (u, v)[axis] - 0.5
            return 1 + math.copysign(dark, off) * math.exp(-25 * abs(off))

        return shade

    def wrinkle(angle: float, at: Point, deep: float, often: float) -> Light:
        def shade(u: float, v: float) -> float:
            phase = slope(angle, u - at[0], v - at[1]) * often
            return 1 + deep * math.sin(max(-3.14, min(3.14, phase)))

        return shade

    def shadow(angle: float, at: Point, deep: float, soft: float) -> Light:
        def shade(u: float, v: float) -> float:
            off = slope(angle, u - at[0], v - at[1]) / soft
            return 1 - deep / (1 + math.exp(max(-40.0, min(40.0, -off))))

        return shade

    parts += [fold(axis, dark) for axis, dark in folds]
    for _ in range(chance.randrange(9)):
        at = (chance.random(), chance.random())
        deep, often = chance.uniform(0.02, 0.1), chance.uniform(30, 90)
        parts.append(wrinkle(chance.uniform(0, 3.14), at, deep, often))
    lamp, uneven = chance.uniform(0, 6.28), chance.uniform(0, 0.35)
    parts.append(lambda u, v: 1 + uneven * slope(lamp, u - 0.5, v - 0.5))
    if chance.random() < 0.45:  # of a hand or the telephone
        at = (chance.uniform(0.2, 0.8), chance.uniform(0.2, 0.8))
        soft = chance.uniform(0.004, 0.06)
        parts.append(shadow(chance.uniform(0, 6.28), at, chance.uniform(0.2, 0.55), soft))
    if chance.random() < 0.1:  # flash
        x, y = chance.uniform(0.2, 0.8), chance.uniform(0.2, 0.8)
        parts.append(lambda u, v: 1 + 0.35 * math.exp(-((u - x) ** 2 + (v - y) ** 2) / 0.02))
    exposed = chance.uniform(0.55, 1.02)

    def falls(u: float, v: float) -> float:
        value = exposed
        for part in parts:
            value *= part(u, v)
        return value

    return falls


def _seen(
    source: Image.Image, size: tuple[int, int], on_page: Callable[[float, float], Point]
) -> tuple[Image.Image, Image.Image]:
    """The page as it lies in the picture, and where it does."""
    step = max(1, min(size) // _MESH)
    known: dict[Point, Point] = {}

    def at(x: int, y: int) -> Point:
        if (x, y) not in known:
            known[x, y] = on_page(x, y)
        return known[x, y]

    mesh = []
    for top in range(0, size[1], step):
        for left in range(0, size[0], step):
            right, bottom = min(left + step, size[0]), min(top + step, size[1])
            quad = (*at(left, top), *at(left, bottom), *at(right, bottom), *at(right, top))
            mesh.append(((left, top, right, bottom), quad))
    how = Image.Resampling.BILINEAR
    shown = source.transform(size, Image.Transform.MESH, mesh, how)
    white = Image.new("L", source.size, 255)
    return shown, white.transform(size, Image.Transform.MESH, mesh, how)


def _table(size: tuple[int, int], scanned: bool, chance: Random) -> Image.Image:
    if scanned:
        return Image.new("RGB", size, (235, 235, 235))
    colour = tuple(int(chance.uniform(40, 190)) for _ in range(3))
    small = max(2, size[0] // 24), max(2, size[1] // 4)
    grain = Image.frombytes("L", small, chance.randbytes(small[0] * small[1]))
    wood = grain.resize(size, Image.Resampling.BICUBIC).point([120 + v // 2 for v in range(256)])
    return ImageChops.multiply(Image.new("RGB", size, colour), Image.merge("RGB", [wood] * 3))


def _lit(shown: Image.Image, light: Light) -> Image.Image:
    step = max(1, min(shown.size) / _SHADE)
    size = math.ceil(shown.width / step), math.ceil(shown.height / step)
    values = bytes(
        max(10, min(255, round(170 * light((x + 0.5) * step, (y + 0.5) * step))))
        for y in range(size[1])
        for x in range(size[0])
    )
    small = Image.frombytes("L", size, values)
    wide = small.resize(shown.size, Image.Resampling.BICUBIC)
    # 170 is full light, so that a flash may be more.
    return Image.merge(
        "RGB",
        [_scaled(band, wide) for band in shown.split()],
    )


def _scaled(band: Image.Image, light: Image.Image) -> Image.Image:
    dimmed = ImageChops.multiply(band, light)
    return dimmed.point([min(255, round(value * 1.5)) for value in range(256)])


def _brighter(shown: Image.Image, share: float) -> Image.Image:
    return shown.point([min(255, round(value * share)) for value in range(256)] * 3)


def _through_lens(shown: Image.Image, megapixels: float, chance: Random) -> Image.Image:
    tables = []
    for _ in range(3):  # warm or cold light
        share = chance.uniform(0.85, 1.08)
        tables += [min(255, round(value * share)) for value in range(256)]
    shown = shown.point(tables)
    blur = chance.uniform(0.4, 1.0) * (1 if megapixels <= 2 else 1.5 if megapixels <= 3 else 2.1)
    if chance.random() < 0.12:
        blur *= 1.7
    shown = shown.filter(ImageFilter.GaussianBlur(blur))
    if chance.random() < 0.3:  # a hand that moved
        steps = chance.randrange(2, 5 if megapixels <= 2 else 8)
        angle = chance.uniform(0, 3.14)
        moved = shown
        for step in range(1, steps):
            off = round(step * math.cos(angle)), round(step * math.sin(angle))
            moved = Image.blend(moved, ImageChops.offset(shown, *off), 1 / (step + 1))
        shown = moved
    shown = _noisy(shown, chance.uniform(1.5, 9), chance)
    if chance.random() < 0.5:
        shown = ImageEnhance.Sharpness(shown).enhance(1 + chance.uniform(0.5, 2))
    gamma = chance.uniform(0.8, 1.25)
    return shown.point([round(255 * (value / 255) ** gamma) for value in range(256)] * 3)


def _noisy(shown: Image.Image, strength: float, chance: Random) -> Image.Image:
    """Noise of a sensor, somewhat soft: grey, with a little of each colour."""
    bands = []
    grey = _chance_image(shown.size, chance)
    for band in shown.split():
        own = Image.blend(grey, _chance_image(shown.size, chance), 0.3)
        # Mixed and blurred as here, even chance spreads by 20; cameras by 1 to 6.
        share = strength / 30
        scaled = own.point([max(0, min(255, round(128 + (v - 127.5) * share))) for v in range(256)])
        bands.append(ImageChops.add(band, scaled, 1, -128))
    return Image.merge("RGB", bands)


def _chance_image(size: tuple[int, int], chance: Random) -> Image.Image:
    drawn = Image.frombytes("L", size, chance.randbytes(size[0] * size[1]))
    return drawn.filter(ImageFilter.GaussianBlur(0.8))
