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

from sqlalchemy import Engine

from desktop import database
from desktop.database import DATABASE_FILE
from desktop.errors import StorageError
from desktop.services.keeping.backups import restore
from desktop.services.opening import centre_exists
from desktop.services.storage.backup_files import ENDING
from desktop.services.workspace import Workspace
from tests.factories import PASSCODE, QUICK, add_learner, open_workspace
from tests.faults.storage import cuts, damage
from tests.faults.storage.acts import ACTS, settle_sync
from tests.faults.storage.damage import old_folder as old_folder
from tests.faults.storage.damage import wal_stories as wal_stories
from tests.faults.storage.disk import Disk
from tests.faults.storage.files import watch_files
from tests.faults.storage.lives import NEW_PASSCODE, opened
from tests.faults.storage.state import amiss, digest_of, on_commits
from tests.faults.storage.vfs import FaultyLayer

# A start may note what the end before it left to be noted, in tables of its own.
_SAVED = ("learner", "learner_search")


def warm_up(root: Path) -> None:
    """Do a little of everything, and let every later engine use the statements compiled by it."""
    root.mkdir()
    first: list[Engine] = []
    real = vars(database)["create_engine"]

    def create_engine(*given: Any, **options: Any) -> Engine:
        engine: Engine = real(*given, **options)
        if first:
            # A statement is compiled for a dialect: both are taken over.
            engine.dialect = engine.pool._dialect = first[0].dialect
            engine._compiled_cache = first[0]._compiled_cache
        else:
            first.append(engine)
        return engine

    setattr(database, "create_engine", create_engine)  # noqa: B010
    ACTS["backup"].prepare(root)
    workspace = open_workspace(root / "centre")
    digest_of(workspace)
    amiss(workspace)
    ACTS["backup"].do(root, workspace)
    workspace.close()


def _without_syncs(folder: Path) -> None:
    """Do nothing but spare the real disk: of what is only looked at nothing need be sure."""
    disk = Disk(folder)
    FaultyLayer(disk)
    watch_files(disk)


def prepare(act: str, root: str) -> str:
    """Make what stands before an act; returns what its centre holds, "" where it cannot tell."""
    place = Path(root)
    place.mkdir(parents=True)
    _without_syncs(place.parent)
    ACTS[act].prepare(place)
    return cuts.held(place / "centre", ACTS[act].tables)


def do(act: str, root: str, journal: str, kill_at: int | None) -> Any:
    """Do an act, and be killed at one of its operations.

    Returns, if not killed, how many operations the disk saw and what the centre holds.
    """
    disk = _watched(root, journal)
    kind = ACTS[act]
    workspace = open_workspace(disk.root / "centre") if kind.opens else None
    disk.arm()
    disk.kill_at = kill_at
    kind.do(disk.root, workspace)
    if workspace is not None:
        workspace.close()
    done = disk.done
    disk.kill_at = None
    return [done, cuts.held(disk.root / "centre", kind.tables)]


def open_until_killed(root: str, at: int) -> None:
    """Open a centre and be killed at one of the operations of that, if there are so many."""
    disk = Disk(Path(root))
    FaultyLayer(disk)
    watch_files(disk)
    disk.kill_at = at
    if centre_exists(disk.root / "centre"):
        _opened(disk.root / "centre").close()


def do_with_fault(act: str, root: str, journal: str, at: int, error: str, lasting: bool) -> Any:
    """Do an act while one operation fails (or all from there on); then work on with a whole disk.

    Returns what was raised ("" for nothing), which operations failed, what the centre then held,
    what was told of commits until then, and what is wrong afterwards.
    """
    disk = _watched(root, journal)
    disk.fail_at, disk.fail_once, disk.fail_with = at, not lasting, getattr(errno, error)
    return _suffered(act, disk, journal)


def do_with_room(act: str, root: str, journal: str, room: int) -> Any:
    """Do an act on a disk with this much room left; then work on with room again.

    Returns what was raised ("" for nothing), which operations failed, what the centre then held,
    what was told of commits until then, and what is wrong afterwards.
    """
    disk = _watched(root, journal)
    disk.room = disk.used() + room
    return _suffered(act, disk, journal)


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


def _opened(centre: Path) -> Workspace:
    """Open a centre with the passcode it began with, or the one it was being given."""
    return opened(centre, [PASSCODE, NEW_PASSCODE])


def _say(handle: int, line: str) -> None:
    os.write(handle, line.encode())


def _suffered(act: str, disk: Disk, journal: str) -> Any:
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
        if workspace is not None and not disk.failed:
            # What is left to fail is the closing, which folds the WAL in.
            closing, workspace = workspace, None
            closing.close()
    except StorageError as error:
        raised = error.code
    failed = list(disk.failed)
    disk.calm()
    told = Path(journal).read_text().splitlines() if os.path.exists(journal) else []
    if workspace is None:
        workspace = _opened(disk.root / "centre")
    held = digest_of(workspace, kind.tables)
    # The next save works, in the same session.
    add_learner(workspace, "หลังดิสก์หาย")
    wrong = amiss(workspace)
    last = digest_of(workspace, _SAVED)
    workspace.close()
    again = _opened(disk.root / "centre")
    if digest_of(again, _SAVED) != last:
        wrong.append("what was saved afterwards is not there")
    again.close()
    return [raised, failed, held, told, wrong]


def look(act: str, root: str, allowed: list[str], whole: bool) -> list[str]:
    """Open the centre as the program does after a kill; returns what is not as it must be.

    Args:
        act: what was being done.
        root: where.
        allowed: what the centre may hold.
        whole: run the program's own check too.
    """
    place = Path(root)
    _without_syncs(place.parent)
    if not centre_exists(place / "centre"):
        return ["the centre is gone"]
    workspace = _opened(place / "centre")
    held = digest_of(workspace, ACTS[act].tables)
    wrong = [] if held in allowed else [cuts.ELSE]
    if act == "sync":
        wrong += settle_sync(place, workspace)
    add_learner(workspace, "วันรุ่งขึ้น")
    if whole:
        wrong += amiss(workspace)
    workspace.close()
    return wrong


def look_at_backups(root: str, scratch: str) -> list[str]:
    """Put back every file that has a backup's name; returns those that cannot be."""
    _without_syncs(Path(scratch).parent)
    wrong = []
    files = sorted(path for path in Path(root).rglob("*") if path.suffix in (".zip", ENDING))
    for number, path in enumerate(files):
        if any(part.startswith(".") for part in path.relative_to(root).parts):
            continue
        target = Path(scratch) / str(number)
        try:
            restore(target, path, PASSCODE, key_cost=QUICK)
        except Exception as error:  # noqa: BLE001 - whatever it is, the backup is no backup
            wrong.append(f"{path.name}: {error!r}")
        shutil.rmtree(target, ignore_errors=True)
    return wrong


def power_cuts(life: str, root: str, number: int, seed: int, full_every: int) -> Any:
    """Live a life and cut its power many times.

    Returns how many steps the life had, and what was wrong after which cuts.
    """
    base = Path(root)
    base.mkdir(parents=True)
    lived = cuts.live(life, base / "disk")
    cuts.account_for(lived)
    return [len(lived.steps), _cut(lived, base, number, Random(seed), full_every)]


def careless_cuts(life: str, root: str, number: int, seed: int) -> Any:
    """The same of a program that forgets some syncs, as a test of the test.

    Returns for each kind of sync how many cuts were noticed that it is missing.
    """
    base = Path(root)
    base.mkdir(parents=True)
    lived = cuts.live(life, base / "disk")
    return {
        kind: len(_cut(cuts.without(lived, kind), base, number, Random(seed), number + 1))
        for kind in cuts.SYNCS
    }


def flips(root: str, number: int, seed: int) -> list[list[object]]:
    """As `damage.flips`."""
    _without_syncs(Path(root).parent)
    return damage.flips(root, number, seed)


def wals(root: str, number: int, seed: int) -> list[list[str]]:
    """As `damage.wals`."""
    _without_syncs(Path(root).parent)
    return damage.wals(root, number, seed)


def _cut(lived: cuts.Life, base: Path, number: int, random: Random, full_every: int) -> list[Any]:
    points = [random.randrange(len(lived.steps) + 1) for _ in range(number)]
    found = []
    for each, (at, model, promise) in enumerate(cuts.moments(lived, points)):
        whole = each % full_every == 0
        wrong = cuts.look(lived, model, promise, random, base / f"cut {each}", whole=whole)
        if wrong:
            found.append([at, [str(part)[:80] for part in lived.steps[at - 1][:3]], wrong])
    return found
