"""Answers the page of somebody who is no learner."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.centre import VillageLine
from desktop.services.consent.of_persons import PersonConsentState
from desktop.services.persons.records import PersonDetail
from desktop.ui.code_book import CodeBook
from desktop.ui.farewell.asking import Farewell
from desktop.ui.jobs import Jobs
from desktop.ui.learners.finder import learner_finder
from desktop.ui.own_rights.presenter import OwnRightsPresenter
from desktop.ui.persons.opening import ASKED
from desktop.ui.persons.screen import PersonScreen
from desktop.ui.printing.places import Places
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.record_work import RecordWork
from desktop.ui.wording import refusal, sentence

_Shown = tuple[PersonDetail, CodeBook, tuple[VillageLine, ...], tuple[PersonConsentState, ...]]


class PersonPresenter(QObject):
    """One person at a time."""

    def __init__(
        self, screen: PersonScreen, services: Services, jobs: Jobs, places: Places | None = None
    ) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs, places)
        self.work = RecordWork(screen, services, jobs, self.printing, self._shown)
        self.law = OwnRightsPresenter(screen.law, self.work, "person_rectification", screen.title)
        self.work.writes.settled.connect(self._on_settled)
        self._loaded: UUID | None = None
        screen.form.set_finder("same_learner_id", learner_finder(services, jobs, screen))
        screen.record_wanted.connect(self.read)
        screen.edited.connect(self.edit)
        screen.erase_wanted.connect(self.ask_to_erase)
        screen.consents.form.drafted.connect(lambda content: self.work.keep_draft(ASKED, content))
        screen.consents.recorded.connect(self.record_consent)
        screen.consents.withdrawn.connect(self.withdraw_consent)

    def read(self, person_id: UUID) -> None:
        """Read a person and show them."""
        services = self._services
        self.work.whose = person_id

        def ask(known: UUID) -> _Shown:
            codes = CodeBook(services.centre.own_words())
            detail, villages = services.persons.get(known), services.centre.villages()
            return detail, codes, villages, services.person_consents.states(known)

        def show(shown: _Shown) -> None:
            if self.work.writes.outdated(lambda: self.read(person_id)):
                return
            self._screen.show_person(*shown)
            if self._loaded != shown[0].row.id:
                self._loaded = shown[0].row.id
                self.law.load()
                self.work.ask_draft(ASKED, self._screen.consents.form.show_draft)

        self._jobs.run(
            lambda _progress: ask(person_id),
            show,
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="person",
        )

    def edit(self, name: str, value: Any) -> None:
        """Store one field."""
        form = self._screen.form
        self.work.save(
            lambda whose: self._services.persons.edit(whose, {name: value}),
            lambda _none: form.clear_error(name),
            lambda error: self._beside(error, name),
        )

    def record_consent(self, answers: Mapping[str, bool], values: Mapping[str, Any]) -> None:
        """Note what they answered."""
        form = self._screen.consents.form

        def act(whose: UUID) -> None:
            self._services.person_consents.record(whose, answers, values)
            self.work.drop_draft(ASKED, whose)

        self.work.write(
            act,
            lambda _none: self._screen.consents.begin(),
            form.refused,
            told=self.tr("บันทึกคำตอบแล้ว"),
        )

    def withdraw_consent(self, consent_id: UUID) -> None:
        """Note that they took a consent back."""
        self.work.write(
            lambda _whose: self._services.person_consents.withdraw(consent_id),
            undo=self.tr("ถอนความยินยอมแล้ว"),
        )

    def ask_to_erase(self) -> None:
        """Ask once, then destroy all that is held of the person."""
        detail = self._screen.detail
        if detail is not None:
            farewell = Farewell(self._screen, self._services, self._jobs, self._gone)
            farewell.ask_of_person(detail.row.id, detail.row.full_name)

    def _on_settled(self, stored: bool) -> None:
        if stored and self._screen.isVisible() and self.work.whose is not None:
            self.read(self.work.whose)

    def _gone(self) -> None:
        self.work.whose = self._loaded = None
        self._screen.show_gone()
        self._screen.open_requested.emit("partners", None)

    def _shown(self) -> UUID | None:
        detail = self._screen.detail
        return detail.row.id if detail is not None else None

    def _beside(self, error: Exception, name: str) -> None:
        field, text = refusal(error)
        self._screen.form.show_error(field or name, text)
