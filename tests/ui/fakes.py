"""Stand-ins for screen tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from desktop.errors import Cancelled
from desktop.ui.jobs import Job, Work, deliver

T = TypeVar("T")


class _Steps:
    def __init__(self, job: Job) -> None:
        self._job = job

    def step(self, done: int, total: int, doing: str = "") -> None:
        if self._job.cancelling:
            raise Cancelled
        self._job.take_step(done, total, doing)


class InlineJobRunner:
    """Runs each job at once, on the caller's thread; an error nobody takes is raised."""

    def __init__(self) -> None:
        self.titles: list[str] = []

    def run(
        self,
        work: Work[T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None] | None = None,
        on_cancelled: Callable[[], None] | None = None,
        *,
        title: str = "",
        owner: QObject | None = None,
        supersedes: str = "",
        lane: str = "data",
    ) -> Job:
        """Run `work` now; the ending has been delivered when this returns."""
        job = Job(title)
        self.titles.append(title)
        result: T | None = None
        error: Exception | None = None
        try:
            result = work(_Steps(job))
        except Exception as raised:  # noqa: BLE001 - handed on below, or raised
            error = raised
        job.ended = True
        deliver(
            result,
            error,
            superseded=False,
            on_done=on_done,
            on_error=on_error or _raise,
            on_cancelled=on_cancelled,
        )
        return job


def _raise(error: Exception) -> None:
    raise error
