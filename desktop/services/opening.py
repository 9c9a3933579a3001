"""What is looked at each time a centre is opened: its mark, its last end, a schema step to take."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.database import Committed, Database
from desktop.durable_files import make_folder_durably
from desktop.migrations import steps_waiting, upgrade
from desktop.models.base import from_milliseconds
from desktop.models.program import DeviceState, Setting
from desktop.progress import Progress, SilentProgress
from desktop.services.keeping import high_water
from desktop.services.keeping.backup_files import FOLDER, next_name, storage_errors, write_backup
from desktop.services.keeping.disk_room import DiskRoom
from desktop.services.keeping.high_water import HighWater, Mark

if TYPE_CHECKING:
    from desktop.services.workspace import Workspace

_log = logging.getLogger(__name__)

NOTICES: Final = "storage_notices"
WRITES_LOST: Final = "writes_lost"
OLD_COPY: Final = "old_copy"


@dataclass(frozen=True)
class Further:
    """How far this laptop is known to have come, from outside its database."""

    epoch: int
    next_code: int
    next_number: int
    last_stamp: bytes


def was_left_open(database_file: Path) -> bool:
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

    Raises:
        StorageError: `newer_file`; `disk_nearly_full`; what a backup raises.
    """
    told = progress or SilentProgress()
    waiting = steps_waiting(database.engine)
    if not waiting:
        return
    folder = database.path.parent
    room = DiskRoom(folder)
    room.need(2 * database.path.stat().st_size)
    with storage_errors():
        make_folder_durably(folder / FOLDER)
    told.step(0, waiting, "migration")
    name = next_name(folder, from_milliseconds(database.clock()))
    write_backup(database, key_file, name)
    upgrade(database.engine, told=told)


def guard(workspace: Workspace) -> HighWater:
    """Compare with the marks, begin a new epoch where something is missing, and go on marking."""
    database = workspace.database
    marks = HighWater(workspace.folder, database)
    # The marks first: another program may be writing, and its marks follow its commits.
    inner, outer = marks.read()
    state = database.standing()
    behind = high_water.ahead((inner, outer), state)
    if behind is not None:
        code = WRITES_LOST if high_water.ahead((inner,), state) else OLD_COPY
        _go_on_behind(workspace, code, behind, state)
    database.after_commit = marks.note
    marks.note(database.standing())
    return marks


def begin_epoch(workspace: Workspace, further: Further | None = None) -> None:
    """Go on where no number was given before: in a new epoch, behind what is known to be out.

    Args:
        workspace: of the copy that goes on.
        further: how far the same laptop had come; None where that cannot be known.
    """
    from desktop.services.sync.store import DesktopStore

    with workspace.database.read() as session:
        device = session.get_one(DeviceState, 1)
        epoch, next_code = device.epoch, device.next_code
    store = DesktopStore(workspace)
    store.restart(max(epoch, further.epoch if further is not None else 0) + 1, store.link())
    if further is None:
        return
    with workspace.database.write(applying=True) as session:
        device = session.get_one(DeviceState, 1)
        # How far the codes had gone is known: none need be skipped.
        device.next_code = max(next_code, further.next_code)
        device.next_number = max(device.next_number, further.next_number)
        device.last_stamp = max(device.last_stamp, further.last_stamp)


def _go_on_behind(workspace: Workspace, code: str, mark: Mark, state: Committed) -> None:
    from desktop.services import audit

    missing = max(mark.next_number - state.next_number, 0)
    _log.warning("%s: %d changes, %d commits", code, missing, mark.commits - state.commits)
    with workspace.database.write() as session:
        kept = session.get(Setting, ("", NOTICES))
        if kept is None:
            kept = Setting(user="", name=NOTICES, value=[])
            session.add(kept)
        kept.value = [*(kept.value or []), [code, mark.at_ms, missing]]
        audit.note(session, workspace, code, changes=missing, commits=mark.commits - state.commits)
    begin_epoch(workspace, Further(mark.epoch, mark.next_code, mark.next_number, mark.last_stamp))
