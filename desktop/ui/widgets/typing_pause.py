"""When what is being typed is kept: at a pause, and without one after a second and a half."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

# Long enough not to save at every key, short enough that a power cut costs a word at most.
AUTOSAVE_MILLISECONDS = 800
# Whoever types without a pause is kept up with all the same; with the write itself, below two
# seconds.
AT_MOST_MILLISECONDS = 1_500


class TypingPause(QTimer):
    """`timeout` comes at a pause in a row of `touch`, and at most `AT_MOST_MILLISECONDS` after
    the first of them.
    """

    def __init__(self, parent: QObject, milliseconds: int = AUTOSAVE_MILLISECONDS) -> None:
        super().__init__(parent)
        self._usual = milliseconds
        self._row = QElapsedTimer()
        self.setSingleShot(True)

    def touch(self) -> None:
        """Something was typed."""
        if not self.isActive():
            self._row.start()
        left = AT_MOST_MILLISECONDS - self._row.elapsed()
        self.start(max(0, min(self._usual, left)))
