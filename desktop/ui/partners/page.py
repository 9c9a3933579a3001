"""The page of one partner: what it does, whom to ask, how it stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.partners.records import PartnerDetail
from desktop.services.roles import Right
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.partners.contacts_card import ContactsCard
from desktop.ui.partners.words import PARTNER, PARTNERS, PartnerWords
from desktop.ui.persons.opening import PERSON, finder
from desktop.ui.subjects.page import SubjectPage
from desktop.ui.subjects.page_presenter import PagePresenter
from desktop.ui.wording import sentence

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


class PartnerScreen(SubjectPage[PartnerDetail]):
    """With whom to ask beside."""

    def __init__(self, rights: Collection[Right]) -> None:
        self.contacts = ContactsCard()
        reads = ("partner_contact", "person")
        super().__init__(rights, PARTNER, FACTS, reads, [self.contacts])

    def about(self) -> str:
        return self.tr("รู้จักภาคีนี้")

    def doubts(self) -> Mapping[str, str]:
        return PartnerWords().doubts()

    def show_more(self, detail: PartnerDetail, *, keep: bool) -> None:
        self.contacts.set_codes(self.codes)
        self.contacts.show_contacts(detail.contacts, keep=keep)

    def leave(self) -> None:
        super().leave()
        self.contacts.flush()

    def help_text(self) -> str:
        return self.tr(
            "ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ กดยืนยันเมื่อโทรถามแล้วข้อมูลยังถูกต้อง\n"
            "พัก กลับมา หรือเลิกทำงานร่วมกัน เก็บเป็นประวัติพร้อมเหตุผล ถอนคืนได้"
        )


class PartnerPresenter(PagePresenter):
    """The list of people is searched for whom to ask."""

    def __init__(self, screen: PartnerScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.partners, PARTNERS)
        self._contacts, self._partners = screen.contacts, services.partners
        self._contacts.search.set_finder(finder(services, jobs, screen))
        self._contacts.picked.connect(self.add_contact)
        self._contacts.made.connect(self.add_person)
        self._contacts.edited.connect(self.edit_contact)
        self._contacts.removed.connect(self.remove_contact)
        self._contacts.opened.connect(lambda known: screen.open_requested.emit(PERSON, known))

    def add_contact(self, person_id: UUID) -> None:
        """Add somebody who is known already."""
        self.write(
            lambda known: self._partners.add_contact(known, person_id, {}),
            undo=self.tr("เพิ่มผู้ประสานงานแล้ว"),
        )

    def add_person(self, values: Mapping[str, Any]) -> None:
        """Write a person down and add them."""
        given = {name: value for name, value in values.items() if value not in (None, "", [])}
        contacts = self._contacts
        self.write(
            lambda known: self._partners.add_new_contact(known, given),
            lambda _made: contacts.person_stored(),
            contacts.person.refused,
            undo=self.tr("เพิ่มผู้ประสานงานแล้ว"),
        )

    def edit_contact(self, contact_id: UUID, name: str, value: Any) -> None:
        """Store one field of whom to ask."""
        contacts = self._contacts

        def refused(error: Exception) -> None:
            contacts.show_error(contact_id, name, sentence(error))

        self.write(
            lambda _known: self._partners.edit_contact(contact_id, {name: value}),
            lambda _none: contacts.clear_error(contact_id, name),
            refused,
        )

    def remove_contact(self, contact_id: UUID) -> None:
        """Take one away who was noted by mistake."""
        self.write(
            lambda _known: self._partners.remove_contact(contact_id),
            undo=self.tr("เอาผู้ประสานงานออกแล้ว"),
        )
