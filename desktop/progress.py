"""Progress of long work: told by the job, shown by whoever runs it."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told between units of work, where stopping leaves nothing half-done."""

    def step(self, done: int, total: int, doing: str = "") -> None:
        """Report `done` of `total` units (total 0: unknown); `doing` is a stable code.

        Raises:
            desktop.errors.Cancelled: once the person has asked to stop.
        """


class SilentProgress:
    """Tells nobody and never cancels: for tests and headless work."""

    def step(self, done: int, total: int, doing: str = "") -> None:
        """Do nothing."""
