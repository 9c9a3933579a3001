"""A flood of log lines is counted, not written; what is rare stays whole."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from sync.sparing import Sparing


class _Written(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.setFormatter(logging.Formatter("%(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> _Clock:
    """Moved by hand."""
    return _Clock()


@pytest.fixture
def written(clock: _Clock) -> _Written:
    """What comes through."""
    handler = _Written()
    handler.addFilter(Sparing(3, clock))
    return handler


@pytest.fixture
def log(written: _Written) -> Iterator[logging.Logger]:
    """A log of its own."""
    made = logging.getLogger("a flood")
    made.propagate = False
    made.addHandler(written)
    yield made
    made.removeHandler(written)


def test_a_flood_is_counted(log: logging.Logger, written: _Written, clock: _Clock) -> None:
    for number in range(50_000):
        log.warning("request %d is none", number)
    log.warning("something else")
    assert written.lines == [f"request {n} is none" for n in range(3)] + ["something else"]
    clock.now = 61.0
    log.warning("request %d is none", 7)
    assert written.lines[-1] == "request 7 is none (and 49997 more within a minute)"
    log.warning("request %d is none", 8)
    assert written.lines[-1] == "request 8 is none"


def test_of_many_failures_one_is_told_whole(log: logging.Logger, written: _Written) -> None:
    for _ in range(10):
        try:
            raise ZeroDivisionError
        except ZeroDivisionError:
            log.exception("a turn failed")
    assert len(written.lines) == 3
    assert "Traceback" in written.lines[0]
    assert written.lines[1:] == ["a turn failed: ZeroDivisionError"] * 2


def test_many_kinds_of_lines_are_not_remembered_for_ever(log: logging.Logger) -> None:
    sparing = Sparing()
    for number in range(5_000):
        sparing.filter(log.makeRecord(log.name, 30, "", 0, f"kind {number}", (), None))
    assert len(sparing._seen) <= 1_000
