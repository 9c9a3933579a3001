"""What every field of a form is: a widget, and its value as the record holds it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desktop.ui.code_book import CodeBook


class FormField(QObject):
    """A field: `touched` by each change of the person, `settled` when it is worth storing.

    A screen's own field is a subclass that gives value, put and the signals.
    """

    touched = Signal()
    settled = Signal()
    complains = False
    """Whether its widget itself says what is wrong with what is typed, and takes it back."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widget = widget

    def value(self) -> Any:
        """The value as the record holds it; None or empty for nothing, or for nothing readable."""
        raise NotImplementedError

    def put(self, value: Any) -> None:
        """Show a value of the record, or what `plain` gave; says nothing to the signals."""
        raise NotImplementedError

    def plain(self) -> Any:
        """What a draft keeps: primitives, and the letters themselves where they say nothing yet."""
        return self.value()

    @property
    def problem(self) -> str:
        """Why what was typed has no value, or ""."""
        return ""

    @property
    def busy(self) -> bool:
        """Whether somebody is at it: what is stored must not be shown over their letters."""
        return holds_focus(self.widget) or bool(self.problem)

    def flush(self) -> None:
        """Send what is half typed."""

    def set_codes(self, codes: CodeBook) -> None:
        """The centre's code lists, in the language of the screens."""

    def set_placeholder(self, text: str) -> None:
        """An example of what is written here."""

    def lock(self, locked: bool) -> None:
        """Let it only be read; words can still be looked through and copied."""
        if isinstance(self.widget, QLineEdit | QPlainTextEdit):
            self.widget.setReadOnly(locked)
        else:
            self.widget.setEnabled(not locked)

    def take_label(self, label: str) -> bool:
        """Show the label in the field itself; False where it stands above as usual."""
        return False


def holds_focus(widget: QWidget) -> bool:
    """Whether the keyboard is in a widget or in a part of it."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))
