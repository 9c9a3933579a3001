"""Consent of somebody who is no learner: how each purpose stands, an answer, taking back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.dates import PartialDate
from desktop.models.fields import Field
from desktop.services.consent.of_persons import PersonConsentState
from desktop.ui.code_book import CodeBook
from desktop.ui.consent_tones import CONSENT_TONES
from desktop.ui.forms.entry_form import EntryForm, filled
from desktop.ui.forms.record_form import Words
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.keyboard import give_keyboard
from desktop.ui.widgets.labels import StatusPill, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from resources import clock

_PURPOSES = Field("codes", vocabulary="person_purposes")
_FORM = (
    FieldSpec("agreed", 6, meaning=_PURPOSES),
    FieldSpec("refused", 6, meaning=_PURPOSES),
    FieldSpec("means", 5),
    FieldSpec("witnesses", 7, lines=1),
    FieldSpec("language"),
    FieldSpec("read_aloud", 3),
    FieldSpec("interpreter", 5),
    FieldSpec("signed_on", 6, compact=True),
    FieldSpec("until", 6, compact=True, ahead=True),
    FieldSpec("basis"),
    FieldSpec("basis_reason", 8, lines=1),
    FieldSpec("note", 12, lines=1),
)


class PersonConsentForm(EntryForm):
    """What somebody answered, for one purpose or several at once."""

    def __init__(self) -> None:
        super().__init__("consent", _FORM)

    def words(self) -> Mapping[str, Words]:
        return {
            "agreed": Words(label=self.tr("ยินยอมให้")),
            "refused": Words(label=self.tr("ไม่ยินยอมให้")),
        }

    def retranslate(self) -> None:
        super().retranslate()
        self.save_button.setText(self.tr("บันทึกคำตอบ"))

    def problems(self) -> dict[str, str]:
        found = super().problems()
        values = self.values()
        agreed, refused = set(values["agreed"] or ()), set(values["refused"] or ())
        if not agreed | refused:
            found.setdefault("agreed", self.tr("เลือกก่อนว่าตอบเรื่องใด"))
        elif agreed & refused:
            found.setdefault("refused", self.tr("เรื่องเดียวกันตอบได้อย่างเดียว"))
        return found


class PersonConsentsCard(Adaptive, Card):
    """`recorded(answers by purpose, values)`, `withdrawn(consent id)`."""

    recorded = Signal(object, object)
    withdrawn = Signal(object)

    def __init__(self) -> None:
        super().__init__("")
        self._states: tuple[PersonConsentState, ...] = ()
        self._codes = CodeBook()
        self.take_back: dict[str, Button] = {}
        self.pills: dict[str, StatusPill] = {}
        self._lines = QVBoxLayout()
        self.about = ThaiLabel("", "strong")
        self.form = PersonConsentForm()
        self._asking = QWidget()
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 8, 0, 0)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.form.save_button)
        asking.addWidget(self.about)
        asking.addWidget(self.form)
        asking.addLayout(foot)
        self.body.addLayout(self._lines)
        self.body.addWidget(self._asking)
        self.form.given.connect(self._on_given)
        self.begin()
        self.adapt()

    def begin(self) -> None:
        """Empty the form."""
        today = PartialDate.from_date(clock.today())
        self.form.begin({"basis": "consent", "means": "signature", "signed_on": today})

    def show_states(
        self, states: Sequence[PersonConsentState], codes: CodeBook, *, may_write: bool
    ) -> None:
        """Show how things stand for each purpose."""
        self._states, self._codes = tuple(states), codes
        self.form.set_codes(codes)
        self._asking.setVisible(may_write)
        self._show_lines(may_write)

    def retranslate(self) -> None:
        self.set_title(self.tr("ความยินยอม"), self.tr("ถามทีละเรื่อง ถอนได้ทุกเมื่อ คำตอบเดิมยังอยู่ในประวัติ"))
        self.about.set_text(self.tr("ถามแล้ว ตอบว่า"))
        self._show_lines(not self._asking.isHidden())

    def _show_lines(self, may_write: bool) -> None:
        held = self.window().focusWidget()
        pressed = next((key for key, button in self.take_back.items() if button is held), "")
        clear_layout(self._lines)
        self.take_back, self.pills = {}, {}
        for state in self._states:
            tone, icon = CONSENT_TONES[state.status]
            pill = StatusPill()
            pill.set_state(self._codes.label("consent_status", state.status), tone, icon)
            title = ThaiLabel(self._codes.label("person_purposes", state.purpose), "strong")
            line = QHBoxLayout()
            line.setSpacing(10)
            line.addWidget(title, 1)
            told = self._told(state)
            if told:
                line.addWidget(ThaiLabel(told, "muted"), 1)
            if state.status == "given" and state.latest is not None and may_write:
                button = Button(self.tr("ถอนความยินยอม"), "quiet", "undo-2")
                button.clicked.connect(partial(self._on_take_back, state))
                line.addWidget(button)
                self.take_back[state.purpose] = button
            line.addWidget(pill)
            self.pills[state.purpose] = pill
            self._lines.addLayout(line)
        if pressed and may_write:
            # What was pressed is gone: one goes on to what is asked next.
            near = next(iter(self.take_back.values()), self.form.save_button)
            give_keyboard(self.take_back.get(pressed, near))

    def _told(self, state: PersonConsentState) -> str:
        if state.latest is None:
            return ""
        entry = state.latest
        parts = [shown_iso(entry.text("withdrawn_on") or entry.text("signed_on"))]
        if state.status == "other_basis":
            parts += [
                self._codes.label("legal_bases", entry.text("basis")),
                entry.text("basis_reason"),
            ]
        if entry.text("until"):
            parts.append(self.tr("ถึง {date}").replace("{date}", shown_iso(entry.text("until"))))
        return "  ·  ".join(part for part in parts if part)

    def _on_take_back(self, state: PersonConsentState, _on: bool = False) -> None:
        if state.latest is not None:
            self.withdrawn.emit(state.latest.id)

    def _on_given(self, values: dict[str, Any]) -> None:
        answers = dict.fromkeys(values.pop("agreed") or (), True)
        answers |= dict.fromkeys(values.pop("refused") or (), False)
        self.recorded.emit(answers, filled(values))
