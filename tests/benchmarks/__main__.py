"""Runs the benchmarks and prints the table: `python -m tests.benchmarks [--quick]`."""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.attack import attack_figures
from tests.benchmarks.books import book_figures
from tests.benchmarks.centre import daily_figures, search_figures
from tests.benchmarks.hub import hub_figures
from tests.benchmarks.learning import learning_figures
from tests.benchmarks.matching import matching_figures
from tests.benchmarks.measure import Figure, table
from tests.benchmarks.peer_wire import peer_figures
from tests.benchmarks.referring import referring_figures
from tests.benchmarks.safe import safe_figures
from tests.benchmarks.window import window_figures
from tests.benchmarks.wire import wire_figures


def _machine() -> str:
    model = ""
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text().splitlines():
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    return (
        f"{model or platform.processor()}, {os.cpu_count()} cores, {platform.system()}, "
        f"Python {platform.python_version()}, {datetime.now(tz=UTC).date().isoformat()}"
    )


def main() -> None:
    """Measure, print as it goes, and print the whole table at the end."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--quick", action="store_true", help="a tenth of the people")
    parser.add_argument(
        "--only",
        choices=(
            *(
                "search",
                "daily",
                "wire",
                "matching",
                "referring",
                "learning",
                "books",
                "window",
                "safe",
                "attack",
            ),
            "hub",
        ),
        action="append",
    )
    parser.add_argument("--peer", choices=("pouchdb",), help="of wire; needs Node and npm")
    parser.add_argument("--learners", type=int, help="of --only hub; 1000000 is the budget's")
    asked = parser.parse_args()
    small = 10 if asked.quick else 1
    parts: dict[str, Callable[[Path], Iterator[Figure]]] = {
        "search": lambda folder: search_figures(folder, 100_000 // small),
        "daily": lambda folder: daily_figures(folder, 20_000 // small),
        "wire": lambda folder: wire_figures(folder, 10_000 // small),
        "safe": lambda folder: safe_figures(folder, 20_000 // small),
        "attack": lambda folder: attack_figures(folder, 100_000 // small),
        "matching": lambda folder: matching_figures(folder, 20_000 // small),
        "referring": lambda folder: referring_figures(folder, 20_000 // small),
        "learning": lambda folder: learning_figures(folder, 20_000 // small),
        "books": lambda folder: book_figures(folder, 20_000 // small),
        "window": lambda folder: window_figures(folder, 20_000 // small),
    }
    if asked.peer:
        parts["peer"] = lambda folder: peer_figures(folder, 10_000 // small)
    if asked.only and "hub" in asked.only:
        # Only when asked for: it needs PostgreSQL.
        parts["hub"] = lambda _folder: hub_figures(asked.learners or 100_000 // small)
    print(_machine(), flush=True)
    figures: list[Figure] = []
    for name, part in parts.items():
        if asked.only and ("wire" if name == "peer" else name) not in asked.only:
            continue
        with tempfile.TemporaryDirectory(prefix="tambon-bench-") as folder:
            for figure in part(Path(folder)):
                figures.append(figure)
                print(f"  {figure.name}: {figure.reached:,.1f} {figure.unit}", flush=True)
    print()
    print(table(figures))


if __name__ == "__main__":
    main()
