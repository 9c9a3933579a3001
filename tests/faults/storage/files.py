"""Python's own file work over the same watched disk: open, write, sync, rename, link, remove.

Installed in a process of its own and never taken back.
"""

from __future__ import annotations

import builtins
import io
import os
import shutil
from collections.abc import Callable
from typing import Any

from tests.faults.storage.disk import Disk


def watch_files(disk: Disk) -> None:
    """Count, write down and fail what this process does to files below the disk's root."""
    _Watch(disk).install()


class _WatchedFile(io.FileIO):
    """A file whose writes are counted; unbuffered, as the system sees them."""

    def __init__(self, disk: Disk, path: str, file: Any, mode: str, opener: Any = None) -> None:
        super().__init__(file, mode, opener=opener)
        self._disk = disk
        self._path = path

    def write(self, content: Any, /) -> int:
        """Write, or fail as a disk does."""
        size = os.fstat(self.fileno()).st_size
        at = size if "a" in self.mode else self.tell()
        whole = bytes(content)
        _refuse(self._disk.begin("write", self._path, max(0, at + len(whole) - size)), self._path)
        written = super().write(whole)
        assert written == len(whole)
        self._disk.note("write", id(self), at, whole)
        return written

    def truncate(self, size: int | None = None, /) -> int:
        """Cut, or fail as a disk does."""
        _refuse(self._disk.begin("truncate", self._path), self._path)
        length = super().truncate(size)
        self._disk.note("truncate", id(self), length)
        return length

    def close(self) -> None:
        """Close."""
        if not self.closed:
            self._disk.note("close", id(self))
        super().close()


class _Watch:
    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._real_open = builtins.open
        self._os = {
            name: getattr(os, name)
            for name in (
                "open", "write", "close", "fsync", "fdatasync", "replace", "rename", "link",
                "unlink", "remove", "mkdir", "rmdir", "ftruncate", "truncate",
            )
        }  # fmt: skip
        self._handles: dict[int, str] = {}

    def install(self) -> None:
        """Stand in for the functions of `os`, and for `open`."""
        # Copies that the kernel makes by itself would not be seen.
        for name in ("_USE_CP_SENDFILE", "_USE_CP_COPY_FILE_RANGE", "_HAS_FCOPYFILE"):
            if hasattr(shutil, name):
                setattr(shutil, name, False)
        for target in (builtins, io):
            target.open = self._open  # type: ignore[attr-defined]
        os.open = self._os_open
        os.write = self._os_write
        os.close = self._os_close
        os.fsync = self._fsync
        os.fdatasync = self._fsync
        os.replace = self._moving("replace")
        os.rename = self._moving("rename")
        os.link = self._link  # type: ignore[assignment]
        os.unlink = self._removing("unlink", "unlink")
        os.remove = self._removing("remove", "unlink")
        os.rmdir = self._removing("rmdir", "rmdir")
        os.mkdir = self._mkdir
        os.ftruncate = self._unseen("ftruncate")
        os.truncate = self._unseen("truncate")

    def _full(self, path: Any, dir_fd: int | None = None) -> str:
        text = os.fsdecode(path)
        if dir_fd is not None and not os.path.isabs(text):
            text = os.path.join(os.readlink(f"/proc/self/fd/{dir_fd}"), text)
        return os.path.abspath(text)

    def _counts(self, path: str) -> bool:
        return self._disk.counts(path) or path == str(self._disk.root)

    def _open(
        self,
        file: Any,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        closefd: bool = True,
        opener: Any = None,
    ) -> Any:
        """Stand in for `open`; files that are only read, or lie elsewhere, are left to it."""
        writes = any(letter in mode for letter in "wax+")
        path = self._handles.get(file, "") if isinstance(file, int) else self._full(file)
        if not (writes and path and self._counts(path)):
            return self._real_open(
                file, mode, buffering, encoding, errors, newline, closefd, opener
            )
        assert closefd
        raw = _WatchedFile.__new__(_WatchedFile)
        bare = mode.replace("b", "").replace("t", "")
        if isinstance(file, int):
            raw.__init__(self._disk, path, file, bare)  # type: ignore[misc]
            self._disk.note("open", id(raw), path, False)
            del self._handles[file]
        else:
            made = not os.path.exists(path)
            _refuse(self._disk.begin("open", path), path)
            raw.__init__(self._disk, path, file, bare, opener)  # type: ignore[misc]
            self._disk.note("open", id(raw), path, made)
            if "w" in mode and not made:
                self._disk.note("truncate", id(raw), 0)
        if "b" in mode and buffering == 0:
            return raw
        buffered: Any = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
        if "b" in mode:
            return buffered
        return io.TextIOWrapper(buffered, encoding, errors, newline, line_buffering=buffering == 1)

    def _os_open(self, path: Any, flags: int, mode: int = 0o777, *, dir_fd: Any = None) -> int:
        full = self._full(path, dir_fd)
        writes = flags & (os.O_WRONLY | os.O_RDWR)
        if not (writes and self._counts(full)):
            return int(self._os["open"](path, flags, mode, dir_fd=dir_fd))
        made = not os.path.exists(full)
        _refuse(self._disk.begin("open", full), full)
        handle: int = self._os["open"](path, flags, mode, dir_fd=dir_fd)
        self._handles[handle] = full
        self._disk.note("open", f"handle {handle}", full, made)
        if flags & os.O_TRUNC and not made:
            self._disk.note("truncate", f"handle {handle}", 0)
        return handle

    def _os_write(self, handle: int, content: Any) -> int:
        path = self._handles.get(handle)
        if path is None:
            return int(self._os["write"](handle, content))
        size = os.fstat(handle).st_size
        appends = _flags(handle) & os.O_APPEND
        at = size if appends else os.lseek(handle, 0, os.SEEK_CUR)
        whole = bytes(content)
        _refuse(self._disk.begin("write", path, max(0, at + len(whole) - size)), path)
        written: int = self._os["write"](handle, whole)
        assert written == len(whole)
        self._disk.note("write", f"handle {handle}", at, whole)
        return written

    def _os_close(self, fd: int) -> None:
        if self._handles.pop(fd, None) is not None:
            self._disk.note("close", f"handle {fd}")
        self._os["close"](fd)

    def _fsync(self, fd: Any) -> None:
        number = fd if isinstance(fd, int) else fd.fileno()
        path = os.readlink(f"/proc/self/fd/{number}")
        if not self._counts(path):
            self._os["fsync"](number)
            return
        kind = "sync folder" if os.path.isdir(path) else "sync"
        _refuse(self._disk.begin(kind, path), path)
        self._disk.note("sync folder" if kind == "sync folder" else "sync path", path)
        if self._disk.syncs:
            self._os["fsync"](number)

    def _moving(self, name: str) -> Callable[..., None]:
        def move(
            source: Any, target: Any, *, src_dir_fd: Any = None, dst_dir_fd: Any = None
        ) -> None:
            old, new = self._full(source, src_dir_fd), self._full(target, dst_dir_fd)
            counts = self._counts(old) or self._counts(new)
            if counts:
                _refuse(self._disk.begin("rename", new), new)
            self._os[name](old, new)
            if counts:
                self._disk.note("rename", old, new)

        return move

    def _link(self, source: Any, target: Any, **options: Any) -> None:
        old, new = self._full(source), self._full(target)
        counts = self._counts(new)
        if counts:
            _refuse(self._disk.begin("link", new), new)
        self._os["link"](source, target, **options)
        if counts:
            self._disk.note("link", old, new)

    def _removing(self, name: str, kind: str) -> Callable[..., None]:
        def remove(path: Any, *, dir_fd: Any = None) -> None:
            full = self._full(path, dir_fd)
            counts = self._counts(full)
            if counts and os.path.lexists(full):
                _refuse(self._disk.begin(kind, full), full)
            self._os[name](path, dir_fd=dir_fd)
            if counts:
                self._disk.note(kind, full)

        return remove

    def _mkdir(self, path: Any, mode: int = 0o777, *, dir_fd: Any = None) -> None:
        full = self._full(path, dir_fd)
        counts = self._counts(full)
        if counts and not os.path.lexists(full):
            _refuse(self._disk.begin("mkdir", full), full)
        self._os["mkdir"](path, mode, dir_fd=dir_fd)
        if counts:
            self._disk.note("mkdir", full)

    def _unseen(self, name: str) -> Callable[..., None]:
        def refuse(path: Any, *given: Any) -> None:
            if isinstance(path, int):
                full = os.readlink(f"/proc/self/fd/{path}")
            else:
                full = self._full(path)
            assert not self._counts(full), f"os.{name} is not written down"
            self._os[name](path, *given)

        return refuse


def _refuse(error: int, path: str) -> None:
    if error:
        raise OSError(error, os.strerror(error), path)


def _flags(handle: int) -> int:
    import fcntl

    return fcntl.fcntl(handle, fcntl.F_GETFL)
