"""The screens of an open centre, in the order of the rail."""

from __future__ import annotations

import logging
from importlib import import_module
from importlib.util import find_spec

from desktop.services.workspace import Workspace
from desktop.ui.shell.screens import ScreenEntry
from desktop.ui.sync.watch import SyncWatch

_FEATURES = (
    "today", "learners", "importing", "duplicates", "learner", "plans", "plan", "reports",
    "sync", "settings",
)  # fmt: skip


def entries(workspace: Workspace, watch: SyncWatch) -> list[ScreenEntry]:
    """What each feature registers."""
    found: list[ScreenEntry] = []
    for name in _FEATURES:
        if find_spec(f"desktop.ui.{name}") is None:
            continue
        try:
            feature = import_module(f"desktop.ui.{name}")
        except ImportError:
            logging.getLogger(__name__).exception("a screen could not be loaded: %s", name)
            continue
        if name == "sync":
            found += feature.entries(workspace, watch)
        elif hasattr(feature, "entries"):
            found += feature.entries(workspace)
        elif hasattr(feature, f"{name}_entry"):
            found.append(getattr(feature, f"{name}_entry")(workspace))
    return found
