"""A screen's changes, each stored in the order in which it was made, with a way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance

from desktop.services.undo import Undone, UndoService
from desktop.ui.jobs import WRITES, Jobs

T = TypeVar("T")


class Host(Protocol):
    """A screen or a page of one: what was done is told through it."""

    @property
    def told(self) -> SignalInstance:
        """`told(text)`: a small outcome."""

    @property
    def undo_offered(self) -> SignalInstance:
        """`undo_offered(text, undo)`: what was done, and how it is taken back."""


class Writes(QObject):
    """What one screen stores.

    All screens share one lane of the job runner, which does one thing after the other: two edits
    of a field cannot overtake each other, and the action that is offered to be taken back is the
    one that was meant. `JobRunner.finish` waits for the lane before the database is closed.

    `settled(stored)` when no change is under way any more: what is shown can be read again;
    `stored` tells whether anything was changed since the last time.
    """

    settled = Signal(bool)

    def __init__(self, host: Host, jobs: Jobs, undo: UndoService | None = None) -> None:
        assert isinstance(host, QObject)
        super().__init__(host)
        self._host, self._owner, self._jobs, self._undo = host, host, jobs, undo
        self._under_way = 0
        self._stored = False

    @property
    def busy(self) -> bool:
        """Whether a change is under way: what was read before it may be older than the screen."""
        return self._under_way > 0

    def do(
        self,
        act: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        undo: str = "",
        told: str = "",
    ) -> None:
        """Change something.

        Args:
            act: the service call, in its turn and in a thread of its own.
            done: told the result.
            failed: told the error, to say it beside its field; without it the banner does.
            undo: what was done, for the banner that offers to take it back.
            told: what was done, for the status line, also where nothing can be taken back.
        """
        service = self._undo if undo else None

        def work() -> tuple[T, bytes | None]:
            if service is None:
                return act(), None
            before = service.last_action()
            result = act()
            after = service.last_action()
            # What changed nothing leaves no action: the one before is not to be taken back.
            return result, after if after != before else None

        def finish(answer: tuple[T, bytes | None]) -> None:
            result, action = answer
            if done is not None:
                done(result)
            if action is not None:
                self._host.undo_offered.emit(undo, lambda: self.take_back(action))
            elif told:
                self._host.told.emit(told)

        self._change(work, finish, failed or self._jobs.tell)

    def keep(self, act: Callable[[], object]) -> None:
        """Keep or forget a draft; nothing need be read again for it."""
        self._jobs.run(lambda _progress: act(), _nothing, owner=self._owner, lane=WRITES)

    def ask(self, ask: Callable[[], T], show: Callable[[T], None]) -> None:
        """Read after all that was to be stored before: a draft, or what notes down who looked."""
        self._jobs.run(lambda _progress: ask(), show, owner=self._owner, lane=WRITES)

    def take_back(self, action: bytes) -> None:
        """Take one action back, and say what stayed because of newer work."""
        service = self._undo
        assert service is not None

        def done(undone: Undone) -> None:
            if undone.left:
                text = self.tr("คืนค่าแล้วบางส่วน มี %n จุดที่แก้ต่อไปแล้วจึงคงไว้", "", len(undone.left))
            else:
                text = self.tr("คืนค่าเดิมแล้ว")
            again = undone.action
            if again is not None:
                self._host.undo_offered.emit(text, lambda: self.take_back(again))
            else:
                self._host.told.emit(text)

        self._change(lambda: service.undo_action(action), done, self._jobs.tell)

    def _change(
        self,
        work: Callable[[], T],
        finish: Callable[[T], None],
        refused: Callable[[Exception], None],
    ) -> None:
        self._under_way += 1

        def done(answer: T) -> None:
            self._stored = True
            try:
                finish(answer)
            finally:
                self._end()

        def failed(error: Exception) -> None:
            try:
                refused(error)
            finally:
                self._end()

        self._jobs.run(lambda _progress: work(), done, failed, owner=self._owner, lane=WRITES)

    def _end(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            stored, self._stored = self._stored, False
            self.settled.emit(stored)


def _nothing(_result: Any) -> None:
    """Nothing follows."""
