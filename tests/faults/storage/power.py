"""What a disk may hold after a power cut, worked out from what was written down.

A file's content is sure up to its last sync; each later write or cut of it may be there, be
missing, or be torn at a sector. A name (made, removed, renamed) is sure once its folder was synced;
each later one may be there or not. A rename is never half done, and is sure with either of its
folders: so it is on every journalling file system. Nothing else is promised here, not even that the
sync of a new file keeps its name, nor any order between two writes.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.faults.storage.disk import Step


@dataclass(eq=False)
class _Content:
    """One file, whatever its names."""

    sure: bytearray = field(default_factory=bytearray)
    now: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)

    def write(self, at: int, content: bytes) -> None:
        _write(self.now, at, content)
        self.pending.append((at, content))

    def cut(self, length: int) -> None:
        _cut(self.now, length)
        self.pending.append((length, None))

    def sync(self) -> None:
        self.sure = bytearray(self.now)
        self.pending = []


@dataclass(eq=False)
class _NameStep:
    """A change of names: what they stand for afterwards; None where a name goes."""

    folders: frozenset[str]
    names: dict[str, _Content | None]
    made: str = ""
    gone: str = ""


class PowerModel:
    """Goes through the steps of a life and tells what a cut may leave.

    Args:
        root: where the life took place.
        standing: files and folders (None) that were there, synced, when it began.
    """

    def __init__(self, root: Path, standing: dict[str, bytes | None] | None = None) -> None:
        self._root = str(root)
        self._names: dict[str, _Content] = {}
        self._folders = {self._root}
        self._sure_names: dict[str, _Content] = {}
        self._sure_folders = {self._root}
        self._open: dict[object, _Content] = {}
        self._pending: list[_NameStep] = []
        for path, content in (standing or {}).items():
            folder = path if content is None else os.path.dirname(path)
            while folder not in self._folders:
                self._folders.add(folder)
                self._sure_folders.add(folder)
                folder = os.path.dirname(folder)
            if content is not None:
                self._names[path] = self._sure_names[path] = _Content(
                    bytearray(content), bytearray(content)
                )

    def take(self, step: Step) -> None:
        """Go on by one step."""
        match step:
            case ("open", handle, str(path), made):
                if made or path not in self._names:
                    self._name({path: _Content()})
                self._open[handle] = self._names[path]
            case ("close", handle):
                self._open.pop(handle, None)
            case ("write", handle, int(at), bytes(content)):
                self._open[handle].write(at, content)
            case ("truncate", handle, int(length)):
                self._open[handle].cut(length)
            case ("sync", handle):
                self._open[handle].sync()
            case ("sync path", str(path)):
                self._names[path].sync()
            case ("sync folder", str(path)):
                self._sync_folder(path)
            case ("unlink", str(path)):
                self._name({path: None})
            case ("link", str(old), str(new)):
                self._name({new: self._names[old]})
            case ("rename", str(old), str(new)):
                self._rename(old, new)
            case ("mkdir", str(path)):
                self._folders.add(path)
                self._pending.append(_NameStep(frozenset((os.path.dirname(path),)), {}, made=path))
            case ("rmdir", str(path)):
                self._folders.discard(path)
                self._pending.append(_NameStep(frozenset((os.path.dirname(path),)), {}, gone=path))

    def _name(self, names: dict[str, _Content | None], made: str = "", gone: str = "") -> None:
        for path, content in names.items():
            if content is None:
                del self._names[path]
            else:
                self._names[path] = content
        folders = frozenset(os.path.dirname(path) for path in (*names, made, gone) if path)
        self._pending.append(_NameStep(folders, names, made, gone))

    def _rename(self, old: str, new: str) -> None:
        if old not in self._folders:
            self._name({old: None, new: self._names[old]})
            return
        inside = [path for path in self._names if path.startswith(old + os.sep)]
        assert not any(path.startswith(old + os.sep) for path in self._folders)
        names: dict[str, _Content | None] = dict.fromkeys(inside)
        names |= {new + path[len(old) :]: self._names[path] for path in inside}
        self._folders.discard(old)
        self._folders.add(new)
        self._name(names, new, old)
        # It is a change of the folders above, not of the names inside.
        self._pending[-1].folders = frozenset((os.path.dirname(old), os.path.dirname(new)))

    def _sync_folder(self, path: str) -> None:
        rest = []
        for step in self._pending:
            if path in step.folders:
                _apply(step, self._sure_names, self._sure_folders)
            else:
                rest.append(step)
        self._pending = rest

    def as_it_is(self) -> dict[str, bytes]:
        """The files as they stand while the power is on."""
        return {path: bytes(content.now) for path, content in self._names.items()}

    def after_cut(self, random: Random) -> dict[str, bytes]:
        """The files as they may be found when the power is back."""
        names, folders = dict(self._sure_names), set(self._sure_folders)
        for step in _some(self._pending, random):
            _apply(step, names, folders)
        keep = random.choice((0.0, 0.5, 0.9, 1.0))
        sector = random.choice((512, 4096))
        found: dict[_Content, bytes] = {}
        for content in dict.fromkeys(names.values()):
            found[content] = _after_cut(content, keep, sector, random)
        reached = {
            path: content
            for path, content in names.items()
            if self._reached(os.path.dirname(path), folders)
        }
        return {path: found[content] for path, content in reached.items()}

    def _reached(self, folder: str, folders: set[str]) -> bool:
        while folder != self._root:
            if folder not in folders:
                return False
            folder = os.path.dirname(folder)
        return True


def _some(pending: list[_NameStep], random: Random) -> list[_NameStep]:
    """The steps that reached the disk: as many as a journal had written, or any of them."""
    if random.random() < 0.5:
        return pending[: random.randint(0, len(pending))]
    return [step for step in pending if random.random() < 0.5]


def _apply(step: _NameStep, names: dict[str, _Content], folders: set[str]) -> None:
    for path, content in step.names.items():
        if content is None:
            names.pop(path, None)
        else:
            names[path] = content
    if step.made:
        folders.add(step.made)
    if step.gone:
        folders.discard(step.gone)


def _after_cut(content: _Content, keep: float, sector: int, random: Random) -> bytes:
    result = bytearray(content.sure)
    for at, written in content.pending:
        if random.random() >= keep:
            if random.random() < 0.2 and written:
                _write_torn(result, at, written, sector, random)
            continue
        if written is None:
            _cut(result, at)
        else:
            _write(result, at, written)
    return bytes(result)


def _write_torn(result: bytearray, at: int, written: bytes, sector: int, random: Random) -> None:
    """Some sectors of a write, not the others."""
    begin = at
    while begin < at + len(written):
        end = min((begin // sector + 1) * sector, at + len(written))
        if random.random() < 0.5:
            _write(result, begin, written[begin - at : end - at])
        begin = end


def _write(target: bytearray, at: int, content: bytes) -> None:
    if len(target) < at:
        target.extend(bytes(at - len(target)))
    target[at : at + len(content)] = content


def _cut(target: bytearray, length: int) -> None:
    if length < len(target):
        del target[length:]
    else:
        target.extend(bytes(length - len(target)))
