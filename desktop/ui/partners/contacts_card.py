"""Whom to ask at a partner: found among the people, or written down anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.partners.records import ContactLine
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.record_list import Pill, RecordItem, RecordList
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.link_field import RecordSearch

CONTACT = (
    FieldSpec("role", span=6),
    FieldSpec("confidential", span=6, tick=True),
    FieldSpec("since", span=6),
    FieldSpec("until", span=6),
    FieldSpec("note", span=12),
)
PERSON = (
    FieldSpec("title", span=2),
    FieldSpec("given", span=3, required=True),
    FieldSpec("surname", span=3),
    FieldSpec("phone", span=4),
)


class ContactsCard(Adaptive, RecordList):
    """`picked(person id)`, `made(values of a person)`, `opened(person id)`, beside what a record
    list says.
    """

    opened = Signal(object)
    picked = Signal(object)
    made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._people: dict[UUID, ContactLine] = {}
        super().__init__("partner_contact", CONTACT, self._summary_of, ("role",), parent)
        self.search = RecordSearch("user")
        self._search_row = FormRow(self.search)
        self.person = EntryForm("person", PERSON)
        self.new_button = Button("", "link", "user-plus")
        self.new_button.clicked.connect(self._begin_person)
        self.add_button.hide()
        self.body.addWidget(self._search_row)
        self.body.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.person)
        self.person.column.addWidget(self.person.save_button, 0, Qt.AlignmentFlag.AlignRight)
        self.person.hide()
        self.search.picked.connect(self._on_picked)
        self.person.given.connect(self.made)
        self.adapt()

    def set_codes(self, codes: CodeBook) -> None:
        """Take the code lists of the centre."""
        super().set_codes(codes)
        self.person.set_codes(codes)

    def show_contacts(self, lines: Sequence[ContactLine], *, keep: bool) -> None:
        """Show whom to ask."""
        self._people = {line.id: line for line in lines}
        self.search.leave_out([line.person.id.hex for line in lines])
        self.show_entries([line.entry for line in lines], keep=keep)
        for item in self.items:
            item.retranslate()
        self._lead_on()

    def person_stored(self) -> None:
        """The person was written down and added: ready for the next."""
        self.person.begin()
        self.person.hide()
        self.new_button.show()
        self.search.setFocus()

    def retranslate(self) -> None:
        self.set_words(
            self.tr("ถามใคร"),
            self.tr("ชื่อที่ปกปิดไม่ไปอยู่ในทำเนียบ รายการ หรือแฟ้มส่งออก"),
            "",
            self.tr("ยังไม่รู้ว่าถามใคร"),
        )
        self._lead_on()
        self._search_row.set_words(self.tr("เพิ่มคนที่รู้จักแล้ว พิมพ์ชื่อหรือเบอร์เพื่อหา"))
        self.new_button.setText(self.tr("คนที่ยังไม่มีในรายชื่อ"))
        self.person.save_button.setText(self.tr("เก็บและเพิ่มเป็นผู้ประสานงาน"))

    def _lead_on(self) -> None:
        for item in self.items:
            line = self._people.get(item.record_id) if item.record_id is not None else None
            if line is not None:
                name = self.tr("เปิดหน้าของ {name}").replace("{name}", line.person.full_name)
                item.lead_to(name)

    def _new_item(self) -> RecordItem:
        item = super()._new_item()
        item.followed.connect(lambda: self._on_followed(item))
        return item

    def _on_followed(self, item: RecordItem) -> None:
        line = self._people.get(item.record_id) if item.record_id is not None else None
        if line is not None:
            self.opened.emit(line.person.id)

    def _summary_of(self, values: Mapping[str, Any]) -> tuple[str, str, Sequence[Pill]]:
        line = next(
            (each for each in self._people.values() if each.entry.values == dict(values)), None
        )
        if line is None:
            return "", "", ()
        pills: list[Pill] = []
        if line.confidential:
            pills.append((self.tr("ปกปิด"), "warning", "eye-off"))
        if values.get("until"):
            until = self.tr("ถึง {day}").replace("{day}", shown_iso(str(values["until"])))
            pills.append((until, "neutral", "clock"))
        quiet = " · ".join(part for part in (line.role, line.person.phone) if part)
        return line.person.full_name, quiet, pills

    def _on_picked(self, found: Any) -> None:
        self.search.clear()
        self.picked.emit(UUID(found.id))

    def _begin_person(self) -> None:
        self.new_button.hide()
        self.person.show()
        self.person.field("given").setFocus(Qt.FocusReason.OtherFocusReason)
