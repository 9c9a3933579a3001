"""The HETT radar: first, latest and target averages on four axes."""

from __future__ import annotations

import math

from desktop.reports.palette import (
    FAINT,
    INK,
    MUTED,
    NOTE,
    TEAL,
    WHITE,
    dimension_badge,
    dimension_looks,
    mixed,
)
from desktop.reports.paper_data import HettDimension
from desktop.reports.paper_words import Words
from desktop.reports.sheet import Colour, Sheet
from desktop.reports.text import Style, measure

FIRST: Colour = (0.45, 0.48, 0.47)
TARGET: Colour = (0.62, 0.36, 0.0)
_LEVELS = 4
_Entry = tuple[str, Colour, tuple[float, float] | None, float]


def draw_radar(
    sheet: Sheet,
    x: float,
    top: float,
    width: float,
    height: float,
    dimensions: tuple[HettDimension, ...],
    words: Words,
) -> None:
    """Draw into a box; a dimension never rated leaves its axis empty and says so."""
    legend = 15.0
    centre_x, centre_y = x + width / 2, top + (height - legend) / 2 + 1
    radius = min((height - legend) / 2 - 17, width / 2 - 46)
    by_code = {dimension.code: dimension for dimension in dimensions}
    codes = list(dimension_looks())
    angles = {code: math.radians(90 * index) for index, code in enumerate(codes)}

    def at(code: str, level: float) -> tuple[float, float]:
        reach = radius * level / _LEVELS
        return centre_x + reach * math.sin(angles[code]), centre_y - reach * math.cos(angles[code])

    for level in range(_LEVELS, 0, -1):
        ring = [at(code, level) for code in codes]
        fill = (0.985, 0.992, 0.99) if level % 2 else (0.955, 0.972, 0.97)
        sheet.polygon(ring, fill=fill, stroke=FAINT, weight=0.6)
    for code in codes:
        sheet.rule(centre_x, centre_y, *at(code, _LEVELS), FAINT, 0.6)
    number = Style("Regular", 9.0, 10, MUTED)
    for level in range(1, _LEVELS + 1):
        spot_x, spot_y = at(codes[0], level)
        sheet.words(words.typed(str(level)), number, spot_x + 2.5, spot_y - 1)

    def series(name: str) -> list[tuple[str, float]]:
        found = []
        for code in codes:
            value = getattr(by_code.get(code), name, None)
            if value is not None:
                found.append((code, min(max(value, 0.0), float(_LEVELS))))
        return found

    first, last, target = series("first"), series("last"), series("target")
    _outline(sheet, [at(*point) for point in target], TARGET, (2.2, 2.2), 1.1)
    points = [at(*point) for point in last]
    if len(points) >= 3:
        sheet.polygon(points, fill=TEAL, opacity=0.20)
    _outline(sheet, [at(*point) for point in first], FIRST, (5, 2.5), 1.1)
    _outline(sheet, points, TEAL, None, 1.9)
    for spot_x, spot_y in [at(*point) for point in first]:
        sheet.circle(spot_x, spot_y, 1.9, fill=WHITE, stroke=FIRST, weight=1.0)
    for spot_x, spot_y in points:
        sheet.circle(spot_x, spot_y, 2.6, fill=TEAL, stroke=WHITE, weight=0.7)

    for code in codes:
        _axis_name(sheet, by_code.get(code), code, at(code, _LEVELS), centre_x, words)
    entries: list[_Entry] = []
    if first:
        entries.append((words("first"), FIRST, (5, 2.5), 1.1))
    if last:
        entries.append((words("last"), TEAL, None, 1.9))
    if target:
        entries.append((words("target"), TARGET, (2.2, 2.2), 1.1))
    _legend(sheet, x, top + height - legend + 2, width, entries)


def _outline(
    sheet: Sheet,
    points: list[tuple[float, float]],
    colour: Colour,
    dash: tuple[float, float] | None,
    weight: float,
) -> None:
    if len(points) >= 3:
        sheet.polygon(points, stroke=colour, weight=weight, dash=dash)
    elif len(points) == 2:
        sheet.rule(*points[0], *points[1], colour, weight, dash)


def _axis_name(
    sheet: Sheet,
    dimension: HettDimension | None,
    code: str,
    tip: tuple[float, float],
    centre_x: float,
    words: Words,
) -> None:
    look = dimension_looks()[code]
    name = (dimension.name if dimension else "") or words.dimension(code)
    value = words.average(dimension.last) if dimension and dimension.last is not None else ""
    bold = Style("Bold", 9, 12, mixed(look.colour, 0.0))
    badge = dimension_badge(code, 7.0)
    wide = measure(name, bold)
    figure = Style("Medium", 9.0, 11, INK)
    spot_x, spot_y = tip
    if abs(spot_x - centre_x) < 1:
        level = spot_y - 16 if code == "H" else spot_y + 5
        start = centre_x - (wide + 16 + 3 + measure(value, figure)) / 2
        if badge:
            badge(sheet, start + 6, level + 6)
        sheet.words(name, bold, start + 15, level)
        sheet.words(value, figure, start + 15 + wide + 4, level + 0.5)
        return
    right = spot_x > centre_x
    middle = spot_x + 6 + max(wide, 12) / 2 if right else spot_x - 6 - max(wide, 12) / 2
    if badge:
        badge(sheet, middle, spot_y - 12)
    sheet.words(name, bold.at(align="centre"), middle - 40, spot_y - 5, 80)
    sheet.words(value, figure.at(align="centre"), middle - 40, spot_y + 6.5, 80)


def _legend(sheet: Sheet, x: float, top: float, width: float, entries: list[_Entry]) -> None:
    style = NOTE.at(leading=11)
    total = sum(measure(name, style) + 34 for name, *_ in entries) - 12
    spot = x + (width - total) / 2
    for name, colour, dash, weight in entries:
        sheet.rule(spot, top + 5.5, spot + 18, top + 5.5, colour, weight, dash)
        spot += 22
        spot += sheet.words(name, style, spot, top) + 12
