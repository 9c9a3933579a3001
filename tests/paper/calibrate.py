"""Finds the weights by which marks are told, on pages drawn for that alone.

Two sets: from one the net learns, on the other it is seen from which share on it may be sure.
Neither is looked at when the reading is measured.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import exp, tanh
from operator import mul
from random import Random

from desktop.errors import UserError
from desktop.paper_marks.deciding import Chances, Weights
from desktop.paper_marks.finding import find_page
from desktop.paper_marks.ink import measures
from desktop.paper_marks.picture import grey_picture
from desktop.paper_marks.straightening import lay_flat
from tests.paper.group_of_people import NO_MARK
from tests.paper.pages import KnownPage, known_page

LEARNED_FROM, SEEN_ON = "learn", "sure"
SLIPS = 4.0
_UNITS, _ROUNDS, _STEP = 16, 30, 0.02
_LEAST = (0.9, 0.95, 0.97, 0.98, 0.985, 0.99, 0.993, 0.995, 0.997, 0.998, 0.999, 0.9995)
_NONE = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4)
_WRONG = {"codes": 0.0005, "dates": 0.001}
_STRICTER = {"codes": 3, "dates": 0}
"""The share of what is sure that may be wrong on these few pages, and by how many steps it is then
made stricter: where none of a thousand rows is wrong, that says little of one in a thousand."""


@dataclass(frozen=True)
class Sample:
    """A box: its measures, what it holds (0 blank, 1 marked, 2 cancelled), how much it counts."""

    measures: tuple[float, ...]
    holds: int
    counts: float


@dataclass(frozen=True)
class Seen:
    """A page's measures in the order of its boxes, the blank rows with them; and its truth."""

    page: KnownPage
    measures: list[list[float]]


def seen(seed: str, number: int, slips: float = 1.0) -> Seen | None:
    """Measure one page; None if it cannot be read at all."""
    page = known_page(seed, number, slips=slips)
    grey = grey_picture(page.shot.content)
    try:
        return Seen(page, measures(lay_flat(grey, find_page(grey))))
    except UserError:
        return None


def samples(pages: Iterable[Seen], slips: float) -> Iterator[Sample]:
    """The boxes to learn from: one blank one in three stands for all."""
    chance = Random(7)
    for each in pages:
        boxes = each.page.code.boxes
        for (row, box), what in each.page.marked.truth.items():
            own = tuple(each.measures[(row + 1) * boxes + box])
            if what == "struck":
                yield Sample(own, 2, 2 / slips)
            elif what not in NO_MARK:
                yield Sample(own, 1, 1.0)
            elif what != "blank":
                yield Sample(own, 0, 1.0)
            elif chance.random() < 1 / 3:
                yield Sample(own, 0, 3.0)


def learned(found: Sequence[Sample]) -> Weights:
    """Let a net learn from samples, one after the other, in smaller and smaller steps."""
    chance = Random(11)
    count = len(found[0].measures)
    columns = list(zip(*(each.measures for each in found), strict=True))
    middle = tuple(sum(column) / len(column) for column in columns)
    spread = tuple(
        max(0.01, (sum((value - at) ** 2 for value in column) / len(column)) ** 0.5)
        for column, at in zip(columns, middle, strict=True)
    )
    ready = [
        (
            [
                max(-4.0, min(4.0, (value - at) / wide))
                for value, at, wide in zip(each.measures, middle, spread, strict=True)
            ],
            each.holds,
            each.counts,
        )
        for each in found
    ]
    hidden = [[chance.gauss(0, count**-0.5) for _ in range(count + 1)] for _ in range(_UNITS)]
    out = [[chance.gauss(0, _UNITS**-0.5) for _ in range(_UNITS + 1)] for _ in range(3)]
    for turn in range(_ROUNDS):
        chance.shuffle(ready)
        step = _STEP * (1 - turn / _ROUNDS) + 0.0005
        for inputs, holds, counts in ready:
            _learn(hidden, out, inputs, holds, step * counts)
    return Weights(
        tuple(round(each, 5) for each in middle),
        tuple(round(each, 5) for each in spread),
        _rounded(hidden),
        _rounded(out),
        {"codes": 0.05, "dates": 0.05},
        {"codes": 0.99, "dates": 0.99},
    )


def _rounded(rows: list[list[float]]) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(round(each, 4) for each in row) for row in rows)


def _learn(
    hidden: list[list[float]], out: list[list[float]], inputs: list[float], holds: int, step: float
) -> None:
    units = [tanh(sum(map(mul, row, inputs)) + row[-1]) for row in hidden]
    scores = [sum(map(mul, row, units)) + row[-1] for row in out]
    top = max(scores)
    parts = [exp(score - top) for score in scores]
    whole = sum(parts)
    wrong = [part / whole - (index == holds) for index, part in enumerate(parts)]
    if abs(wrong[holds]) < 0.002:
        return  # nothing to learn from what is known
    back = [
        sum(wrong[index] * out[index][unit] for index in range(3)) * (1 - value * value)
        for unit, value in enumerate(units)
    ]
    units.append(1.0)
    for index, row in enumerate(out):
        share = step * wrong[index]
        out[index] = [value - share * unit for value, unit in zip(row, units, strict=True)]
    full = [*inputs, 1.0]
    for unit, row in enumerate(hidden):
        share = step * back[unit]
        if abs(share) > 1e-7:
            hidden[unit] = [value - share * each for value, each in zip(row, full, strict=True)]


def said_of(pages: Iterable[tuple[Seen, list[Chances]]], net: Weights) -> list[bool]:
    """Whether each group of the pages that is sure is right."""
    right = []
    for each, chances in pages:
        layout = each.page.marked.layout
        for place, verdict in enumerate(net.verdicts(layout, chances)):
            if verdict.sure:
                truth = each.page.marked.right_of(*divmod(place, layout.groups))
                right.append(verdict.marked == truth)
    return right


def made_sure(net: Weights, pages: Sequence[Seen]) -> Weights:
    """Set from which share on a group is sure: as many as can be with so few wrong."""
    for kind, wrong_share in _WRONG.items():
        own = [
            (each, [net.chances(box) for box in each.measures])
            for each in pages
            if each.page.code.kind == kind
        ]
        best, chosen = -1, (0.05, _LEAST[-1])
        for none in _NONE:
            for least in _LEAST:
                tried = replace(net, none={kind: none}, least={kind: least})
                said = said_of(own, tried)
                if len(said) > best and said.count(False) <= wrong_share * len(said):
                    step = _LEAST.index(least) + _STRICTER[kind]
                    stricter = _LEAST[min(step, len(_LEAST) - 1)]
                    best, chosen = len(said), (none, stricter)
        net = replace(net, none={**net.none, kind: chosen[0]}, least={**net.least, kind: chosen[1]})
    return net


def written(net: Weights) -> str:
    """Return weights as their file holds them."""
    rows = {
        "middle": net.middle,
        "spread": net.spread,
        "hidden": net.hidden,
        "out": net.out,
        "none": net.none,
        "least": net.least,
    }
    lines = [f' "{name}": {json.dumps(value)}' for name, value in rows.items()]
    return "{\n" + ",\n".join(lines).replace("], [", "],\n  [") + "\n}\n"
