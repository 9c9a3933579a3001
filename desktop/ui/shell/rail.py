"""The rail at the left: an icon and a word for each main screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.icons import GAP, draw_icon, icon
from desktop.ui.shell.feature import ScreenEntry
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import PressedByEnter
from desktop.ui.widgets.labels import ThaiLabel

_WIDTH = 176
_ICON = 20
_SMALL_POINTS = 10


class RailButton(PressedByEnter, QPushButton):
    """A screen's icon with its word beside it, or under it where the window is narrow."""

    def __init__(self, drawing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._narrow = False
        self.setCheckable(True)
        self.setAutoDefault(False)

    def dress(self, *, narrow: bool) -> None:
        """Draw icon and word anew for the colours and sizes in force."""
        self._narrow = narrow
        look = theme()
        small = look.px(_ICON)
        self.setIcon(QIcon() if narrow else icon(self._drawing, self._role, beside_word=True))
        self.setIconSize(QSize(round(small * (1 + GAP)), small))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if not self._narrow:
            return super().sizeHint()
        words = QFontMetrics(theme().font(_SMALL_POINTS, bold=True)).horizontalAdvance(self.text())
        return QSize(words + theme().px(8), theme().px(52))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def _role(self) -> str:
        return "on_rail_current" if self.isChecked() else "on_rail"

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._narrow:
            super().paintEvent(event)
            return
        look, option = theme(), QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        size, colour = look.px(_ICON), look.colour(self._role)
        top = (self.height() - size - look.px(22)) // 2
        draw_icon(
            painter, self._drawing, colour, QRect((self.width() - size) // 2, top, size, size)
        )
        painter.setFont(look.font(_SMALL_POINTS, bold=True))
        painter.setPen(colour)
        words = QRect(0, top + size, self.width(), look.px(22))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class Rail(Adaptive, QWidget):
    """`chosen` carries the key of a screen."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[ScreenEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.entries = entries
        self._name = ThaiLabel("", "section")
        self._buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(4)
        self._name.setContentsMargins(10, 0, 0, 10)
        column.addWidget(self._name)
        foot_begun = False
        for entry in self.entries:
            if entry.place == "foot" and not foot_begun:
                column.addStretch(1)
                foot_begun = True
            button = RailButton(entry.icon)
            button.clicked.connect(lambda _checked, key=entry.key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[entry.key] = button
            column.addWidget(button)
        if not foot_begun:
            column.addStretch(1)
        self._narrow = False
        self.adapt()

    def button(self, key: str) -> QPushButton:
        """The button of a screen."""
        return self._buttons[key]

    def show_current(self, key: str) -> None:
        """Mark where one is; a key without a button unmarks all."""
        self._group.setExclusive(False)
        for known, button in self._buttons.items():
            button.setChecked(known == key)
        self._group.setExclusive(True)
        self.redress()

    def set_narrow(self, narrow: bool) -> None:
        """Leave the screens more room: words under their icons."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.redress()

    def retranslate(self) -> None:
        self._name.set_text(self.tr("ตำบลเรียนรู้"))
        self.setAccessibleName(self.tr("เมนูหลัก"))
        for number, entry in enumerate(self.entries, 1):
            button = self._buttons[entry.key]
            button.setText(entry.title())
            button.setAccessibleName(entry.title())
            button.setToolTip(f"{entry.title()} (Ctrl+{number})" if number <= 9 else "")
        if self._narrow:
            self.redress()

    def redress(self) -> None:
        side = 4 if self._narrow else 10
        self._column.setContentsMargins(side, 14, side, 12)
        self._name.setHidden(self._narrow)
        for button in self._buttons.values():
            button.dress(narrow=self._narrow)
        widths = [button.sizeHint().width() for button in self._buttons.values()]
        narrow = max(widths, default=0) + 2 * side
        self.setFixedWidth(narrow if self._narrow else theme().px(_WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)
