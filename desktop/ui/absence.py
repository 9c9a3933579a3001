"""Notices that nobody sits here: no key for some minutes, a laptop that slept, a closed screen."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

TICK_MILLISECONDS = 5_000
# A tick that comes so much later than it should: the machine slept in between.
SLEPT_SECONDS = 30.0


class Absence(QObject):
    """`noticed` when the screen should lock by itself.

    Qt tells of sleep on phones only, so the clock is watched: a tick that the calendar puts far
    behind its time means that the lid was closed. Moving the clock forward locks too, which does
    no harm. What it does not see: a desktop locked by the system while the machine stays awake;
    there the minutes without a key count on.

    Args:
        clock: seconds since 1970; a test gives its own.
    """

    noticed = Signal()

    def __init__(self, parent: QObject, clock: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._clock = clock
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.noticed)
        self._ticking = QTimer(self)
        self._ticking.setInterval(TICK_MILLISECONDS)
        self._ticking.timeout.connect(self.tick)
        self._last = clock()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state)

    @property
    def watching(self) -> bool:
        """Whether it looks at all."""
        return self._ticking.isActive()

    @property
    def idle_milliseconds(self) -> int:
        """After how long without a key it locks; 0 for never."""
        return self._idle.interval() if self._idle.isActive() else 0

    def watch(self, minutes: int) -> None:
        """Begin to look; `minutes` without a key lock, 0 never does."""
        self._last = self._clock()
        self._ticking.start()
        self._idle.stop()
        if minutes > 0:
            self._idle.start(minutes * 60_000)

    def stop(self) -> None:
        """Look no more: it is locked, or nobody is signed in."""
        self._idle.stop()
        self._ticking.stop()

    def touched(self) -> None:
        """A key or a click came."""
        if self._idle.isActive():
            self._idle.start()

    def tick(self) -> None:
        """Look at the clock."""
        now = self._clock()
        slept = now - self._last > TICK_MILLISECONDS / 1000 + SLEPT_SECONDS
        self._last = now
        if slept and self.watching:
            self.noticed.emit()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationSuspended and self.watching:
            self.noticed.emit()
