"""What is cut, out of reach or lies over something else in a window, as a person would see it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QTableView,
    QWidget,
)

from desktop.ui.widgets.labels import OneLine

_SLACK = 2  # pixels that rounding may take


def cut(window: QWidget) -> list[str]:
    """Say of each label, button and field what is amiss; nothing where all can be read and reached.

    Dialogs that stand open over the window are looked at too. What scrolls from side to side on
    purpose, as the columns of a board, says so by its property `across`.
    """
    found: list[str] = []
    for top in (window, *_dialogs()):
        for area in top.findChildren(QScrollArea):
            inside, room = area.widget(), area.viewport().width()
            if inside is None or area.property("across") or not area.isVisibleTo(top):
                continue
            if inside.width() > room + _SLACK:
                found.append(
                    f"{_name(area)}: {inside.width()} wide, shown {room}: {_widest(inside)}"
                )
        for view in top.findChildren(QTableView):
            beyond = view.horizontalScrollBar().maximum() if view.isVisibleTo(top) else 0
            if beyond:
                found.append(f"{_name(view)}: columns {beyond} wider than the table")
        for widget in _shown(top):
            amiss = _inside(widget) or _outside(widget, top) or _covered(widget)
            if amiss:
                found.append(f"{_name(widget)}: {amiss}")
    return list(dict.fromkeys(found))


def _widest(inside: QWidget) -> str:
    """The part that makes it so wide."""
    parts = [
        each
        for each in inside.findChildren(QWidget)
        if each.isVisibleTo(inside) and not each.findChildren(QWidget)
    ]
    return _name(max(parts, key=lambda each: each.minimumSizeHint().width(), default=inside))


def _dialogs() -> list[QWidget]:
    return [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QDialog) and each.isVisible()
    ]


def _shown(top: QWidget) -> Iterator[QWidget]:
    for widget in top.findChildren(QWidget):
        if (
            isinstance(widget, QLabel | QAbstractButton | QLineEdit)
            and widget.isVisibleTo(top)
            and widget.window() is top
            and not isinstance(widget.parent(), QTabBar | QLineEdit | QAbstractItemView)
            and not _in_item_view(widget)
        ):
            yield widget


def _in_item_view(widget: QWidget) -> bool:
    parent = widget.parent()
    while isinstance(parent, QWidget):
        if isinstance(parent, QAbstractItemView):
            return True
        parent = parent.parent()
    return False


def _inside(widget: QWidget) -> str:
    """Words that have less room than they take; what gives way itself tells the rest in a tip."""
    if isinstance(widget, QLabel):
        if not widget.text() or isinstance(widget, OneLine):
            return ""
        needed = widget.heightForWidth(widget.width())
        if widget.wordWrap():
            if needed > widget.height() + _SLACK:
                return f"{needed} high, shown {widget.height()}"
            if widget.minimumSizeHint().width() > widget.width() + _SLACK:
                return f"a word wider than {widget.width()}"
        elif widget.sizeHint().width() > widget.width() + _SLACK:
            return f"{widget.sizeHint().width()} wide, shown {widget.width()}"
    elif isinstance(widget, QAbstractButton) and widget.text():
        least = widget.minimumSizeHint()
        if least.width() > widget.width() + _SLACK or least.height() * 0.85 > widget.height():
            return f"{least.width()}x{least.height()}, shown {widget.width()}x{widget.height()}"
    return ""


def _outside(widget: QWidget, top: QWidget) -> str:
    """A part beyond what is shown, where no scrolling up and down brings it."""
    rect, each = widget.rect(), widget
    while each is not top:
        parent = each.parentWidget()
        if parent is None:
            return ""
        rect = QRect(each.mapTo(parent, rect.topLeft()), rect.size())
        area = parent.parentWidget()
        scrolled = isinstance(area, QAbstractScrollArea) and area.viewport() is parent
        room = parent.rect()
        beyond = rect.left() < -_SLACK or rect.right() > room.right() + _SLACK
        if not scrolled:
            beyond |= rect.top() < -_SLACK or rect.bottom() > room.bottom() + _SLACK
            if beyond:
                return f"{rect.getRect()} in {_name(parent)} {room.size().toTuple()}"
        elif isinstance(area, QScrollArea) and not area.property("across"):
            rect.moveTop(max(rect.top(), 0))
            rect.setHeight(min(rect.height(), max(room.height(), 1)))
            rect.moveBottom(min(rect.bottom(), room.bottom()))
        else:
            return ""
        each = parent
    return ""


def _covered(widget: QWidget) -> str:
    """A sibling that lies over it."""
    parent = widget.parentWidget()
    if parent is None or parent.layout() is None or widget.isWindow():
        return ""
    mine = widget.geometry().adjusted(_SLACK, _SLACK, -_SLACK, -_SLACK)
    for other in parent.children():
        if (
            isinstance(other, QWidget)
            and other is not widget
            and not other.isWindow()
            and other.isVisibleTo(parent)
            and not other.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            and other.geometry().adjusted(_SLACK, _SLACK, -_SLACK, -_SLACK).intersects(mine)
        ):
            return f"under {_name(other)}"
    return ""


def _name(widget: QWidget) -> str:
    said = widget.accessibleName() or getattr(widget, "typed", "") or widget.objectName()
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return f"{type(widget).__name__}({(said or text or '')[:40]!r})"
