"""Layouts that many screens make the same way: fields side by side, and emptying one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.theme import theme

Box = TypeVar("Box", bound=QBoxLayout)


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


def in_reading_order(part: QWidget) -> None:
    """Let Tab go through a part from its first stop as one reads; what was made later came last.

    A field of several parts hands the keyboard on to one of them: it must come just before them,
    and moves by itself only while it does not.
    """
    read = list(_read(part))
    handing = {each: to for each in read if (to := each.focusProxy()) and each.isAncestorOf(to)}
    for each in handing:
        each.setFocusProxy(None)  # type: ignore[arg-type]  # as Qt's own documentation has it
    stops = [
        each
        for each in read
        if each in handing
        or (each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None)
    ]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
    for each, to in handing.items():
        each.setFocusProxy(to)


def _read(part: QWidget) -> Iterator[QWidget]:
    yield part
    inside = part.widget() if isinstance(part, QScrollArea) else None
    if inside is not None:
        yield from _read(inside)
    layout = part.layout()
    if layout is not None:
        yield from _read_layout(layout)


def _read_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from _read(widget)
        elif inner is not None:
            yield from _read_layout(inner)


def tight(layout: Box) -> Box:
    """A layout without margins and without gaps."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout


def in_margins(widget: QWidget, top: int = 0) -> QVBoxLayout:
    """A widget as far from the sides as what stands on a page."""
    column = QVBoxLayout()
    column.setContentsMargins(24, top, 24, 0)
    column.addWidget(widget)
    return column


def lay_out(widget: QWidget) -> None:
    """Give what is inside its place now, after its layout was measured anew.

    Measuring anew asks for a layout in a moment; who measures on each such asking would do so for
    ever, and an old laptop's battery with it.
    """
    QCoreApplication.removePostedEvents(widget, QEvent.Type.LayoutRequest.value)
    layout = widget.layout()
    if layout is not None:
        layout.activate()
