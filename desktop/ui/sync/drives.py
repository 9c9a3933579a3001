"""Which sticks are plugged in, on Windows, macOS and Linux."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QStorageInfo

_PLACES: Final = ("/media/", "/run/media/", "/Volumes/", "/mnt/")
_REMOVABLE: Final = 2  # DRIVE_REMOVABLE of GetDriveTypeW


@dataclass(frozen=True)
class Drive:
    """A stick: its label, where it is, and free bytes."""

    name: str
    path: Path
    free: int


def removable_drives() -> list[Drive]:
    """Return the sticks that can be written to."""
    return drives_of(
        Drive(volume.displayName(), Path(volume.rootPath()), volume.bytesAvailable())
        for volume in QStorageInfo.mountedVolumes()
        if volume.isValid() and volume.isReady() and not volume.isReadOnly() and not volume.isRoot()
    )


def drives_of(mounted: Iterable[Drive]) -> list[Drive]:
    """Return those of the mounted volumes that are sticks, by name."""
    return sorted((each for each in mounted if is_stick(each.path)), key=lambda each: each.name)


def is_stick(path: Path) -> bool:
    """Tell whether a volume is one that people plug in, by where it is mounted."""
    if sys.platform == "win32":
        windows: Any = ctypes.windll  # type: ignore[attr-defined,unused-ignore]
        return int(windows.kernel32.GetDriveTypeW(str(path))) == _REMOVABLE
    return path.as_posix().startswith(_PLACES)
