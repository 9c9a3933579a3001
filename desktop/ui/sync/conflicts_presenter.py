"""Answers the pane of conflicts with the conflict service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.models.framework import Framework
from desktop.services.all import Services
from desktop.services.sync.conflicts import Choice, ConflictRow
from desktop.ui.code_book import CodeBook
from desktop.ui.jobs import Jobs
from desktop.ui.sync.screen import SyncScreen
from desktop.ui.sync.words import SyncWords
from desktop.ui.value_words import ValueWords
from desktop.ui.writes import Writes

_Rows = Sequence[ConflictRow]


class ConflictsPresenter:
    """Lists conflicts and keeps decisions; a decision can be taken back."""

    def __init__(self, screen: SyncScreen, services: Services, jobs: Jobs) -> None:
        self._screen = screen
        self._services = services
        self._jobs = jobs
        self._writes = Writes(screen, jobs)
        self._writes.settled.connect(lambda _stored: self.show())
        screen.entered.connect(self.show)
        screen.data_changed.connect(lambda _kinds: self.show())
        screen.conflicts.decided.connect(self.decide)
        screen.conflicts.reopen_wanted.connect(self.reopen)

    def show(self) -> None:
        """Read what is undecided, and what was decided."""
        services = self._services

        def read() -> tuple[_Rows, _Rows, CodeBook, Framework]:
            return (
                services.conflicts.open(),
                services.conflicts.settled(),
                CodeBook(services.centre.own_words()),
                services.framework.framework(),
            )

        def show(found: tuple[_Rows, _Rows, CodeBook, Framework]) -> None:
            rows, settled, codes, framework = found
            values = ValueWords(codes, framework)
            self._screen.conflicts.show_conflicts(rows, settled, values)

        self._jobs.run(
            lambda _progress: read(),
            show,
            owner=self._screen,
            supersedes="conflicts",
        )

    def decide(self, choices: Mapping[str, Choice]) -> None:
        """Settle each with its side; taking that back opens them again."""

        def settle() -> int:
            count = 0
            for side in ("mine", "theirs"):
                ids = [each for each, chosen in choices.items() if chosen == side]
                if ids:
                    count += self._services.conflicts.decide(ids, side)
            return count

        def settled(count: int) -> None:
            text = SyncWords().decided(count)
            self._screen.undo_offered.emit(text, lambda: self.reopen([*choices]))

        self._writes.do(settle, settled)

    def reopen(self, ids: Sequence[str]) -> None:
        """Take decisions back: both values stand side by side again, on every laptop."""

        def reopened(count: int) -> None:
            self._screen.told.emit(SyncWords().reopened(count))
            self._screen.conflicts.views.set_value("asked")

        self._writes.do(lambda: self._services.conflicts.reopen(ids), reopened)
