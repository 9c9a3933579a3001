"""Colours, styles and marks that every paper shares; the HETT look is the one of the screens."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from desktop.reports.sheet import Colour, Sheet
from desktop.reports.text import Style

TEAL: Colour = (0.043, 0.42, 0.404)
TEAL_DEEP: Colour = (0.031, 0.275, 0.263)
TEAL_SOFT: Colour = (0.88, 0.94, 0.935)
INK: Colour = (0.10, 0.13, 0.15)
MUTED: Colour = (0.33, 0.37, 0.36)
FAINT: Colour = (0.80, 0.83, 0.83)
SAND: Colour = (0.975, 0.972, 0.955)
SAND_EDGE: Colour = (0.86, 0.84, 0.79)
DOTS_TEAL: Colour = (0.70, 0.80, 0.79)
WHITE: Colour = (1.0, 1.0, 1.0)

BODY = Style("Regular", 10.5, 15.4, INK)
STRONG = BODY.at(face="Bold")
LABEL = Style("Medium", 9.0, 15.4, MUTED)
SMALL = Style("Regular", 9.0, 12.8, INK)
SMALL_STRONG = SMALL.at(face="Bold")
TABLE = Style("Regular", 9.6, 14.2, INK)
TABLE_STRONG = TABLE.at(face="Bold")
TABLE_HEAD = Style("Bold", 9.0, 13.5, TEAL_DEEP)
NOTE = Style("Regular", 9.0, 12.8, MUTED)
TITLE = Style("Bold", 21.0, 30.0, TEAL_DEEP)
HEADING = Style("Bold", 12.0, 19.0, TEAL_DEEP)


@dataclass(frozen=True, slots=True)
class DimensionLook:
    """How one HETT dimension is told apart: colour, letter, marker, dash."""

    code: str
    letter: str
    colour: Colour
    soft: Colour
    marker: str
    dash: tuple[float, ...]


@lru_cache(maxsize=1)
def dimension_looks() -> dict[str, DimensionLook]:
    """Return the looks by code (H, E, T, D), read from the shared style file."""
    text = (files("resources") / "styles" / "hett.json").read_text(encoding="utf-8")
    looks = {}
    for entry in json.loads(text)["dimensions"]:
        colour = _colour(entry["paper"])
        looks[entry["code"]] = DimensionLook(
            entry["code"],
            entry["letter"],
            colour,
            mixed(colour, 0.88),
            entry["marker"],
            tuple(entry["dash"]),
        )
    return looks


def _colour(text: str) -> Colour:
    red, green, blue = (int(text[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def mixed(colour: Colour, white: float) -> Colour:
    """Return the colour with this share of white in it."""
    red, green, blue = (part + (1 - part) * white for part in colour)
    return red, green, blue


def marker(sheet: Sheet, kind: str, x: float, top: float, radius: float, fill: Colour) -> None:
    """Draw the shape of a dimension round a point: circle, square, triangle or diamond."""
    if kind == "circle":
        sheet.circle(x, top, radius, fill=fill)
        return
    turn, corners, scale, lower = {
        "square": (45.0, 4, 1.22, 0.0),
        "triangle": (0.0, 3, 1.42, radius * 0.28),
        "diamond": (0.0, 4, 1.28, 0.0),
    }[kind]
    reach = radius * scale
    points = [
        (
            x + reach * math.sin(math.radians(turn + index * 360 / corners)),
            top + lower - reach * math.cos(math.radians(turn + index * 360 / corners)),
        )
        for index in range(corners)
    ]
    sheet.polygon(points, fill=fill)


def dimension_badge(
    code: str, radius: float = 7.4, size: float = 9.0
) -> Callable[[Sheet, float, float], None] | None:
    """Return what draws a dimension's shape with its letter in it; None for no dimension."""
    look = dimension_looks().get(code)
    if look is None:
        return None
    style = Style("Bold", size, size, WHITE, "centre")

    def draw(sheet: Sheet, x: float, top: float) -> None:
        marker(sheet, look.marker, x, top, radius, look.colour)
        shift = radius * 0.22 if look.marker == "triangle" else 0.0
        sheet.words(look.letter, style, x - 10, top - size / 2 + shift, 20)

    return draw
