"""ประวัติและครอบครัว: everything known of a learner, edited where it stands, saved by itself."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.entries import Entry
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.forms.record_list import RecordList
from desktop.ui.learner import profile_forms as forms
from desktop.ui.learner.consents_card import ConsentsCard
from desktop.ui.learner.household_card import HouseholdCard
from desktop.ui.learner.page import LearnerPage
from desktop.ui.learner.papers_card import PapersCard
from desktop.ui.learner.private_card import PrivateCard
from desktop.ui.learner.reasons_card import ReasonsCard
from desktop.ui.learner.tab import LearnerTab
from desktop.ui.learner_place import ANSWER, CONSENTS, RECTIFYING
from desktop.ui.own_rights.card import Held, OwnRightsCard
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.panes import Pane

# Where a chip of what is missing leads: section, form field.
MISSING = {
    "birth": ("person", "birth"),
    "status": ("person", "status"),
    "village": ("place", "village"),
    "identity": ("papers", ""),
    "carer": ("carers", ""),
    "group": ("reasons", ""),
    "consent": (CONSENTS, ""),
}


RECTIFIED = (
    "given", "surname", "nickname", "birth", "title", "identity", "house_number", "address",
    "phone", "level_completed", "level_current", "occupation", "note",
)  # fmt: skip
"""What is put right on request here; the rest by its own card or on the command line."""


class ProfileTab(LearnerTab, QWidget):
    """`edited(name, value)` of the learner; what belongs to the cards is told by the cards."""

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: LearnerPage | None = None
        self.names = RecordForm("learner", forms.NAMES)
        self.person = RecordForm("learner", forms.PERSON)
        self.place = RecordForm("learner", forms.PLACE)
        self.languages = RecordForm("learner", forms.LANGUAGES)
        self.levels = RecordForm("learner", forms.LEVELS)
        self.forms = (self.names, self.person, self.place, self.languages, self.levels)
        self._summaries = forms.Summaries()
        self.papers = PapersCard()
        self.education = RecordList(
            "education", forms.EDUCATION, self._summaries.education, ("level", "place")
        )
        self.reasons = ReasonsCard()
        self.carers = RecordList("carer", forms.CARERS, self._summaries.carer, ("name",))
        self.household = HouseholdCard()
        self.private = PrivateCard()
        self.consents = ConsentsCard()
        self.law = OwnRightsCard("learner", RECTIFIED)
        self._cards: dict[str, QWidget] = {
            "names": self._card(self.names),
            "papers": self.papers,
            "person": self._card(self.person),
            "place": self._card(self.place),
            "languages": self._card(self.languages),
            "levels": self._card(self.levels),
            "education": self.education,
            "reasons": self.reasons,
            "carers": self.carers,
            "household": self.household,
            "private": self.private,
            CONSENTS: self.consents,
            "law": self.law,
        }
        self.pane = Pane()
        for card in self._cards.values():
            self.pane.body.addWidget(card)
        self.pane.body.addStretch(1)
        self._buttons: dict[str, Button] = {}
        self._guide = Pane()
        guide = self._guide.body
        guide.setContentsMargins(0, 0, 0, 0)  # all of them fit a small screen
        guide.setSpacing(0)
        for name in self._cards:
            button = Button("", "quiet")
            button.setProperty("align", "start")
            button.clicked.connect(lambda _on=False, name=name: self.go_to(name))
            self._buttons[name] = button
            guide.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        guide.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._guide)
        row.addWidget(self.pane, 1)
        for form in self.forms:
            form.edited.connect(self.edited)
        self.adapt()

    def show_page(self, page: LearnerPage, codes: CodeBook) -> None:
        """Show a learner; fields that are being typed in are left alone."""
        keep = self._page is not None and self._page.id == page.id
        self._page = page
        self._summaries.codes = codes
        for part in (self.papers, self.education, self.carers, self.reasons, self.household,
                     self.private, *self.forms):  # fmt: skip
            part.set_codes(codes)
        self._fill_choices(page)
        values = {**page.detail.values, "village": page.detail.row.village}
        if values.get("birth"):
            values["birth"] = page.detail.row.birth_date
        for form in self.forms:
            form.show_values(values, page.detail.typed, keep=keep)
        self.papers.show_detail(page.detail, keep=keep)
        self.education.show_entries(page.detail.education, keep=keep)
        self.carers.show_entries(page.detail.carers, keep=keep)
        self.reasons.show_detail(page.detail, keep=keep)
        self.household.show_house(page.id, page.household, keep=keep)
        for name, card in self._cards.items():
            open_still = name in ("consents", "law")  # the person's own rights
            card.setEnabled(
                name == "law" or (page.may_edit and (open_still or not page.restricted))
            )
        if not keep:
            self.private.cover(allowed=page.may_see_sensitive)
            self.reasons.cover(allowed=page.may_see_sensitive)
            self.pane.verticalScrollBar().setValue(0)
        self.consents.show_states(
            page.consents, codes, page.signing, page.detail.row.birth_date, page.today, keep=keep,
            givers={each.text("name"): each.text("relation") for each in page.detail.carers},
        )  # fmt: skip
        own = page.detail.values
        held = Held(
            str(own.get("restricted_on") or ""),
            str(own.get("restricted_reason") or ""),
            page.may_restrict,
            page.may_print,
            page.may_edit,
        )
        self.law.show_held(held, codes, keep=keep)

    def show_private(self, entry: Entry) -> None:
        """Show the sensitive part that was asked for."""
        self.private.show_values(entry.values)

    def show_error(self, name: str, text: str) -> bool:
        """Say beside a field of the learner what is wrong."""
        return any(form.show_error(name, text) for form in self.forms)

    def clear_error(self, name: str) -> None:
        """The field was stored."""
        for form in self.forms:
            form.clear_error(name)

    def first_focus(self) -> QWidget | None:
        return self.names.field(self.names.names[0])

    def parts(self) -> tuple[str, ...]:
        return ("reasons", "private", CONSENTS, "law")

    def go_to(self, at: str) -> None:
        """`at`: a section, a missing fact, or a consent as `consents:KEY`, `answer:KEY`."""
        name, _, key = at.partition(":")
        row = self.consents.row_of(key) if name in (CONSENTS, ANSWER) else None
        if row is not None:
            row.begin(answer=name == ANSWER)
            self.pane.show_part(row)
            return
        if name == RECTIFYING:
            self.law.form.focus_first()
            self.pane.show_part(self.law)
            return
        section, field = MISSING.get(name, (name, ""))
        card = self._cards.get(CONSENTS if section == ANSWER else section)
        if card is None:
            self.begin()
            return
        fields = (form.field(field) for form in self.forms if field in form.names)
        parts = (
            each
            for each in card.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisibleTo(card)
        )
        wanted = next(fields, None) or next(parts, None)
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.TabFocusReason)
        self.pane.show_part(card)

    def cover(self) -> None:
        """The page is left: the sensitive part is covered again."""
        if self._page is not None:
            self.private.cover(allowed=self._page.may_see_sensitive)
            self.reasons.cover(allowed=self._page.may_see_sensitive)

    def save(self) -> bool:
        return self.consents.save()

    def flush(self) -> None:
        """Send what is half typed."""
        for form in self.forms:
            form.flush()
        for part in (self.papers, self.education, self.carers, self.reasons, self.household,
                     self.private, self.consents):  # fmt: skip
            part.flush()

    def retranslate(self) -> None:
        titles = self._titles()
        for name, (title, note) in titles.items():
            self._buttons[name].setText(title)
            card = self._cards[name]
            if isinstance(card, Card) and card not in (self.reasons, self.household, self.private,
                                                       self.consents, self.law):  # fmt: skip
                card.set_title(title, note)
        self.education.set_words(
            *titles["education"], self.tr("เพิ่มช่วงที่เรียน"), self.tr("ยังไม่มีประวัติการเรียน")
        )
        self.carers.set_words(
            *titles["carers"],
            self.tr("เพิ่มผู้ดูแล"),
            self.tr("ยังไม่รู้ว่าใครดูแล ผู้ดูแลจริงอาจไม่ใช่พ่อแม่ เพิ่มได้หลายคน"),
        )
        if self._page is not None:
            self._fill_choices(self._page)

    def redress(self) -> None:
        self._guide.setFixedWidth(theme().px(200))
        self._show_guide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_guide()

    def _show_guide(self) -> None:
        # With large letters the fields need the whole width.
        self._guide.setVisible(self.width() >= theme().px(1050))

    def _titles(self) -> Mapping[str, tuple[str, str]]:
        return {
            "names": (self.tr("ชื่อ"), ""),
            "papers": (self.tr("เลขและเอกสาร"), ""),
            "person": (self.tr("ตัวตนและการดูแล"), ""),
            "place": (self.tr("ที่อยู่และการติดต่อ"), ""),
            "languages": (self.tr("ภาษา"), ""),
            "levels": (self.tr("การเรียนและอาชีพ"), ""),
            "education": (self.tr("ประวัติการเรียน"), ""),
            "reasons": (self.tr("กลุ่มและเหตุ"), ""),
            "carers": (self.tr("ผู้ดูแล"), self.tr("ผู้ดูแลจริงกับผู้ใช้อำนาจปกครองอาจเป็นคนละคน")),
            "household": (self.tr("ครัวเรือนและพี่น้อง"), ""),
            "private": (self.tr("ข้อมูลอ่อนไหว"), ""),
            "consents": (self.tr("ความยินยอม"), ""),
            "law": (self.tr("สิทธิของเจ้าของข้อมูล"), ""),
        }

    def _fill_choices(self, page: LearnerPage) -> None:
        none = ("", self.tr("ยังไม่ระบุ"))
        villages = []
        for line in page.villages:
            moo = self.tr("หมู่ {moo}").replace("{moo}", line.moo)
            villages.append((line.moo, f"{moo} {line.name}".strip()))
        self.place.set_choices("village", [none, *villages])
        here = [line for line in page.villages if line.moo == page.detail.row.village]
        hamlets = [(str(each.id), each.text("name")) for line in here for each in line.hamlets]
        self.place.set_choices("hamlet_id", [none, *hamlets])
        people = [(str(user.id), user.name) for user in page.users if user.active]
        self.person.set_choices("facilitator_id", [none, *people])

    def _card(self, form: RecordForm) -> Card:
        card = Card()
        card.body.addWidget(form)
        return card
