"""The rail at the left: an icon and a word for each main screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from desktop.ui.icons import GAP, icon
from desktop.ui.shell.feature import ScreenEntry
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.labels import ThaiLabel


class Rail(Adaptive, QWidget):
    """`chosen` carries the key of a screen."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[ScreenEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.entries = entries
        self._name = ThaiLabel("", "section")
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 14, 10, 12)
        column.setSpacing(4)
        self._name.setContentsMargins(10, 0, 0, 0)
        column.addWidget(self._name)
        column.addSpacing(10)
        foot_begun = False
        for entry in self.entries:
            if entry.place == "foot" and not foot_begun:
                column.addStretch(1)
                foot_begun = True
            button = QPushButton()
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, key=entry.key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[entry.key] = button
            column.addWidget(button)
        if not foot_begun:
            column.addStretch(1)
        self._current = ""
        self.adapt()

    def button(self, key: str) -> QPushButton:
        """The button of a screen."""
        return self._buttons[key]

    def show_current(self, key: str) -> None:
        """Mark where one is; a key without a button unmarks all."""
        self._current = key
        self._group.setExclusive(False)
        for known, button in self._buttons.items():
            button.setChecked(known == key)
        self._group.setExclusive(True)
        self.redress()

    def retranslate(self) -> None:
        self._name.set_text(self.tr("ตำบลเรียนรู้"))
        self.setAccessibleName(self.tr("เมนูหลัก"))
        for number, entry in enumerate(self.entries, 1):
            button = self._buttons[entry.key]
            button.setText(entry.title())
            button.setAccessibleName(entry.title())
            button.setToolTip(f"{entry.title()} (Ctrl+{number})" if number <= 9 else "")

    def redress(self) -> None:
        look = theme()
        self.setFixedWidth(look.px(176))
        for entry in self.entries:
            button = self._buttons[entry.key]
            role = "on_rail_current" if entry.key == self._current else "on_rail"
            button.setIcon(icon(entry.icon, role, beside_word=True))
            button.setIconSize(QSize(round(look.px(20) * (1 + GAP)), look.px(20)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)
