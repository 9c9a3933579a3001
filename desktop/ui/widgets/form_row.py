"""A field with its label above, a line of help, and what is wrong with it beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme import restyle
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import IconLabel, ThaiLabel
from desktop.ui.widgets.showing import show_if


class FormRow(Adaptive, QWidget):
    """Wraps any field. A warning may be confirmed by the person: then it is said no more.

    A field with a `problem_changed(words, severity)` signal is listened to, and its `confirm()`
    is called when the person confirms.
    """

    confirmed = Signal()

    def __init__(
        self,
        field: QWidget,
        label: str = "",
        help_text: str = "",
        *,
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._required = required
        self._label = ThaiLabel("", "field", wrap=False)
        self._label.setBuddy(field)
        self._need = ThaiLabel("", "caption", wrap=False)
        self._help = ThaiLabel("", "caption")
        self._sign = IconLabel("circle-alert", "danger", 16)
        self._problem = ThaiLabel("", "error")
        self._confirm = Button("", "link")
        self._confirm.clicked.connect(self._on_confirmed)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self._label)
        head.addWidget(self._need)
        head.addStretch(1)
        trouble = QHBoxLayout()
        trouble.setSpacing(6)
        trouble.addWidget(self._sign)
        trouble.addWidget(self._problem, 1)
        trouble.addWidget(self._confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._head)
        column.addWidget(field)
        column.addLayout(trouble)
        column.addWidget(self._help)
        self._problem_text = ""
        self.set_words(label, help_text)
        self._show("", "error", confirmable=False)
        if hasattr(field, "problem_changed"):
            field.problem_changed.connect(self._on_problem_changed)
        self.adapt()

    @property
    def problem(self) -> str:
        """The error or warning that is shown, or ""."""
        return self._problem_text

    def set_words(self, label: str, help_text: str = "") -> None:
        """Label and help, both in the language of the moment; a field may bear its own label."""
        self._label.set_text(label)
        show_if(self._head, bool(label))
        self._help.set_text(help_text)
        show_if(self._help, bool(help_text))
        self.field.setAccessibleName(label)
        self.field.setAccessibleDescription(help_text)

    def set_error(self, text: str) -> None:
        """Say what is wrong and what to do; "" takes it away."""
        self._show(text, "error", confirmable=False)

    def set_warning(self, text: str, *, confirmable: bool = True) -> None:
        """Say what looks wrong; with `confirmable` the person can say that it is right."""
        self._show(text, "warning", confirmable=confirmable)

    def retranslate(self) -> None:
        self._need.set_text(self.tr("จำเป็น") if self._required else "")
        self._confirm.setText(self.tr("ถูกต้องแล้ว ใช้ค่านี้"))

    def _show(self, text: str, state: str, *, confirmable: bool) -> None:
        self._problem_text = text
        self._problem.set_text(text)
        self._sign.set_icon(
            "circle-alert" if state == "error" else "triangle-alert",
            "danger" if state == "error" else "warning",
        )
        restyle(self._problem, words=state)
        restyle(self.field, state=state if text else "")
        for part in (self._problem, self._sign):
            show_if(part, bool(text))
        show_if(self._confirm, bool(text) and confirmable)
        if text:
            self.field.setAccessibleDescription(text)
        else:
            self.field.setAccessibleDescription(self._help.typed)

    def _on_problem_changed(self, text: str, severity: str) -> None:
        if severity == "warning":
            self.set_warning(text, confirmable=hasattr(self.field, "confirm"))
        else:
            self.set_error(text)

    def _on_confirmed(self) -> None:
        self._show("", "warning", confirmable=False)
        if hasattr(self.field, "confirm"):
            self.field.confirm()
        self.field.setFocus()
        self.confirmed.emit()
