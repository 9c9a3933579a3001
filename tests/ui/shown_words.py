"""The texts that stand on screens, and the codes of the program among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QTabBar,
    QWidget,
)

_ROWS = 60
# What people type does not look so: `out_of_school`, `home_visit`, an unfilled `{count}`.
_CODE = re.compile(r"(?<![\w./\\@=-])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?![\w.@-])|\{\w*\}")


def codes_on_screen() -> list[str]:
    """Return each text of an open window that holds a code or a gap, with where it stands."""
    return sorted(
        {
            f"{type(widget).__name__}: {text}"
            for top in QApplication.topLevelWidgets()
            for widget in (top, *top.findChildren(QWidget))
            for text in _texts(widget)
            if _CODE.search(text)
        }
    )


def _texts(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    yield widget.accessibleName()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    elif isinstance(widget, QAbstractItemView):
        yield from _rows(widget)


def _rows(view: QAbstractItemView) -> Iterator[str]:
    model, nowhere = view.model(), QModelIndex()
    if model is None:
        return
    rows = min(model.rowCount(nowhere), _ROWS)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(nowhere)
    for row in range(rows):
        for column in range(columns):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                text = model.data(model.index(row, column), role)
                if isinstance(text, str):
                    yield text
