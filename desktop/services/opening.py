"""The ways into a centre: beginning it, opening it with a passcode, a key or the recovery words.

Stands above all that is looked after at each opening, so that `Workspace` need not know of it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from desktop.database import DATABASE_FILE, Database, wall_ms
from desktop.durable_files import make_folder_durably
from desktop.errors import StorageError, UserError
from desktop.keys import (
    KEY_FILE,
    KeyCost,
    KeyRing,
    SignInName,
    check_new_passcode,
    new_database_key,
)
from desktop.migrations import steps_waiting, upgrade
from desktop.models import areas
from desktop.models.base import from_milliseconds
from desktop.models.ids import new_id
from desktop.models.program import Setting, User
from desktop.progress import Progress, SilentProgress
from desktop.services.keeping.key_events import key_event, note_key_events
from desktop.services.keeping.marks import guard
from desktop.services.persons_rights.erasing import ErasureService
from desktop.services.referrals.waiting import settle as settle_replies
from desktop.services.storage import beginning, restore_journal
from desktop.services.storage.backup_files import FOLDER, next_name, storage_errors, write_backup
from desktop.services.storage.beginning import NewCentre
from desktop.services.storage.disk_room import DiskRoom
from desktop.services.storage.search_rows import renew_search_rows
from desktop.services.sync.adopting import adopt_at_start
from desktop.services.sync.rules import sync_rules
from desktop.services.sync.settling import settle_edited
from desktop.services.workspace import SignedIn, Workspace, as_they_stand
from resources.version import VERSION

logger = logging.getLogger(__name__)


def create_centre(
    folder: Path,
    new: NewCentre,
    *,
    clock: Callable[[], int] = wall_ms,
    key_cost: KeyCost | None = None,
    joining: UUID | None = None,
) -> Workspace:
    """Begin a centre in an empty folder, and sign its first user in.

    Args:
        folder: made if missing.
        new: the answers.
        clock: milliseconds since 1970.
        key_cost: what trying a passcode costs; None fits it to this machine.
        joining: an id to stand for a centre that the hub has already: its record is
            received, not made, and `new.name` and `new.tambon` are not asked.

    Raises:
        UserError: `centre_exists`, `tambon_unknown`, `name_missing`, and as
            `check_new_passcode`.
        StorageError: `cannot_open`; what the disk refuses.
    """
    restore_journal.finish(folder)
    keys = KeyRing.of_folder(folder, key_cost)
    if keys.exists():
        raise UserError("centre_exists", folder=str(folder))
    if not new.user.strip() or (joining is None and not new.name.strip()):
        raise UserError("name_missing")
    if joining is None and areas.tambon(new.tambon) is None:
        raise UserError("tambon_unknown", tambon=new.tambon)
    check_new_passcode(new.passcode, new.user, [new.name])
    try:
        beginning.make_way(folder / DATABASE_FILE)
    except OSError as error:
        raise StorageError("cannot_open", file=str(folder)) from error
    key = new_database_key()
    user_id = new_id()
    database = Database(folder / DATABASE_FILE, key, sync_rules(), clock)
    try:
        beginning.first_records(database, new, sync_rules().lanes, joining, user_id)
        # The key file last: it is what makes a centre, and until then there is none.
        keys.add(user_id, new.user.strip(), "administrator", new.passcode, key)
    except BaseException:
        database.close()
        raise
    return _guarded(database, keys, SignedIn(user_id, new.user.strip(), "administrator"))


def open_centre(
    folder: Path,
    passcode: str,
    *,
    user_id: UUID | None = None,
    clock: Callable[[], int] = wall_ms,
    key_cost: KeyCost | None = None,
    progress: Progress | None = None,
) -> Workspace:
    """Open a centre with a user's passcode (without a user: whoever's passcode it is).

    Raises:
        UserError: `no_centre_here`, `wrong_passcode`, `passcode_wait`, `unknown_user`,
            `user_inactive`.
        StorageError: the database cannot be used; the code says why.
    """
    restore_journal.finish(folder)
    keys = KeyRing.of_folder(folder, key_cost)
    if user_id is None:
        user_id, key = keys.unlock_any(passcode)
    else:
        key = keys.unlock(user_id, passcode)
    return _opened(folder, key, keys, user_id, clock, progress)


def open_with_key(
    folder: Path,
    key: bytes,
    *,
    user_id: UUID | None = None,
    clock: Callable[[], int] = wall_ms,
    key_cost: KeyCost | None = None,
    progress: Progress | None = None,
) -> Workspace:
    """Open a centre with the database key itself, which a recovery key gave.

    Args:
        folder: the centre's folder.
        key: the database key.
        user_id: in whose name; None for the first administrator who can sign in here.
        clock: milliseconds since 1970.
        key_cost: what trying a passcode costs.
        progress: told of schema steps.

    Raises:
        UserError: `no_centre_here`, `unknown_user`, `user_inactive`.
        StorageError: the database cannot be used; the code says why.
    """
    restore_journal.finish(folder)
    keys = KeyRing.of_folder(folder, key_cost)
    names = keys.names()
    if user_id is None:
        administrators = [each for each in names if each.role == "administrator"]
        user_id = next(iter([*administrators, *names])).user_id
    elif all(each.user_id != user_id for each in names):
        raise UserError("unknown_user")
    return _opened(folder, key, keys, user_id, clock, progress)


def centre_exists(folder: Path) -> bool:
    """Tell whether a folder holds a centre; a restore that was cut off is finished first."""
    restore_journal.finish(folder)
    return (folder / KEY_FILE).exists()


def names_for(folder: Path, words: str) -> list[SignInName]:
    """Return who can get a new passcode with these recovery words.

    Raises:
        UserError: as `KeyRing.unlock_by_recovery`.
    """
    keys = KeyRing.of_folder(folder)
    keys.unlock_by_recovery(words)
    return keys.names()


def recover(
    folder: Path,
    words: str,
    user_id: UUID,
    passcode: str,
    *,
    clock: Callable[[], int] = wall_ms,
    key_cost: KeyCost | None = None,
) -> Workspace:
    """Set a user's passcode anew with the recovery words, and open the centre in their name.

    Raises:
        UserError: as `KeyRing.unlock_by_recovery`, `unknown_user`, `user_inactive`, and as
            `check_new_passcode`.
        StorageError: the database cannot be used; the code says why. Nothing is changed then.
    """
    keys = KeyRing.of_folder(folder, key_cost)
    key = keys.unlock_by_recovery(words)
    named = next((each for each in keys.names() if each.user_id == user_id), None)
    if named is None:
        raise UserError("unknown_user")
    check_new_passcode(passcode, named.name)
    workspace = open_with_key(folder, key, user_id=user_id, clock=clock, key_cost=key_cost)
    try:
        me = workspace.user
        event = key_event(workspace, "passcode_recovered", user_id)
        workspace.keys.add(user_id, me.name, me.role, passcode, key, event)
        note_key_events(workspace)
    except BaseException:
        workspace.close()
        raise
    return workspace


def _opened(
    folder: Path,
    key: bytes,
    keys: KeyRing,
    user_id: UUID,
    clock: Callable[[], int],
    progress: Progress | None,
) -> Workspace:
    path = folder / DATABASE_FILE
    if not path.exists():
        raise StorageError("database_missing", file=str(path))
    left_open = _was_left_open(path)
    database = Database(path, key, sync_rules(), clock)
    try:
        migrate(database, keys.path, progress)
        workspace = _guarded(database, keys, _signed_in(database, keys, user_id))
        workspace.left_open = left_open
        renew_search_rows(database, progress)
        adopt_at_start(workspace)
        note_key_events(workspace)
        # An old copy put back must not bring anybody back who was erased.
        ErasureService(workspace).settle_at_start()
        _settle_replies(workspace)
    except BaseException:
        database.close()
        raise
    return workspace


def _guarded(database: Database, keys: KeyRing, user: SignedIn) -> Workspace:
    """Compare with the marks outside the database; keep room, and what was agreed, from now on."""
    workspace = Workspace(database.path.parent, database, keys, user)
    database.before_write = workspace.room.before_write
    database.on_full = workspace.room.release
    workspace.on_edited = settle_edited
    workspace.on_news = lambda: _settle_news(workspace)
    guard(workspace)
    return workspace


def _settle_news(workspace: Workspace) -> None:
    """Do here what others asked for, and put to their referrals the replies that waited."""
    ErasureService(workspace).settle()
    settle_replies(workspace)


def _settle_replies(workspace: Workspace) -> None:
    """At the start: a full disk keeps nobody out; the next news or start goes on."""
    try:
        settle_replies(workspace)
    except StorageError as error:
        logger.warning("replies could not be put: %s", error.code)


def _was_left_open(database_file: Path) -> bool:
    """Tell whether the database was not closed by its last program, or is in use by another.

    SQLite takes the WAL away when the last one closes.
    """
    wal = database_file.with_name(f"{database_file.name}-wal")
    try:
        return wal.stat().st_size > 0
    except OSError:
        return False


def migrate(database: Database, key_file: Path, progress: Progress | None = None) -> None:
    """Bring a database to this program's schema, on a snapshot that was opened and counted.

    Another version of the program makes the snapshot even where the schema is the same: the way
    back from it is always there.

    Raises:
        StorageError: `newer_file`; `disk_nearly_full`; what a backup raises. Without a step to
            take, a snapshot that cannot be made keeps nobody from their work.
    """
    told = progress or SilentProgress()
    waiting = steps_waiting(database.engine)
    if waiting:
        _snapshot(database, key_file, lambda: told.step(0, waiting, "migration"))
        upgrade(database.engine, told=told)
    elif _opened_by(database) != VERSION:
        try:
            _snapshot(database, key_file, lambda: None)
        except StorageError as error:
            logger.warning("no snapshot before the first start of a version: %s", error.code)
            return
    else:
        return
    with database.write() as session:
        session.merge(Setting(user="", name=beginning.OPENED_BY, value=VERSION))


def _snapshot(database: Database, key_file: Path, made_room: Callable[[], None]) -> None:
    folder = database.path.parent
    room = DiskRoom(folder)
    room.need(2 * database.path.stat().st_size)
    with storage_errors():
        make_folder_durably(folder / FOLDER)
    made_room()
    name = next_name(folder, from_milliseconds(database.clock()))
    write_backup(database, key_file, name)


def _opened_by(database: Database) -> str | None:
    """The version of the program that opened this database last."""
    with database.read() as session:
        kept = session.get(Setting, ("", beginning.OPENED_BY))
        return None if kept is None else str(kept.value)


def _signed_in(database: Database, keys: KeyRing, user_id: UUID) -> SignedIn:
    with database.read() as session:
        user = session.get(User, user_id)
        if user is not None:
            if not user.active or user.deleted:
                raise UserError("user_inactive", name=user.name)
            return as_they_stand(user)
    named = next(entry for entry in keys.names() if entry.user_id == user_id)
    return SignedIn(user_id, named.name, named.role)
