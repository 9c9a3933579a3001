"""Surfaces: cards, and banners with an action such as undo."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme import restyle
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.labels import IconLabel, SectionHeader, ThaiLabel
from desktop.ui.widgets.showing import show_if

BannerTone = Literal["info", "success", "warning", "danger"]
UNDO_MILLISECONDS = 12_000

_ICONS: dict[BannerTone, tuple[str, str]] = {
    "info": ("info", "on_primary_soft"),
    "success": ("circle-check", "on_success_soft"),
    "warning": ("triangle-alert", "on_warning_soft"),
    "danger": ("circle-alert", "on_danger_soft"),
}


class Card(QFrame):
    """A raised surface. `body` is its layout; with a title it gets a header.

    With `clickable` the whole card opens something: `opened` by mouse, Enter or Space.
    """

    opened = Signal()

    def __init__(
        self, title: str = "", parent: QWidget | None = None, *, clickable: bool = False
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.setProperty("clickable", clickable)
        self._clickable = clickable
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.header = SectionHeader(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(self.header)
        column.addLayout(self.body, 1)
        show_if(self.header, bool(title))

    def set_title(self, title: str, note: str = "") -> None:
        """Word the header; "" hides it."""
        self.header.set_words(title, note)
        show_if(self.header, bool(title))
        self.setAccessibleName(title)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._clickable and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if self._clickable and event.key() in keys:
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class Banner(Adaptive, QFrame):
    """A line that tells what happened and offers one thing to do about it.

    With a time-out it goes by itself, but never while the mouse or the keyboard is on it.
    `acted` when its button is pressed, `closed` when it goes in any way.
    """

    acted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "banner")
        self._undoing = False
        self._sign = IconLabel("info", "on_primary_soft", 20)
        self._text = ThaiLabel("")
        self._act = Button("", "secondary")
        self._close = IconButton("x", "", "text")
        self._left = QTimer(self)
        self._left.setSingleShot(True)
        self._left.timeout.connect(self._on_time_out)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._act)
        row.addWidget(self._close)
        self._act.clicked.connect(self._on_acted)
        self._close.clicked.connect(self.dismiss)
        self.hide()
        self.adapt()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._text.typed

    @property
    def button(self) -> Button:
        """The button of the one thing to do."""
        return self._act

    @property
    def undoing(self) -> bool:
        """Whether what was done can still be undone by its button."""
        return self._undoing and self.isVisible()

    def say(
        self,
        text: str,
        tone: BannerTone = "info",
        *,
        action: str = "",
        time_out_milliseconds: int = 0,
    ) -> None:
        """Show `text`; with a time-out of 0 it stays until it is closed."""
        name, role = _ICONS[tone]
        self._undoing = False
        self._sign.set_icon(name, role)
        self._text.set_text(text)
        self.setAccessibleName(text)
        self._act.setText(action)
        show_if(self._act, bool(action))
        restyle(self, tone=tone)
        for label in self.findChildren(ThaiLabel):
            restyle(label)
        self._left.stop()
        if time_out_milliseconds:
            self._left.start(time_out_milliseconds)
        self.show()
        announce(self, text)

    def offer_undo(self, text: str, milliseconds: int = UNDO_MILLISECONDS) -> None:
        """Say what was done and offer to undo it for some seconds."""
        self.say(text, "success", action=self.tr("เลิกทำ"), time_out_milliseconds=milliseconds)
        self._undoing = True

    def dismiss(self) -> None:
        """Take it away, also where its page is not the one that is seen."""
        self._left.stop()
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def retranslate(self) -> None:
        self._close.set_name(self.tr("ปิด"))
        if self._undoing:
            self._act.setText(self.tr("เลิกทำ"))

    def _on_time_out(self) -> None:
        if self.underMouse() or self._act.hasFocus() or self._close.hasFocus():
            self._left.start(2000)
        else:
            self.dismiss()

    def _on_acted(self) -> None:
        self.dismiss()
        self.acted.emit()
