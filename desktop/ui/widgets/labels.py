"""Words on the screen: labels that wrap Thai, section headers, pills that name a state."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.icons import icon_pixmap
from desktop.ui.thai_wrap import ZERO_WIDTH_SPACE, Breaker, wrapped
from desktop.ui.theme import restyle, theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.showing import show_if

Tone = Literal["neutral", "info", "success", "warning", "danger"]
Words = Literal[
    "body", "title", "section", "strong", "muted", "caption", "error", "warning", "field"
]


class ThaiLabel(QLabel):
    """A label whose lines break between Thai words; plain text only, so names cannot be markup."""

    def __init__(
        self,
        text: str = "",
        words: Words = "body",
        parent: QWidget | None = None,
        *,
        wrap: bool = True,
        breaker: Breaker | None = None,
    ) -> None:
        super().__init__(parent)
        self._breaker = breaker
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("words", words)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.set_text(text)

    @property
    def typed(self) -> str:
        """The text as it was given, without break marks."""
        return self.text().replace(ZERO_WIDTH_SPACE, "")

    def set_text(self, text: str) -> None:
        """Show `text`; `setText` would leave the break marks out."""
        if not self.wordWrap():
            self.setText(text)
        else:
            self.setText(self._breaker(text) if self._breaker is not None else wrapped(text))
        self.setAccessibleName(text)


class OneLine(ThaiLabel):
    """A name on one line that gives way where there is no room for all of it."""

    def __init__(
        self, text: str = "", words: Words = "body", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, words, parent, wrap=False)

    def minimumSizeHint(self) -> QSize:
        least = min(theme().px(60), super().minimumSizeHint().width())
        return QSize(least, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.typed, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip("" if shown == self.typed else self.typed)
        painter = QPainter(self)
        self.style().drawItemText(
            painter, self.rect(), self.alignment(), self.palette(), True, shown,
            self.foregroundRole(),
        )  # fmt: skip
        painter.end()


class IconLabel(Adaptive, QLabel):
    """An icon in the colour of a role; says nothing to a screen reader."""

    def __init__(
        self, name: str, role: str = "text", size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._role, self._size = name, role, size
        self._colour: QColor | None = None
        self.adapt()

    def set_icon(self, name: str, role: str) -> None:
        """Show another icon."""
        self._name, self._role, self._colour = name, role, None
        self.redress()

    def set_colour(self, colour: QColor) -> None:
        """Draw in a colour that is no role, such as that of a HETT dimension."""
        self._colour = colour
        self.redress()

    def redress(self) -> None:
        size = theme().px(self._size)
        colour = self._colour or theme().colour(self._role)
        self.setPixmap(icon_pixmap(self._name, colour, size, self.devicePixelRatioF()))
        self.setFixedSize(QSize(size, size))


class SectionHeader(QWidget):
    """A heading over a part of a screen, with room for its buttons at the right."""

    def __init__(self, text: str = "", note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = ThaiLabel(text, "section")
        self.note = ThaiLabel(note, "muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.heading)
        words.addWidget(self.note)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addLayout(words, 1)
        self.set_words(text, note)

    def set_words(self, text: str, note: str = "") -> None:
        """The heading and, under it, one quiet line."""
        self.heading.set_text(text)
        self.note.set_text(note)
        show_if(self.note, bool(note))

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the right end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


_PILL_ICONS: dict[Tone, tuple[str, str]] = {
    "neutral": ("circle", "text"),
    "info": ("info", "on_primary_soft"),
    "success": ("circle-check", "on_success_soft"),
    "warning": ("triangle-alert", "on_warning_soft"),
    "danger": ("circle-alert", "on_danger_soft"),
}


class StatusPill(QFrame):
    """A state in a word: the tone gives colour and icon, the word alone already tells it."""

    def __init__(
        self, text: str = "", tone: Tone = "neutral", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "pill")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.tone: Tone = tone
        self._icon = IconLabel("circle", "text", 14)
        self._label = ThaiLabel("", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 10, 0)
        row.setSpacing(5)
        row.addWidget(self._icon)
        row.addWidget(self._label)
        self.set_state(text, tone, icon)

    @property
    def text(self) -> str:
        """The word shown."""
        return self._label.typed

    def set_state(self, text: str, tone: Tone = "neutral", icon: str = "") -> None:
        """Show `text` in `tone`; `icon` replaces the one of the tone."""
        self.tone = tone
        name, role = _PILL_ICONS[tone]
        self._icon.set_icon(icon or name, role)
        self._label.set_text(text)
        self.setAccessibleName(text)
        restyle(self, tone=tone)


class Separator(QFrame):
    """One quiet line between groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "line")
