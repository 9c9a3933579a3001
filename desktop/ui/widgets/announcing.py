"""What changed without the keyboard moving is said to whoever listens to a screen reader."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(where: QWidget, text: str) -> None:
    """Have `text` read aloud: an outcome, how many were found; nothing where nobody listens."""
    if text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(where, text))
