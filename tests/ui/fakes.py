"""Stand-ins for screen tests: jobs that end at once, and jobs that end in any order."""

from __future__ import annotations

import random
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import CodeType, FrameType
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QTimer

from desktop.errors import Cancelled
from desktop.ui.jobs import WRITES, Job, Work, deliver

T = TypeVar("T")


class Inside(threading.local):
    """In which lane the work runs that this thread is doing, "" outside of any job."""

    lane = ""
    title = ""


INSIDE = Inside()


@contextmanager
def inside(lane: str, title: str) -> Iterator[None]:
    """While the work of a job runs."""
    before = INSIDE.lane, INSIDE.title
    INSIDE.lane, INSIDE.title = lane, title
    try:
        yield
    finally:
        INSIDE.lane, INSIDE.title = before


class _Steps:
    """Takes each step to the job at once, or keeps it for later."""

    def __init__(self, job: Job, kept: list[tuple[int, int, str]] | None = None) -> None:
        self._job, self._kept = job, kept

    def step(self, done: int, total: int, doing: str = "") -> None:
        if self._job.cancelling:
            raise Cancelled
        if self._kept is None:
            self._job.take_step(done, total, doing)
        else:
            self._kept.append((done, total, doing))


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
            with inside(lane, title):
                result = work(_Steps(job))
        except Exception as raised:  # noqa: BLE001 - handed on below, or raised
            error = raised
        job.ended = True
        deliver(
            result,
            error,
            superseded=False,
            on_done=on_done,
            on_error=on_error or self.tell,
            on_cancelled=on_cancelled,
        )
        return job

    def tell(self, error: Exception) -> None:
        """Raise it."""
        raise error

    def finish(self, lane: str) -> None:
        """Nothing is ever under way."""

    def settle(self) -> None:
        """Let what was announced be heard."""
        QCoreApplication.processEvents()


@dataclass
class _Waiting:
    job: Job
    work: Work[Any]
    ending: tuple[Callable[[Any], None], Callable[[Exception], None], Callable[[], None] | None]
    owner: QObject | None
    supersedes: str
    lane: str
    ran: bool = False
    result: Any = None
    error: BaseException | None = None
    steps: list[tuple[int, int, str]] = field(default_factory=list)


class ShufflingJobRunner(QObject):
    """Runs each job on a thread of its own, one at a time, in an order that a seed chooses.

    Nothing happens before the event loop turns. Then, as `JobRunner` promises and no more: the
    data lane takes two at once, of which either may end first, and tells its endings in any
    order; the other lanes do one job after the other and tell the endings in that order; all
    lanes run beside each other; what is superseded ends as cancelled; a destroyed owner is not
    called. A seed brings the same order each time.
    """

    def __init__(self, seed: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chance = random.Random(seed)
        self._waiting: list[_Waiting] = []
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._step)

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
        """Have `work` run some time, and one callback called some time after that."""
        for earlier in self._waiting:
            if supersedes and earlier.supersedes == supersedes:
                earlier.job.cancel()
        job = Job(title, self)
        ending = (on_done, on_error or self.tell, on_cancelled)
        self._waiting.append(_Waiting(job, work, ending, owner, supersedes, lane))
        self._turn.start()
        return job

    def tell(self, error: Exception) -> None:
        """Raise it: pytest-qt fails the test."""
        raise error

    def finish(self, lane: str) -> None:
        """Do all that a lane has to do."""
        while of_lane := [each for each in self._waiting if each.lane == lane]:
            self._go_on(of_lane[0])

    @property
    def busy(self) -> bool:
        """Whether anything has not ended."""
        return bool(self._waiting)

    def settle(self) -> None:
        """Let everything end, and what the endings begin."""
        while self._waiting:
            self._step()
            QCoreApplication.processEvents()
        QCoreApplication.processEvents()

    def _step(self) -> None:
        choices = self._choices()
        if choices:
            self._go_on(self._chance.choice(choices))
        else:
            self._turn.stop()

    def _choices(self) -> list[_Waiting]:
        """Jobs that may begin now, and endings that may be told now."""
        found: list[_Waiting] = []
        for lane in ("data", WRITES, "network"):
            jobs = [each for each in self._waiting if each.lane == lane]
            if lane == "data":
                found += [each for each in jobs if each.ran]
                found += [each for each in jobs if not each.ran][:2]
            else:
                # The next may run before the ending of the one before was heard.
                found += [each for each in jobs if each.ran][:1]
                found += [each for each in jobs if not each.ran][:1]
        return found

    def _go_on(self, each: _Waiting) -> None:
        if each.ran:
            self._tell_ending(each)
            return
        thread = threading.Thread(target=self._work, args=(each,), name=each.lane)
        thread.start()
        thread.join()

    def _work(self, each: _Waiting) -> None:
        try:
            if each.job.cancelling:
                raise Cancelled
            with inside(each.lane, each.job.title):
                each.result = each.work(_Steps(each.job, each.steps))
        except BaseException as error:  # noqa: BLE001 - handed over whole, when it is told
            each.error = error
        each.ran = True

    def _tell_ending(self, each: _Waiting) -> None:
        self._waiting.remove(each)
        for step in each.steps:
            each.job.take_step(*step)
        each.job.ended = True
        each.job.deleteLater()
        if each.owner is not None and not shiboken6.isValid(each.owner):
            return
        on_done, on_error, on_cancelled = each.ending
        deliver(
            each.result,
            each.error,
            superseded=bool(each.supersedes) and each.job.cancelling,
            on_done=on_done,
            on_error=on_error,
            on_cancelled=on_cancelled,
        )


@contextmanager
def ending_each_step(test: CodeType, runner: ShufflingJobRunner) -> Iterator[None]:
    """While `test` runs, let everything end whenever a call of its own has returned."""

    def notice(frame: FrameType, event: str, _what: object) -> None:
        begins = event == "call" and frame.f_code is test
        inside = frame if event == "c_return" else frame.f_back if event == "return" else None
        if (begins or (inside is not None and inside.f_code is test)) and runner.busy:
            runner.settle()

    before = sys.getprofile()
    sys.setprofile(notice)
    try:
        yield
    finally:
        sys.setprofile(before)


TestJobs = InlineJobRunner | ShufflingJobRunner
"""Either of them, for tests that run with both."""
