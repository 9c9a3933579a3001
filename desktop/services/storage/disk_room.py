"""Room on the disk: warn early, keep what is large out, and hold a reserve so that words fit."""

from __future__ import annotations

import logging
import os
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.errors import StorageError
from sync.own_files import open_own

_log = logging.getLogger(__name__)

WARN_BYTES: Final = 200_000_000
REFUSE_BYTES: Final = 50_000_000
RELEASE_BYTES: Final = 20_000_000
RESERVE_BYTES: Final = 16 * 1024 * 1024
RESERVE_FILE: Final = "reserve.room"
_CHUNK: Final = 1024 * 1024

OK: Final = "ok"
LOW: Final = "low"
FULL: Final = "full"


@dataclass(frozen=True)
class Room:
    """How much is free, in bytes, and what that means: `ok`, `low` (a warning) or `full`."""

    free: int
    level: str


def free_bytes(folder: Path) -> int:
    """Return the bytes that this user may still write on the folder's disk."""
    return shutil.disk_usage(folder).free


class DiskRoom:
    """The room of one data folder.

    The reserve is a file of real bytes (a sparse one would reserve nothing). It is given back
    when little is left, so that saving words goes on, and made again when there is room.

    Args:
        folder: the data folder.
        free: tells the free bytes of a folder; a test may give its own.
    """

    def __init__(self, folder: Path, free: Callable[[Path], int] = free_bytes) -> None:
        self.folder = folder
        self._free = free
        self._reserve = folder / RESERVE_FILE
        self._lock = threading.Lock()

    def look(self) -> Room:
        """Return how much room there is, the reserve not counted."""
        free = self._measure()
        if free < REFUSE_BYTES:
            return Room(free, FULL)
        return Room(free, LOW if free < WARN_BYTES else OK)

    def need(self, size: int = 0) -> None:
        """Refuse something large (an import, a photo, a backup) that would fill the disk.

        Args:
            size: bytes that it will take, as far as known.

        Raises:
            StorageError: `disk_nearly_full`.
        """
        free = self._measure()
        if free - size < REFUSE_BYTES:
            raise StorageError("disk_nearly_full", free=free // 1_000_000)

    def before_write(self) -> None:
        """Give the reserve back in time; microseconds where there is room."""
        if self._reserve_stands() and self._measure() < RELEASE_BYTES:
            self.release()

    def release(self) -> bool:
        """Give the reserve back to the disk; tells whether there was one."""
        with self._lock:
            try:
                self._reserve.unlink()
            except FileNotFoundError:
                return False
            except OSError:
                _log.warning("the reserve could not be given back", exc_info=True)
                return False
        _log.warning("the disk is full: the reserve was given back")
        return True

    def keep_reserve(self) -> bool:
        """Make the reserve where it is missing and there is room; tells whether it stands."""
        if self._reserve_stands():
            return True
        if self._measure() < REFUSE_BYTES + RESERVE_BYTES:
            return False
        with self._lock:
            beside = self._reserve.with_suffix(".new")
            try:
                with open_own(beside, "wb") as file:
                    for _ in range(RESERVE_BYTES // _CHUNK):
                        # Bytes that no file system can leave out or shrink.
                        file.write(os.urandom(_CHUNK))
                    file.flush()
                    os.fsync(file.fileno())
                os.replace(beside, self._reserve)
            except OSError:
                _log.warning("no reserve could be made", exc_info=True)
                beside.unlink(missing_ok=True)
                return False
        return True

    def _reserve_stands(self) -> bool:
        try:
            return self._reserve.stat().st_size >= RESERVE_BYTES
        except OSError:
            return False

    def _measure(self) -> int:
        try:
            return self._free(self.folder)
        except OSError:
            # A drive that cannot be asked: writing will tell.
            return WARN_BYTES
