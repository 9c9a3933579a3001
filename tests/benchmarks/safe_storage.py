"""Figures of storage: a save, a backup beside the work, a check, a restore."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from desktop.database import DATABASE_FILE
from desktop.services.keeping.backups import BackupService, preview, restore
from desktop.services.keeping.checking import CheckService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.storage.salvage import salvage
from tests.benchmarks.centre import new_centre
from tests.benchmarks.measure import Figure, median_ms, seconds
from tests.benchmarks.people import fill

_PASSCODE = "วัดผล1234"


def storage_figures(folder: Path, people: int) -> Iterator[Figure]:
    """What never losing a word costs at `people` learners."""
    workspace = new_centre(folder / "centre")
    fill(workspace, people)
    learners, backups = LearnerService(workspace), BackupService(workspace)
    some = random.Random(5).sample(LearnerLists(workspace).ids(LearnerQuery()), 60)
    middle, worst = median_ms(
        [lambda each=each: learners.edit(each, {"nickname": "เปลี่ยน"}) for each in some[:40]]  # type: ignore[misc]
    )
    yield Figure(
        f"a save, encrypted, with change row and mark, {people:,}", middle, 30, "ms",
        f"worst {worst:.1f} ms",
    )  # fmt: skip
    taken = seconds(lambda: backups.make(folder / "alone.backup"))
    size = (folder / "alone.backup").stat().st_size / 1e6
    yield Figure(f"a backup, opened and counted, {people:,}", taken, 2, "s", f"{size:.0f} MB")
    saves, gap = _beside(
        lambda: backups.make(folder / "beside.backup"),
        [lambda each=each: learners.edit(each, {"nickname": "อีก"}) for each in some[40:]],  # type: ignore[misc]
    )
    yield Figure("the worst save while a backup is made", max(saves), None, "ms")
    yield Figure("the longest wait of the window's thread meanwhile", gap, 100, "ms")
    yield Figure(
        "quick check after an unclean end", seconds(CheckService(workspace).quick), None, "s"
    )
    key = workspace.database.key.plain()
    workspace.close()
    database = folder / "centre" / DATABASE_FILE
    yield Figure(
        "reading everything page by page", seconds(lambda: salvage(database, key)), None, "s"
    )
    file = folder / "alone.backup"
    looking = seconds(lambda: preview(folder / "centre", file, _PASSCODE))
    yield Figure("preview of a restore", looking, None, "s")
    putting = seconds(lambda: restore(folder / "centre", file, _PASSCODE))
    yield Figure("a restore", putting, None, "s")


def _beside(
    work: Callable[[], object], saves: Sequence[Callable[[], object]]
) -> tuple[list[float], float]:
    """Do `work` in a thread, `saves` in another; each save's ms, and this thread's longest gap."""
    taken: list[float] = []

    def save() -> None:
        for each in saves:
            taken.append(seconds(each) * 1000)

    threads = [threading.Thread(target=work), threading.Thread(target=save)]
    for thread in threads:
        thread.start()
    longest, last = 0.0, time.perf_counter()
    while any(thread.is_alive() for thread in threads):
        time.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return taken, longest * 1000
