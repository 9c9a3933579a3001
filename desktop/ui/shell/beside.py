"""The row of tabs over screens that stand beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from desktop.ui.shell.feature import ScreenEntry


class Beside(QWidget):
    """`chosen(key)` of a screen; hidden where a screen stands alone."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.bar = QTabBar()
        self.bar.setExpanding(False)
        self._entries: list[ScreenEntry] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 0)
        row.addWidget(self.bar)
        row.addStretch(1)
        self.hide()
        self.bar.currentChanged.connect(self._on_changed)

    def show_current(self, entries: Sequence[ScreenEntry], key: str) -> None:
        """Show these screens, and which of them is open."""
        with QSignalBlocker(self.bar):
            if list(entries) != self._entries:
                self._entries = list(entries)
                while self.bar.count():
                    self.bar.removeTab(0)
                for entry in entries:
                    self.bar.addTab(entry.title())
            for place, entry in enumerate(entries):
                if entry.key == key:
                    self.bar.setCurrentIndex(place)
        self.setVisible(bool(entries))

    def word(self) -> None:
        """Name the screens in the language of the moment."""
        for place, entry in enumerate(self._entries):
            self.bar.setTabText(place, entry.title())

    def _on_changed(self, place: int) -> None:
        if place >= 0:
            self.chosen.emit(self._entries[place].key)
