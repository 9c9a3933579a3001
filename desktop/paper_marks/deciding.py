"""What a box holds, and what a row of boxes says: sure only where it cannot well be otherwise.

The weights were found by `python -m tests.paper --calibrate` on pages drawn for that alone.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, tanh
from operator import mul
from typing import Final

from desktop.paper_marks.layout import Layout
from resources.marks import WEIGHTS

Numbers = Sequence[float]
_TOO_MANY: Final = 0.005
"""How often somebody marks two boxes of one row, and means both."""
_FARTHEST: Final = 4.0
_SURELY: Final = 0.99


@dataclass(frozen=True, slots=True)
class Chances:
    """How likely a box is blank, marked, or marked and then cancelled; together 1."""

    blank: float
    marked: float
    cancelled: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the boxes of a group say together.

    Attributes:
        marked: the number of the marked box in its group; None for none.
        sure: it need not be looked at.
    """

    marked: int | None
    sure: bool


@dataclass(frozen=True)
class Weights:
    """A small net: measures in, `hidden` units, three chances out.

    Attributes:
        middle: of each measure; `spread` how far it goes from there.
        hidden: a row for each unit, its threshold last; `out` for each chance likewise.
        none: the weight that a group without any mark has, by kind of sheet.
        least: the share from which a group is sure, by kind of sheet.
    """

    middle: tuple[float, ...]
    spread: tuple[float, ...]
    hidden: tuple[tuple[float, ...], ...]
    out: tuple[tuple[float, ...], ...]
    none: dict[str, float]
    least: dict[str, float]

    def chances(self, measures: Numbers) -> Chances:
        """Return the chances of a box with these measures."""
        inputs = [
            max(-_FARTHEST, min(_FARTHEST, (value - middle) / spread))
            for value, middle, spread in zip(measures, self.middle, self.spread, strict=True)
        ]
        units = [tanh(sum(map(mul, row, inputs)) + row[-1]) for row in self.hidden]
        scores = [sum(map(mul, row, units)) + row[-1] for row in self.out]
        top = max(scores)
        parts = [exp(score - top) for score in scores]
        whole = sum(parts)
        return Chances(*(part / whole for part in parts))

    def verdict(self, group: Sequence[Chances], kind: str) -> Verdict:
        """Return what a group says by itself, of which exactly one box is to be marked."""
        odds = [each.marked / max(1e-6, 1 - each.marked) for each in group]
        ranked = sorted(range(len(odds)), key=odds.__getitem__, reverse=True)
        first = ranked[0]
        two = _TOO_MANY * odds[first] * odds[ranked[1]] if len(ranked) > 1 else 0.0
        none = self.none[kind]
        whole = sum(odds) + none + two
        if odds[first] >= none:
            return Verdict(first, odds[first] / whole >= self.least[kind])
        return Verdict(None, all(each.blank > _SURELY for each in group))

    def verdicts(self, layout: Layout, chances: Sequence[Chances]) -> list[Verdict]:
        """Return what each group of a page says, row by row.

        A group without a mark is sure only on a date that nobody is marked for: it is still to
        come. Elsewhere everybody is marked as something, and what is seen blank may be a tick too
        faint to be seen.
        """
        code = layout.code
        starts = [
            (row + 1) * code.boxes + number * layout.in_group
            for row in range(code.rows)
            for number in range(layout.groups)
        ]
        found = [
            self.verdict(chances[start : start + layout.in_group], code.kind) for start in starts
        ]
        for number in range(layout.groups):
            column = found[number :: layout.groups]
            if code.kind == "codes" or any(
                each.sure and each.marked is not None for each in column
            ):
                found[number :: layout.groups] = [
                    Verdict(None, False) if each.marked is None else each for each in column
                ]
        return found


@cache
def weights() -> Weights:
    """Return the weights that are shipped."""
    return read_weights(WEIGHTS.read_text(encoding="utf-8"))


def read_weights(text: str) -> Weights:
    """Return weights from their JSON."""
    data = json.loads(text)
    return Weights(
        tuple(data["middle"]),
        tuple(data["spread"]),
        tuple(map(tuple, data["hidden"])),
        tuple(map(tuple, data["out"])),
        data["none"],
        data["least"],
    )
