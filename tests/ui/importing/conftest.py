"""An open centre behind the screens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services.workspace import Workspace
from tests.factories import make_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A fresh centre, closed at the end."""
    opened = make_workspace(tmp_path / "centre")
    yield opened
    opened.close()
