"""Measures the reading of sheets: `python -m tests.paper [--pages 300] [--photos DIR]`.

Prints how many pages were taken, how many rows and dates were sure and right, time and memory.
`--calibrate` finds the weights anew, on other pages, and writes them.
"""

from __future__ import annotations

import argparse
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median

from desktop.errors import UserError
from desktop.paper_marks.checking import Figures, read_folder, read_truth
from desktop.paper_marks.page_codes import Kind
from desktop.paper_marks.reading import ReadSheet, read_sheet
from resources.marks import WEIGHTS
from tests.paper.calibrate import (
    LEARNED_FROM,
    SEEN_ON,
    SLIPS,
    Seen,
    learned,
    made_sure,
    samples,
    seen,
    written,
)
from tests.paper.pages import KnownPage, known_page

MEASURED_ON = "trial"
_WORKERS = 2


@dataclass
class Trial:
    """One page read: the groups that were said, and the time it took."""

    page: KnownPage
    sheet: ReadSheet | None
    seconds: float
    refused: str = ""


@dataclass
class Sums:
    """What the whole run came to."""

    figures: Figures = field(default_factory=Figures)
    seconds: list[float] = field(default_factory=list)
    refused: dict[str, int] = field(default_factory=dict)


def try_page(seed: str, number: int) -> Trial:
    """Draw, photograph and read one page."""
    page = known_page(seed, number)
    start = time.process_time()
    try:
        sheet = read_sheet(page.shot.content)
    except UserError as error:
        return Trial(page, None, time.process_time() - start, error.code)
    return Trial(page, sheet, time.process_time() - start)


def truth_of(page: KnownPage, name: str) -> dict[tuple[str, int, int], int | None]:
    """What is known to stand on a page, as a table of truth says it."""
    layout = page.marked.layout
    return {
        (name, row, number): page.marked.right_of(row, number)
        for row in range(layout.code.rows)
        for number in range(layout.groups)
    }


def add(sums: Sums, trial: Trial, name: str) -> None:
    """Count a page that was tried."""
    sums.figures.count(trial.sheet, name, truth_of(trial.page, name))
    sums.seconds.append(trial.seconds)
    if trial.refused:
        sums.refused[trial.refused] = sums.refused.get(trial.refused, 0) + 1


def _counted(seed: str, number: int) -> Sums:
    sums = Sums()
    add(sums, try_page(seed, number), str(number))
    return sums


def _joined(sums: Sums, more: Sums) -> None:
    sums.seconds += more.seconds
    own, other = sums.figures, more.figures
    own.pictures, own.taken = own.pictures + other.pictures, own.taken + other.taken
    pairs = ((own.groups, other.groups), (own.sure, other.sure), (own.right, other.right))
    for into, of in pairs:
        for kind, count in of.items():
            into[kind] = into.get(kind, 0) + count
    for code, count in more.refused.items():
        sums.refused[code] = sums.refused.get(code, 0) + count


def told(figures: Figures) -> list[str]:
    """Return the figures as lines."""
    taken = 100 * figures.taken / max(1, figures.pictures)
    lines = [f"pages taken: {figures.taken} of {figures.pictures} ({taken:.1f} %)"]
    kinds: tuple[Kind, ...] = ("codes", "dates")
    for kind in kinds:
        count, sure = figures.groups.get(kind, 0), figures.sure.get(kind, 0)
        if count:
            right = figures.right.get(kind, 0)
            lines.append(
                f"{kind}: {count} groups, {100 * sure / count:.1f} % sure, "
                f"{100 * right / max(1, sure):.3f} % of those right ({sure - right} wrong)"
            )
    return lines


def measure(pages: int, seed: str) -> None:
    """Draw and read so many pages, and print what came of it."""
    sums = Sums()
    with ProcessPoolExecutor(_WORKERS) as workers:
        for each in workers.map(partial(_counted, seed), range(pages)):
            _joined(sums, each)
    for line in told(sums.figures):
        print(line)
    print(f"refused: {sums.refused}")
    seconds = sorted(sums.seconds)
    print(f"processor seconds a page: median {median(seconds):.2f}, worst {seconds[-1]:.2f}")


def try_photographs(folder: Path, table: Path) -> None:
    """Read real photographs, and compare them with a table of truth."""
    truth, figures = read_truth(table), Figures()
    for tried in read_folder(folder):
        figures.count(tried.sheet, tried.name, truth)
        if tried.refused is not None:
            print(f"{tried.name}: {tried.refused}")
    for line in told(figures):
        print(line)


def calibrate(learn_from: int, see_on: int) -> None:
    """Find the weights anew, and write them."""
    with ProcessPoolExecutor(_WORKERS) as workers:
        pages = workers.map(partial(seen, LEARNED_FROM, slips=SLIPS), range(learn_from))
        found = list(samples((each for each in pages if each is not None), SLIPS))
        others = workers.map(partial(seen, SEEN_ON), range(see_on))
        kept: list[Seen] = [each for each in others if each is not None]
    net = made_sure(learned(found), kept)
    WEIGHTS.write_text(written(net), encoding="utf-8")
    print(f"{len(found)} boxes; sure from {net.least}, none weighs {net.none}")


def main() -> None:
    """Do what is asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.paper")
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--seed", default=MEASURED_ON)
    parser.add_argument("--photos", type=Path, metavar="DIR", help="real photographs")
    parser.add_argument("--truth", type=Path, help="by default DIR/truth.csv")
    parser.add_argument("--calibrate", action="store_true")
    options = parser.parse_args()
    if options.calibrate:
        calibrate(140, 100)
    elif options.photos:
        try_photographs(options.photos, options.truth or options.photos / "truth.csv")
    else:
        measure(options.pages, options.seed)


if __name__ == "__main__":
    main()
