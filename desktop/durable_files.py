"""Small files that stand whole after a power cut: written beside, synced, and then given a name."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from desktop.errors import StorageError, TambonError, UserError
from sync.own_files import make_own_folder, open_own

_NOT_KNOWN: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF})


LONGEST_NAME: Final = 255
"""Bytes of a file's name that every usual file system takes; a Thai letter needs three."""
_SHOWN: Final = 30


@contextlib.contextmanager
def disk_errors() -> Iterator[None]:
    """Say what the disk refused as StorageError `disk_full` or `cannot_write`."""
    try:
        yield
    except OSError as error:
        path = Path(error.filename or "")
        raise refused(error, path, StorageError("cannot_write", file=path.name)) from error


def refused(error: OSError, path: Path, otherwise: TambonError) -> TambonError:
    """Return what to say of a file that the disk did not take: that it is full, that the name is
    too long, or what the caller would say `otherwise`.
    """
    if error.errno == errno.ENOSPC:
        return StorageError("disk_full", path=str(path), file=path.name)
    if name_too_long(error, path):
        name = path.name
        shown = name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"
        return UserError("file_name_too_long", name=shown)
    return otherwise


def name_too_long(error: OSError, path: Path) -> bool:
    """Tell whether a name was refused for its length; Windows only says that there is no such."""
    if error.errno == errno.ENAMETOOLONG:
        return True
    units = len(path.name.encode("utf-16-le", "surrogatepass")) // 2
    return sys.platform == "win32" and (units > LONGEST_NAME or len(str(path)) > LONGEST_NAME)


def draft_beside(path: Path) -> Path:
    """Return a name for the draft of a file in the same folder, short however long that of the
    file is.
    """
    return path.with_name(f".{os.urandom(6).hex()}.part")


def write_durably(path: Path, content: bytes) -> None:
    """Put `content` in the place of a file: after a power cut the old or the new one is there.

    Raises:
        OSError: the disk is full or may not be written; the old file stays.
    """
    beside = path.with_name(f"{path.name}.new")
    try:
        with open_own(beside, "wb") as file:
            file.write(content)
            file.flush()
            _sync(file.fileno())
        os.replace(beside, path)
    except OSError:
        # On a full disk even the half of it would be missed.
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    sync_folder(path.parent)


def move_durably(source: Path, target: Path) -> None:
    """Give a file (already synced) another name on the same disk, in the place of what is there."""
    os.replace(source, target)
    sync_folder(target.parent)
    if source.parent != target.parent:
        sync_folder(source.parent)


def remove_durably(path: Path) -> None:
    """Take a file away for good; nothing happens where there is none."""
    path.unlink(missing_ok=True)
    sync_folder(path.parent)


def make_folder_durably(path: Path) -> None:
    """Make a folder and those above it; nothing happens where it stands already."""
    missing = [path]
    while not missing[-1].exists() and missing[-1].parent != missing[-1]:
        missing.append(missing[-1].parent)
    make_own_folder(path)
    for above in missing[1:]:
        sync_folder(above)


def sync_file(path: Path) -> None:
    """Bring what was written to a file onto the disk."""
    with path.open("rb+") as file:
        _sync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Bring names given in a folder onto the disk; systems that know no such thing do it at once.

    Raises:
        OSError: the disk failed. A file system that has no such sync is no failure.
    """
    flags = getattr(os, "O_DIRECTORY", None)
    if flags is None:
        return
    descriptor = os.open(folder, os.O_RDONLY | flags)
    try:
        _sync(descriptor)
    except OSError as error:
        # Some file systems of sticks know it not: there is nothing more that could be done.
        if error.errno not in _NOT_KNOWN:
            raise
    finally:
        os.close(descriptor)


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        try:
            # fsync alone leaves the bytes in the drive's own memory there.
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError as error:
            if error.errno not in _NOT_KNOWN:
                raise
        else:
            return
    os.fsync(descriptor)
