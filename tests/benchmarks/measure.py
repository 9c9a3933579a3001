"""Timing and memory: medians, the worst, and what the budget says."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One line of the table. `reached` and `budget` are in `unit`; smaller is better unless `more`.

    `note` says what else was seen, such as the worst of the tries.
    """

    name: str
    reached: float
    budget: float | None
    unit: str
    note: str = ""
    more: bool = False

    @property
    def ratio(self) -> float | None:
        """Reached over budget: 1.0 or less keeps it (turned round where more is better)."""
        if self.budget is None or not self.reached:
            return None
        return self.budget / self.reached if self.more else self.reached / self.budget


def seconds(work: Callable[[], object]) -> float:
    """Return how long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median_ms(calls: Iterable[Callable[[], object]]) -> tuple[float, float]:
    """Return the median and the worst of the calls, in milliseconds.

    As in the window, where Python frees cycles between what is done and never within
    (`desktop.ui.collecting`).
    """
    taken = []
    collecting = gc.isenabled()
    for call in calls:
        gc.collect()
        gc.disable()
        try:
            taken.append(seconds(call) * 1000)
        finally:
            if collecting:
                gc.enable()
    return statistics.median(taken), max(taken)


def resident_mb(pid: int | None = None) -> float:
    """Return the resident memory of a process in MB (Linux; 0 elsewhere)."""
    status = Path(f"/proc/{pid or 'self'}/status")
    if not status.exists():
        return 0.0
    for line in status.read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def table(figures: Iterable[Figure]) -> str:
    """Return the figures as a Markdown table."""
    lines = ["| What | Reached | Budget | Ratio | Note |", "|---|---:|---:|---:|---|"]
    for figure in figures:
        budget = "" if figure.budget is None else f"{figure.budget:g} {figure.unit}"
        ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
        reached = f"{figure.reached:,.1f} {figure.unit}"
        lines.append(f"| {figure.name} | {reached} | {budget} | {ratio} | {figure.note} |")
    return "\n".join(lines)
