"""The page of one partner: what it does, whom to ask, how it stands."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.services.centre import VillageLine
from desktop.services.partners.records import PartnerDetail
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.forms.record_screen import RecordScreen
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.partners.contacts_card import ContactsCard
from desktop.ui.partners.words import STATE_TONES, PartnerWords
from desktop.ui.person_words import village_choices
from desktop.ui.shell.screens import Action
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import StatusPill, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.text_fields import TextField

FACTS = (
    FieldSpec("name", span=8),
    FieldSpec("sector", span=4),
    FieldSpec("phone", span=4),
    FieldSpec("address", span=8),
    FieldSpec("skills", span=12),
    FieldSpec("skill_groups", span=6),
    FieldSpec("languages", span=6),
    FieldSpec("groups_served", span=12),
    FieldSpec("groups_not_served", span=12),
    FieldSpec("villages", span=12),
    FieldSpec("months_open", span=12),
    FieldSpec("capacity_number", span=3),
    FieldSpec("capacity_free", span=3),
    FieldSpec("capacity_unit", span=2),
    FieldSpec("capacity_on", span=4, compact=True),
    FieldSpec("mou_number", span=4),
    FieldSpec("mou_from", span=4, compact=True, ahead=True),
    FieldSpec("mou_until", span=4, compact=True, ahead=True),
    FieldSpec("provider_type", span=6),
    FieldSpec("is_school", span=6, tick=True),
    FieldSpec("tsqm", span=12),
    FieldSpec("note", span=12),
)


class PartnerScreen(RecordScreen[PartnerDetail]):
    """`confirmed()`, `moved(code, reason)`, `hide_wanted()`, and what a record's screen has."""

    confirmed = Signal()
    moved = Signal(str, str)
    hide_wanted = Signal()

    def __init__(self, rights: Collection[Right]) -> None:
        reads = {"partner", "partner_contact", "partner_move", "person", "village"}
        super().__init__(rights, RecordForm("partner", FACTS), frozenset(reads))
        self._codes = CodeBook()
        self._villages: Sequence[VillageLine] = ()
        self._words = PartnerWords()
        self.name = ThaiLabel("", "title")
        self.state = StatusPill("", "neutral", "handshake")
        self.again = StatusPill("", "warning", "triangle-alert")
        self.missing = ThaiLabel("", "muted")
        self.confirm_button = Button("", "primary", "check")
        self.contacts = ContactsCard()
        self.moves_card, self._facts_card = Card(""), Card("")
        self.reason = TextField()
        self._reason_row = FormRow(self.reason)
        self.move_buttons: dict[str, Button] = {}
        self._moves, self._history = QHBoxLayout(), QVBoxLayout()
        self.hide_button = Button("", "quiet", "trash-2")
        self.lay_out(self._laid_out())
        self.confirm_button.clicked.connect(self.confirmed)
        self.hide_button.clicked.connect(self.hide_wanted)
        self.adapt()

    def show_partner(
        self, detail: PartnerDetail, codes: CodeBook, villages: Sequence[VillageLine]
    ) -> None:
        """Show a partner whole; what is being typed stays."""
        same = self.begin(detail)
        self._codes, self._villages = codes, villages
        self.form.set_codes(codes)
        self.contacts.set_codes(codes)
        self.form.set_choices("villages", village_choices(villages))
        self.form.show_values(detail.values, detail.typed, keep=same)
        self.contacts.show_contacts(detail.contacts, keep=same)
        if not same:
            self.reason.set_value("")
        self.shown()

    def title(self) -> str:
        return self.detail.row.name if self.detail else ""

    def help_text(self) -> str:
        return self.tr(
            "ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ กดยืนยันเมื่อโทรถามแล้วข้อมูลยังถูกต้อง\n"
            "พัก กลับมา หรือเลิกทำงานร่วมกัน เก็บเป็นประวัติพร้อมเหตุผล ถอนคืนได้"
        )

    def first_focus(self) -> QWidget | None:
        return self.form.field("name")

    def save_action(self) -> Action | None:
        return self.leave

    def leave(self) -> None:
        self.form.flush()
        self.contacts.flush()

    def retranslate(self) -> None:
        self._facts_card.set_title(self.tr("รู้จักภาคีนี้"))
        self.form.set_choices("villages", village_choices(self._villages))
        self.moves_card.set_title(self.tr("ทำงานร่วมกัน"))
        self._reason_row.set_words(self.tr("เหตุผลหรือสิ่งที่ตกลงกัน"))
        self.confirm_button.setText(self.tr("ถามแล้ว ข้อมูลยังถูกต้อง"))
        self.hide_button.setText(self.tr("เอาภาคีนี้ออก"))
        detail = self.detail
        if detail is None:
            return
        row = detail.row
        self.name.set_text(row.name)
        tone, icon = STATE_TONES[row.state]
        self.state.set_state(self._codes.label("partner_states", row.state), tone, icon)
        self.again.set_state(self._words.asked(row), "warning", "triangle-alert")
        self.again.setVisible(row.ask_again)
        self.missing.set_text(self._words.missing(detail.missing))
        self.missing.setVisible(bool(detail.missing))
        may = Right.WRITE in self._rights
        self.confirm_button.setVisible(may)
        self.hide_button.setVisible(Right.DELETE in self._rights)
        for name in self.form.names:
            self.form.row(name).set_warning(
                self._words.doubt(detail.doubtful[name]) if name in detail.doubtful else ""
            )
        self._show_moves(detail, may)

    def _show_moves(self, detail: PartnerDetail, may: bool) -> None:
        clear_layout(self._moves)
        clear_layout(self._history)
        self.move_buttons = {}
        words = self._words.moves()
        for code in detail.possible if may else ():
            button = Button(words[code], "secondary", "arrow-right")
            button.clicked.connect(lambda _on=False, code=code: self._move(code))
            self.move_buttons[code] = button
            self._moves.addWidget(button)
        self._moves.addStretch(1)
        self._reason_row.setVisible(may)
        for line in detail.moves:
            values = line.move.values
            said = self._codes.label("partner_moves", values["move"])
            parts = [shown_iso(values["done_on"]), said, values["reason"] or values["note"] or ""]
            if not line.stands:
                parts.append(self.tr("(ถอนแล้ว)"))
            self._history.addWidget(ThaiLabel("  ·  ".join(part for part in parts if part), "body"))

    def _move(self, code: str) -> None:
        needed = self.detail.possible.get(code, ()) if self.detail else ()
        reason = self.reason.value().strip()
        if "reason" in needed and not reason:
            self._reason_row.set_error(self.tr("เขียนสั้น ๆ ว่าเพราะอะไร"))
            self.reason.setFocus()
            return
        self._reason_row.set_error("")
        self.moved.emit(code, reason)

    def _laid_out(self) -> QWidget:
        how = QHBoxLayout()
        how.setSpacing(12)
        how.addWidget(self.state)
        how.addWidget(self.again)
        how.addStretch(1)
        how.addWidget(self.confirm_button)
        head = Folding(12)
        head.add(self.name, 1, wish=280)
        head.add(how)
        self._facts_card.body.addWidget(self.form)
        self.moves_card.body.addWidget(self._reason_row)
        self.moves_card.body.addLayout(self._moves)
        self.moves_card.body.addLayout(self._history)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self._facts_card)
        left.addStretch(1)
        for part in (self.contacts, self.moves_card):
            right.addWidget(part)
        right.addWidget(self.hide_button, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(1)
        inside = Folding()
        inside.add(left, 3)
        inside.add(right, 2)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(head)
        column.addWidget(self.missing)
        place = Scrolling(inside)
        # Beside a label that wraps, its height would be asked for, and the page scroll twice.
        place.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        place.setMinimumHeight(160)
        column.addWidget(place, 1)
        return whole
