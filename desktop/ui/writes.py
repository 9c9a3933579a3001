"""A screen's changes, each stored in the order in which it was made, with a way back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from desktop.errors import StorageError
from desktop.services.drafts import DraftService
from desktop.services.undo import Undone, UndoService
from desktop.ui.jobs import WRITES, Jobs

T = TypeVar("T")

_AGAIN_MILLISECONDS = 15_000


class Host(Protocol):
    """A screen or a page of one: what was done is told through it."""

    @property
    def told(self) -> SignalInstance:
        """`told(text)`: a small outcome."""

    @property
    def undo_offered(self) -> SignalInstance:
        """`undo_offered(text, undo)`: what was done, and how it is taken back."""


@dataclass
class _Word:
    """Something typed, and what follows once it is stored or refused."""

    act: Callable[[], Any]
    finish: Callable[[Any], None]
    refused: Callable[[Exception], None]
    result: Any = None
    error: Exception | None = None


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
        self.begun = 0  # how many changes were made since the screen was built
        self._stored = False
        self._outdated: dict[str, Callable[[], None]] = {}
        # Both are changed by the lane alone, which is one thread at a time, or read here.
        self._held: deque[_Word] = deque()
        self._late: deque[_Word] = deque()
        self._drafts: dict[tuple[str, str], Callable[[], object]] = {}
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MILLISECONDS)
        self._again.timeout.connect(self.retry)

    @property
    def busy(self) -> bool:
        """Whether a change is under way: what was read before it may be older than the screen."""
        return self._under_way > 0

    def outdated(self, again: Callable[[], None], word: str = "") -> bool:
        """Whether what was just read may be older than the screen, as `busy` tells.

        It must not be shown then, and `again` is called once all is stored; the last of a `word`.
        """
        if self.busy:
            self._outdated[word] = again
        return self.busy

    @property
    def held(self) -> bool:
        """Whether the disk could not take something typed, which waits here."""
        return bool(self._held or self._drafts)

    @property
    def waiting(self) -> int:
        """How many things typed wait here for the disk."""
        return len(self._held) + len(self._drafts)

    def do(
        self,
        act: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        undo: str = "",
        told: str = "",
    ) -> None:
        """Do what the person asked for.

        Args:
            act: the service call, in its turn and in a thread of its own.
            done: told the result.
            failed: told the error, to say it beside its field; without it the banner does.
            undo: what was done, for the banner that offers to take it back.
            told: what was done, for the status line, where nothing can be taken back.
        """
        service = self._undo if undo else None

        def work() -> tuple[T, bytes | None]:
            self._store_held()
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

        self._run(work, finish, failed or self._jobs.tell)

    def save(
        self,
        act: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        told: str = "",
    ) -> None:
        """Store something typed that its field takes for stored from now on.

        What the disk cannot take (full, locked) is told like any failure, but held: it is stored
        before whatever this screen stores next, by itself after a while, or by `retry`.
        """

        def finish(result: T) -> None:
            if done is not None:
                done(result)
            if told:
                self._host.told.emit(told)

        refused = failed or self._jobs.tell
        word = _Word(act, finish, refused)

        def work() -> T:
            try:
                self._store_held()
                return act()
            except StorageError:
                self._held.append(word)
                raise

        self._run(work, finish, refused)

    def keep_draft(
        self, drafts: DraftService, form: str, subject: str, content: Mapping[str, Any]
    ) -> None:
        """Keep a form as it stands, or forget it when nothing stands in it any more.

        The last that the disk could not take of each form is held, as in `save`.
        """

        def act() -> None:
            if content:
                drafts.save(form, subject, content)
            else:
                drafts.discard(form, subject)

        def work() -> None:
            try:
                act()
            except StorageError:
                self._drafts[form, subject] = act
                raise
            self._drafts.pop((form, subject), None)

        def refused(error: Exception) -> None:
            if self.held:
                self._again.start()
            self._jobs.tell(error)

        self._jobs.run(lambda _progress: work(), _nothing, refused, owner=self._owner, lane=WRITES)

    def keep(self, act: Callable[[], object]) -> None:
        """Store something beside what is shown: nothing is told, nor read again for it."""
        self._jobs.run(lambda _progress: act(), _nothing, owner=self._owner, lane=WRITES)

    def ask(
        self,
        ask: Callable[[], T],
        show: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Read after all that was to be stored before: a draft, or what notes down who looked."""
        self._jobs.run(lambda _progress: ask(), show, failed, owner=self._owner, lane=WRITES)

    def retry(self) -> None:
        """Try again to store what is held."""
        if self.held:
            self._run(self._store_held, _nothing, _nothing)

    def give_up(self) -> None:
        """Forget what is held: the person said that it is not wanted any more."""
        self._jobs.finish(WRITES)
        self._held.clear()
        self._drafts.clear()

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

        def work() -> Undone:
            self._store_held()
            return service.undo_action(action)

        self._run(work, done, self._jobs.tell)

    # In the lane

    def _store_held(self) -> None:
        while self._held:
            word = self._held[0]
            try:
                word.result = word.act()
            except StorageError:
                raise
            except Exception as error:  # noqa: BLE001 - told by what waits for it
                word.error = error
            self._late.append(self._held.popleft())
        while self._drafts:
            form = next(iter(self._drafts))
            self._drafts[form]()
            del self._drafts[form]

    # On the window's thread

    def _run(
        self,
        work: Callable[[], T],
        finish: Callable[[T], None],
        refused: Callable[[Exception], None],
    ) -> None:
        self._under_way += 1
        self.begun += 1

        def done(answer: T) -> None:
            self._stored = True
            self._end(lambda: finish(answer))

        def failed(error: Exception) -> None:
            self._end(lambda: refused(error))

        self._jobs.run(lambda _progress: work(), done, failed, owner=self._owner, lane=WRITES)

    def _end(self, tell: Callable[[], None]) -> None:
        try:
            while self._late:
                self._stored = True
                word = self._late.popleft()
                if word.error is not None:
                    word.refused(word.error)
                else:
                    word.finish(word.result)
            tell()
        finally:
            self._under_way -= 1
            if self.held:
                self._again.start()
            if not self._under_way:
                stored, self._stored = self._stored, False
                outdated, self._outdated = self._outdated, {}
                self.settled.emit(stored)
                for again in outdated.values():
                    again()


def _nothing(_result: Any) -> None:
    """Nothing follows."""
