"""What the tabs share: a page that scrolls, and emptying a layout."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.labels import IconLabel, ThaiLabel, Tone
from desktop.ui.widgets.scrolling import Scrolling

_ROLES: dict[Tone, str] = {
    "info": "on_primary_soft",
    "success": "on_success_soft",
    "warning": "on_warning_soft",
    "danger": "on_danger_soft",
}


class Pane(Adaptive, Scrolling):
    """A tab that scrolls up and down; `body` is its layout."""

    def __init__(self) -> None:
        self.inside = QWidget()
        super().__init__(self.inside)
        self.inside.setProperty("surface", "scroll")
        self.body = QVBoxLayout(self.inside)
        self.body.setContentsMargins(0, 12, 8, 24)
        self.body.setSpacing(16)

    def show_part(self, part: QWidget) -> None:
        """Bring a part to the top, and again once the layout has given everything its place."""

        def show() -> None:
            self.settle()
            top = part.mapTo(self.inside, part.rect().topLeft()).y()
            self.verticalScrollBar().setValue(top - theme().px(8))
            focused = part.focusWidget()
            if focused is not None:
                self.ensureWidgetVisible(focused, 0, 40)

        show()
        QTimer.singleShot(0, part, show)


class TonedNote(QFrame):
    """A sentence in a soft colour that may take several lines, where a pill would be cut."""

    def __init__(self, text: str, tone: Tone, icon: str) -> None:
        super().__init__()
        self.setProperty("surface", "banner")
        self.setProperty("tone", tone)
        role = "text" if tone == "neutral" else _ROLES[tone]
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 10, 2)
        row.setSpacing(8)
        row.addWidget(IconLabel(icon, role, 16))
        self.label = ThaiLabel(text)
        row.addWidget(self.label, 1)
