"""Filters kept under a name: pick one, keep the present one, forget one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.settings import SavedFilter
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.labels import Separator, ThaiLabel
from desktop.ui.widgets.text_fields import TextField


class KeptFilters(Adaptive, QFrame):
    """`picked` carries a SavedFilter, `kept` a name for what is asked now, `forgotten` a name."""

    picked = Signal(object)
    kept = Signal(str)
    forgotten = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("surface", "card")
        self._filters: tuple[SavedFilter, ...] = ()
        self._lines: list[QWidget] = []
        self._title = ThaiLabel("", "strong", wrap=False)
        self._nothing = ThaiLabel("", "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self._hint = ThaiLabel("", "caption")
        self.name_field = TextField()
        self.keep_button = Button("", "primary")
        self.name_field.returnPressed.connect(self._on_keep)
        self.keep_button.clicked.connect(self._on_keep)
        keep = QHBoxLayout()
        keep.setSpacing(8)
        keep.addWidget(self.name_field, 1)
        keep.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._nothing)
        column.addLayout(self._list)
        column.addWidget(Separator())
        column.addWidget(self._hint)
        column.addLayout(keep)
        self.setFocusProxy(self.name_field)
        self.adapt()

    def open_under(
        self, widget: QWidget, filters: Sequence[SavedFilter], *, keepable: bool
    ) -> None:
        """Show below `widget`; `keepable`: something is asked that can be kept."""
        self.show_filters(filters)
        for part in (self.name_field, self.keep_button):
            part.setEnabled(keepable)
        self.retranslate()
        self.adjustSize()
        place = widget.mapToGlobal(widget.rect().bottomLeft())
        room = widget.screen().availableGeometry()
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        self.move(place)
        self.show()

    def show_filters(self, filters: Sequence[SavedFilter]) -> None:
        """Show these, in this order."""
        self._filters = tuple(filters)
        for line in self._lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        for each in self._filters:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            pick = Button(each.name, "link", "star")
            pick.clicked.connect(lambda _checked=False, each=each: self._on_picked(each))
            forget = IconButton("x")
            forget.set_name(self.tr("ลืมตัวกรอง {name}").replace("{name}", each.name))
            forget.clicked.connect(lambda _checked=False, name=each.name: self.forgotten.emit(name))
            row.addWidget(pick, 1)
            row.addWidget(forget)
            self._list.addWidget(line)
            self._lines.append(line)
        self._nothing.setVisible(not self._filters)
        self.adjustSize()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("ตัวกรองที่เก็บไว้"))
        self._title.set_text(self.tr("ตัวกรองที่เก็บไว้"))
        self._nothing.set_text(self.tr("ยังไม่มี เลือกตัวกรองที่ใช้บ่อย แล้วตั้งชื่อเก็บไว้ที่นี่"))
        self._hint.set_text(
            self.tr("ตั้งชื่อให้ตัวกรองที่ใช้อยู่ตอนนี้")
            if self.name_field.isEnabled()
            else self.tr("เลือกตัวกรองก่อน จึงจะเก็บได้")
        )
        self.name_field.setPlaceholderText(self.tr("เช่น หมู่ 3 ที่ยังไม่มีแผน"))
        self.name_field.setAccessibleName(self.tr("ชื่อของตัวกรอง"))
        self.keep_button.setText(self.tr("เก็บ"))

    def redress(self) -> None:
        self.setFixedWidth(theme().px(360))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _on_picked(self, chosen: SavedFilter) -> None:
        self.hide()
        self.picked.emit(chosen)

    def _on_keep(self) -> None:
        name = self.name_field.text().strip()
        if name:
            self.name_field.set_value("")
            self.hide()
            self.kept.emit(name)
        else:
            self.name_field.setFocus()
