"""Backups that are opened and counted before they are trusted, and putting one back."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import msgspec
import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]

from desktop.database import connect, translated
from desktop.errors import StorageError, UserError
from desktop.keys import KeyCost, KeyRing
from desktop.models.capture import SyncRules
from desktop.models.program import DeviceState
from desktop.progress import Progress, SilentProgress
from desktop.services.rights import Right, needs
from desktop.services.sync_store import DesktopStore
from desktop.services.workspace import DATABASE_FILE, KEY_FILE, Workspace

_FORMAT: Final = 1
_MANIFEST: Final = "backup.json"
_NAMES: Final = frozenset({DATABASE_FILE, KEY_FILE, _MANIFEST})
_PAGES: Final = 2_000  # a step of 8 MB: the window can write in between
_SMALL: Final = 4_000_000
_CHUNK: Final = 1 << 20
_ASIDE: Final = (DATABASE_FILE, DATABASE_FILE + "-wal", DATABASE_FILE + "-shm", KEY_FILE)


class Manifest(msgspec.Struct, frozen=True):
    """What a backup says of itself, readable without the passcode: no name, no person."""

    format: int
    made_ms: int
    centre: str
    device: str
    learners: int
    changes: int
    database_sha256: str


@dataclass(frozen=True)
class BackupMade:
    """A backup that was opened and counted. `size` in bytes."""

    path: Path
    size: int
    learners: int
    changes: int


@dataclass(frozen=True)
class Restored:
    """What was put back, and where the files that stood there are kept.

    `changes_lost` counts changes of the files set aside that the backup does not have: None
    when they could not be read.
    """

    learners: int
    changes: int
    kept: Path | None
    changes_lost: int | None


@dataclass(frozen=True)
class _Counts:
    learners: int
    changes: int


class BackupService:
    """Makes backups of an open centre."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.BACKUP)
    def make(self, path: Path, progress: Progress | None = None) -> BackupMade:
        """Write a backup beside its place, open it, count it, and only then give it its name.

        The file holds the encrypted database and the key file: it is opened with a passcode of
        the day it was made.

        Raises:
            UserError: `file_exists`: a backup is never overwritten; `folder_missing`.
            StorageError: the disk is full, or what was written does not agree.
            Cancelled: once the person has asked to stop; no file is left.
        """
        told = progress or SilentProgress()
        path = path.absolute()
        if path.exists():
            raise UserError("file_exists", file=path.name)
        if not path.parent.is_dir():
            raise UserError("folder_missing", folder=str(path.parent))
        with _folder_beside(path) as folder, _storage_errors():
            copy = folder / DATABASE_FILE
            self._copy_database(copy, told)
            counts = _counted(self._workspace.database.connect_to(copy))
            shutil.copyfile(self._workspace.keys.path, folder / KEY_FILE)
            with self._workspace.read() as session:
                device = session.get_one(DeviceState, 1).device.hex()
            manifest = Manifest(
                _FORMAT,
                self._workspace.database.clock(),
                str(self._workspace.centre_id),
                device,
                counts.learners,
                counts.changes,
                _sha256(copy),
            )
            (folder / _MANIFEST).write_bytes(msgspec.json.encode(manifest))
            draft = folder / "backup.zip"
            _pack(folder, draft)
            _unpacked(draft, folder / "read-back")
            _take_name(draft, path)
        return BackupMade(path, path.stat().st_size, counts.learners, counts.changes)

    def _copy_database(self, copy: Path, told: Progress) -> None:
        """Copy every page through SQLite's own interface, which sees the WAL too."""

        def step(status: int, remaining: int, total: int) -> None:
            told.step(total - remaining, total, "backup")

        with self._workspace.database.engine.connect() as connection:
            source: Any = connection.connection.dbapi_connection
            target = self._workspace.database.connect_to(copy)
            try:
                source.backup(target, pages=_PAGES, progress=step)
                # One file alone: nothing of the copy may stay in a WAL.
                target.execute("PRAGMA journal_mode = DELETE").fetchall()
            finally:
                target.close()


def restore(
    folder: Path,
    file: Path,
    passcode: str,
    rules: SyncRules,
    *,
    key_cost: KeyCost | None = None,
) -> Restored:
    """Put a backup in the place of the centre in `folder`, whose files are kept aside.

    The restored copy goes on in a new epoch: changes of its old epoch that the hub has not
    confirmed are sent again, and no number is given twice.

    Raises:
        UserError: `backup_missing`, `backup_unreadable`, `wrong_passcode`.
        StorageError: what is inside is damaged, or newer than this program.
    """
    if not file.is_file():
        raise UserError("backup_missing", file=file.name)
    folder.mkdir(parents=True, exist_ok=True)
    with _folder_beside(folder / DATABASE_FILE) as work, _storage_errors():
        unpacked = work / "centre"
        manifest = _unpacked(file, unpacked)
        user_id, key = KeyRing(unpacked / KEY_FILE).unlock_any(passcode)
        counts = _counted(connect(unpacked / DATABASE_FILE, key))
        if counts.changes != manifest.changes or counts.learners != manifest.learners:
            raise StorageError("backup_differs")
        present = _present(folder, key)
        workspace = Workspace.open(unpacked, passcode, rules, user_id=user_id, key_cost=key_cost)
        try:
            _begin_epoch(workspace, present)
        finally:
            workspace.close()
        kept = _set_aside(folder, manifest.made_ms)
        for name in (DATABASE_FILE, KEY_FILE):
            os.replace(unpacked / name, folder / name)
    lost = None
    if present is not None:
        lost = max(present.changes - counts.changes, 0)
    return Restored(counts.learners, counts.changes, kept, lost)


@dataclass(frozen=True)
class _Present:
    """How far the files that are set aside had come."""

    device: bytes
    epoch: int
    next_code: int
    last_stamp: bytes
    changes: int


def _begin_epoch(workspace: Workspace, present: _Present | None) -> None:
    """Make the restored copy go on where no number was given before."""
    with workspace.read() as session:
        device = session.get_one(DeviceState, 1)
        same = present is not None and present.device == device.device
        epoch = max(device.epoch, present.epoch if present is not None and same else 0) + 1
        next_code = device.next_code
    store = DesktopStore(workspace)
    store.restart(epoch, store.link())
    with workspace.database.write(applying=True) as session:
        device = session.get_one(DeviceState, 1)
        if present is not None and same:
            # How far the codes had gone is known: none need be skipped.
            device.next_code = max(next_code, present.next_code)
            device.last_stamp = max(device.last_stamp, present.last_stamp)


def _present(folder: Path, key: bytes) -> _Present | None:
    """Read what stands in the folder now, as far as this key opens it."""
    path = folder / DATABASE_FILE
    if not path.exists():
        return None
    try:
        connection = connect(path, key)
    except StorageError:
        return None
    try:
        row = connection.execute(
            "SELECT device, epoch, next_code, last_stamp FROM device_state"
        ).fetchone()
        (changes,) = connection.execute("SELECT count(*) FROM change").fetchone()
        return _Present(bytes(row[0]), row[1], row[2], bytes(row[3]), changes)
    except sqlcipher.Error:
        return None
    finally:
        connection.close()


def _set_aside(folder: Path, made_ms: int) -> Path | None:
    """Move what stands in the folder into one beside it; nothing is ever overwritten."""
    standing = [folder / name for name in _ASIDE if (folder / name).exists()]
    if not standing:
        return None
    number = 1
    while (aside := folder / f"before-restore-{made_ms}-{number}").exists():
        number += 1
    aside.mkdir()
    for path in standing:
        os.replace(path, aside / path.name)
    return aside


def _counted(connection: Any) -> _Counts:
    """Read every page of a copy, count, and close it.

    Raises:
        StorageError: `backup_damaged`.
    """
    try:
        pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        (answer,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if pages or answer != "ok" or broken:
            raise StorageError("backup_damaged")
        (learners,) = connection.execute(
            "SELECT count(*) FROM learner WHERE deleted = 0 AND merged_into IS NULL"
        ).fetchone()
        (changes,) = connection.execute("SELECT count(*) FROM change").fetchone()
    except sqlcipher.Error as error:
        raise translated(error) from error
    finally:
        connection.close()
    return _Counts(learners, changes)


def _pack(folder: Path, draft: Path) -> None:
    # Stored, not packed: encrypted pages do not shrink.
    with zipfile.ZipFile(draft, "x", zipfile.ZIP_STORED) as archive:
        for name in (_MANIFEST, KEY_FILE, DATABASE_FILE):
            archive.write(folder / name, name)
    with draft.open("rb+") as stream:
        os.fsync(stream.fileno())


def _unpacked(file: Path, folder: Path) -> Manifest:
    """Unpack a backup; only the three files it may hold, and only as large as it is itself.

    Raises:
        UserError: `backup_unreadable`.
        StorageError: `newer_file`.
    """
    folder.mkdir()
    try:
        with zipfile.ZipFile(file) as archive:
            entries = {entry.filename: entry for entry in archive.infolist()}
            if entries.keys() != _NAMES or len(archive.infolist()) != len(_NAMES):
                raise UserError("backup_unreadable", file=file.name)
            if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries.values()):
                raise UserError("backup_unreadable", file=file.name)
            if any(entries[name].file_size > _SMALL for name in (_MANIFEST, KEY_FILE)):
                raise UserError("backup_unreadable", file=file.name)
            manifest = msgspec.json.decode(archive.read(_MANIFEST), type=Manifest)
            if manifest.format > _FORMAT:
                raise StorageError("newer_file", file=file.name)
            UUID(manifest.centre)
            for name in (KEY_FILE, DATABASE_FILE):
                with archive.open(name) as stream, (folder / name).open("xb") as target:
                    shutil.copyfileobj(stream, target, _CHUNK)
    except (zipfile.BadZipFile, msgspec.DecodeError, ValueError, NotImplementedError) as error:
        raise UserError("backup_unreadable", file=file.name) from error
    if _sha256(folder / DATABASE_FILE) != manifest.database_sha256:
        raise UserError("backup_unreadable", file=file.name)
    return manifest


def _take_name(draft: Path, path: Path) -> None:
    """Give a finished file its name unless somebody has taken it meanwhile."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise UserError("file_exists", file=path.name) from None
    except OSError:
        # Many USB sticks know no links.
        if path.exists():
            raise UserError("file_exists", file=path.name) from None
        os.rename(draft, path)


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextlib.contextmanager
def _folder_beside(path: Path) -> Iterator[Path]:
    """A folder for half-made files on the same disk, gone at the end."""
    folder = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
    with _storage_errors():
        folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _storage_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        code = "disk_full" if error.errno == errno.ENOSPC else "cannot_write"
        raise StorageError(code, file=Path(error.filename or "").name) from error
    except sqlcipher.Error as error:
        raise translated(error) from error
