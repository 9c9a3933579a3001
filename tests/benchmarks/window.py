"""Figures of the real window, started in a process of its own without a display."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.centre import new_centre
from tests.benchmarks.measure import Figure
from tests.benchmarks.people import fill

_ROOT = Path(__file__).parents[2]


def window_figures(folder: Path, count: int) -> Iterator[Figure]:
    """Start to the sign-in, sign-in to the first list, and memory with `count` learners."""
    workspace = new_centre(folder / "centre")
    fill(workspace, count)
    workspace.close()
    runs = [_run(folder / "centre") for _ in range(3)]
    best = sorted(runs, key=lambda run: run["usable"])[1]
    yield Figure("start to a usable window", best["usable"], 1.5, "s", "median of 3")
    yield Figure(f"sign-in to the list of {count:,}", best["listed"], None, "s")
    yield Figure(f"resident memory, {count:,} learners", best["memory_mb"], 250, "MB")


def _run(folder: Path) -> dict[str, float]:
    return in_process("window_process", folder, str(time.time()))


def in_process(module: str, *arguments: object) -> dict[str, float]:
    """Run a module of this package without a display, and return what it prints last."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{module}", *map(str, arguments)],
        cwd=_ROOT, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found
