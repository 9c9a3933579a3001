"""A SQLite file layer that counts, writes down and fails: a shim over the real one.

The real layer's structures are copied and a few entries replaced, so everything else (locks, shared
memory of the WAL, reading) is the real thing at the real speed. It is made the default, so that the
program's own code runs over it unchanged. SQLCipher stands above: what arrives here is encrypted.

A sync is written down; whether it is carried out too (slow, and no matter to a test that decides
itself what a power cut leaves) is `Disk.syncs`. When it is, SQLite's own syncs of folders are seen.
"""

from __future__ import annotations

import ctypes
import errno
import os
from ctypes import (
    CFUNCTYPE,
    POINTER,
    Structure,
    addressof,
    c_char_p,
    c_int,
    c_int64,
    c_void_p,
    cast,
    pointer,
    string_at,
)
from typing import Any

import sqlcipher3._sqlite3 as library  # type: ignore[import-untyped]

from tests.faults.storage.disk import Disk

_OK, _CANTOPEN, _FULL, _IOERR = 0, 14, 13, 10
_DETAIL = {"write": 3, "sync": 4, "truncate": 6, "unlink": 10}

_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, POINTER(c_int))
_DELETE = CFUNCTYPE(c_int, c_void_p, c_char_p, c_int)
_SET_CALL = CFUNCTYPE(c_int, c_void_p, c_char_p, c_void_p)
_GET_CALL = CFUNCTYPE(c_void_p, c_void_p, c_char_p)
_OPEN_FOLDER = CFUNCTYPE(c_int, c_char_p, POINTER(c_int))
_CLOSE = CFUNCTYPE(c_int, c_void_p)
_WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC = CFUNCTYPE(c_int, c_void_p, c_int)
_SIZE = CFUNCTYPE(c_int, c_void_p, POINTER(c_int64))


class _Vfs(Structure):
    _fields_ = (
        ("version", c_int),
        ("file_size", c_int),
        ("longest_path", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", c_void_p),
        ("delete", c_void_p),
        ("access", c_void_p),
        ("full_path", c_void_p),
        ("dl_open", c_void_p),
        ("dl_error", c_void_p),
        ("dl_sym", c_void_p),
        ("dl_close", c_void_p),
        ("randomness", c_void_p),
        ("sleep", c_void_p),
        ("time", c_void_p),
        ("last_error", c_void_p),
        ("time_64", c_void_p),
        ("set_call", c_void_p),
        ("get_call", c_void_p),
        ("next_call", c_void_p),
    )


class _Methods(Structure):
    _fields_ = (
        ("version", c_int),
        ("close", c_void_p),
        ("read", c_void_p),
        ("write", c_void_p),
        ("truncate", c_void_p),
        ("sync", c_void_p),
        ("size", c_void_p),
        ("lock", c_void_p),
        ("unlock", c_void_p),
        ("check_lock", c_void_p),
        ("control", c_void_p),
        ("sector", c_void_p),
        ("characteristics", c_void_p),
        ("shm_map", c_void_p),
        ("shm_lock", c_void_p),
        ("shm_barrier", c_void_p),
        ("shm_unmap", c_void_p),
        ("fetch", c_void_p),
        ("unfetch", c_void_p),
    )


class _File(Structure):
    _fields_ = (("methods", c_void_p),)


# SQLite goes on using a layer until the process ends.
_registered: list[FaultyLayer] = []


def _code(kind: str, error: int) -> int:
    if error == errno.ENOSPC:
        return _FULL
    return _CANTOPEN if kind == "open" else _IOERR | _DETAIL[kind] << 8


class FaultyLayer:
    """The shim, registered as SQLite's default for the life of this process.

    Made once in a process of its own, before the first database is opened.
    """

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._library: Any = ctypes.CDLL(library.__file__)
        find = self._library.sqlite3_vfs_find
        find.restype = POINTER(_Vfs)
        self._library.sqlite3_vfs_register.argtypes = (c_void_p, c_int)
        if self._library.sqlite3_initialize() != _OK:
            raise RuntimeError("SQLite does not begin")
        self._real = find(None).contents
        self._paths: dict[int, str] = {}
        self._tables: dict[int, tuple[_Methods, _Methods]] = {}
        # ctypes keeps no reference to what C is given: it has to be held here.
        self._held: list[Any] = []
        self._shim = _Vfs.from_buffer_copy(self._real)
        self._shim.name = b"faulty"
        self._shim.next = None
        self._shim.open = self._given(_OPEN(self._open))
        self._shim.delete = self._given(_DELETE(self._delete))
        self._watch_folders()
        if self._library.sqlite3_vfs_register(addressof(self._shim), 1) != _OK:
            raise RuntimeError("the file layer is not taken")
        _registered.append(self)

    def _given(self, function: Any) -> Any:
        self._held.append(function)
        return cast(function, c_void_p).value

    def _watch_folders(self) -> None:
        """See which folders SQLite syncs: it opens them for nothing else."""
        name = b"openDirectory"
        found = _GET_CALL(self._real.get_call)(addressof(self._real), name)
        real = _OPEN_FOLDER(found)

        def opened(path: bytes, handle: Any) -> int:
            text = os.fsdecode(path)
            if self._disk.counts(text):
                folder = os.path.dirname(text)
                self._disk.begin("sync folder", folder)
                self._disk.note("sync folder", folder)
            answer: int = real(path, handle)
            return answer

        self._held.append(real)
        _SET_CALL(self._real.set_call)(
            addressof(self._real), name, self._given(_OPEN_FOLDER(opened))
        )

    def _open(self, _vfs: int, name: int | None, file: int, flags: int, out: Any) -> int:
        path = os.fsdecode(string_at(name)) if name else ""
        counts = bool(path) and self._disk.counts(path)
        made = counts and not os.path.exists(path)
        if counts:
            error = self._disk.begin("open", path)
            if error:
                cast(file, POINTER(_File)).contents.methods = None
                return _code("open", error)
        # The name must stay the very pointer: behind it SQLite keeps its parameters.
        answer: int = _OPEN(self._real.open)(addressof(self._real), name, file, flags, out)
        if answer == _OK and counts:
            self._paths[file] = path
            self._disk.note("open", file, path, made)
            opened = cast(file, POINTER(_File)).contents
            opened.methods = addressof(self._table(opened.methods)[1])
        return answer

    def _table(self, real: int) -> tuple[_Methods, _Methods]:
        """The real methods, and ours that stand before them."""
        known = self._tables.get(real)
        if known is None:
            theirs = cast(real, POINTER(_Methods)).contents
            ours = _Methods.from_buffer_copy(theirs)
            close, write = _CLOSE(theirs.close), _WRITE(theirs.write)
            truncate, size = _TRUNCATE(theirs.truncate), _SIZE(theirs.size)
            sync = _SYNC(theirs.sync)
            self._held += [close, write, truncate, size, sync]

            def closed(file: int) -> int:
                self._paths.pop(file, None)
                self._disk.note("close", file)
                answer: int = close(file)
                return answer

            def wrote(file: int, data: int, length: int, offset: int) -> int:
                now = c_int64()
                size(file, pointer(now))
                growth = max(0, offset + length - now.value)
                error = self._disk.begin("write", self._paths[file], growth)
                if error:
                    return _code("write", error)
                answer: int = write(file, data, length, offset)
                if answer == _OK and self._disk.recording:
                    self._disk.note("write", file, offset, string_at(data, length))
                return answer

            def truncated(file: int, length: int) -> int:
                error = self._disk.begin("truncate", self._paths[file])
                if error:
                    return _code("truncate", error)
                answer: int = truncate(file, length)
                if answer == _OK:
                    self._disk.note("truncate", file, length)
                return answer

            def synced(file: int, flags: int) -> int:
                error = self._disk.begin("sync", self._paths[file])
                if error:
                    return _code("sync", error)
                self._disk.note("sync", file)
                answer: int = sync(file, flags) if self._disk.syncs else _OK
                return answer

            ours.close = self._given(_CLOSE(closed))
            ours.write = self._given(_WRITE(wrote))
            ours.truncate = self._given(_TRUNCATE(truncated))
            ours.sync = self._given(_SYNC(synced))
            known = self._tables[real] = (theirs, ours)
        return known

    def _delete(self, _vfs: int, name: bytes, sync_folder: int) -> int:
        path = os.fsdecode(name)
        counts = self._disk.counts(path)
        if counts:
            error = self._disk.begin("unlink", path)
            if error:
                return _code("unlink", error)
        there = counts and os.path.exists(path)
        answer: int = _DELETE(self._real.delete)(addressof(self._real), name, 0)
        if answer == _OK and there:
            self._disk.note("unlink", path)
            if sync_folder:
                self._disk.note("sync folder", os.path.dirname(path))
        return answer
