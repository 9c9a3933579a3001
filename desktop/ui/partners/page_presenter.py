"""Answers the page of a partner: reads it whole, stores each word in its order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.centre import VillageLine
from desktop.services.partners.records import PartnerDetail
from desktop.services.persons.records import PersonRow
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.finder import MOST, JobFinder
from desktop.ui.jobs import Jobs
from desktop.ui.partners.page import PartnerScreen
from desktop.ui.partners.words import PARTNERS, PartnerWords
from desktop.ui.persons.opening import PERSON
from desktop.ui.widgets.link_field import Found
from desktop.ui.wording import refusal, sentence
from desktop.ui.writes import Writes

_Shown = tuple[PartnerDetail, CodeBook, tuple[VillageLine, ...]]


class PartnerPresenter(QObject):
    """One partner at a time; the list of people is searched for whom to ask."""

    def __init__(self, screen: PartnerScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self.writes = Writes(screen, jobs, services.undo)
        contacts = screen.contacts
        people = services.persons
        contacts.search.set_finder(
            JobFinder(jobs, screen, lambda text: people.find(text, MOST), people.rows, _found)
        )
        screen.record_wanted.connect(self.read)
        screen.edited.connect(self.edit)
        screen.confirmed.connect(self.confirm)
        screen.moved.connect(self.move)
        screen.hide_wanted.connect(self.hide)
        contacts.picked.connect(self.add_contact)
        contacts.made.connect(self.add_person)
        contacts.edited.connect(self.edit_contact)
        contacts.removed.connect(self.remove_contact)
        contacts.opened.connect(lambda person: screen.open_requested.emit(PERSON, person))

    def read(self, partner_id: UUID) -> None:
        """Read a partner and show it."""
        services = self._services

        def work(_progress: object) -> _Shown:
            codes = CodeBook(services.centre.own_words())
            return services.partners.get(partner_id), codes, services.centre.villages()

        def show(shown: _Shown) -> None:
            if not self.writes.outdated(lambda: self.read(partner_id)):
                self._screen.show_partner(*shown)

        self._jobs.run(
            work,
            show,
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="partner",
        )

    def edit(self, name: str, value: Any) -> None:
        """Store one field."""
        form = self._screen.form
        self._write(
            lambda known: self._services.partners.edit(known, {name: value}),
            lambda _none: form.clear_error(name),
            lambda error: self._beside(error, name),
            told=self.tr("บันทึกแล้ว"),
        )

    def confirm(self) -> None:
        """Note that it was asked today and still holds."""
        self._write(
            lambda known: self._services.partners.confirm(known),
            undo=self.tr("ยืนยันข้อมูลวันนี้แล้ว"),
        )

    def move(self, code: str, reason: str) -> None:
        """Begin, pause, resume or end working together."""
        detail = self._screen.detail
        seen = detail.last_move if detail is not None else None
        words = PartnerWords().moves()[code]
        self._write(
            lambda known: self._services.partners.move(
                known, code, {"reason": reason or None}, seen=seen
            ),
            lambda _move: self._screen.reason.set_value(""),
            undo=words,
        )

    def hide(self) -> None:
        """Take the partner out of the list; it can be brought back."""
        screen = self._screen

        def done(_none: object) -> None:
            screen.detail = None
            screen.open_requested.emit(PARTNERS, None)

        self._write(
            lambda known: self._services.partners.hide([known]),
            done,
            undo=self.tr("เอาภาคีออกแล้ว"),
        )

    def add_contact(self, person_id: UUID) -> None:
        """Add somebody who is known already."""
        self._write(
            lambda known: self._services.partners.add_contact(known, person_id, {}),
            undo=self.tr("เพิ่มผู้ประสานงานแล้ว"),
        )

    def add_person(self, values: Mapping[str, Any]) -> None:
        """Write a person down and add them."""
        given = {name: value for name, value in values.items() if value not in (None, "", [])}
        contacts = self._screen.contacts
        self._write(
            lambda known: self._services.partners.add_new_contact(known, given),
            lambda _made: contacts.person_stored(),
            contacts.person.refused,
            undo=self.tr("เพิ่มผู้ประสานงานแล้ว"),
        )

    def edit_contact(self, contact_id: UUID, name: str, value: Any) -> None:
        """Store one field of whom to ask."""
        contacts = self._screen.contacts
        self._write(
            lambda _known: self._services.partners.edit_contact(contact_id, {name: value}),
            lambda _none: contacts.clear_error(contact_id, name),
            lambda error: contacts.show_error(contact_id, name, sentence(error)),
            told=self.tr("บันทึกแล้ว"),
        )

    def remove_contact(self, contact_id: UUID) -> None:
        """Take one away who was noted by mistake."""
        self._write(
            lambda _known: self._services.partners.remove_contact(contact_id),
            undo=self.tr("เอาผู้ประสานงานออกแล้ว"),
        )

    def _write(
        self,
        act: Callable[[UUID], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], object] | None = None,
        *,
        undo: str = "",
        told: str = "",
    ) -> None:
        detail = self._screen.detail
        if detail is None:
            return
        known = detail.row.id
        refused = (lambda error: _none(failed(error))) if failed is not None else None
        if undo:
            self.writes.do(lambda: act(known), done, refused, undo=undo)
        else:
            self.writes.save(lambda: act(known), done, refused, told=told)

    def _beside(self, error: Exception, name: str) -> None:
        field, text = refusal(error)
        self._screen.form.show_error(field or name, text)


def _none(_result: object) -> None:
    return None


def _found(row: PersonRow) -> Found:
    note = " · ".join(part for part in (row.position, row.phone) if part)
    return Found(row.id.hex, row.full_name, note)
