"""Ctrl+K: search of everything, from anywhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.icons import draw_icon
from desktop.ui.shell.screens import Found
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.table_model import Index
from desktop.ui.widgets.text_fields import SearchBox

_FOUND = Qt.ItemDataRole.UserRole + 1


class _FoundDelegate(QStyledItemDelegate):
    """Icon, title, and a quiet detail under it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme().px(64))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found = index.data(_FOUND)
        if not isinstance(found, Found):
            return
        look = theme()
        box = QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(look.colour("primary"))
            painter.setBrush(look.colour("primary_soft"))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 6, 6)
        ink = look.colour("on_primary_soft" if chosen else "text")
        size = look.px(20)
        draw_icon(
            painter,
            found.icon,
            ink,
            QRect(box.left() + look.px(12), box.center().y() - size // 2, size, size),
        )
        words = box.adjusted(look.px(44), look.px(4), -look.px(12), -look.px(4))
        upper = QRect(words.left(), words.top(), words.width(), words.height() // 2)
        lower = upper.translated(0, upper.height())
        if not found.detail:
            upper = words
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(ink)
        painter.setFont(look.font(12, bold=True))
        painter.drawText(upper, flags, _cut(painter, found.title, upper.width()))
        painter.setFont(look.font(10.5))
        painter.setPen(ink if chosen else look.colour("muted"))
        painter.drawText(lower, flags, _cut(painter, found.detail, lower.width()))
        painter.restore()


class Palette(Adaptive, QFrame):
    """`searched` with what is typed; `chosen` with the Found that was picked."""

    searched = Signal(str)
    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.box = SearchBox()
        self._list = QListView()
        self._list.setItemDelegate(_FoundDelegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._model = QStandardItemModel(self)
        self._list.setModel(self._model)
        self._note = ThaiLabel("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.box)
        column.addWidget(self._list, 1)
        column.addWidget(self._note)
        self.box.searched.connect(self.searched)
        self.box.down_pressed.connect(lambda: self._step(1))
        self._list.clicked.connect(self._on_clicked)
        self.adapt()

    def open_over(self, window: QWidget) -> None:
        """Show in the upper middle of the window, empty, with the keyboard in it."""
        look = theme()
        self.resize(look.px(620), look.px(460))
        middle = window.mapToGlobal(window.rect().center()).x() - self.width() // 2
        self.move(middle, window.mapToGlobal(window.rect().topLeft()).y() + look.px(64))
        self.box.clear()
        self.show()
        self.box.setFocus()
        self.searched.emit("")

    def show_found(self, found: Sequence[Found]) -> None:
        """Replace the list; the first is ready for Enter."""
        self._model.clear()
        for part in found:
            item = QStandardItem(f"{part.title} {part.detail}".strip())
            item.setData(part, _FOUND)
            item.setEditable(False)
            self._model.appendRow(item)
        if found:
            self._list.setCurrentIndex(self._model.index(0, 0))
        self._note.setVisible(not found)

    def titles(self) -> list[str]:
        """What is listed, first first."""
        return [
            self._model.item(place).data(_FOUND).title for place in range(self._model.rowCount())
        ]

    def retranslate(self) -> None:
        self.box.setPlaceholderText(self.tr("พิมพ์ชื่อ ชื่อเล่น เลขประจำตัว หรือชื่อหน้า"))
        self._note.set_text(self.tr("ไม่พบ ลองพิมพ์สั้นลง ไม่ต้องใส่วรรณยุกต์ก็ได้"))
        self.setAccessibleName(self.tr("ค้นหาทุกอย่าง"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_clicked(self._list.currentIndex())
        elif event.key() == Qt.Key.Key_Up:
            self._step(-1)
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        place = min(max(self._list.currentIndex().row() + by, 0), self._model.rowCount() - 1)
        self._list.setCurrentIndex(self._model.index(place, 0))

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.hide()
            self.chosen.emit(index.data(_FOUND))


def _cut(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
