"""The process that forks the cases; these tests need a system that has fork and /proc."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.storage.runner import Runner


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave these tests out elsewhere: what they prove is not the system's but the program's."""
    if sys.platform == "linux":
        return
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.skip(reason="needs fork and /proc"))


@pytest.fixture(scope="session")
def runner() -> Iterator[Runner]:
    """The process that forks."""
    made = Runner()
    yield made
    made.close()
