"""Showing and hiding parts of what no screen shows yet, without the work that comes with it.

Qt measures and dresses a widget and all in it once it is asked to be visible; and dresses it anew,
child by child, each time that it or a part above it is added to another before it is shown.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def was_shown(widget: QWidget) -> bool:
    """Whether it has been on a screen."""
    return widget.testAttribute(Qt.WidgetAttribute.WA_WState_Created)


def show_if(widget: QWidget, wanted: bool) -> None:
    """Have a child shown with its parent, or hidden; also before it has one.

    Qt would show a widget without a parent at once, as a window that takes the keyboard.
    """
    parent = widget.parentWidget()
    if wanted and parent is None:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    elif not wanted or parent is None or was_shown(parent):
        widget.setVisible(wanted)
    elif widget.isHidden():
        # What `show` does here, less the measuring and dressing.
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_Hidden, False)
        widget.updateGeometry()
