"""What the tallies hand out: counts that always carry the question behind them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from desktop.services.learners.records import LearnerQuery

SMALL = range(1, 5)
"""Counts that are hidden for use outside the unit."""

VOCABULARIES = {
    "status": "status",
    "case_step": "case_steps",
    "group": "target_groups",
    "reason": "leaving_reasons",
    "sex": "sex",
    "age_band": "age_bands",
    "plan": "plan_status",
}
"""The code list whose words name the counts by one thing."""


@dataclass(frozen=True)
class Cell:
    """One count. `people` is None where it is hidden; `key` "" means that nothing is noted."""

    key: str
    people: int | None
    query: LearnerQuery


@dataclass(frozen=True)
class Tally:
    """Counts by one thing, in the order of its vocabulary.

    Attributes:
        name: by what: see `TallyService.NAMES`.
        cells: each key that occurs, and those that the vocabulary offers.
        total: how many people were looked at.
        overlapping: a person may stand in several cells, so they do not add up to the total.
    """

    name: str
    cells: tuple[Cell, ...]
    total: int
    overlapping: bool


@dataclass(frozen=True)
class TallyTable:
    """Counts by two things; `cells` by row and column, totals beside and below."""

    rows: str
    columns: str
    row_keys: tuple[str, ...]
    column_keys: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    row_totals: tuple[Cell, ...]
    column_totals: tuple[Cell, ...]
    total: int


@dataclass(frozen=True)
class HettTally:
    """How many people stand at levels 1 to 4 of a dimension by their last assessment.

    `mean` is over people, None without any or where a level is hidden.
    """

    dimension: str
    levels: tuple[Cell, Cell, Cell, Cell]
    not_assessed: Cell
    mean: float | None


@dataclass(frozen=True)
class TrendPoint:
    """The mean per dimension of the assessments made in one quarter of a fiscal year (พ.ศ.)."""

    fiscal_year: int
    quarter: int
    assessments: int
    means: dict[str, float]


def hide_small(counts: Sequence[int]) -> list[int | None]:
    """Return counts that add up to a known total, with 1 to 4 hidden and not computable.

    A single hidden count would follow from the total, and so would several that can only be all
    ones or all fours; then the next smallest count is hidden too.
    """
    hidden = _small_places(counts)
    _hide_lines({0: counts}, hidden, [([(0, place) for place in range(len(counts))], None)])
    return _shown(counts, 0, hidden)


def hide_small_table(
    table: Sequence[Sequence[int]],
    row_totals: Sequence[int],
    column_totals: Sequence[int],
    also: Collection[int] = (),
) -> tuple[list[list[int | None]], list[int | None], list[int | None]]:
    """Return a table and its totals with 1 to 4 hidden in a way that no sum gives away.

    The grand total counts as known. `also`: columns whose totals another table hides.
    """
    height, width = len(row_totals), len(column_totals)
    # One grid: the cells, the row totals as its last column, the column totals as its last row.
    grid = {
        **{row: (*table[row], row_totals[row]) for row in range(height)},
        height: tuple(column_totals),
    }
    hidden = {
        (row, column)
        for row, counts in grid.items()
        for column, count in enumerate(counts)
        if count in SMALL
    } | {(height, column) for column in also}
    lines: list[tuple[list[Place], Place | None]] = []
    for row in range(height):
        lines.append(([(row, column) for column in range(width)], (row, width)))
    for column in range(width):
        lines.append(([(row, column) for row in range(height)], (height, column)))
    lines.append(([(row, width) for row in range(height)], None))
    lines.append(([(height, column) for column in range(width)], None))
    _hide_lines(grid, hidden, lines)
    shown = {row: _shown(counts, row, hidden) for row, counts in grid.items()}
    return (
        [shown[row][:width] for row in range(height)],
        [shown[row][width] for row in range(height)],
        shown[height],
    )


Place = tuple[int, int]


def _small_places(counts: Sequence[int]) -> set[Place]:
    return {(0, place) for place, count in enumerate(counts) if count in SMALL}


def _shown(counts: Sequence[int], row: int, hidden: set[Place]) -> list[int | None]:
    return [None if (row, place) in hidden else count for place, count in enumerate(counts)]


def _hide_lines(
    grid: Mapping[int, Sequence[int]],
    hidden: set[Place],
    lines: Sequence[tuple[list[Place], Place | None]],
) -> None:
    """Hide more places until no line gives one away; a line is its parts and their total.

    The total None is known to everybody.
    """

    def count(place: Place) -> int:
        return grid[place[0]][place[1]]

    changed = True
    while changed:
        changed = False
        for parts, total in lines:
            inside = [count(place) for place in parts if place in hidden]
            if not _computable(inside, total in hidden):
                continue
            # A nought is hidden last: it tells least, and most tables are full of them.
            others = sorted(
                (place for place in parts if place not in hidden),
                key=lambda place: (count(place) == 0, count(place), place),
            )
            if others:
                hidden.add(others[0])
                changed = True


def _computable(inside: Sequence[int], total_hidden: bool) -> bool:
    """Tell whether a line gives a hidden count away.

    Who reads it knows that each is 1 to 4, or was hidden beside such a one.
    """
    if total_hidden:
        return not inside  # the total is the sum of what is shown
    if len(inside) <= 1:
        return bool(inside)
    if any(count not in SMALL for count in inside):
        return False
    return sum(inside) in (len(inside), SMALL[-1] * len(inside))
