"""The page of somebody who is no learner: who they are, for whom, and their own rights."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.services.centre import VillageLine
from desktop.services.consent.of_persons import PersonConsentState
from desktop.services.persons.records import PersonDetail, kinds_of_persons
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.forms.record_screen import RecordScreen
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.own_rights.card import Held, OwnRightsCard
from desktop.ui.person_words import PersonWords, village_choices
from desktop.ui.persons.consents_card import PersonConsentsCard
from desktop.ui.persons.opening import CONSENTS, RIGHTS, PersonPlace
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.record_names import kind_name
from desktop.ui.shell.screens import Action
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import StatusPill, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.panes import Pane

FACTS = (
    FieldSpec("title", 3),
    FieldSpec("given", 5),
    FieldSpec("surname", 4),
    FieldSpec("nickname", 4),
    FieldSpec("sex", 4),
    FieldSpec("phone", 4),
    FieldSpec("birth", 6, compact=True),
    FieldSpec("village_id", 6),
    FieldSpec("other_contact", 12),
    FieldSpec("occupation", 6),
    FieldSpec("position", 6),
    FieldSpec("languages", 12),
    FieldSpec("skills", 12),
    FieldSpec("former_names", 12),
    FieldSpec("note", 12),
    FieldSpec("same_learner_id", 12, search="user"),
)
RECTIFIED = (
    "given", "surname", "nickname", "birth", "title", "phone", "other_contact", "occupation",
    "position", "skills", "note",
)  # fmt: skip
"""What is put right on request."""


class PersonScreen(RecordScreen[PersonDetail]):
    """`erase_wanted()`, and what a record's screen has."""

    erase_wanted = Signal()

    def __init__(self, rights: Collection[Right]) -> None:
        reads = {"consent", "person", "partner", "partner_contact", "carer", "learner", "village"}
        reads |= kinds_of_persons().keys()
        super().__init__(rights, RecordForm("person", FACTS), frozenset(reads))
        self._at = ""
        self._villages: Sequence[VillageLine] = ()
        self.name = ThaiLabel("", "title", wrap=False)
        self.facts = ThaiLabel("", "muted")
        self.held = StatusPill("", "warning", "lock")
        self.erase_button = Button("", "secondary", "trash-2")
        self.done_bar = DoneBar()
        self.consents = PersonConsentsCard()
        self.law = OwnRightsCard("person", RECTIFIED)
        self._facts_card, self._links_card = Card(), Card()
        self.links: list[Button] = []
        self.pane = Pane()
        # Beside a label that wraps, its height would be asked for, and the page scroll twice.
        self.pane.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.pane.setMinimumHeight(160)
        self.lay_out(self._laid_out(), right=16, below=0)
        self.erase_button.clicked.connect(self.erase_wanted)
        self.states.empty.started.connect(lambda: self.open_requested.emit("partners", None))
        self.adapt()

    def show_person(
        self,
        detail: PersonDetail,
        codes: CodeBook,
        villages: Sequence[VillageLine],
        consents: Sequence[PersonConsentState],
    ) -> None:
        """Show a person whole; what is being typed of the same one stays."""
        same = self.begin(detail)
        self._villages = villages
        self.form.set_codes(codes)
        self._word_villages()
        values = dict(detail.values)
        if detail.row.birth_date is not None:
            values["birth"] = detail.row.birth_date
        self.form.show_values(values, detail.typed, keep=same)
        held = Held(
            str(values.get("restricted_on") or ""),
            str(values.get("restricted_reason") or ""),
            Right.RESTRICT in self._rights,
            Right.PRINT in self._rights,
            Right.WRITE in self._rights,
            detail.row.restricted and not values.get("restricted_on"),
        )
        self.law.show_held(held, codes, keep=same)
        if not same:
            self.consents.begin()
        self.consents.show_states(consents, codes, may_write=held.may_edit)
        self.form.setEnabled(held.may_edit and not held.closed)
        self.held.setVisible(held.closed)
        self.shown()
        self.filled.emit()
        at, self._at = self._at, ""
        if at == RIGHTS:
            self.law.form.focus_first()
            self.pane.show_part(self.law)
        elif at == CONSENTS:
            self.consents.form.focus_first()
            self.pane.show_part(self.consents)

    def show_gone(self) -> None:
        """Nobody is shown: the person was erased, or none was chosen."""
        self.detail = self._wanted = None
        self.states.show_empty()

    def title(self) -> str:
        return self.detail.row.full_name if self.detail else ""

    def help_text(self) -> str:
        return self.tr(
            "คนที่ไม่ใช่ผู้เรียนรู้ เช่น ผู้ประสานงานของภาคี ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ\n"
            "คนนี้ขอดู ขอแก้ให้ถูก ขอให้หยุดใช้ หรือขอให้ลบได้เหมือนผู้เรียนรู้ ทำที่ สิทธิของเจ้าของข้อมูล"
        )

    def first_focus(self) -> QWidget | None:
        if self.detail is None:
            return None
        return self.form.field("given") if self.form.isEnabled() else self.law.reason

    def tour(self) -> Sequence[tuple[str, Action]]:
        return [("consents", lambda: self.pane.show_part(self.consents))]

    def save_action(self) -> Action | None:
        return self._save

    def enter(self, argument: object) -> None:
        """`argument`: the id of a person, or a place on their page."""
        if isinstance(argument, PersonPlace):
            self._at = argument.at
            argument = argument.person_id
        super().enter(argument)

    def leave(self) -> None:
        self.form.flush()
        self.consents.form.flush()
        self.law.form.flush()

    def retranslate(self) -> None:
        self._facts_card.set_title(self.tr("รู้จักคนนี้"))
        self._word_villages()
        self.held.set_state(self.tr("ระงับการใช้"), "warning", "lock")
        self.erase_button.setText(self.tr("ลบถาวร…"))
        self.states.empty.set_words(
            self.tr("ไม่มีคนนี้แล้ว"),
            self.tr("คนนี้ถูกลบ ถูกซ่อน หรือยังไม่ได้เลือก"),
            self.tr("ไปที่ภาคีและทุน"),
        )
        detail = self.detail
        if detail is None:
            return
        self.name.set_text(detail.row.full_name)
        row = detail.row
        village = PersonWords().village(row.village, row.village_name) if row.village else ""
        known = (row.position, row.occupation, village, row.phone)
        self.facts.set_text("  ·  ".join(part for part in known if part))
        self.erase_button.setVisible(Right.ERASE in self._rights)
        self._show_links(detail)

    def _word_villages(self) -> None:
        self.form.set_choices("village_id", [("", ""), *village_choices(self._villages)])

    def _show_links(self, detail: PersonDetail) -> None:
        self._links_card.set_title(self.tr("เกี่ยวข้องกับ"))
        clear_layout(self._links_card.body)
        self.links = []
        if detail.learner is not None:
            text = self.tr("เป็นผู้เรียนรู้: {name}").replace("{name}", detail.learner.full_name)
            self._link(text, "user", "learner", detail.learner.id)
        for contact in detail.contacts:
            text = self.tr("ผู้ประสานงานของ {partner}").replace("{partner}", contact.partner)
            if contact.role:
                text = f"{text} ({contact.role})"
            self._link(text, "handshake", "partner", contact.partner_id)
        for kind, known in detail.roles:
            self._link(kind_name(kind), "hammer", kind, known)
        for learner in detail.cares_for:
            text = self.tr("ดูแล {name}").replace("{name}", learner.full_name)
            self._link(text, "house", "learner", learner.id)
        self._links_card.setVisible(bool(self.links))

    def _link(self, text: str, icon: str, screen: str, known: UUID) -> None:
        button = Button(text, "link", icon)
        button.clicked.connect(lambda _on=False: self.open_requested.emit(screen, known))
        self.links.append(button)
        self._links_card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _save(self) -> None:
        begun = (each for each in (self.consents.form, self.law.form) if not each.untouched)
        form = next(begun, None)
        if form is None:
            self.leave()
        else:
            form.save()

    def _laid_out(self) -> QWidget:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.name)
        head.addWidget(self.held)
        head.addStretch(1)
        head.addWidget(self.erase_button)
        self._facts_card.body.addWidget(self.form)
        for card in (self._facts_card, self._links_card, self.consents, self.law):
            self.pane.body.addWidget(card)
        self.pane.body.addStretch(1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.facts)
        column.addWidget(self.done_bar)
        column.addWidget(self.pane, 1)
        return whole
