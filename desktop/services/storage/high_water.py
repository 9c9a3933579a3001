"""The high-water mark: how far this laptop had come, noted outside the database.

A database that opens without complaint may still be behind: its WAL was lost or torn, or an old
copy was put back. The mark lies beside the database and once more in the folder of the person's
settings, so that putting the whole data folder back is noticed too. It is written after each
commit, never before, so it can only lag; a database that lies behind it has lost something.

Two slots take turns, each with a MAC under a key derived from the database's: a torn slot leaves
the other, and nobody without the key can write one. A slot is not synced with each save (a kill
leaves it whole, only a power cut may take the last half minute of marks), so it costs nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from desktop.database import Committed, Database
from desktop.settings import state_folder
from sync.own_files import make_own_folder, open_handle

_log = logging.getLogger(__name__)

MARK_FILE: Final = "centre.mark"
_LABEL: Final = b"high-water mark 1"
_SLOT: Final = 4096
_MAC: Final = 32
_SYNC_SECONDS: Final = 30.0


class Mark(msgspec.Struct, frozen=True, array_like=True):
    """How far the database had come; `at_ms` by the laptop's clock."""

    device: bytes
    epoch: int
    commits: int
    next_number: int
    next_code: int
    last_stamp: bytes
    audit: int
    at_ms: int


def outer_file(folder: Path) -> Path:
    """Return where the second mark of a data folder lies: told apart by the folder's path."""
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]
    return state_folder() / "marks" / f"{name}.mark"


class HighWater:
    """The marks of one open database; register `note` with `Database.after_commit`.

    Args:
        folder: the data folder.
        database: whose key the MAC is derived from.
    """

    def __init__(self, folder: Path, database: Database) -> None:
        self.inner, self.outer = folder / MARK_FILE, outer_file(folder)
        self._key = database.derive(_LABEL)
        self._lock = threading.Lock()
        self._open: dict[Path, int] = {}
        self._last = (0, 0)
        self._synced = time.monotonic()

    def read(self) -> tuple[Mark | None, Mark | None]:
        """Return the mark beside the database and the outer one; None where none is whole."""
        return self._newest(self.inner), self._newest(self.outer)

    def note(self, state: Committed) -> None:
        """Note a commit; never fails, since what was saved is saved."""
        with self._lock:
            if (state.epoch, state.commits) <= self._last:
                return
            self._last = (state.epoch, state.commits)
            mark = Mark(
                state.device,
                state.epoch,
                state.commits,
                state.next_number,
                state.next_code,
                state.last_stamp,
                state.audit,
                state.at_ms,
            )
            sync = time.monotonic() - self._synced > _SYNC_SECONDS
            for path in (self.inner, self.outer):
                self._write(path, mark, sync=sync)
            if sync:
                self._synced = time.monotonic()

    def close(self) -> None:
        """Bring the marks onto the disk and let go of their files."""
        with self._lock:
            for path, descriptor in self._open.items():
                try:
                    os.fsync(descriptor)
                    os.close(descriptor)
                except OSError:
                    _log.warning("the mark %s could not be synced", path.name, exc_info=True)
            self._open.clear()

    def _write(self, path: Path, mark: Mark, *, sync: bool) -> None:
        content = msgspec.msgpack.encode(mark)
        slot = len(content).to_bytes(2, "big") + content
        slot += hmac.digest(self._key, slot, "sha256")
        try:
            descriptor = self._open.get(path)
            if descriptor is None:
                make_own_folder(path.parent)
                flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
                descriptor = self._open[path] = open_handle(path, flags)
            os.lseek(descriptor, mark.commits % 2 * _SLOT, os.SEEK_SET)
            os.write(descriptor, slot.ljust(_SLOT, b"\0"))
            if sync:
                os.fsync(descriptor)
        except OSError:
            # A settings folder that may not be written leaves the mark beside the database.
            _log.warning("the mark %s could not be written", path.name, exc_info=True)

    def _newest(self, path: Path) -> Mark | None:
        try:
            content = path.read_bytes()
        except OSError:
            return None
        slots = (content[at : at + _SLOT] for at in (0, _SLOT))
        marks = [mark for slot in slots if (mark := self._mark(slot)) is not None]
        return max(marks, key=lambda mark: (mark.epoch, mark.commits), default=None)

    def _mark(self, slot: bytes) -> Mark | None:
        end = 2 + int.from_bytes(slot[:2], "big")
        if len(slot) < end + _MAC or end == 2:
            return None
        if not hmac.compare_digest(
            hmac.digest(self._key, slot[:end], "sha256"), slot[end : end + _MAC]
        ):
            return None
        try:
            return msgspec.msgpack.decode(slot[2:end], type=Mark)
        except msgspec.DecodeError:
            return None


def ahead(marks: Iterable[Mark | None], state: Committed) -> Mark | None:
    """Return the furthest mark of this device that the database lies behind, None if none."""
    furthest = max(
        (mark for mark in marks if mark is not None and mark.device == state.device),
        key=lambda mark: (mark.epoch, mark.commits),
        default=None,
    )
    if furthest is None or (furthest.epoch, furthest.commits) <= (state.epoch, state.commits):
        return None
    return furthest
