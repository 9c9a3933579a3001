"""Answers the pane of conflicts with the conflict service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from desktop.services.sync_conflicts import Choice, ConflictService
from desktop.services.undo import UndoService
from desktop.services.workspace import Workspace
from desktop.ui.jobs import Jobs
from desktop.ui.sync.screen import SyncScreen
from desktop.ui.sync.words import SyncWords


@dataclass(frozen=True)
class ConflictServices:
    """What the pane asks."""

    conflicts: ConflictService
    undo: UndoService

    @classmethod
    def of(cls, workspace: Workspace) -> Self:
        """Both over one open centre."""
        return cls(ConflictService(workspace), UndoService(workspace))


class ConflictsPresenter:
    """Lists conflicts and keeps decisions; a decision can be taken back."""

    def __init__(self, screen: SyncScreen, services: ConflictServices, jobs: Jobs) -> None:
        self._screen = screen
        self._services = services
        self._jobs = jobs
        screen.entered.connect(self.show)
        screen.data_changed.connect(lambda _kinds: self.show())
        screen.conflicts.decided.connect(self.decide)

    def show(self) -> None:
        """Read what is undecided."""
        self._jobs.run(
            lambda _progress: self._services.conflicts.open(),
            self._screen.conflicts.show_conflicts,
            owner=self._screen,
            supersedes="conflicts",
        )

    def decide(self, choices: Mapping[str, Choice]) -> None:
        """Settle each with its side."""

        def settle() -> tuple[int, list[bytes]]:
            count, actions = 0, []
            for side in ("mine", "theirs"):
                ids = [each for each, chosen in choices.items() if chosen == side]
                if not ids:
                    continue
                count += self._services.conflicts.decide(ids, side)
                action = self._services.undo.last_action()
                if action is not None:
                    actions.append(action)
            return count, actions

        def settled(result: tuple[int, list[bytes]]) -> None:
            count, actions = result
            text = SyncWords().decided(count)
            self._screen.undo_offered.emit(text, lambda: self._take_back(actions))
            self.show()

        self._jobs.run(lambda _progress: settle(), settled, owner=self._screen)

    def _take_back(self, actions: list[bytes]) -> None:
        def back() -> None:
            for action in reversed(actions):
                self._services.undo.undo_action(action)

        self._jobs.run(lambda _progress: back(), lambda _nothing: self.show(), owner=self._screen)
