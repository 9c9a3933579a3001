"""Layouts that many screens make the same way: fields side by side, and emptying one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from desktop.ui.theme import theme


def beside(*widgets: QWidget, spacing: int = 16) -> QHBoxLayout:
    """Fields side by side, their labels on one line."""
    row = QHBoxLayout()
    row.setSpacing(theme().px(spacing))
    for widget in widgets:
        row.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
    return row


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)
