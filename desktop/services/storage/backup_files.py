"""The file of a backup: made, read back, listed. One file holds database, key file and a note."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import msgspec
import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]

from desktop.database import DATABASE_FILE, Database, connect, translated
from desktop.durable_files import (
    disk_errors,
    draft_beside,
    name_too_long,
    refused,
    sync_file,
    sync_folder,
)
from desktop.errors import StorageError, UserError
from desktop.keys import KEY_FILE
from desktop.models.base import from_milliseconds
from desktop.progress import Progress, SilentProgress
from resources.clock import in_thailand
from sync.own_files import make_own_folder, open_own

FOLDER: Final = "backups"
ENDING: Final = ".backup"
_FORMAT: Final = 1
_MANIFEST: Final = "backup.json"
_NAMES: Final = frozenset({DATABASE_FILE, KEY_FILE, _MANIFEST})
_PAGES: Final = 500  # a step of 2 MB: the window can write in between, and cancel
_SMALL: Final = 4_000_000
_CHUNK: Final = 1 << 20
_SEAL: Final = b"backup seal 1"
_SEALED_VERSION: Final = 2
_NAME: Final = re.compile(r"centre-\d{8}-\d{6}-(\d{6})\.backup")


class Manifest(msgspec.Struct, frozen=True):
    """What a backup says of itself, readable without the passcode: no name, no person.

    `commits` is how many writes the database had seen; 0 in backups of older programs. `seal` says,
    under a key derived from the database's, that all this and the key file belong together; "" in
    backups of older programs, whose copies of the database do not ask for one.
    """

    format: int
    made_ms: int
    centre: str
    device: str
    learners: int
    changes: int
    database_sha256: str
    epoch: int = 0
    commits: int = 0
    seal: str = ""


@dataclass(frozen=True)
class BackupMade:
    """A backup that was opened and counted. `size` in bytes."""

    path: Path
    size: int
    learners: int
    changes: int


@dataclass(frozen=True)
class KeptBackup:
    """A backup of the centre's own folder; `manifest` is None where it cannot be read."""

    path: Path
    number: int
    size: int
    manifest: Manifest | None

    @property
    def at(self) -> datetime | None:
        """When it was made, by the clock of that day."""
        return None if self.manifest is None else from_milliseconds(self.manifest.made_ms)


@dataclass(frozen=True)
class Counts:
    """What a copy holds."""

    learners: int
    changes: int
    centre: str
    device: str
    epoch: int
    commits: int


def kept_backups(folder: Path) -> tuple[KeptBackup, ...]:
    """Return the backups of a centre's own folder, the newest first."""
    found = []
    for path in (folder / FOLDER).glob(f"*{ENDING}"):
        match = _NAME.fullmatch(path.name)
        if match is None:
            continue
        try:
            size = path.stat().st_size
        except FileNotFoundError:
            continue
        found.append(KeptBackup(path, int(match[1]), size, read_manifest(path)))
    return tuple(sorted(found, key=lambda kept: kept.number, reverse=True))


def next_name(folder: Path, at: datetime) -> Path:
    """Return the name of the next backup of a centre's own folder: time and a growing number."""
    number = max((kept.number for kept in kept_backups(folder)), default=0) + 1
    return folder / FOLDER / f"centre-{in_thailand(at):%Y%m%d-%H%M%S}-{number:06d}{ENDING}"


def write_backup(
    database: Database, key_file: Path, path: Path, progress: Progress | None = None
) -> BackupMade:
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
    if os.path.exists(path):
        raise UserError("file_exists", file=path.name)
    if not path.parent.is_dir():
        raise UserError("folder_missing", folder=str(path.parent))
    with folder_beside(path) as folder, storage_errors():
        copy = folder / DATABASE_FILE
        copy_database(database, copy, told)
        _ask_for_seal(database.connect_to(copy))
        counts = counted(database.connect_to(copy), thorough=False)
        manifest = Manifest(
            _FORMAT,
            database.clock(),
            counts.centre,
            counts.device,
            counts.learners,
            counts.changes,
            sha256(copy),
            counts.epoch,
            counts.commits,
        )
        _put(folder / KEY_FILE, key_file.read_bytes())
        seal = _sealed(manifest, folder / KEY_FILE, database.derive(_SEAL))
        manifest = msgspec.structs.replace(manifest, seal=seal)
        _put(folder / _MANIFEST, msgspec.json.encode(manifest))
        draft = folder / f"draft{ENDING}"
        _pack(folder, draft)
        if checked(draft) != manifest:
            raise StorageError("backup_differs")
        _take_name(draft, path)
        sync_folder(path.parent)
    return BackupMade(path, path.stat().st_size, counts.learners, counts.changes)


def check_seal(manifest: Manifest, folder: Path, key: bytes) -> None:
    """Refuse an unpacked backup whose parts were not written together by who had its key.

    Args:
        manifest: what the backup says of itself.
        folder: where its files lie.
        key: the database key that its key file gave.

    Raises:
        StorageError: `backup_altered`; the database cannot be used.
    """
    if not manifest.seal and not _asks_for_seal(connect(folder / DATABASE_FILE, key)):
        return
    true = _sealed(manifest, folder / KEY_FILE, hmac.digest(key, _SEAL, "sha256"))
    if not hmac.compare_digest(true, manifest.seal):
        raise StorageError("backup_altered")


def _sealed(manifest: Manifest, key_file: Path, key: bytes) -> str:
    told = msgspec.json.encode(msgspec.structs.replace(manifest, seal=""))
    return hmac.new(key, told + key_file.read_bytes(), "sha256").hexdigest()


def _ask_for_seal(connection: Any) -> None:
    """Say inside the copy, which nobody alters without its key, that a seal goes with it."""
    try:
        connection.execute(f"PRAGMA user_version = {_SEALED_VERSION}")
    finally:
        connection.close()


def _asks_for_seal(connection: Any) -> bool:
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    finally:
        connection.close()
    return int(version) >= _SEALED_VERSION


def copy_database(database: Database, copy: Path, told: Progress) -> None:
    """Copy every page through SQLite's own interface, which sees the WAL too."""

    def step(status: int, remaining: int, total: int) -> None:
        told.step(total - remaining, total, "backup")

    with database.engine.connect() as connection:
        source: Any = connection.connection.dbapi_connection
        target = database.connect_to(copy)
        try:
            # One snapshot for all steps: a write in between would make the copy begin anew.
            source.execute("BEGIN")
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()
            # The copy is synced as a whole below; its steps need not be.
            target.execute("PRAGMA synchronous = OFF")
            source.backup(target, pages=_PAGES, progress=step)
            # One file alone: nothing of the copy may stay in a WAL.
            target.execute("PRAGMA journal_mode = DELETE").fetchall()
        finally:
            target.close()
            if source.in_transaction:
                source.execute("ROLLBACK")
    sync_file(copy)


def counted(connection: Any, *, thorough: bool = True) -> Counts:
    """Read every page of a copy, count, and close it.

    Args:
        connection: to the copy.
        thorough: compare each entry of each index too, as before a restore. Of a copy just made,
            page by page from a database in use, only its pages are in question.

    Raises:
        StorageError: `backup_damaged`.
    """
    try:
        pages = connection.execute("PRAGMA cipher_integrity_check").fetchall() if thorough else []
        check = "integrity_check" if thorough else "quick_check"
        (answer,) = connection.execute(f"PRAGMA {check}(1)").fetchone()
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if pages or answer != "ok" or broken:
            raise StorageError("backup_damaged")
        (learners,) = connection.execute(
            "SELECT count(*) FROM learner WHERE deleted = 0 AND merged_into IS NULL"
        ).fetchone()
        (changes,) = connection.execute("SELECT count(*) FROM change").fetchone()
        columns = {row[1] for row in connection.execute("PRAGMA table_info(device_state)")}
        # A snapshot before a step of the schema lacks the column.
        commits = "commits" if "commits" in columns else "0"
        row = connection.execute(
            f"SELECT centre_id, device, epoch, {commits} FROM device_state"  # nosec B608 - one of two words
        ).fetchone()
    except sqlcipher.Error as error:
        raise translated(error) from error
    finally:
        connection.close()
    if row is None:
        raise StorageError("backup_damaged")
    centre = str(UUID(bytes=bytes(row[0])))
    return Counts(learners, changes, centre, bytes(row[1]).hex(), row[2], row[3])


def read_manifest(file: Path) -> Manifest | None:
    """Return what a backup says of itself, None where it cannot be read."""
    try:
        with zipfile.ZipFile(file) as archive:
            return _manifest(archive, file)
    except (OSError, zipfile.BadZipFile, NotImplementedError, UserError, StorageError):
        return None


def checked(file: Path) -> Manifest:
    """Read a backup whole and compare it with what it says of itself.

    Raises:
        UserError: `backup_unreadable`.
        StorageError: `newer_file`.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = _manifest(archive, file)
            found = hashlib.sha256()
            with archive.open(DATABASE_FILE) as stream:
                while piece := stream.read(_CHUNK):
                    found.update(piece)
            archive.read(KEY_FILE)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise UserError("backup_unreadable", file=file.name) from error
    if found.hexdigest() != manifest.database_sha256:
        raise UserError("backup_unreadable", file=file.name)
    return manifest


def unpacked(file: Path, folder: Path) -> Manifest:
    """Unpack a backup; only the three files it may hold, and only as large as it is itself.

    Raises:
        UserError: `backup_unreadable`.
        StorageError: `newer_file`.
    """
    make_own_folder(folder)
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = _manifest(archive, file)
            for name in (KEY_FILE, DATABASE_FILE):
                with archive.open(name) as stream, open_own(folder / name, "xb") as target:
                    shutil.copyfileobj(stream, target, _CHUNK)
                    target.flush()
                    os.fsync(target.fileno())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise UserError("backup_unreadable", file=file.name) from error
    if sha256(folder / DATABASE_FILE) != manifest.database_sha256:
        raise UserError("backup_unreadable", file=file.name)
    return manifest


def _put(path: Path, content: bytes) -> None:
    with open_own(path, "xb") as file:
        file.write(content)


def sha256(path: Path) -> str:
    """Return the hash of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextlib.contextmanager
def folder_beside(path: Path, unless: Path | None = None) -> Iterator[Path]:
    """A folder for half-made files on the same disk, gone at the end.

    It stays where the file `unless` stands by then: a journal that still needs what is in it.
    """
    folder = draft_beside(path)
    with storage_errors():
        make_own_folder(folder)
    try:
        yield folder
    finally:
        if unless is None or not unless.exists():
            shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def storage_errors() -> Iterator[None]:
    """Say in the program's codes what the disk or the database refused."""
    try:
        with disk_errors():
            yield
    except sqlcipher.Error as error:
        raise translated(error) from error


def _manifest(archive: zipfile.ZipFile, file: Path) -> Manifest:
    entries = {entry.filename: entry for entry in archive.infolist()}
    if entries.keys() != _NAMES or len(archive.infolist()) != len(_NAMES):
        raise UserError("backup_unreadable", file=file.name)
    if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries.values()):
        raise UserError("backup_unreadable", file=file.name)
    if any(entries[name].file_size > _SMALL for name in (_MANIFEST, KEY_FILE)):
        raise UserError("backup_unreadable", file=file.name)
    try:
        manifest = msgspec.json.decode(archive.read(_MANIFEST), type=Manifest)
        UUID(manifest.centre)
    except ValueError as error:  # msgspec's own errors are ValueErrors too
        raise UserError("backup_unreadable", file=file.name) from error
    if manifest.format > _FORMAT:
        raise StorageError("newer_file", file=file.name)
    return manifest


def _pack(folder: Path, draft: Path) -> None:
    # Stored, not packed: encrypted pages do not shrink.
    with (
        open_own(draft, "xb") as file,
        zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive,
    ):
        for name in (_MANIFEST, KEY_FILE, DATABASE_FILE):
            archive.write(folder / name, name)
    sync_file(draft)


def _take_name(draft: Path, path: Path) -> None:
    """Give a finished file its name unless somebody has taken it meanwhile."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise UserError("file_exists", file=path.name) from None
    except OSError as error:
        if name_too_long(error, path):
            raise refused(error, path, UserError("file_exists", file=path.name)) from error
        # Many USB sticks know no links.
        if path.exists():
            raise UserError("file_exists", file=path.name) from None
        os.rename(draft, path)
