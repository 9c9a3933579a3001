"""Buttons: one main thing per screen is primary, the rest are secondary or quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from desktop.ui.icons import GAP, icon
from desktop.ui.theme import restyle, theme
from desktop.ui.widgets.adaptive import Adaptive

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    _AbstractButton = QAbstractButton
else:
    _AbstractButton = object

Kind = Literal["primary", "secondary", "danger", "quiet", "link", "chip"]

_ICON_ROLES: dict[Kind, str] = {
    "primary": "on_primary",
    "secondary": "text",
    "danger": "on_danger",
    "quiet": "primary",
    "link": "primary",
    "chip": "text",
}


class PressedByEnter(_AbstractButton):
    """Mix in before the Qt class: Enter presses the focused button, as a person who does not know
    Space expects.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.isEnabled():
            self.click()
        else:
            super().keyPressEvent(event)


class Button(PressedByEnter, Adaptive, QPushButton):
    """A button with a word and, where it helps, an icon."""

    def __init__(
        self,
        text: str = "",
        kind: Kind = "secondary",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon = icon
        self.kind: Kind = kind
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.adapt()

    def set_kind(self, kind: Kind) -> None:
        """Dress the button as another kind."""
        self.kind = kind
        restyle(self, kind=kind)
        self.redress()

    def set_icon(self, name: str) -> None:
        """Show another icon, or none for ""."""
        self._icon = name
        self.redress()

    def redress(self) -> None:
        size = theme().px(18)
        self.setIconSize(QSize(round(size * (1 + GAP)), size))
        if self._icon:
            self.setIcon(icon(self._icon, _ICON_ROLES[self.kind], beside_word=True))


class IconButton(PressedByEnter, Adaptive, QToolButton):
    """A button without a word, for places where the icon is known: its name is read aloud."""

    def __init__(
        self, icon: str, name: str = "", role: str = "muted", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._role = icon, role
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_name(name)
        self.adapt()

    def set_name(self, name: str, keys: str = "") -> None:
        """What it does, shown as a tip; `keys` are those that do the same."""
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{name} ({shown})" if keys else name)
        self.setAccessibleName(name)

    def set_icon(self, icon_name: str, role: str | None = None) -> None:
        """Show another icon."""
        self._icon = icon_name
        self._role = role or self._role
        self.redress()

    def redress(self) -> None:
        size = theme().px(20)
        self.setIconSize(QSize(size, size))
        self.setIcon(icon(self._icon, self._role))
