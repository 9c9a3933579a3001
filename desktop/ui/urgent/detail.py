"""One urgent case: closed until it is opened to be read, then its text, notes and people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.urgent.chain import HandingLine
from desktop.services.urgent.records import NamedUser, UrgentDetail, UrgentLine
from desktop.ui import thai_time
from desktop.ui.code_book import CodeBook
from desktop.ui.thai_time import shown_iso
from desktop.ui.tries import TryWords
from desktop.ui.urgent.table_model import PACES, STATES, UrgentWords
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choices import ChoiceField, MultiChoice
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import Separator, StatusPill, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.text_fields import TextArea, TextField
from desktop.ui.widgets.typing_pause import TypingPause

SHOWN_MILLISECONDS = 5 * 60_000


class CaseCard(Adaptive, Card):
    """`read_wanted`, `noted(text)`, `named(ids)`, `state_chosen(state, outcome)`,
    `learner_wanted(id)`, `summary_changed(text)`, `half_typed(case, content)` of note and outcome;
    `tried()`: somebody was phoned, and nobody answered; `handed_on(reason, how)`.
    """

    read_wanted = Signal()
    noted = Signal(str)
    tried = Signal()
    handed_on = Signal(str, str)
    named = Signal(object)
    state_chosen = Signal(str, str)
    learner_wanted = Signal(object)
    summary_changed = Signal(str)
    half_typed = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._line: UrgentLine | None = None
        self._detail: UrgentDetail | None = None
        self._people: Sequence[NamedUser] = ()
        self._codes = CodeBook()
        self._words = UrgentWords()
        self._closing = self._handing = False
        self._pause = TypingPause(self)
        self._pause.timeout.connect(self._send_half)
        self._who = ThaiLabel("", "section")
        self._facts = ThaiLabel("", "muted")
        pills = QWidget()
        row = FlowLayout(pills, 6)
        self._state = StatusPill("")
        self._protected = StatusPill("", "warning", "shield")
        self._pace = StatusPill("")
        row.addWidget(self._pace)
        row.addWidget(self._state)
        row.addWidget(self._protected)
        self._covered = ThaiLabel("", "muted")
        self.read_button = Button("", "primary", "eye")
        self.read_button.clicked.connect(self.read_wanted)
        self.inside = QWidget()
        self._lay_out_inside()
        # Left alone, it closes by itself.
        self._minutes = QTimer(self)
        self._minutes.setSingleShot(True)
        self._minutes.setInterval(SHOWN_MILLISECONDS)
        self._minutes.timeout.connect(self.close_text)
        for part in (self._who, pills, self._facts, self._covered):
            self.body.addWidget(part)
        self.body.addWidget(self.read_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.inside)
        self.body.addStretch(1)
        self.inside.hide()
        self.adapt()

    @property
    def case_id(self) -> UUID | None:
        """The case that is looked at."""
        return self._line.id if self._line else None

    @property
    def reading(self) -> bool:
        """Whether its text is shown."""
        return self._detail is not None

    def show_line(self, line: UrgentLine, codes: CodeBook) -> None:
        """Another case is looked at: nothing of its text is shown yet."""
        if self._line is None or self._line.id != line.id:
            # First, since what is half typed belongs to the case before.
            self.close_text()
        self._line, self._codes = line, codes
        self.retranslate()

    def show_detail(self, detail: UrgentDetail, people: Sequence[NamedUser]) -> None:
        """Show the case whole."""
        fresh = self._detail is None
        self._line, self._detail, self._people = detail.line, detail, people
        self._closing = self._handing = False
        if fresh or not self.summary.hasFocus():
            self.summary.set_value(detail.summary)
        self._fill_notes()
        self.inside.show()
        self._minutes.start()
        self.retranslate()
        if fresh:
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_half(self, content: Mapping[str, Any]) -> None:
        """Bring back a note or an outcome that was half written."""
        for name, field in (
            ("note", self.note), ("outcome", self.outcome), ("reason", self.reason)
        ):  # fmt: skip
            if not field.value():
                field.set_value(str(content.get(name) or ""))

    def close_text(self) -> None:
        """Let go of what was shown; what is half typed is sent first."""
        self.summary.flush()
        if self._pause.isActive():
            self._send_half()
        self._minutes.stop()
        self._detail = None
        for field in (self.summary, self.note):
            field.set_value("")
        self.outcome.set_value("")
        self.reason.set_value("")
        clear_layout(self._notes)
        self.inside.hide()
        self.retranslate()

    def noted_down(self, text: str) -> None:
        """This note was stored; what was typed since stays."""
        if self.note.value() == text:
            self.note.set_value("")
        self._note_row.set_error("")
        self._pause.touch()

    def show_problem(self, name: str, text: str) -> None:
        """Say what is wrong, beside its field."""
        rows = {"outcome": self._outcome_row, "reason": self._reason_row}
        rows.get(name, self._note_row).set_error(text)

    def save(self) -> None:
        """Store the note (Ctrl+S, Ctrl+Enter)."""
        if self._detail is not None and self.note.value().strip():
            self.noted.emit(self.note.value())

    def retranslate(self) -> None:
        line, detail = self._line, self._detail
        self._who.set_text(line.who if line else "")
        if line is not None:
            sign, tone = STATES.get(line.state, ("bell", "neutral"))
            self._state.set_state(self._codes.label("urgent_states", line.state), tone, sign)
            opened = self.tr("เปิดเมื่อ {date}").replace("{date}", shown_iso(line.opened_on))
            answers = self.tr("ผู้รับผิดชอบ {name}").replace("{name}", self._words.mine(line))
            kind = self._codes.label("urgent_kinds", line.case_kind)
            days = self._words.days(line)
            facts = [kind, f"{opened}  ·  {days}  ·  {answers}"]
            if line.pace is not None:
                sign, tone = PACES[line.pace.pace]
                self._pace.set_state(self._words.pace(line.pace), tone, sign)
                facts.append(self._words.target(line.pace))
            self._facts.set_text("\n".join(facts))
        self._pace.setVisible(bool(line and line.pace))
        self._protected.set_state(self.tr("คุ้มครองเด็ก"), "warning", "shield")
        self._protected.setVisible(bool(line and line.protected))
        self._covered.set_text(self.tr("เนื้อหาปิดไว้ ทุกครั้งที่เปิดอ่านจะบันทึกว่าใครอ่าน"))
        self._covered.setVisible(detail is None)
        self.read_button.setText(self.tr("เปิดอ่าน"))
        self.read_button.setVisible(detail is None)
        self._summary_row.set_words(self.tr("เกิดอะไรขึ้น"))
        self._note_row.set_words(self.tr("บันทึกเพิ่ม"))
        self.note.setPlaceholderText(self.tr("เช่น คุยกับบ้านพักเด็กแล้ว นัดไปพบพรุ่งนี้เก้าโมง"))
        self.note_button.setText(self.tr("บันทึก"))
        self.note_button.setToolTip("Ctrl+S")
        self.tried_button.setText(TryWords().button())
        self.tried_button.setVisible(bool(line and line.state != "closed"))
        self._people_row.set_words(self.tr("คนที่อ่านเรื่องนี้ได้"))
        self._outcome_row.set_words(self.tr("จบอย่างไร"))
        self.learner_button.setText(self.tr("ไปหน้าผู้เรียนรู้"))
        step = line.next_step if line is not None else None
        name = self._codes.label("urgent_steps", step.step) if step is not None else ""
        tell = self.tr("ยืนยันว่าบอก {step} แล้ว") if self._handing else self.tr("ส่งต่อ {step}")
        self.hand_button.setText(tell.replace("{step}", name))
        whom = " ".join(filter(None, (step.whom, step.phone))) if step is not None else ""
        self._whom.set_text(self.tr("ติดต่อ {whom}").replace("{whom}", whom))
        self._whom.setVisible(self._handing and bool(whom))
        self._reason_row.set_words(self.tr("ส่งต่อเพราะอะไร"))
        self._how_row.set_words(self.tr("บอกอย่างไร"))
        self.how.set_choices(self._codes.choices("contact_kinds"))
        self._reason_row.setVisible(self._handing)
        self._how_row.setVisible(self._handing)
        self.close_button.setText(self.tr("ยืนยันการปิดเรื่อง") if self._closing else self.tr("ปิดเรื่อง"))
        self.reopen_button.setText(self.tr("เปิดเรื่องอีกครั้ง"))
        state = line.state if line else ""
        self.hand_button.setVisible(step is not None and state != "closed")
        self.close_button.setVisible(state != "closed")
        self.reopen_button.setVisible(state in ("closed", "referred"))
        self.learner_button.setVisible(bool(line and line.learner_id))
        self._outcome_row.setVisible(self._closing)
        if detail is not None:
            known = {str(each.id): each.name for each in (*self._people, *detail.named)}
            self.people.set_choices(list(known.items()))
            self.people.set_value([str(each.id) for each in detail.named])
            ended = self.tr("ปิดเมื่อ {date}: {outcome}")
            ended = ended.replace("{date}", shown_iso(detail.closed_on))
            self._ended.set_text(ended.replace("{outcome}", detail.outcome))
        self._ended.setVisible(bool(detail and detail.outcome and detail.closed_on))

    def _lay_out_inside(self) -> None:
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        self.summary = TextArea(3)
        self._summary_row = FormRow(self.summary)
        self.summary.autosave.connect(self.summary_changed)
        self._ended = ThaiLabel("", "strong")
        self.note = TextArea(2)
        self._note_row = FormRow(self.note)
        self.note_button = Button("", "secondary", "check")
        self.note_button.clicked.connect(self.save)
        self.tried_button = Button("", "secondary", "phone")
        self.tried_button.clicked.connect(self.tried)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(6)
        self.people = MultiChoice()
        self._people_row = FormRow(self.people)
        self.people.changed.connect(self._on_people)
        self.outcome = TextField()
        self.how, self.reason = ChoiceField(), TextField()
        self._outcome_row = FormRow(self.outcome)
        for field in (self.note, self.outcome, self.reason):
            field.edited.connect(lambda _text: self._pause.touch())
        self.learner_button = Button("", "quiet", "user")
        self.learner_button.clicked.connect(
            lambda: self.learner_wanted.emit(self._line.learner_id if self._line else None)
        )
        self._how_row, self._reason_row = FormRow(self.how), FormRow(self.reason)
        self._whom = ThaiLabel("", "strong")
        self.hand_button = Button("", "secondary", "send")
        self.hand_button.clicked.connect(self._on_hand)
        self.close_button = Button("", "secondary", "circle-check")
        self.close_button.clicked.connect(self._on_close)
        self.reopen_button = Button("", "quiet", "undo-2")
        self.reopen_button.clicked.connect(lambda: self.state_chosen.emit("open", ""))
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self.hand_button, self.close_button, self.reopen_button):
            acts.addWidget(button)
        acts.addStretch(1)
        acts.addWidget(self.learner_button)
        for part in (self._summary_row, self._ended, self._note_row):
            column.addWidget(part)
        down = QHBoxLayout()
        down.addWidget(self.tried_button)
        down.addStretch(1)
        down.addWidget(self.note_button)
        column.addLayout(down)
        column.addLayout(self._notes)
        column.addWidget(Separator())
        column.addWidget(self._people_row)
        for part in (self._outcome_row, self._whom, self._reason_row, self._how_row):
            column.addWidget(part)
            part.hide()
        column.addLayout(acts)

    def _fill_notes(self) -> None:
        clear_layout(self._notes)
        detail = self._detail
        if detail is None:
            return
        told = [(entry.at, entry.author_name, entry.text) for entry in detail.notes]
        told += [
            (each.written_at, each.by_name, TryWords().line(each, self._codes))
            for each in detail.tries
        ]
        told += [(each.at, each.by_name, self._handing_line(each)) for each in detail.handings]
        for at, name, text in sorted(told, reverse=True):
            frame = QFrame()
            frame.setProperty("surface", "sunken")
            inside = QVBoxLayout(frame)
            inside.setContentsMargins(12, 6, 12, 8)
            inside.setSpacing(0)
            when = thai_time.shown_moment(at)
            inside.addWidget(ThaiLabel(f"{when}  ·  {name}", "caption"))
            inside.addWidget(ThaiLabel(text))
            self._notes.addWidget(frame)

    def _handing_line(self, told: HandingLine) -> str:
        step = self._codes.label("urgent_steps", told.step)
        how = self._codes.label("contact_kinds", told.how)
        said = self.tr("ส่งต่อ {step}").replace("{step}", step)
        return " · ".join(filter(None, (said, told.whom, how, told.reason)))

    def _send_half(self) -> None:
        self._pause.stop()
        if self._detail is not None:
            half = {
                "note": self.note.value(),
                "outcome": self.outcome.value(),
                "reason": self.reason.value(),
            }
            self.half_typed.emit(self.case_id, half if any(half.values()) else {})

    def _on_people(self, codes: tuple[str, ...]) -> None:
        if self._detail is not None:
            self.named.emit([UUID(code) for code in codes])

    def _on_hand(self) -> None:
        if not self._handing:
            self._handing = True
            self.how.set_value("phone")
            self.retranslate()
            self.reason.setFocus()
            return
        self.handed_on.emit(self.reason.value(), self.how.value())

    def handed(self) -> None:
        """The next step was told: nothing is asked any more."""
        self._handing = False
        self.reason.set_value("")
        self._reason_row.set_error("")
        self._pause.touch()
        self.retranslate()

    def _on_close(self) -> None:
        if not self._closing:
            self._closing = True
            self.retranslate()
            self.outcome.setFocus()
            return
        self.state_chosen.emit("closed", self.outcome.value())

    def closed(self) -> None:
        """The case was closed, or is open again: nothing is asked any more."""
        self._closing = False
        self.outcome.set_value("")
        self._outcome_row.set_error("")
        self._pause.touch()
        self.retranslate()
