"""What a place shows when there is nothing yet, while it loads, and when it failed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import IconLabel, ThaiLabel
from desktop.ui.widgets.showing import show_if

# A load shorter than this shows nothing: a flash of "loading" tires the eye.
_QUIET_MILLISECONDS = 250


class EmptyState(Adaptive, QWidget):
    """Says what would be here and how to begin. `started` when its button is pressed."""

    started = Signal()

    def __init__(
        self,
        icon: str = "inbox",
        title: str = "",
        text: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = IconLabel(icon, "muted", 48)
        self._title = ThaiLabel("", "section", wrap=False)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = ThaiLabel("", "muted")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = Button("", "primary")
        self.button.clicked.connect(self.started)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        for part in (self._icon, self._title, self._text, self.button):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.set_words(title, text, action)
        self.adapt()

    def redress(self) -> None:
        # A fixed width: a centred label that wraps is otherwise given the height of another width.
        self._text.setFixedWidth(theme().px(440))
        self._hold_lines()

    def _hold_lines(self) -> None:
        # In an aligned cell a label is else given the height that it had for an earlier text.
        self._text.setMinimumHeight(max(0, self._text.heightForWidth(theme().px(440))))

    def set_words(self, title: str, text: str = "", action: str = "") -> None:
        """Title, one or two sentences, and the word of the button ("" = none)."""
        self._title.set_text(title)
        self._text.set_text(text)
        show_if(self._text, bool(text))
        self._hold_lines()
        self.button.setText(action)
        show_if(self.button, bool(action))

    def set_icon(self, name: str, role: str = "muted") -> None:
        """Another icon."""
        self._icon.set_icon(name, role)


class LoadingState(Adaptive, QWidget):
    """A quiet moving bar with a word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = ThaiLabel("", "muted", wrap=False)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setFixedWidth(200)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._word, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.adapt()

    def retranslate(self) -> None:
        self._word.set_text(self.tr("กำลังเปิด…"))


class StateStack(Adaptive, QStackedWidget):
    """One place with its content and its empty, loading and failed states.

    `empty` is yours to word; `retried` when the person asks to try a failed load again.
    """

    retried = Signal()

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self.empty = EmptyState()
        self.loading = LoadingState()
        self.failed = EmptyState("circle-alert")
        self.failed.set_icon("circle-alert", "danger")
        self._failure = ""
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_QUIET_MILLISECONDS)
        self._waiting.timeout.connect(lambda: self.setCurrentWidget(self.loading))
        for part in (content, self.empty, self.loading, self.failed):
            self.addWidget(part)
        self.failed.started.connect(self.retried)
        self.currentChanged.connect(lambda _place: self.updateGeometry())
        self.adapt()

    def show_content(self) -> None:
        """Show what was loaded."""
        self._turn_to(self.content)

    def show_empty(self) -> None:
        """Show `empty`."""
        self._turn_to(self.empty)

    def show_loading(self) -> None:
        """Show that it loads, unless something else comes within a quarter of a second."""
        self._waiting.start()

    def show_failed(self, sentence: str) -> None:
        """Say in the sentence what went wrong, and offer to try again."""
        self._failure = sentence
        self.retranslate()
        self._turn_to(self.failed)

    def retranslate(self) -> None:
        self.failed.set_words(self.tr("เปิดไม่สำเร็จ"), self._failure, self.tr("ลองอีกครั้ง"))

    def minimumSizeHint(self) -> QSize:
        """The room that what is shown needs, and not the largest of all."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()

    def _turn_to(self, part: QWidget) -> None:
        self._waiting.stop()
        self.setCurrentWidget(part)
