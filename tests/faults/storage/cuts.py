"""Power cuts: a life is lived once and written down; then the power goes, again and again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from random import Random

from desktop.database import DATABASE_FILE, connect
from desktop.errors import TambonError
from desktop.services.opening import centre_exists
from tests.factories import PASSCODE, add_learner, make_workspace
from tests.faults.storage.disk import Disk, Step
from tests.faults.storage.files import watch_files
from tests.faults.storage.lives import LIVES, key_of, opened
from tests.faults.storage.power import PowerModel
from tests.faults.storage.state import (
    amiss,
    digest,
    digest_of,
    files_below,
    on_commits,
    pages_amiss,
)
from tests.faults.storage.vfs import FaultyLayer

SYNCS = {"of the database": "sync", "of other files": "sync path", "of folders": "sync folder"}
"""The kinds of sync, by the step that tells of them."""


ELSE = "holds something else than what was told"


@dataclass(frozen=True)
class Life:
    """A life as it was written down.

    Attributes:
        root: where it took place.
        standing: the files that were there before, and the folders, with None.
        steps: what was done to the disk, with what was acknowledged in between.
        before: what the centre held when it began, "" without one.
        left: the files at its end.
    """

    root: Path
    standing: dict[str, bytes | None]
    steps: list[Step]
    before: str
    left: dict[str, bytes]


def live(name: str, root: Path) -> Life:
    """Live a life on the watched disk; once in a process of its own."""
    prepare, life = LIVES[name]
    root.mkdir()
    disk = Disk(root, syncs=True)
    FaultyLayer(disk)
    prepare(root)
    watch_files(disk)
    on_commits(
        lambda path: disk.recording and path == str(root / "centre" / DATABASE_FILE), disk.note
    )
    before = held(root / "centre")
    standing: dict[str, bytes | None] = {**files_below(root)}
    standing |= {str(path): None for path in root.rglob("*") if path.is_dir()}
    disk.recording = True
    life(root, lambda word, *values: disk.note("told", word, *values))
    disk.recording = disk.syncs = False
    # What is looked at afterwards lies beside: no sync of it is carried out either.
    disk.root = root.parent
    return Life(root, standing, disk.steps, before, files_below(root))


def without(life: Life, sync: str) -> Life:
    """The same life of a program that forgets one of `SYNCS`."""
    return replace(life, steps=[step for step in life.steps if step[0] != SYNCS[sync]])


def held(centre: Path, only: tuple[str, ...] = ()) -> str:
    """What a closed centre holds, "" where there is none."""
    if not (centre / DATABASE_FILE).exists():
        return ""
    connection = connect(centre / DATABASE_FILE, key_of(centre))
    try:
        return digest(connection, only)
    finally:
        connection.close()


def account_for(life: Life) -> None:
    """Make sure that nothing was done to the disk which was not written down."""
    model = PowerModel(life.root, life.standing)
    for step in life.steps:
        model.take(step)
    now = model.as_it_is()
    missing = [
        path for path in now.keys() | life.left.keys() if now.get(path) != life.left.get(path)
    ]
    assert not missing, f"written down wrongly: {sorted(missing)}"


@dataclass
class Promise:
    """What must be there after a cut at some moment.

    Attributes:
        states: what the centre may hold: as last acknowledged, or with what was being done.
        passcodes: that may open it, the last acknowledged one first.
        files: each acknowledged file and its digest.
        made: whether its making was acknowledged.
    """

    states: list[str]
    passcodes: list[str]
    files: dict[str, str]
    made: bool


def moments(life: Life, points: list[int]) -> Iterator[tuple[int, PowerModel, Promise]]:
    """Give the disk and the promises at each of these steps, in order."""
    model = PowerModel(life.root, life.standing)
    promise = Promise([life.before], [PASSCODE], {}, bool(life.before))
    wanted = sorted(points)
    settled = [number for number, step in enumerate(life.steps) if step[:2] == ("told", "settled")]
    for at, step in enumerate([*life.steps, ("end",)]):
        while wanted and wanted[0] == at:
            wanted.pop(0)
            # Opening it brings it to where this life once came to rest.
            to_come = [str(life.steps[place][2]) for place in settled if place >= at]
            states = promise.states + to_come
            yield at, model, replace(promise, states=states)
        match step:
            case ("begins", str(held)):
                promise.states.append(held)
            case ("done", str(held)):
                promise.states = [held]
            case ("told", "settled", str(held)):
                promise.states = [held]
            case ("told", "acknowledged"):
                promise.states = []
            case ("told", "trying", str(passcode)):
                promise.passcodes.append(passcode)
            case ("told", "passcode", str(passcode)):
                promise.passcodes, promise.made = [passcode], True
            case ("told", "file", str(path), str(held)):
                promise.files[path] = held
            case _:
                model.take(step)


def look(
    life: Life,
    model: PowerModel,
    promise: Promise,
    random: Random,
    place: Path,
    *,
    whole: bool,
) -> list[str]:
    """Cut the power here, start again, and tell what is not as promised.

    `whole` runs the program's own check too, which takes longest.
    """
    found = model.after_cut(random)
    _build(found, life.root, place)
    wrong = [
        f"file lost or changed: {Path(path).name}"
        for path, held in promise.files.items()
        if sha256(found.get(path, b"")).hexdigest() != held
    ]
    try:
        wrong += _centre(place / "centre", promise, whole=whole)
        if ELSE in wrong:
            # A start may finish what the key file tells of: then what lay there before it counts.
            shutil.rmtree(place)
            _build(found, life.root, place)
            if centre_exists(place / "centre") and held(place / "centre") in promise.states:
                wrong.remove(ELSE)
    except TambonError as error:
        wrong.append(f"refused: {error}")
    finally:
        shutil.rmtree(place)
    return wrong


def _build(found: dict[str, bytes], root: Path, place: Path) -> None:
    place.mkdir()
    for path, content in found.items():
        target = place / Path(path).relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _centre(centre: Path, promise: Promise, *, whole: bool) -> list[str]:
    if not centre_exists(centre):
        if promise.made:
            return ["the centre is gone"]
        make_workspace(centre, stepwise=True).close()
        return []
    workspace = opened(centre, promise.passcodes)
    try:
        found = digest_of(workspace)
        wrong = [] if found in promise.states else [ELSE]
        add_learner(workspace, "วันรุ่งขึ้น")
        return wrong + (amiss(workspace) if whole else pages_amiss(workspace))
    finally:
        workspace.close()
