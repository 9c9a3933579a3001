"""Ctrl+K: search of everything, from anywhere."""

from __future__ import annotations

from collections.abc import Iterable

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
from desktop.ui.shell.finding import Found, Group
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.table_model import Index
from desktop.ui.widgets.text_fields import SearchBox

_FOUND = Qt.ItemDataRole.UserRole + 1
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _FoundDelegate(QStyledItemDelegate):
    """A heading; or icon and title, a quiet detail under it, and the keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        found = index.data(_FOUND)
        if not isinstance(found, Found):
            return QSize(0, theme().px(34))
        return QSize(0, theme().px(56 if found.detail else 44))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found, box = index.data(_FOUND), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(found, Found):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_line(painter, box, found, chosen=chosen)
        else:
            look = theme()
            painter.setFont(look.font(10.5, bold=True))
            painter.setPen(look.colour("muted"))
            place = box.adjusted(look.px(12), look.px(6), -look.px(12), 0)
            painter.drawText(place, _LEFT, str(index.data(Qt.ItemDataRole.DisplayRole)))
        painter.restore()

    def _paint_line(self, painter: QPainter, box: QRect, found: Found, *, chosen: bool) -> None:
        look = theme()
        if chosen:
            painter.setPen(look.colour("primary"))
            painter.setBrush(look.colour("primary_soft"))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 6, 6)
        ink = look.colour("on_primary_soft" if chosen else "text")
        quiet = ink if chosen else look.colour("muted")
        size = look.px(20)
        draw_icon(
            painter,
            found.icon,
            ink,
            QRect(box.left() + look.px(12), box.center().y() - size // 2, size, size),
        )
        words = box.adjusted(look.px(44), look.px(4), -look.px(12), -look.px(4))
        painter.setFont(look.font(10.5))
        if found.keys:
            painter.setPen(quiet)
            painter.drawText(words, _RIGHT, found.keys)
            taken = painter.fontMetrics().horizontalAdvance(found.keys) + look.px(12)
            words.adjust(0, 0, -taken, 0)
        upper = QRect(words.left(), words.top(), words.width(), words.height() // 2)
        lower = upper.translated(0, upper.height())
        if not found.detail:
            upper = words
        painter.setPen(quiet)
        painter.drawText(lower, _LEFT, _cut(painter, found.detail, lower.width()))
        painter.setPen(ink)
        painter.setFont(look.font(12, bold=True))
        painter.drawText(upper, _LEFT, _cut(painter, found.title, upper.width()))


class _Box(SearchBox):
    """Says what can be typed."""

    def retranslate(self) -> None:
        super().retranslate()
        self.setPlaceholderText(self.tr("พิมพ์ชื่อ เลข เบอร์โทร ชื่อหน้า หรือสิ่งที่จะทำ"))


class Palette(Adaptive, QFrame):
    """`searched` with what is typed; `chosen` with the Found that was picked.

    Whoever types a name and presses Enter at once means what that name finds: where the answer to
    what stands in the box is not there yet, Enter waits for it.
    """

    searched = Signal(str)
    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self._answered = False
        self._enter_waits = False
        self.box = _Box()
        self._list = QListView()
        self._list.setItemDelegate(_FoundDelegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = QStandardItemModel(self)
        self._list.setModel(self._model)
        self._note = ThaiLabel("", "muted")
        self._keys = ThaiLabel("", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.addWidget(self.box)
        column.addWidget(self._note)
        column.addWidget(self._list, 1)
        column.addWidget(self._keys)
        self._note.hide()
        self.box.searched.connect(self._on_typed)
        self.box.down_pressed.connect(lambda: self._step(1))
        self._list.clicked.connect(self._on_clicked)
        self.adapt()

    def open_over(self, window: QWidget) -> None:
        """Show in the upper middle of the window, empty, with the keyboard in it."""
        look = theme()
        self.resize(look.px(640), min(look.px(560), window.height() - look.px(96)))
        middle = window.mapToGlobal(window.rect().center()).x() - self.width() // 2
        self.move(middle, window.mapToGlobal(window.rect().topLeft()).y() + look.px(64))
        self.box.blockSignals(True)
        self.box.clear()
        self.box.blockSignals(False)
        self.show()
        self.box.setFocus()
        self._on_typed("")

    def show_found(self, groups: Iterable[Group]) -> None:
        """Answer what stands in the box; the first line is ready for Enter."""
        self._model.clear()
        for group in groups:
            head = QStandardItem(group.heading)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            self._model.appendRow(head)
            for line in group.lines:
                item = QStandardItem(f"{line.title} {line.detail}".strip())
                item.setData(line, _FOUND)
                item.setEditable(False)
                self._model.appendRow(item)
        self._answered = True
        self._list.scrollToTop()
        self._choose(1)
        self._note.setVisible(not self._model.rowCount())
        if self._enter_waits:
            self._enter_waits = False
            self._on_clicked(self._list.currentIndex())

    def titles(self) -> list[str]:
        """What can be chosen, first first."""
        rows = range(self._model.rowCount())
        return [found.title for row in rows if (found := self._found_at(row)) is not None]

    def headings(self) -> list[str]:
        """What stands over the groups."""
        rows = range(self._model.rowCount())
        return [self._model.item(row).text() for row in rows if self._found_at(row) is None]

    @property
    def current(self) -> Found | None:
        """The line that Enter would open."""
        return self._found_at(self._list.currentIndex().row())

    def retranslate(self) -> None:
        self._note.set_text(self.tr("ไม่พบ ลองพิมพ์สั้นลง ไม่ต้องใส่วรรณยุกต์ก็ได้"))
        self._keys.set_text(self.tr("ลูกศรขึ้นลง เลือก · Enter เปิด · Esc ปิด"))
        self._list.setAccessibleName(self.tr("สิ่งที่พบ"))
        self.setAccessibleName(self.tr("ค้นหาทุกอย่าง"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = 6
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._answered:
                self._on_clicked(self._list.currentIndex())
            else:
                self._enter_waits = True
        elif event.key() == Qt.Key.Key_Up:
            self._step(-1)
        elif event.key() in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self._step(page if event.key() == Qt.Key.Key_PageDown else -page)
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _found_at(self, row: int) -> Found | None:
        item = self._model.item(row)
        found = item.data(_FOUND) if item is not None else None
        return found if isinstance(found, Found) else None

    def _step(self, by: int) -> None:
        self._choose(self._list.currentIndex().row() + by, 1 if by > 0 else -1)

    def _choose(self, row: int, way: int = 1) -> None:
        """Choose the line there, or the next one that way; headings are passed over."""
        row = min(max(row, 0), self._model.rowCount() - 1)
        for rows in (range(row, self._model.rowCount()), range(row, -1, -1))[::way]:
            there = next((each for each in rows if self._found_at(each) is not None), -1)
            if there >= 0:
                self._list.setCurrentIndex(self._model.index(there, 0))
                if there == 1:  # with the heading above it
                    self._list.scrollToTop()
                return

    def _on_typed(self, text: str) -> None:
        self._answered = self._enter_waits = False
        self.searched.emit(text)

    def _on_clicked(self, index: QModelIndex) -> None:
        found = self._found_at(index.row())
        if found is not None:
            self.hide()
            self.chosen.emit(found)


def _cut(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
