"""Consent, one purpose after another: how it stands, asking, and taking back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.dates import PartialDate
from desktop.services.people import ConsentState
from desktop.ui.learner.codes import CodeBook
from desktop.ui.learner.profile_forms import CONSENT
from desktop.ui.learner.record_form import RecordForm
from desktop.ui.learner.words import shown_iso
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import StatusPill, ThaiLabel, Tone

_TONES: dict[str, tuple[Tone, str]] = {
    "given": ("success", ""),
    "refused": ("danger", ""),
    "withdrawn": ("warning", "undo-2"),
    "expired": ("warning", "clock"),
    "pending": ("neutral", "circle"),
}


class _ConsentRow(Adaptive, QFrame):
    recorded = Signal(str, bool, object)
    withdrawn = Signal(object)
    asked = Signal(str)
    draft_changed = Signal(str, object)

    def __init__(self, purpose: str) -> None:
        super().__init__()
        self.purpose = purpose
        self._state: ConsentState | None = None
        self._codes = CodeBook()
        self.setProperty("surface", "sunken")
        self._title = ThaiLabel("", "strong")
        self._line = ThaiLabel("", "muted")
        self.pill = StatusPill()
        self.ask = Button("", "secondary", "file-check")
        self.take_back = Button("", "quiet", "undo-2")
        self._form: RecordForm | None = None
        self.save = Button("", "primary", "check")
        self._cancel = Button("", "quiet")
        self._problem = ThaiLabel("", "error")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._line)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addLayout(words, 1)
        head.addWidget(self.pill)
        head.addWidget(self.take_back)
        head.addWidget(self.ask)
        foot = QHBoxLayout()
        foot.addWidget(self._problem, 1)
        foot.addWidget(self._cancel)
        foot.addWidget(self.save)
        self._below = QWidget()
        self._below_column = QVBoxLayout(self._below)
        self._below_column.setContentsMargins(0, 4, 4, 4)
        self._below_column.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.addLayout(head)
        column.addWidget(self._below)
        self._below.hide()
        self.ask.clicked.connect(self._on_ask)
        self._cancel.clicked.connect(self._on_cancel)
        self.save.clicked.connect(self._on_save)
        self.take_back.clicked.connect(self._on_take_back)
        self.adapt()

    @property
    def form(self) -> RecordForm:
        """The form of an answer, made when somebody is asked."""
        if self._form is None:
            self._form = RecordForm("consent", CONSENT)
            self._form.set_codes(self._codes)
            self._form.edited.connect(self._send_draft)
            self._below_column.insertWidget(0, self._form)
            self._word_answers()
        return self._form

    def show_state(self, state: ConsentState, codes: CodeBook, *, keep: bool) -> None:
        self._state, self._codes = state, codes
        if self._form is not None:
            self._form.set_codes(codes)
        if not keep:
            self.close_form()
        self.retranslate()

    def close_form(self) -> None:
        self._below.hide()
        self._problem.set_text("")

    def show_problem(self, name: str, text: str) -> None:
        if not self.form.show_error(name, text):
            self._problem.set_text(text)

    def retranslate(self) -> None:
        self.take_back.setText(self.tr("ถอนความยินยอม"))
        self.save.setText(self.tr("บันทึกคำตอบ"))
        self._cancel.setText(self.tr("ไม่บันทึก"))
        self._word_answers()
        state = self._state
        if state is None:
            return
        self._title.set_text(self._codes.label("consent_purposes", self.purpose))
        tone, icon = _TONES.get(state.status, ("neutral", "circle"))
        self.pill.set_state(self._codes.label("consent_status", state.status), tone, icon)
        self.ask.setText(self.tr("ขออีกครั้ง") if state.latest else self.tr("บันทึกการขอ"))
        self.take_back.setVisible(state.status == "given")
        parts = []
        if state.latest is not None:
            parts.append(
                shown_iso(state.latest.text("withdrawn_on") or state.latest.text("signed_on"))
            )
            signer = state.latest.text("signer")
            relation = self._codes.label("relations", state.latest.text("signer_relation"))
            parts.append(f"{signer} ({relation})" if signer and relation else signer)
        self._line.set_text("  ·  ".join(part for part in parts if part))
        self._line.setVisible(bool(self._line.typed))

    def _word_answers(self) -> None:
        if self._form is not None:
            answers = [("yes", self.tr("ยินยอม")), ("no", self.tr("ไม่ยินยอม"))]
            self._form.set_choices("granted", answers)

    def _on_ask(self) -> None:
        self.form.show_values({"basis": "consent", "thumbprint": False}, keep=False)
        self._below.show()
        self.form.field("granted").setFocus()
        self.asked.emit(self.purpose)

    def restore(self, values: Mapping[str, Any]) -> None:
        if not self._below.isHidden():
            self.form.show_values(values, keep=False)

    def flush(self) -> None:
        if self._form is not None and not self._below.isHidden():
            self._form.flush()

    def _send_draft(self, _name: str, _value: object) -> None:
        plain = {
            name: value.iso() if isinstance(value, PartialDate) else value
            for name, value in self.form.values().items()
        }
        self.draft_changed.emit(self.purpose, plain)

    def _on_cancel(self) -> None:
        self.close_form()
        self.draft_changed.emit(self.purpose, {})

    def _on_save(self) -> None:
        values: dict[str, Any] = self.form.values()
        granted = values.pop("granted")
        if not granted:
            self.form.show_error("granted", self.tr("เลือกว่ายินยอมหรือไม่"))
            return
        self.form.clear_error("granted")
        if values["thumbprint"] is None:
            del values["thumbprint"]
        given = {name: value for name, value in values.items() if value not in ("", None, [])}
        self.recorded.emit(self.purpose, granted == "yes", given)

    def _on_take_back(self) -> None:
        if self._state is not None and self._state.latest is not None:
            self.withdrawn.emit(self._state.latest.id)


class ConsentsCard(Adaptive, Card):
    """`recorded(purpose, granted, values)`, `withdrawn(consent id)`.

    `asked(purpose)` when a form opens, and `draft_changed(purpose, values)` while it is filled in
    ({} when it is given up).
    """

    recorded = Signal(str, bool, object)
    withdrawn = Signal(object)
    asked = Signal(str)
    draft_changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.rows: dict[str, _ConsentRow] = {}
        self.adapt()

    def show_states(self, states: Sequence[ConsentState], codes: CodeBook, *, keep: bool) -> None:
        """Show how things stand for each purpose."""
        for state in states:
            row = self.rows.get(state.purpose)
            if row is None:
                row = _ConsentRow(state.purpose)
                row.recorded.connect(self.recorded)
                row.withdrawn.connect(self.withdrawn)
                row.asked.connect(self.asked)
                row.draft_changed.connect(self.draft_changed)
                self.rows[state.purpose] = row
                self.body.addWidget(row)
            row.show_state(state, codes, keep=keep)

    def restore(self, purpose: str, values: Mapping[str, Any]) -> None:
        """Bring back a form that was half filled."""
        self.rows[purpose].restore(values)

    def flush(self) -> None:
        """Send what is half typed."""
        for row in self.rows.values():
            row.flush()

    def stored(self, purpose: str) -> None:
        """The answer was stored: close its form."""
        self.rows[purpose].close_form()

    def show_problem(self, purpose: str, name: str, text: str) -> None:
        """Say what is wrong with an answer."""
        self.rows[purpose].show_problem(name, text)

    def retranslate(self) -> None:
        self.set_title(
            self.tr("ความยินยอม"),
            self.tr("อ่านให้ฟังในภาษาของเขา ทีละเรื่อง ถอนได้ทุกเมื่อโดยไม่กระทบการรับบริการ"),
        )
