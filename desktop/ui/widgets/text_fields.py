"""Fields for text: one line, many lines, a search, a passcode."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop.ui.icons import icon
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.typing_pause import TypingPause


class TextField(QLineEdit):
    """One line of text.

    `edited` follows every key of the person; `autosave` comes when they pause or leave the field,
    and while they type on without a pause,
    never for a value set by the program, and never twice for one value.
    """

    edited = Signal(str)
    autosave = Signal(str)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self._saved = ""
        self._pause = TypingPause(self)
        self._pause.timeout.connect(self.flush)
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self.flush)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z with nothing typed takes back what was done last: it is the window's then."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.isUndoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)

    def value(self) -> str:
        """The text as typed."""
        return self.text()

    @property
    def unsaved(self) -> bool:
        """Whether something typed was not sent to `autosave` yet."""
        return self.text() != self._saved

    def set_value(self, text: str) -> None:
        """Show what is stored; says nothing to `edited` and `autosave`."""
        self._pause.stop()
        self._saved = text
        if text != self.text():
            self.setText(text)

    def flush(self) -> None:
        """Send what is not yet saved now."""
        self._pause.stop()
        if self.text() != self._saved:
            self._saved = self.text()
            self.autosave.emit(self._saved)

    def _on_edited(self, text: str) -> None:
        self._pause.touch()
        self.edited.emit(text)


_MOST_LINES = 12


class TextArea(QPlainTextEdit):
    """Several lines of text; grows with them between `lines` and 12. Tab leaves it."""

    edited = Signal(str)
    autosave = Signal(str)

    def __init__(self, lines: int = 3, placeholder: str = "", parent: QWidget | None = None):
        super().__init__(parent)
        self._lines = lines
        self._saved = ""
        self._setting = False
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        # One line of it is as high as a field of one line beside it.
        self.document().setDocumentMargin(0)
        self.setViewportMargins(2, 0, 2, 0)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self._pause = TypingPause(self)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._on_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def value(self) -> str:
        """The text as typed."""
        return self.toPlainText()

    @property
    def unsaved(self) -> bool:
        """Whether something typed was not sent to `autosave` yet."""
        return self.toPlainText() != self._saved

    def set_value(self, text: str) -> None:
        """Show what is stored; says nothing to `edited` and `autosave`."""
        self._pause.stop()
        self._saved = text
        if text != self.toPlainText():
            self._setting = True
            self.setPlainText(text)
            self._setting = False

    def flush(self) -> None:
        """Send what is not yet saved now."""
        self._pause.stop()
        text = self.toPlainText()
        if text != self._saved:
            self._saved = text
            self.autosave.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_lines"):
            self._grow()

    def _on_changed(self) -> None:
        if not self._setting:
            self._pause.touch()
            self.edited.emit(self.toPlainText())

    def _grow(self) -> None:
        needed = self.document().size().height()
        lines = min(max(needed, self._lines), _MOST_LINES)
        # A bar takes width, so that one more line is needed: the field would grow for it, lose it,
        # shrink and get it again, for ever.
        asked, never = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(asked if needed > _MOST_LINES else never)
        height = lines * math.ceil(QFontMetricsF(self.font()).lineSpacing())
        self.setFixedHeight(round(height) + theme().px(12))


class SearchBox(Adaptive, QLineEdit):
    """Search as you type: `searched` with each change, `down_pressed` to go into the results."""

    searched = Signal(str)
    down_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("shape", "search")
        self.setClearButtonEnabled(True)
        self._words = "", ""
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.textChanged.connect(self.searched)
        self.adapt()

    def set_words(self, name: str, placeholder: str = "") -> None:
        """What can be searched, in the language of the moment; shown unless there is another."""
        self._words = name, placeholder or name
        self.retranslate()

    def retranslate(self) -> None:
        name, placeholder = self._words
        self.setPlaceholderText(placeholder or self.tr("ค้นหา"))
        self.setAccessibleName(name or self.tr("ค้นหา"))

    def redress(self) -> None:
        self._glass.setIcon(icon("search", "muted"))

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(theme().px(260), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class PasscodeField(Adaptive, QLineEdit):
    """A passcode: hidden, can be shown for a look, never kept by the input method."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhHiddenText
        )
        self._eye = QAction(self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._on_eye_toggled)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self.adapt()

    def value(self) -> str:
        """The passcode as typed."""
        return self.text()

    def retranslate(self) -> None:
        self._eye.setText(self.tr("ซ่อนรหัสผ่าน") if self._eye.isChecked() else self.tr("แสดงรหัสผ่าน"))
        self._eye.setToolTip(self._eye.text())
        self.setAccessibleName(self.tr("รหัสผ่าน"))

    def redress(self) -> None:
        self._eye.setIcon(icon("eye-off" if self._eye.isChecked() else "eye", "muted"))

    def _on_eye_toggled(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self.retranslate()
        self.redress()
