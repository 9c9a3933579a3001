"""Answers Ctrl+K: what was opened last, records of every feature, pages and commands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.jobs import Jobs
from desktop.ui.shell.feature import Features, ScreenEntry
from desktop.ui.shell.finding import Command, Found, before_typing, in_groups, matching
from desktop.ui.shell.palette import Palette

_RECENT = 5


class Finder(QObject):
    """`chosen` with the line that was picked; records are looked for in a job."""

    chosen = Signal(object)

    def __init__(
        self, window: QWidget, features: Features, jobs: Jobs, own: Sequence[Command]
    ) -> None:
        """Make the search over a window; `own` is what the window itself can do."""
        super().__init__(window)
        self._window, self._features, self._jobs, self._own = window, features, jobs, own
        self._recent: list[Found] = []
        self._here = ""
        self.palette = Palette(window)
        self.palette.searched.connect(self._on_searched)
        self.palette.chosen.connect(self.chosen)

    def open(self, here: str) -> None:
        """Show the search; `here` is the title of what is open already and need not be offered."""
        self._here = here
        self.palette.open_over(self._window)

    def left(self, screen: ScreenEntry, title: str, argument: object) -> None:
        """Offer a record that is left now as the first the next time; screens of the rail are not.

        Args:
            screen: where it was shown.
            title: what it is called there.
            argument: what opens it there again.
        """
        if title and screen.place == "none":
            line = Found(title, screen.title(), screen.icon, (screen.key, argument))
            others = [each for each in self._recent if each.title != title]
            self._recent = [line, *others][:_RECENT]

    def _on_searched(self, text: str) -> None:
        pages, commands = self._features.pages, [*self._features.commands, *self._own]
        if not text.strip():
            recent = [each for each in self._recent if each.title != self._here]
            frequent = [each.line() for each in commands if each.frequent]
            lines = [each.line() for each in pages if each.frequent]
            self.palette.show_found(before_typing(recent, frequent, lines))
            return
        by_name = matching(pages, text), matching(commands, text)
        self._jobs.run(
            lambda _progress: self._features.find_records(text),
            lambda found: self.palette.show_found(in_groups(text, found, *by_name)),
            owner=self.palette,
            supersedes="palette",
        )
