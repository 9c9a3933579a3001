"""Backups that are opened and counted before they are trusted, and putting one back."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]
from sqlalchemy import select, update

from desktop.database import DATABASE_FILE, Database, connect, translated, wall_ms
from desktop.durable_files import make_folder_durably, sync_file, sync_folder
from desktop.errors import StorageError, UserError
from desktop.keys import KEY_FILE, KeyCost, KeyRing
from desktop.migrations import upgrade
from desktop.models.base import from_milliseconds
from desktop.models.ids import new_id
from desktop.models.program import ErasurePlace
from desktop.progress import Progress, SilentProgress
from desktop.services.keeping import backup_schedule
from desktop.services.keeping.backup_tiers import THIN, USUAL, Made, Tiers, staying
from desktop.services.keeping.copies import remember_copy
from desktop.services.keeping.later_work import Later, later_work
from desktop.services.rights import Right, needs, open_to_all
from desktop.services.roles import rights_of
from desktop.services.storage import restore_journal
from desktop.services.storage.backup_files import (
    FOLDER,
    BackupMade,
    Counts,
    KeptBackup,
    Manifest,
    check_seal,
    counted,
    folder_beside,
    kept_backups,
    next_name,
    storage_errors,
    unpacked,
    write_backup,
)
from desktop.services.storage.high_water import MARK_FILE
from desktop.services.storage.salvage import Salvaged, salvage
from desktop.services.sync.epochs import begin_epoch
from desktop.services.sync.rules import sync_rules
from desktop.services.sync.salvage import put_back
from desktop.services.workspace import SignedIn, Workspace
from resources.clock import in_thailand
from sync.own_files import make_own_folder

_log = logging.getLogger(__name__)

_LEAVING: Final = (
    DATABASE_FILE,
    DATABASE_FILE + "-wal",
    DATABASE_FILE + "-shm",
    KEY_FILE,
    MARK_FILE,
)
_IN_BACKUPS: Final = "backup"


@dataclass(frozen=True)
class RestorePreview:
    """What a backup holds, and what of the present files it lacks.

    `later` is None where no centre stands in the folder; `same_centre` tells whether the backup
    is of the centre that does.
    """

    file: Path
    at: datetime
    learners: int
    changes: int
    same_centre: bool
    later: Later | None


@dataclass(frozen=True)
class Restored:
    """What was put back, and where the files that stood there are kept.

    `changes_lost` counts changes of the files set aside that the backup does not have: None
    when they could not be read. `salvaged` counts those that were brought along.
    """

    learners: int
    changes: int
    kept: Path | None
    changes_lost: int | None
    salvaged: int = 0


class BackupService:
    """Makes backups of an open centre, and keeps those of its own folder in their tiers."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.BACKUP)
    def make(self, path: Path, progress: Progress | None = None) -> BackupMade:
        """Write a backup anywhere, a stick for instance; see `backup_files.write_backup`."""
        made = write_backup(self._workspace.database, self._workspace.keys.path, path, progress)
        with self._workspace.write() as session:
            remember_copy(session, made.path)
        return made

    @open_to_all
    def keep(self, progress: Progress | None = None) -> BackupMade:
        """Write a backup into the centre's own folder and let old ones go by their tiers.

        Whoever is signed in: the program does it by itself.

        Raises:
            StorageError: `disk_nearly_full`, and what writing raises; nothing is left then.
        """
        workspace = self._workspace
        folder = workspace.folder / FOLDER
        with storage_errors():
            make_own_folder(folder)
            # Each time: a sync that failed once must not leave the folder's name unsure for ever.
            sync_folder(workspace.folder)
            size = workspace.database.path.stat().st_size
        try:
            workspace.room.need(2 * size)
        except StorageError:
            # Fewer old ones rather than none from today.
            self._rotate(THIN)
            workspace.room.need(2 * size)
        made = write_backup(
            workspace.database, workspace.keys.path, next_name(workspace.folder, workspace.now()),
            progress,
        )  # fmt: skip
        self._rotate(USUAL)
        return made

    @open_to_all
    def due(self, moment: str) -> bool:
        """Tell whether a backup should be made now; see `backup_schedule`."""
        newest = next((kept for kept in self.kept() if kept.manifest is not None), None)
        if newest is None or newest.manifest is None:
            return backup_schedule.due(moment, backup_schedule.Standing(None, None))
        state, manifest = self._workspace.database.standing(), newest.manifest
        same = manifest.epoch == state.epoch and manifest.device == state.device.hex()
        writes = state.commits - manifest.commits if same else backup_schedule.MANY_WRITES
        age = state.at_ms - manifest.made_ms
        return backup_schedule.due(moment, backup_schedule.Standing(writes, age))

    @open_to_all
    def kept(self) -> tuple[KeptBackup, ...]:
        """Return the backups of the centre's own folder, the newest first."""
        return kept_backups(self._workspace.folder)

    @open_to_all
    def holding(self, since: datetime) -> tuple[KeptBackup, ...]:
        """Return the backups of the own folder that were made up to a moment, or of no known one.

        Those hold whoever was erased at that moment. The clock may have jumped: asked right after
        the erasing, `kept` says the same and surely.
        """
        return tuple(kept for kept in self.kept() if kept.at is None or kept.at <= since)

    @needs(Right.BACKUP)
    def renew(self, progress: Progress | None = None) -> BackupMade:
        """Make a backup now and let all go that still hold somebody who was erased."""
        return self.keep(progress)

    def _rotate(self, tiers: Tiers) -> None:
        """Let go what no tier holds, and what holds erased people; never the newest good one."""
        kept = self.kept()
        good = [each for each in kept if each.at is not None]
        if not good:
            return
        held = self._holding_erased()
        newest = good[0].number
        stay = staying(
            [Made(each.number, in_thailand(each.at)) for each in good if each.at is not None], tiers
        )
        for each in kept:
            unwanted = each.number not in stay or each.path.name in held
            # Without a newer good one nothing goes, however old or unreadable.
            if unwanted and each.number < newest:
                try:
                    each.path.unlink()
                except OSError:
                    _log.warning("an old backup could not be removed", exc_info=True)
        self._note_gone(held)

    def _holding_erased(self) -> frozenset[str]:
        with self._workspace.database.read() as session:
            return frozenset(
                session.scalars(
                    select(ErasurePlace.name).where(
                        ErasurePlace.place == _IN_BACKUPS, ErasurePlace.gone_at.is_(None)
                    )
                )
            )

    def _note_gone(self, held: frozenset[str]) -> None:
        folder = self._workspace.folder / FOLDER
        gone = [name for name in held if "/" not in name and not (folder / name).exists()]
        if not gone:
            return
        with self._workspace.write() as session:
            session.execute(
                update(ErasurePlace)
                .where(
                    ErasurePlace.place == _IN_BACKUPS,
                    ErasurePlace.name.in_(gone),
                    ErasurePlace.gone_at.is_(None),
                )
                .values(gone_at=self._workspace.now())
            )


def preview(
    folder: Path, file: Path, secret: str, progress: Progress | None = None
) -> RestorePreview:
    """Open a backup, count it, and tell what of the centre in `folder` it lacks. Changes nothing.

    Args:
        folder: the centre's folder.
        file: the backup.
        secret: a passcode of the day it was made, or the recovery words.
        progress: told of the parts.

    Raises:
        UserError: `backup_missing`, `backup_unreadable`, `wrong_passcode`, `passcode_wait`.
        StorageError: `backup_altered`; what is inside is damaged, or newer than this program.
    """
    told = progress or SilentProgress()
    make_folder_durably(folder)
    with folder_beside(folder / DATABASE_FILE) as work, storage_errors():
        manifest, _user, key, counts = _opened(folder, file, work / "centre", secret, told)
        told.step(2, 3, "restore")
        later = later_work(folder / DATABASE_FILE, work / "centre" / DATABASE_FILE, key)
    same = later is None or later.centre in (None, manifest.centre)
    return RestorePreview(
        file, from_milliseconds(manifest.made_ms), counts.learners, counts.changes, same, later
    )


def restore(
    folder: Path,
    file: Path,
    secret: str,
    *,
    key_cost: KeyCost | None = None,
    salvaging: bool = False,
    clock: Callable[[], int] = wall_ms,
    progress: Progress | None = None,
) -> Restored:
    """Put a backup in the place of the centre in `folder`, whose files are kept aside.

    The restored copy goes on in a new epoch: changes of its old epoch that the hub has not
    confirmed are sent again, and no number is given twice. Killed at any moment it leaves the
    centre from before, or, once all is ready, the restored one at the next start.

    Args:
        folder: the centre's folder.
        file: the backup.
        secret: a passcode of the day it was made, or the recovery words.
        key_cost: what trying a passcode costs.
        salvaging: bring along what the present files hold beyond the backup and the hub lacks;
            they may be damaged.
        clock: milliseconds since 1970.
        progress: told of the parts.

    Raises:
        UserError: `backup_missing`, `backup_unreadable`, `wrong_passcode`.
        UserError: `not_allowed` where the present centre is sound and the passcode is that of
            somebody who may not restore; the recovery words always may.
        StorageError: `backup_altered` where its parts do not belong together; what is inside is
            damaged, or newer than this program; `database_locked`
            where another program has the present centre open.
    """
    told = progress or SilentProgress()
    make_folder_durably(folder)
    journal = folder / restore_journal.JOURNAL
    with folder_beside(folder / DATABASE_FILE, journal) as work, storage_errors():
        ready = work / "centre"
        manifest, user_id, key, counts = _opened(folder, file, ready, secret, told)
        _close_present(folder / DATABASE_FILE, key)
        later = later_work(folder / DATABASE_FILE, ready / DATABASE_FILE, key)
        if later is not None and later.readable and user_id is not None:
            # Before anything is put in their place: what stands there says who may.
            for file in (folder / DATABASE_FILE, ready / DATABASE_FILE):
                _require(file, key, user_id)
        found = salvage(folder / DATABASE_FILE, key) if salvaging else Salvaged()
        told.step(2, 3, "restore")
        database = Database(ready / DATABASE_FILE, key, sync_rules(), clock)
        brought = 0
        try:
            upgrade(database.engine)
            keys = KeyRing(ready / KEY_FILE, key_cost)
            someone = SignedIn(user_id or new_id(), "", "administrator")
            workspace = Workspace(ready, database, keys, someone)
            acked = _acked(folder / DATABASE_FILE, key)
            begin_epoch(workspace, later.further if later is not None else None)
            if salvaging:
                brought = put_back(workspace, found, acked)
        finally:
            database.close()
        counts = counted(connect(ready / DATABASE_FILE, key))
        for name in (DATABASE_FILE, KEY_FILE):
            sync_file(ready / name)
        aside = _name_aside(folder, manifest.made_ms)
        kept = restore_journal.exchange(folder, ready, aside, _LEAVING)
    lost = None
    if later is not None and later.changes is not None:
        lost = max(later.changes - brought, 0)
    return Restored(counts.learners, counts.changes, kept, lost, brought)


def _opened(
    folder: Path, file: Path, ready: Path, secret: str, told: Progress
) -> tuple[Manifest, UUID | None, bytes, Counts]:
    """Unpack a backup into a folder of its own, open it and count it.

    The user is None where it was opened by the recovery words. Tries count as those of the centre
    whose folder `ready` lies in.
    """
    if not file.is_file():
        raise UserError("backup_missing", file=file.name)
    told.step(0, 3, "restore")
    manifest = unpacked(file, ready)
    user_id, key = KeyRing.brought(ready / KEY_FILE, folder).open_with(secret)
    told.step(1, 3, "restore")
    check_seal(manifest, ready, key)
    counts = counted(connect(ready / DATABASE_FILE, key))
    if counts.changes != manifest.changes or counts.learners != manifest.learners:
        raise StorageError("backup_differs")
    return manifest, user_id, key, counts


def _require(file: Path, key: bytes, user_id: UUID) -> None:
    """Let pass whose role may restore by the word of a sound database; others say nothing.

    The key file is not asked: whoever can write the folder can write in it.
    """
    try:
        connection = connect(file, key)
    except StorageError:
        return  # of another centre, where this user is nobody
    try:
        row = connection.execute(
            "SELECT role, active FROM user WHERE id = ? AND deleted = 0", (user_id.bytes,)
        ).fetchone()
    except sqlcipher.Error as error:
        raise translated(error) from error
    finally:
        connection.close()
    if row is not None and not (row[1] and Right.RESTORE in rights_of(row[0])):
        raise UserError("not_allowed", what=Right.RESTORE.value)


def _close_present(path: Path, key: bytes) -> None:
    """Fold the present WAL in; refuse while another program has the centre open."""
    if not path.exists():
        return
    try:
        connection = connect(path, key)
    except StorageError:
        return  # of another centre, or damaged: it is set aside as it lies
    try:
        connection.execute("PRAGMA busy_timeout = 500")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    except sqlcipher.Error as error:
        if translated(error).code == "database_locked":
            raise StorageError("database_locked") from error
    finally:
        connection.close()


def _acked(path: Path, key: bytes) -> tuple[bytes, int, tuple[int, ...]] | None:
    """Return device, epoch and what the hub has confirmed, as the present database says."""
    if not path.exists():
        return None
    try:
        connection = connect(path, key)
    except StorageError:
        return None
    try:
        row = connection.execute("SELECT device, epoch, acked_seq FROM device_state").fetchone()
        return (
            None if row is None else (bytes(row[0]), row[1], tuple(msgspec.msgpack.decode(row[2])))
        )
    except (sqlcipher.Error, ValueError):
        return None
    finally:
        connection.close()


def _name_aside(folder: Path, made_ms: int) -> str:
    number = 1
    while (folder / f"before-restore-{made_ms}-{number}").exists():
        number += 1
    return f"before-restore-{made_ms}-{number}"
