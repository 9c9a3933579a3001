"""A call for every service method, by room of `desktop.services`: gathered from the modules here.

A module carries the name of its room (`core` for what stands in none) and may define

- `build(workspace, ids)`: the records that its examples name, put into `ids`;
- `reading(place)`, `changing(place)`, `destroying(place)`: calls by "Service.method", in an order
  in which each finds what it works on. All rooms read before any changes, and all change before
  any destroys;
- `SAYS`: codes that a method may say besides doing its work, and why it comes to no more.
"""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.factories import make_workspace
from tests.services.rights_world import Call, Place

_FIRST = ("core", "learners")  # the others' records hang on these


def _rooms() -> dict[str, ModuleType]:
    names = {each.name for each in pkgutil.iter_modules(__path__)} - set(_FIRST)
    return {
        name: importlib.import_module(f"{__name__}.{name}") for name in (*_FIRST, *sorted(names))
    }


ROOMS = _rooms()
SAYS: dict[str, set[str]] = {
    name: codes for room in ROOMS.values() for name, codes in getattr(room, "SAYS", {}).items()
}


def build(folder: Path) -> dict[str, Any]:
    """Make the centre that examples work on, closed again; returns its records by name."""
    workspace = make_workspace(folder)
    ids: dict[str, Any] = {}
    try:
        for room in ROOMS.values():
            if hasattr(room, "build"):
                room.build(workspace, ids)
    finally:
        workspace.close()
    return ids


def examples(place: Place) -> dict[str, Call]:
    """Return the calls of all rooms, in the order in which they are to be made.

    Raises:
        ValueError: a method has two examples.
    """
    found: dict[str, Call] = {}
    for stage in ("reading", "changing", "destroying"):
        for name, room in ROOMS.items():
            calls: dict[str, Call] = getattr(room, stage)(place) if hasattr(room, stage) else {}
            if twice := found.keys() & calls.keys():
                raise ValueError(f"{name} repeats {sorted(twice)}")
            found |= calls
    return found
