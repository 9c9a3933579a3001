"""The dialogs and popups over a window: out of sight while it is locked, then as they were."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget


class OtherWindows:
    """Those that belong to one window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._hidden: list[QWidget] = []

    def hide(self) -> None:
        """Nothing of the centre stays on the screen: popups go, dialogs wait behind the lock."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible() and self._belongs(widget):
                widget.hide()
                self._hidden.append(widget)

    def show(self) -> None:
        """Show again what was hidden."""
        waiting, self._hidden = self._hidden, []
        for widget in waiting:
            widget.show()

    def forget(self) -> None:
        """Let go of what was hidden: it ends with its centre."""
        self._hidden.clear()

    def _belongs(self, widget: QWidget) -> bool:
        parent = widget.parentWidget()
        while parent is not None and parent is not self._window:
            parent = parent.parentWidget()
        return parent is self._window
