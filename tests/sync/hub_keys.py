"""The keys of hubs in tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sync.hub.encrypted import connect
from sync.hub.keys import HubKeys


def hub_keys() -> HubKeys:
    """The same keys for each hub of a test, so that one can be put back from another's copy."""
    return HubKeys(signing=bytes(range(32)), roots={1: bytes(range(32, 64))})


def open_hub_file(path: Path) -> Any:
    """A connection to a hub's SQLite file whose keys lie beside it."""
    keys = HubKeys(path.with_suffix(".keys"))
    keys.load()
    return connect(path, keys)
