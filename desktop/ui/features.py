"""The screens of an open centre, in the order of the rail."""

from __future__ import annotations

import logging
from importlib import import_module
from importlib.util import find_spec

from desktop.ui import settings, sync
from desktop.ui.parts import Parts
from desktop.ui.shell.screens import ScreenEntry

_FEATURES = (
    "today", "learners", "importing", "duplicates", "learner", "plans", "plan", "reports",
)  # fmt: skip


def entries(parts: Parts) -> list[ScreenEntry]:
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
        if hasattr(feature, "entries"):
            found += feature.entries(parts.workspace)
        elif hasattr(feature, f"{name}_entry"):
            found.append(getattr(feature, f"{name}_entry")(parts.workspace))
    found += sync.entries(parts.workspace, parts.watch)
    found += settings.entries(parts)
    return found
