"""Runs long work beside the window: one ending for each job, always on the gui thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot

from desktop.errors import Cancelled, TambonError
from desktop.progress import Progress

logger = logging.getLogger(__name__)

T = TypeVar("T")
Work = Callable[[Progress], T]

SHOW_AFTER_MILLISECONDS = 500
WRITES = "writes"
"""The lane of what is stored: one thing after the other, in the order in which it was begun."""


class Jobs(Protocol):
    """What a presenter needs of a job runner."""

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
        """Start `work`; exactly one of the three callbacks is called, on the gui thread."""

    def tell(self, error: Exception) -> None:
        """Say an error that nobody takes."""

    def finish(self, lane: str) -> None:
        """Return when nothing is under way in a lane any more, and every ending was told."""


class Job(QObject):
    """One piece of work under way: its title, how far it got, and a way to stop it."""

    progressed = Signal(int, int, str)
    lasting = Signal(object)

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.done = 0
        self.total = 0
        self.doing = ""
        self.ended = False
        # Connected methods are held weakly; a lambda that holds the job crashes PySide6 6.11
        # when the runner goes before the job does.
        self.patience = QTimer(self)
        self.patience.setSingleShot(True)
        self.patience.timeout.connect(self._on_patience_ended)
        self._stop = threading.Event()

    @property
    def cancelling(self) -> bool:
        """Whether someone asked the work to stop."""
        return self._stop.is_set()

    @Slot()
    def _on_patience_ended(self) -> None:
        self.lasting.emit(self)

    def cancel(self) -> None:
        """Ask the work to stop at its next step; it may still finish with a result."""
        self._stop.set()

    def take_step(self, done: int, total: int, doing: str) -> None:
        """Called by the runner on the gui thread."""
        self.done, self.total, self.doing = done, total, doing
        self.progressed.emit(done, total, doing)


class _JobProgress:
    """The `Progress` that the work is given; used in its thread."""

    def __init__(self, runner: JobRunner, job: Job) -> None:
        self._runner = runner
        self._job = job

    def step(self, done: int, total: int, doing: str = "") -> None:
        if self._job.cancelling:
            raise Cancelled
        self._runner.stepped.emit(self._job, done, total, doing)


@dataclass(frozen=True)
class _Ending:
    """What came of a job; `error` is set unless it brought a result."""

    job: Job
    result: Any = None
    error: BaseException | None = None


@dataclass
class _Wishes:
    on_done: Callable[[Any], None]
    on_error: Callable[[Exception], None] | None
    on_cancelled: Callable[[], None] | None
    owner: QObject | None
    supersedes: str
    lane: str


class JobRunner(QObject):
    """Runs jobs in threads of its own: a lane to read, one to write, and one for the network.

    `slow` is emitted with a Job that has lasted half a second, `finished` with every Job that
    ended; `failed` with an exception that nobody asked to be told of.
    """

    slow = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    stepped = Signal(object, int, int, str)
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, Executor] = {
            "data": ThreadPoolExecutor(2, "data"),
            WRITES: ThreadPoolExecutor(1, WRITES),
            "network": ThreadPoolExecutor(1, "network"),
        }
        self._running: dict[Job, _Wishes] = {}
        self._closed = False
        self.stepped.connect(self._on_stepped, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> list[Job]:
        """Jobs without an ending so far, oldest first."""
        return list(self._running)

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
        """Start `work` in a thread; one callback follows on the gui thread.

        `owner`: when this object has been destroyed by then, nothing is called.
        `supersedes`: an earlier job with the same word is stopped, and ends as cancelled even if
        its result arrives later: for searches, where only the last question matters.
        `lane`: "data", `WRITES` or "network"; the last two do one job after the other.

        Raises:
            RuntimeError: after `shutdown`.
        """
        if self._closed:
            raise RuntimeError("the job runner is shut down")
        if supersedes:
            for earlier, wishes in self._running.items():
                if wishes.supersedes == supersedes:
                    earlier.cancel()
        job = Job(title, self)
        self._running[job] = _Wishes(on_done, on_error, on_cancelled, owner, supersedes, lane)
        self._lanes[lane].submit(self._work, job, work)
        job.lasting.connect(self._on_waited)
        job.patience.start(SHOW_AFTER_MILLISECONDS)
        return job

    def tell(self, error: Exception) -> None:
        """Say an error that nobody takes: `failed`."""
        self.failed.emit(error)

    def waits(self, job: Job) -> bool:
        """Whether something is to be stored that waits for what was begun before it."""
        stored = [each for each, wishes in self._running.items() if wishes.lane == WRITES]
        return job in stored[1:]

    def finish(self, lane: str) -> None:
        """Wait until nothing is under way in a lane, what its endings begin included."""
        while any(wishes.lane == lane for wishes in self._running.values()):
            # A lane does one thing after the other: when this has run, all before it has.
            self._lanes[lane].submit(_nothing).result()
            QCoreApplication.sendPostedEvents(self)

    def shutdown(self) -> None:
        """Stop what may be stopped, let the rest finish, and deliver all endings.

        Long work (with a title), questions and the network are asked to stop. What is stored
        runs to its end even if it had not begun: it may be the last word typed.
        """
        for job, wishes in self._running.items():
            question = wishes.supersedes and wishes.lane != WRITES
            if job.title or question or wishes.lane == "network":
                job.cancel()
        self.finish(WRITES)
        self._closed = True
        for executor in self._lanes.values():
            executor.shutdown(wait=True)
        QCoreApplication.sendPostedEvents(self)

    def _work(self, job: Job, work: Work[Any]) -> None:
        # BaseException: a SystemExit inside a library must end the job too, not lose it.
        try:
            if job.cancelling:
                raise Cancelled
            ending = _Ending(job, result=work(_JobProgress(self, job)))
        except BaseException as error:  # noqa: BLE001 - handed over whole, below
            ending = _Ending(job, error=error)
        self._ended.emit(ending)

    @Slot(object, int, int, str)
    def _on_stepped(self, job: Job, done: int, total: int, doing: str) -> None:
        if not job.ended:
            job.take_step(done, total, doing)

    @Slot(object)
    def _on_ended(self, ending: _Ending) -> None:
        job = ending.job
        wishes = self._running.pop(job)
        job.ended = True
        job.patience.stop()
        self.finished.emit(job)
        job.deleteLater()
        if wishes.owner is not None and not shiboken6.isValid(wishes.owner):
            if ending.error is not None and not isinstance(ending.error, Cancelled):
                log_failure("a job failed after its screen was closed", ending.error)
            return
        deliver(
            ending.result,
            ending.error,
            superseded=bool(wishes.supersedes) and job.cancelling,
            on_done=wishes.on_done,
            on_error=wishes.on_error or self.tell,
            on_cancelled=wishes.on_cancelled,
        )

    @Slot(object)
    def _on_waited(self, job: Job) -> None:
        if not job.ended:
            self.slow.emit(job)


def log_failure(what: str, error: BaseException) -> None:
    """Note a failure: a fault of the program whole, what it raises on purpose by its code alone.

    The values of the latter fill a sentence for the person at the screen, and may be a name.
    """
    if isinstance(error, TambonError):
        logger.warning("%s: %s", what, error.code)
    else:
        logger.error(what, exc_info=error)


def _nothing() -> None:
    """Be waited for."""


def deliver(
    result: Any,
    error: BaseException | None,
    *,
    superseded: bool,
    on_done: Callable[[Any], None],
    on_error: Callable[[Exception], None],
    on_cancelled: Callable[[], None] | None,
) -> None:
    """Call the one callback that fits an ending."""
    if isinstance(error, Cancelled) or superseded:
        if on_cancelled is not None:
            on_cancelled()
    elif error is None:
        on_done(result)
    elif isinstance(error, Exception):
        on_error(error)
    else:
        failure = RuntimeError(f"work ended with {type(error).__name__}")
        failure.__cause__ = error
        on_error(failure)
