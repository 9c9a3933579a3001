"""What the menu of the list offers: what can be done with who is meant, and which columns show."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.services.learners.records import LearnerRow
from desktop.services.roles import Right
from desktop.ui.icons import icon
from desktop.ui.widgets.table_model import DataclassTableModel

NAME = "name"
"""The column that is always shown."""


class ColumnMenu(QMenu):
    """Ticks for columns; stays open while one ticks. `chosen` carries keys, None for the usual."""

    chosen = Signal(object)

    def __init__(
        self, model: DataclassTableModel[LearnerRow], shown: Collection[str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("คอลัมน์ที่แสดง"))
        self._columns: dict[str, QAction] = {}
        for column in model.columns:
            if column.key == NAME:
                continue
            tick = self.addAction(column.title())
            tick.setCheckable(True)
            tick.setChecked(column.key in shown)
            tick.toggled.connect(lambda _on: self._tell())
            self._columns[column.key] = tick
        self.addSeparator()
        self.usual = self.addAction(self.tr("เลือกให้ตามความกว้างของจอ"))
        self.usual.triggered.connect(lambda: self.chosen.emit(None))

    def tick(self, key: str) -> QAction:
        """The line of a column."""
        return self._columns[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() not in keys or not self._ticked(self.activeAction()):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._ticked(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def _ticked(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable():
            return False
        action.trigger()
        return True

    def _tell(self) -> None:
        self.chosen.emit((NAME, *(key for key, tick in self._columns.items() if tick.isChecked())))


class ListMenu(QMenu):
    """Over the rows: each line does what its button or key does, for those who are selected."""

    def __init__(
        self,
        rights: frozenset[Right],
        acts: dict[str, Callable[[], None]],
        columns: ColumnMenu,
        parent: QWidget,
    ) -> None:
        """`acts`: what `open`, `print`, `export`, `group` and `hide` do."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.lines: dict[str, QAction] = {}
        for key, sign, words, right in (
            ("open", "user", self.tr("เปิดหน้าของคนนี้\tEnter"), Right.READ),
            ("print", "printer", self.tr("พิมพ์แผนของที่เลือก"), Right.PRINT),
            ("export", "file-spreadsheet", self.tr("ส่งออกที่เลือก"), Right.EXPORT),
            ("group", "users-round", self.tr("เพิ่มเข้ากลุ่ม"), Right.WRITE),
            ("hide", "eye-off", self.tr("ซ่อนจากรายการ\tDelete"), Right.DELETE),
        ):
            if right in rights:
                line = self.addAction(icon(sign, "text"), words)
                line.triggered.connect(acts[key])
                self.lines[key] = line
        self.addSeparator()
        self.columns = columns
        self.addMenu(columns)

    def open_at(self, place: QPoint) -> None:
        """Show it, with the first line at hand for the keyboard."""
        self.popup(place, self.actions()[0])
        self.setActiveAction(self.actions()[0])
