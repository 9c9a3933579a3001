"""One signal that tells every open screen what kinds of data a write has changed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class DataChanges(QObject):
    """`announced` carries a frozenset of kinds, such as `{"learner", "plan"}`."""

    announced = Signal(object)

    def announce(self, kinds: Iterable[str]) -> None:
        """Tell the screens; called on the gui thread after a write was committed."""
        changed = frozenset(kinds)
        if changed:
            self.announced.emit(changed)
