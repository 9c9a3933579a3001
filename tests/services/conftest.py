"""A second laptop for the tests of services that need one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services.workspace import Workspace
from tests.factories import second_laptop


@pytest.fixture
def other(tmp_path: Path, workspace: Workspace) -> Iterator[Workspace]:
    """A second laptop of the same centre, its clock a minute later."""
    opened = second_laptop(tmp_path / "other", workspace)
    yield opened
    opened.close()
