"""Where the keyboard goes."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget


def give_keyboard(widget: QWidget) -> None:
    """Put the keyboard to a widget, also to one that was just made and is shown in a moment."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    if not widget.isVisible():
        QTimer.singleShot(0, widget, lambda: widget.setFocus(Qt.FocusReason.OtherFocusReason))
