"""The disk as tests see it: each operation is counted, written down, and may be made to fail."""

from __future__ import annotations

import errno
import os
import signal
from dataclasses import dataclass, field
from pathlib import Path

Step = tuple[object, ...]
"""One operation: its name and what it was done to; the first is the name."""

# What is not on the disk in any lasting sense: SQLite makes it anew from the WAL.
PASSING = ("-shm",)


@dataclass
class Disk:
    """What happened below `root`, in order, and what shall go wrong.

    Attributes:
        root: only files below it count.
        steps: what was done, when `recording`.
        done: how many operations were counted since the last `arm`.
        kill_at: the operation at whose beginning this process ends, as by kill -9.
        fail_at: the operation that fails, and all after it while `fail_on` holds.
        fail_with: its errno.
        fail_once: whether only that one operation fails.
        failed: which operations were made to fail.
        syncs: whether a sync is carried out too.
        room: bytes that all files together may take; None is no limit.
    """

    root: Path
    recording: bool = False
    steps: list[Step] = field(default_factory=list)
    done: int = 0
    kill_at: int | None = None
    fail_at: int | None = None
    fail_with: int = errno.EIO
    fail_once: bool = True
    failed: list[str] = field(default_factory=list)
    syncs: bool = False
    room: int | None = None

    def counts(self, path: str | os.PathLike[str]) -> bool:
        """Tell whether a path is one of those that are watched."""
        text = os.fspath(path)
        return text.startswith(f"{self.root}{os.sep}") and not text.endswith(PASSING)

    def note(self, *step: object) -> None:
        """Write down what was done."""
        if self.recording:
            self.steps.append(step)

    def begin(self, kind: str, path: str, growth: int = 0) -> int:
        """Count an operation; returns 0, or the errno it fails with.

        Args:
            kind: `open`, `write`, `truncate`, `sync`, `unlink`, `rename`, `link`, `mkdir`, `rmdir`,
                `sync folder`.
            path: what it is done to.
            growth: bytes by which the file grows.
        """
        self.done += 1
        if self.done == self.kill_at:
            os.kill(os.getpid(), signal.SIGKILL)
        if self.fail_at is not None and (
            self.done == self.fail_at or (not self.fail_once and self.done > self.fail_at)
        ):
            self.failed.append(f"{kind} {Path(path).name}")
            return self.fail_with
        if growth > 0 and self.room is not None and self.used() + growth > self.room:
            self.failed.append(f"{kind} {Path(path).name}")
            return errno.ENOSPC
        return 0

    def used(self) -> int:
        """Bytes that the watched files take."""
        return sum(
            each.lstat().st_size
            for each in self.root.rglob("*")
            if each.is_file() and self.counts(each)
        )

    def arm(self) -> None:
        """Count from here."""
        self.done = 0
        self.failed = []

    def calm(self) -> None:
        """Let nothing fail from here on."""
        self.kill_at = self.fail_at = self.room = None
