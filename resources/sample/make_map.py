"""Writes village_map.png: the map that a village of the sample centre drew, as on a large sheet.

Run from the repository's root: `python -m resources.sample.make_map`. The same seed always
draws the same map. Neither the village nor its mountain is anywhere.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Final

from PIL import Image, ImageDraw, ImageFont

HERE: Final = Path(__file__).parent
FILE: Final = HERE / "village_map.png"
_SIZE: Final = (1400, 980)
_PAPER: Final = (250, 246, 232)
_INK, _WATER, _EARTH = (60, 55, 60), (70, 130, 190), (160, 110, 60)
_LEAF, _RED, _RICE = (60, 130, 70), (190, 70, 50), (200, 170, 60)
_FACE: Final = HERE.parent / "fonts" / "TambonSarabun-Regular.ttf"

Points = list[tuple[float, float]]
Colour = tuple[int, int, int]
_chance = Random(4)


def main() -> None:
    """Draw it."""
    image = Image.new("RGB", _SIZE, _PAPER)
    draw = ImageDraw.Draw(image)
    _line(draw, [(40, 330), (330, 120), (560, 300), (820, 80), (1120, 290), (1360, 150)], _INK, 5)
    river: Points = [(1060, 250), (980, 420), (1080, 560), (960, 700), (1010, 950)]
    for shift in (0, 34):
        _line(draw, [(x + shift, y) for x, y in river], _WATER, 6)
    _line(draw, [(20, 880), (300, 790), (520, 640), (700, 600), (1000, 610)], _EARTH, 12)
    _line(draw, [(520, 640), (430, 460), (330, 250)], _EARTH, 6)
    for x, y in (
        (560, 540),
        (640, 520),
        (730, 540),
        (610, 690),
        (720, 690),
        (810, 660),
        (430, 720),
    ):
        _house(draw, x, y)
    for number in range(26):
        x = 60 + number % 9 * 44 + _chance.randint(-10, 10)
        _tree(draw, x, 420 + number // 9 * 60 + _chance.randint(-14, 14))
    for row in range(4):
        _line(draw, [(1130, 640 + row * 50), (1330, 620 + row * 50)], _RICE, 5)
    _house(draw, 880, 480, _RED, 46)
    _line(draw, [(903, 420), (903, 390)], _RED, 5)
    _line(draw, [(330, 250), (330, 200), (370, 215), (330, 228)], _RED, 5)
    for text, x, y, size in (
        ("แผนที่บ้านดอยตัวอย่าง วาดโดยเยาวชนกับผู้เฒ่า", 380, 14, 40),
        ("สันดอย", 370, 190, 32), ("ป่าชุมชน", 170, 570, 32), ("ห้วย", 1100, 400, 32),
        ("โบสถ์", 860, 540, 30), ("บ้านแม่หน่อ", 570, 705, 28), ("นา", 1200, 560, 32),
        ("ไร่กาแฟ", 1160, 330, 32), ("ไปตำบล", 60, 760, 30), ("น", 1330, 30, 36),
    ):  # fmt: skip
        draw.text((x, y), text, _INK, ImageFont.truetype(str(_FACE), size))
    _line(draw, [(1345, 130), (1345, 84), (1332, 104), (1345, 84), (1358, 104)], _INK, 4)
    image.quantize(24).save(FILE, optimize=True)


def _line(draw: ImageDraw.ImageDraw, points: Points, colour: Colour, wide: int) -> None:
    """A line as a hand draws it: never quite straight."""
    drawn: Points = [points[0]]
    for (left, top), (right, low) in pairwise(points):
        steps = max(2, round((abs(right - left) + abs(low - top)) / 40))
        for step in range(1, steps + 1):
            part = step / steps
            drawn.append(
                (
                    left + (right - left) * part + _chance.uniform(-3, 3),
                    top + (low - top) * part + _chance.uniform(-3, 3),
                )
            )
    draw.line(drawn, colour, wide, "curve")


def _house(
    draw: ImageDraw.ImageDraw,
    x: float,
    y: float,
    colour: Colour = _INK,
    wide: float = 38,
) -> None:
    _line(draw, [(x, y), (x, y - wide), (x + wide, y - wide), (x + wide, y), (x, y)], colour, 4)
    _line(
        draw,
        [(x - 8, y - wide), (x + wide / 2, y - wide * 1.6), (x + wide + 8, y - wide)],
        colour,
        4,
    )


def _tree(draw: ImageDraw.ImageDraw, x: float, y: float) -> None:
    _line(draw, [(x, y), (x, y - 24)], _EARTH, 4)
    _line(
        draw, [(x, y - 24), (x - 14, y - 34), (x, y - 54), (x + 14, y - 34), (x, y - 24)], _LEAF, 4
    )


if __name__ == "__main__":
    main()
