"""What every widget of ours shares: words follow the language, drawings follow the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

from desktop.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    _Widget = QWidget
else:
    _Widget = object


class Adaptive(_Widget):
    """Mix in before the Qt class and call `adapt()` at the end of the constructor."""

    def adapt(self) -> None:
        """Fill in words and drawings now, and again whenever language or theme change."""
        self._adapting = True
        self.retranslate()
        self.redress()
        theme().changed.connect(self.redress)

    def retranslate(self) -> None:
        """Set every word that is shown or read aloud."""

    def redress(self) -> None:
        """Set what depends on colours or sizes: icons, fixed lengths, own painting."""
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        # Qt sends events while the constructor is still running.
        if event.type() == QEvent.Type.LanguageChange and getattr(self, "_adapting", False):
            self.retranslate()
