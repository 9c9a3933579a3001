"""The one next step on a page, large: what to do, why, and the button that does it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.ui.theme import restyle
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import IconLabel, ThaiLabel, Tone

_ROLES: dict[Tone, str] = {
    "danger": "on_danger_soft",
    "warning": "on_warning_soft",
    "success": "on_success_soft",
}


class StepBanner(QFrame):
    """`button` does it; a step without one, or that one may not take, is read only."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "banner")
        self._icon = IconLabel("arrow-right", "text", 28)
        self.title, self.why = ThaiLabel("", "section"), ThaiLabel("")
        self.button = Button("", "primary", "arrow-right")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.why)
        row = Folding(14)
        row.add(self._icon)
        row.add(words, 1, wish=240)
        row.add(self.button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 8, 16, 10)
        whole.addWidget(row)

    @property
    def offers(self) -> bool:
        """Whether there is a button."""
        return not self.button.isHidden()

    def show_step(
        self, title: str, why: str, button: str = "", tone: Tone = "info", icon: str = "arrow-right"
    ) -> None:
        """Show a step; without the words of a button there is none."""
        self._icon.set_icon(icon, _ROLES.get(tone, "on_primary_soft"))
        self.title.set_text(title)
        self.why.set_text(why)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        restyle(self, tone=tone)
        for label in (self.title, self.why):
            restyle(label)
