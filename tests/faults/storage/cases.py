"""Cases that run in a process of their own: what is prepared, done under faults, and looked at.

Everything given and returned is plain (texts, numbers, lists), as it passes between processes.
"""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from random import Random
from typing import Any

from desktop.errors import StorageError
from desktop.services.backups import restore
from desktop.services.workspace import DATABASE_FILE, Workspace
from tests.factories import PASSCODE, QUICK, RULES, add_learner, open_workspace
from tests.faults.storage import cuts
from tests.faults.storage.acts import ACTS, settle_sync
from tests.faults.storage.disk import Disk
from tests.faults.storage.files import watch_files
from tests.faults.storage.state import amiss, digest_of, on_commits
from tests.faults.storage.vfs import FaultyLayer


def prepare(act: str, root: str) -> str:
    """Make what stands before an act; returns what its centre holds, "" where it cannot tell."""
    place = Path(root)
    place.mkdir(parents=True)
    ACTS[act].prepare(place)
    return cuts.held(place / "centre")


def count(act: str, root: str, journal: str) -> int:
    """Do an act to its end; returns how many operations the disk saw."""
    disk = _watched(root, journal)
    _do(act, disk)
    return disk.done


def do_until_killed(act: str, root: str, journal: str, at: int) -> int:
    """Do an act and be killed at one of its operations; returns how many there were if not."""
    disk = _watched(root, journal)
    disk.kill_at = at
    _do(act, disk)
    return disk.done


def do_with_fault(act: str, root: str, journal: str, at: int, error: str, lasting: bool) -> Any:
    """Do an act while one operation fails (or all from there on); then work on with a whole disk.

    Returns what was raised ("" for nothing) and which operations failed.
    """
    disk = _watched(root, journal)
    disk.fail_at, disk.fail_once, disk.fail_with = at, not lasting, getattr(errno, error)
    return _suffered(act, disk)


def do_with_room(act: str, root: str, journal: str, room: int) -> Any:
    """Do an act on a disk with this much room left; then work on with room again.

    Returns what was raised ("" for nothing) and which operations failed.
    """
    disk = _watched(root, journal)
    disk.room = disk.used() + room
    return _suffered(act, disk)


def _watched(root: str, journal: str) -> Disk:
    place = Path(root)
    disk = Disk(place)
    FaultyLayer(disk)
    watch_files(disk)
    said = os.open(journal, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    database = str(place / "centre" / DATABASE_FILE)
    on_commits(
        lambda path: path == database,
        lambda word, held: _say(said, f"{word} {held}\n"),
    )
    return disk


def _say(handle: int, line: str) -> None:
    os.write(handle, line.encode())


def _do(act: str, disk: Disk) -> None:
    kind = ACTS[act]
    workspace = open_workspace(disk.root / "centre") if kind.opens else None
    disk.arm()
    kind.do(disk.root, workspace)
    if workspace is not None:
        workspace.close()


def _suffered(act: str, disk: Disk) -> Any:
    kind = ACTS[act]
    workspace = None
    armed, disk.fail_at = disk.fail_at, None
    if kind.opens:
        workspace = open_workspace(disk.root / "centre")
    disk.arm()
    disk.fail_at = armed
    raised = ""
    try:
        kind.do(disk.root, workspace)
    except StorageError as error:
        raised = error.code
    failed = list(disk.failed)
    disk.calm()
    if workspace is None:
        workspace = open_workspace(disk.root / "centre")
    held = digest_of(workspace)
    # The next save works, in the same session.
    add_learner(workspace, "หลังดิสก์หาย")
    wrong = amiss(workspace)
    workspace.close()
    return [raised, failed, held, wrong]


def look(act: str, root: str, allowed: list[str], whole: bool) -> list[str]:
    """Open the centre as the program does after a kill; returns what is not as it must be.

    Args:
        act: what was being done.
        root: where.
        allowed: what the centre may hold.
        whole: run the program's own check too.
    """
    place = Path(root)
    if not Workspace.exists(place / "centre"):
        return ["the centre is gone"]
    workspace = open_workspace(place / "centre")
    held = digest_of(workspace)
    wrong = [] if held in allowed else ["holds something else than what was told"]
    if act == "sync":
        wrong += settle_sync(place, workspace)
    add_learner(workspace, "วันรุ่งขึ้น")
    if whole:
        wrong += amiss(workspace)
    workspace.close()
    return wrong


def look_at_backups(root: str, scratch: str) -> list[str]:
    """Put back every file that has a backup's name; returns those that cannot be."""
    wrong = []
    for number, path in enumerate(sorted(Path(root).rglob("*.zip"))):
        if any(part.startswith(".") for part in path.relative_to(root).parts):
            continue
        target = Path(scratch) / str(number)
        try:
            restore(target, path, PASSCODE, RULES, key_cost=QUICK)
        except Exception as error:  # noqa: BLE001 - whatever it is, the backup is no backup
            wrong.append(f"{path.name}: {error!r}")
        shutil.rmtree(target, ignore_errors=True)
    return wrong


def power_cuts(life: str, root: str, number: int, seed: int, full_every: int) -> Any:
    """Live a life and cut its power many times.

    Returns how many steps the life had, and what was wrong after which cuts.
    """
    random = Random(seed)
    base = Path(root)
    base.mkdir(parents=True)
    lived = cuts.live(life, base / "disk")
    cuts.account_for(lived)
    points = [random.randrange(len(lived.steps) + 1) for _ in range(number)]
    found = []
    for each, (at, model, promise) in enumerate(cuts.moments(lived, points)):
        whole = each % full_every == 0
        wrong = cuts.look(lived, model, promise, random, base / f"cut {each}", whole=whole)
        if wrong:
            found.append([at, [str(part)[:80] for part in lived.steps[at - 1][:3]], wrong])
    return [len(lived.steps), found]
