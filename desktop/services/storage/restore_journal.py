"""Exchanging a centre's files for others: after a kill at any moment, the old or the new centre.

What is put in place is made ready in a folder of its own first. The journal names what is to be
moved; once it stands, the exchange will be finished, by this run or at the next start. Before it
stands nothing has been touched.
"""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from typing import Final

import msgspec

from desktop.durable_files import (
    disk_errors,
    move_durably,
    remove_durably,
    sync_folder,
    write_durably,
)
from desktop.errors import StorageError
from sync.own_files import make_own_folder

JOURNAL: Final = "restore.journal"
PART: Final = ".part"
_STALE_SECONDS: Final = 3_600


class _Journal(msgspec.Struct, frozen=True):
    """Names inside the data folder: where the new files lie, and where the old ones go."""

    format: int
    new: str
    aside: str
    names: list[str]
    leaving: list[str]


def exchange(folder: Path, ready: Path, aside: str, leaving: tuple[str, ...]) -> Path | None:
    """Move every file of `ready` (inside `folder`) to its place in `folder`.

    Args:
        folder: the centre's folder.
        ready: holds the new files, already synced.
        aside: the name of the folder for the old ones, kept.
        leaving: the names that go aside: those of the new files and what belongs to the old.

    Returns:
        The folder that holds the old files, None where none stood there.
    """
    names = sorted(path.name for path in ready.iterdir())
    journal = _Journal(1, str(ready.relative_to(folder).as_posix()), aside, names, list(leaving))
    sync_folder(ready)
    sync_folder(ready.parent)
    write_durably(folder / JOURNAL, msgspec.json.encode(journal))
    _carry_out(folder, journal)
    kept = folder / aside
    return kept if kept.is_dir() else None


def finish(folder: Path) -> bool:
    """Finish an exchange that was cut off; tells whether there was one.

    Half-made folders of an hour ago are taken away: whoever made them is gone.

    Raises:
        StorageError: `restore_unfinished` where the journal cannot be read; what the disk refuses.
    """
    path = folder / JOURNAL
    if not folder.is_dir():
        return False
    found = path.exists()
    if found:
        with disk_errors():
            try:
                journal = msgspec.json.decode(path.read_bytes(), type=_Journal)
            except msgspec.DecodeError as error:
                raise StorageError("restore_unfinished", file=path.name) from error
            _carry_out(folder, journal)
    _remove_stale(folder)
    return found


def _carry_out(folder: Path, journal: _Journal) -> None:
    ready, aside = folder / journal.new, folder / journal.aside
    waiting = [name for name in journal.names if (ready / name).exists()]
    if len(waiting) == len(journal.names):
        # None is in its place yet: everything that stands there is old.
        for name in journal.leaving:
            _set_aside(folder / name, aside)
    for name in waiting:
        # A new file still waits: whatever has its name is old.
        if name in journal.leaving:
            _set_aside(folder / name, aside)
        move_durably(ready / name, folder / name)
    remove_durably(folder / JOURNAL)
    top = folder / Path(journal.new).parts[0]
    shutil.rmtree(top, ignore_errors=True)


def _set_aside(path: Path, aside: Path) -> None:
    if path.exists():
        make_own_folder(aside)
        sync_folder(aside.parent)
        move_durably(path, aside / path.name)


def _remove_stale(folder: Path) -> None:
    now = time.time()
    for path in folder.glob(f".*{PART}"):
        try:
            if path.is_dir() and now - os.stat(path).st_mtime > _STALE_SECONDS:
                shutil.rmtree(path, ignore_errors=True)
        except FileNotFoundError:
            continue
