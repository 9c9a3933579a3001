"""Consent for one purpose: how it stands, asking with who must sign, and taking back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.dates import PartialDate
from desktop.services.consent import rules as consent_rules
from desktop.services.consent.rules import Signing
from desktop.services.consent.service import ConsentState, Consequence
from desktop.ui.code_book import CodeBook
from desktop.ui.consent_tones import CONSENT_TONES
from desktop.ui.forms.entry_form import EntryForm, filled
from desktop.ui.forms.record_form import Words
from desktop.ui.learner.consent_words import ConsentWords
from desktop.ui.learner.profile_forms import CONSENT, WITHDRAWAL
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.keyboard import give_keyboard
from desktop.ui.widgets.labels import StatusPill, ThaiLabel


class ConsentForm(EntryForm):
    """An answer to one purpose, or to several on one sheet."""

    def __init__(self, purpose: str) -> None:
        self._purpose = purpose
        super().__init__("consent", CONSENT)
        self.row("recipient").setVisible(purpose == "referral")

    def words(self) -> Mapping[str, Words]:
        return {"granted": Words(missing=self.tr("เลือกว่ายินยอมหรือไม่"))}

    def retranslate(self) -> None:
        super().retranslate()
        self.save_button.setText(self.tr("บันทึกคำตอบ"))
        self.set_choices("granted", [("yes", self.tr("ยินยอม")), ("no", self.tr("ไม่ยินยอม"))])
        purposes = self.codes.choices("consent_purposes")
        self.set_choices("also", [each for each in purposes if each[0] != self._purpose])


class ConsentRow(Adaptive, QFrame):
    """Signals carry the key of the row: a purpose, and for referrals the agency after a bar."""

    recorded = Signal(str, object, object)
    withdraw_asked = Signal(str, object)
    withdrawn = Signal(str, object, object)
    asked = Signal(str)
    draft_changed = Signal(str, object)

    def __init__(self, key: str, purpose: str) -> None:
        super().__init__()
        self.key, self.purpose = key, purpose
        self._state: ConsentState | None = None
        self._codes = CodeBook()
        self._signing = Signing("", (), False)
        self._birth: PartialDate | None = None
        self._today = date.min
        self._consequences: tuple[Consequence, ...] = ()
        self._givers: Mapping[str, str] = {}
        self._form: ConsentForm | None = None
        self._giving_back: EntryForm | None = None
        self.setProperty("surface", "sunken")
        self._title = ThaiLabel("", "strong")
        self._line = ThaiLabel("", "muted")
        self.pill = StatusPill()
        self.ask = Button("", "secondary", "file-check")
        self.take_back = Button("", "quiet", "undo-2")
        self.guide = ThaiLabel("", "strong")
        self._cancel = Button("", "quiet")
        self.follows = ThaiLabel("")
        self._keep = Button("", "quiet")
        self._below, self._leaving = QWidget(), QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.addWidget(self._head())
        for panel in (self._below, self._leaving):
            column.addWidget(panel)
            panel.hide()
        self.ask.clicked.connect(self._on_ask)
        self._cancel.clicked.connect(self._on_cancel)
        self._keep.clicked.connect(self._leaving.hide)
        self.take_back.clicked.connect(self._on_take_back)
        self.adapt()

    def _head(self) -> Folding:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._line)
        offered = QHBoxLayout()
        offered.setSpacing(10)
        offered.addStretch(1)
        for widget in (self.pill, self.take_back, self.ask):
            offered.addWidget(widget)
        head = Folding(10)
        head.add(words, 1, wish=220)
        head.add(offered)
        return head

    @property
    def form(self) -> ConsentForm:
        """The form of an answer, made when somebody is asked."""
        if self._form is None:
            self._form = ConsentForm(self.purpose)
            self._form.set_codes(self._codes)
            self._form.given.connect(self._on_given)
            self._form.drafted.connect(lambda kept: self.draft_changed.emit(self.key, kept))
            self._form.edited.connect(self._on_edited)
            self._form.offer("signer", list(self._givers))
            _fill(self._below, self.guide, self._form, self._cancel)
        return self._form

    @property
    def giving_back(self) -> EntryForm:
        """The form of taking back: by whom, when, and what they said."""
        if self._giving_back is None:
            self._giving_back = EntryForm("consent", WITHDRAWAL)
            self._giving_back.save_button.set_kind("danger")
            self._giving_back.save_button.set_icon("undo-2")
            self._giving_back.given.connect(self._on_given_back)
            _fill(self._leaving, self.follows, self._giving_back, self._keep)
            self.retranslate()
        return self._giving_back

    def show_state(
        self,
        state: ConsentState,
        codes: CodeBook,
        signing: Signing,
        birth: PartialDate | None,
        today: date,
        *,
        keep: bool,
    ) -> None:
        """Show how it stands; with `keep` an open form is left alone."""
        self._state, self._codes, self._signing = state, codes, signing
        self._birth, self._today = birth, today
        if self._form is not None:
            self._form.set_codes(codes)
        if not keep:
            self.close_form()
            self._leaving.hide()
        if state.status not in {"given", "outgrown"}:
            self._leaving.hide()
        self.retranslate()

    def offer_givers(self, givers: Mapping[str, str]) -> None:
        """Who may sign, as they are known: names of carers, and what they are to the learner."""
        self._givers = givers
        if self._form is not None:
            self._form.offer("signer", list(givers))

    @property
    def answering(self) -> bool:
        """Whether the form of an answer stands open."""
        return not self._below.isHidden()

    def close_form(self) -> None:
        """Fold the form away."""
        if self._below.isAncestorOf(self.window().focusWidget() or self):
            # What is hidden lets go of the keyboard: one goes on where one asked.
            give_keyboard(self.ask)
        self._below.hide()
        if self._form is not None:
            self._form.begin()

    def show_problem(self, name: str, text: str) -> None:
        """Say what is wrong with the answer, beside its field."""
        self.form.show_problem(name, text)

    def show_consequences(self, consequences: Sequence[Consequence]) -> None:
        """Show what taking back brings about, and ask."""
        self._consequences = tuple(consequences)
        signer = self._state.latest.text("signer") if self._state and self._state.latest else ""
        self.giving_back.begin({"withdrawn_by": signer})
        self.retranslate()
        self._leaving.show()
        self.giving_back.save_button.setFocus()

    def retranslate(self) -> None:
        self.take_back.setText(self.tr("ถอนความยินยอม"))
        if self._giving_back is not None:
            self._giving_back.save_button.setText(self.tr("ถอนตามนี้"))
        self._keep.setText(self.tr("ยังไม่ถอน"))
        self._cancel.setText(self.tr("ไม่บันทึก"))
        self._word_guide()
        words = ConsentWords()
        lines = [f"•  {words.consequence(each)}" for each in self._consequences]
        self.follows.set_text("\n".join([self.tr("ถ้าถอน จะเป็นอย่างนี้"), *lines]))
        state = self._state
        if state is None:
            return
        title = self._codes.label("consent_purposes", self.purpose)
        self._title.set_text(f"{title}: {state.recipient}" if state.recipient else title)
        tone, icon = CONSENT_TONES[state.status]
        self.pill.set_state(self._codes.label("consent_status", state.status), tone, icon)
        self.ask.setText(self.tr("ขออีกครั้ง") if state.latest else self.tr("บันทึกการขอ"))
        self.take_back.setVisible(state.status in {"given", "outgrown"})
        self._line.set_text(self._told(state))
        self._line.setVisible(bool(self._line.typed))

    def _told(self, state: ConsentState) -> str:
        if state.latest is None:
            return ""
        entry, parts = state.latest, []
        parts.append(shown_iso(entry.text("withdrawn_on") or entry.text("signed_on")))
        signer = entry.text("withdrawn_by") or entry.text("signer")
        relation = self._codes.label("relations", entry.text("signer_relation"))
        power = self._codes.label("signer_powers", entry.text("signer_power"))
        more = ", ".join(part for part in (relation, power) if part)
        parts.append(f"{signer} ({more})" if signer and more else signer)
        if state.status == "other_basis":
            parts.append(self._codes.label("legal_bases", entry.text("basis")))
            parts.append(entry.text("basis_reason"))
        if entry.text("until") and state.status in {"given", "expired"}:
            parts.append(self.tr("ถึง {date}").replace("{date}", shown_iso(entry.text("until"))))
        return "  ·  ".join(part for part in parts if part)

    def _word_guide(self) -> None:
        said = self._form.values()["situation"] if self._form is not None else ""
        signing = self._signing
        if said and said != signing.situation:
            signing = consent_rules.signing(self._birth, self._today, said)
        self.guide.set_text(ConsentWords().signing(signing))

    def _on_ask(self) -> None:
        self._leaving.hide()
        state = self._state
        self.form.begin(
            {
                "basis": "consent",
                "means": "signature",
                "signed_on": PartialDate.from_date(self._today),
                "situation": self._signing.situation,
                "recipient": state.recipient if state is not None else "",
                "form_version": consent_rules.FORM_VERSION,
                "data_items": list(consent_rules.DATA_OF.get(self.purpose, ())),
            }
        )
        self._word_guide()
        self._below.show()
        self.form.focus_first()
        self.asked.emit(self.key)

    def begin(self, *, answer: bool) -> None:
        """Put the keyboard here, with `answer` into the form that was half filled."""
        if answer:
            self.ask.click()
        else:
            self.ask.setFocus()

    def restore(self, values: Mapping[str, Any]) -> None:
        """Bring back what was half filled."""
        if not self._below.isHidden():
            self.form.show_draft(values)
            self._word_guide()

    def flush(self) -> None:
        """Send what is half typed."""
        if self._form is not None and not self._below.isHidden():
            self._form.flush()

    def _on_edited(self, name: str, value: object) -> None:
        relation = self._givers.get(str(value)) if name == "signer" else None
        if relation and not self.form.values()["signer_relation"]:
            self.form.put("signer_relation", relation)
        self._word_guide()

    def _on_cancel(self) -> None:
        self.form.give_up()
        self._below.hide()

    def _on_given(self, values: dict[str, Any]) -> None:
        granted, also = values.pop("granted"), values.pop("also")
        given = filled(values)
        if also:
            # What one purpose needs is not what the others need: each asks for its own.
            given.pop("data_items", None)
        purposes = (self.purpose, *also)
        self.recorded.emit(self.key, dict.fromkeys(purposes, granted == "yes"), given)

    def _on_take_back(self) -> None:
        self.close_form()
        if self._state is not None and self._state.latest is not None:
            self.withdraw_asked.emit(self.key, self._state.latest.id)

    def _on_given_back(self, values: dict[str, Any]) -> None:
        if self._state is not None and self._state.latest is not None:
            self.withdrawn.emit(self.key, self._state.latest.id, values)
            self._leaving.hide()


def _fill(panel: QWidget, above: QWidget, form: EntryForm, cancel: Button) -> None:
    foot = QHBoxLayout()
    foot.addStretch(1)
    foot.addWidget(cancel)
    foot.addWidget(form.save_button)
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 4, 4, 4)
    column.addWidget(above)
    column.addWidget(form)
    column.addLayout(foot)
