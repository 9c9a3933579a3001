"""The row of tabs over screens that stand beside each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from desktop.ui.shell.feature import ScreenEntry


class Beside(QWidget):
    """`chosen(key)` of a screen; hidden where a screen stands alone, and its keys rest then."""

    chosen = Signal(str)

    def __init__(self, covered: Callable[[], bool]) -> None:
        super().__init__()
        self._covered = covered
        self.bar = QTabBar()
        self.bar.setExpanding(False)
        self._entries: list[ScreenEntry] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 0)
        row.addWidget(self.bar)
        row.addStretch(1)
        self.hide()
        self.bar.currentChanged.connect(self._on_changed)
        self._keys: list[QShortcut] = []
        self._on_key("Ctrl+Tab", partial(self._step, 1))
        self._on_key("Ctrl+Shift+Tab", partial(self._step, -1))
        for place in range(9):
            self._on_key(f"Alt+{place + 1}", partial(self._go, place))

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
        # A page without this row has tabs of its own under the same keys.
        for shortcut in self._keys:
            shortcut.setEnabled(bool(entries))
        self.word()

    def word(self) -> None:
        """Name the screens in the language of the moment."""
        self.bar.setAccessibleName(self.tr("หน้าที่อยู่ข้างกัน"))
        for place, entry in enumerate(self._entries):
            self.bar.setTabText(place, entry.title())
            self.bar.setTabToolTip(place, f"Alt+{place + 1}")

    def _on_key(self, sequence: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(sequence), self)
        shortcut.setEnabled(False)
        shortcut.activated.connect(act)
        self._keys.append(shortcut)

    def _go(self, place: int) -> None:
        if place < self.bar.count() and not self._covered():
            self.bar.setCurrentIndex(place)

    def _step(self, by: int) -> None:
        self._go((self.bar.currentIndex() + by) % self.bar.count())

    def _on_changed(self, place: int) -> None:
        if place >= 0:
            self.chosen.emit(self._entries[place].key)
