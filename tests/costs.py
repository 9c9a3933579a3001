"""What each part of the suite costs: `pytest -p tests.costs` ends with a table.

Processor seconds, of a test and of the programs it starts, say the same on a busy machine as on a
quiet one; seconds by the clock do not.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

import pytest

_PROPERTY = "processor_seconds"
_SLOWEST = 25


@dataclass
class _Part:
    """One folder of tests."""

    tests: set[str] = field(default_factory=set)
    processor: float = 0.0
    clock: float = 0.0


_parts: defaultdict[str, _Part] = defaultdict(_Part)
_single: defaultdict[str, float] = defaultdict(float)


def _processor_seconds() -> float:
    """What this process and its children that have ended took so far."""
    return sum(os.times()[:4])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[Any]
) -> Generator[None, Any, Any]:
    """Let the report carry what the phase took."""
    report = yield
    now = _processor_seconds()
    before = item.config.stash.get(_last, now)
    item.config.stash[_last] = now
    report.user_properties = [(_PROPERTY, now - before)]
    return report


_last = pytest.StashKey[float]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """What lies between two tests belongs to neither."""
    item.config.stash[_last] = _processor_seconds()
    return (yield)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add a phase to its part; with workers this is called where the table is printed."""
    taken = dict(report.user_properties).get(_PROPERTY, 0.0)
    assert isinstance(taken, float)
    part = _parts[_part_of(report.nodeid)]
    part.tests.add(report.nodeid)
    part.processor += taken
    part.clock += report.duration
    _single[report.nodeid] += taken


def _part_of(nodeid: str) -> str:
    """`tests/ui`, `tests/services/sync`, or `tests` for what lies directly in it."""
    folders = PurePath(nodeid.split("::")[0]).parent.parts
    return "/".join(folders[: 3 if folders[1:2] == ("services",) else 2])


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the table, dearest part first, and the dearest tests."""
    if not _parts:
        return
    write = terminalreporter.write_line
    terminalreporter.section("what each part costs")
    write("| Part | Tests | Processor, s | Clock, s |")
    write("|---|---:|---:|---:|")
    for name, part in sorted(_parts.items(), key=lambda each: -each[1].processor):
        write(f"| {name} | {len(part.tests)} | {part.processor:.0f} | {part.clock:.0f} |")
    total = sum(part.processor for part in _parts.values())
    clock = sum(part.clock for part in _parts.values())
    write(f"| all | {len(_single)} | {total:.0f} | {clock:.0f} |")
    for nodeid, taken in sorted(_single.items(), key=lambda each: -each[1])[:_SLOWEST]:
        write(f"{taken:7.2f} s  {nodeid}")
