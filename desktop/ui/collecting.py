"""Frees what only cycles hold, on the window's thread alone.

Python frees such things whenever a thread has made enough of them, on that very thread. A timer or
a widget that a worker frees is not taken out of the window's event loop: its next event goes to
memory that is another's by then, and the program ends without a word.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

_LOOK_MILLISECONDS: Final = 250
_WHOLE_MILLISECONDS: Final = 60_000


class Collecting(QObject):
    """While it lasts, `gc` collects when this thread's event loop turns, and at no other time.

    The younger generations as often as Python would; everything, which takes a moment with many
    learners read, once a minute at most.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._since_whole = QElapsedTimer()
        self._since_whole.start()
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MILLISECONDS)
        self._look.timeout.connect(self.look)
        self._look.start()

    def look(self) -> None:
        """Collect what Python would have collected by now."""
        young, middle, old = gc.get_count()
        young_limit, middle_limit, old_limit = gc.get_threshold()
        if young <= young_limit:
            return
        if old > old_limit and self._since_whole.hasExpired(_WHOLE_MILLISECONDS):
            gc.collect()
            self._since_whole.start()
        else:
            gc.collect(1 if middle > middle_limit else 0)

    def end(self) -> None:
        """Leave it to Python again."""
        self._look.stop()
        gc.enable()
