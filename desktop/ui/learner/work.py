"""What the presenters of the page share: whose page it is, and writing with a way back."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desktop.errors import TambonError, UserError
from desktop.services.undo import Undone
from desktop.ui.jobs import Jobs
from desktop.ui.learner.screen import LearnerScreen
from desktop.ui.learner.services import LearnerServices
from desktop.ui.wording import sentence

T = TypeVar("T")


class _Write:
    """One change, performed once by whoever comes first: its job, or somebody who must leave."""

    def __init__(
        self,
        act: Callable[[], Any],
        finish: Callable[[Any], None],
        failed: Callable[[Exception], None] | None,
    ) -> None:
        self.finish, self.failed = finish, failed
        self._act = act
        self._lock = threading.Lock()
        self._performed = False
        self._result: Any = None
        self._error: Exception | None = None

    def perform(self) -> None:
        """Do it, unless it was done; what went wrong is kept for `outcome`."""
        with self._lock:
            if self._performed:
                return
            try:
                self._result = self._act()
            except Exception as error:  # noqa: BLE001 - raised again by outcome, in the job
                self._error = error
            self._performed = True

    @property
    def performed(self) -> bool:
        """Whether it was done, well or badly."""
        return self._performed

    def outcome(self) -> Any:
        """Do it, unless it was done, and return its result or raise its error."""
        self.perform()
        if self._error is not None:
            raise self._error
        return self._result


class LearnerWork(QObject):
    """Carries wishes to the services. `stored` after each write, so that the page is read again."""

    stored = Signal()

    def __init__(self, screen: LearnerScreen, services: LearnerServices, jobs: Jobs) -> None:
        super().__init__(screen)
        self.screen, self.services, self.jobs = screen, services, jobs
        self.learner_id: UUID | None = None
        # One after another: two threads would store quick edits of one field in any order.
        self._waiting: deque[_Write] = deque()
        screen.leaving.connect(self.drain)

    def read(self, ask: Callable[[UUID], T], show: Callable[[T], None], word: str) -> None:
        """Ask for something of this learner and show it, unless another is shown by then."""
        learner_id = self.learner_id
        if learner_id is None:
            return

        def done(answer: T) -> None:
            if learner_id == self.learner_id:
                show(answer)

        self.jobs.run(
            lambda _progress: ask(learner_id), done, owner=self.screen, supersedes=f"learner {word}"
        )

    def write(
        self,
        act: Callable[[UUID], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        undo: str = "",
        told: str = "",
    ) -> None:
        """Change something of this learner.

        Args:
            act: the service call, given the learner.
            done: told the result.
            failed: told a `UserError` that belongs beside a field; others go to the banner.
            undo: what was done, for the banner that offers to take it back.
            told: what was done, for the status line.
        """
        learner_id = self.learner_id
        if learner_id is None:
            return

        def perform() -> tuple[T, bytes | None]:
            result = act(learner_id)
            return result, self.services.undo.last_action() if undo else None

        def finish(answer: tuple[T, bytes | None]) -> None:
            result, action = answer
            if done is not None:
                done(result)
            if undo and action is not None:
                self.screen.undo_offered.emit(undo, lambda: self.take_back(action))
            elif told:
                self.screen.told.emit(told)
            self.stored.emit()

        self._enqueue(_Write(perform, finish, failed))

    def keep(self, act: Callable[[UUID], None]) -> None:
        """Keep a draft of this learner; the page need not be read again for it."""
        learner_id = self.learner_id
        if learner_id is not None:
            self._enqueue(_Write(lambda: act(learner_id), lambda _none: None, None))

    def drain(self) -> None:
        """Store all that waits before this returns; the endings are told as usual."""
        for write in list(self._waiting):
            write.perform()

    def _enqueue(self, write: _Write) -> None:
        self._waiting.append(write)
        if len(self._waiting) == 1:
            self._run_next()

    def _run_next(self) -> None:
        write = self._waiting[0]

        def done(answer: Any) -> None:
            self._waiting.popleft()
            self._go_on()
            write.finish(answer)

        def failed(error: Exception) -> None:
            self._waiting.popleft()
            self._go_on()
            self._tell_failed(write, error)

        self.jobs.run(lambda _progress: write.outcome(), done, failed, owner=self.screen)

    def _go_on(self) -> None:
        # What was stored on leaving needs no job any more; while closing there are none.
        while self._waiting and self._waiting[0].performed:
            write = self._waiting.popleft()
            try:
                answer = write.outcome()
            except TambonError as error:
                self._tell_failed(write, error)
            else:
                write.finish(answer)
        if self._waiting:
            self._run_next()

    def _tell_failed(self, write: _Write, error: Exception) -> None:
        if write.failed is not None:
            write.failed(error)
        elif self.screen.isVisible():
            # A job of its own, so that the shell says it in its banner.
            self.jobs.run(lambda _progress: write.outcome(), write.finish, owner=self.screen)

    def take_back(self, action: bytes) -> None:
        """Take one action back, and say what stayed because of newer work."""

        def done(undone: Undone) -> None:
            if undone.left:
                text = self.tr("คืนค่าแล้วบางส่วน มี %n จุดที่แก้ต่อไปแล้วจึงคงไว้", "", len(undone.left))
            else:
                text = self.tr("คืนค่าเดิมแล้ว")
            again = undone.action
            if again is not None:
                self.screen.undo_offered.emit(text, lambda: self.take_back(again))
            else:
                self.screen.told.emit(text)
            self.stored.emit()

        self.jobs.run(
            lambda _progress: self.services.undo.undo_action(action), done, owner=self.screen
        )


def field_of(error: Exception) -> tuple[str, str]:
    """The field that an error names, "" for none, and its sentence."""
    name = ""
    if isinstance(error, UserError):
        name = str(error.values.get("field", ""))
        if error.code == "given_missing":
            name = "given"
        if error.code == "witnesses_missing":
            name = "witnesses"
    return name, sentence(error)
