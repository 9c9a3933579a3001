"""Where this platform keeps the program's data."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_NAME = "tambon-rianru"
_BESIDE = "data"


def folder_beside(interpreter: str = sys.executable) -> Path | None:
    """Return the data folder of a portable copy: the one beside its own Python; None elsewhere.

    The copy brings it empty; who wants the data on the computer deletes it.
    """
    for above in Path(interpreter).parents[1:3]:
        if (above / "app" / "desktop").is_dir() and (above / _BESIDE).is_dir():
            return above / _BESIDE
    return None


def default_folder(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return the folder of the centre when none is given; it may not exist yet."""
    beside = folder_beside()
    if beside is not None:
        return beside
    if platform == "win32":
        base = environ.get("LOCALAPPDATA")
        return (Path(base) if base else Path.home() / "AppData" / "Local") / _NAME
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / _NAME
    base = environ.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / _NAME


def state_folder(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return where small things are kept that must not travel with the data folder."""
    if platform == "win32":
        base = environ.get("APPDATA")
        return (Path(base) if base else Path.home() / "AppData" / "Roaming") / _NAME
    if platform == "darwin":
        return Path.home() / "Library" / "Preferences" / _NAME
    base = environ.get("XDG_STATE_HOME")
    return (Path(base) if base else Path.home() / ".local" / "state") / _NAME
