"""Answers เร่งด่วน: lists, opens, notes down, names people, refers and closes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.drafts import KeptDraft
from desktop.services.duty.records import OnDuty
from desktop.services.rights import Right, may
from desktop.services.tries.records import AGAIN_DAYS
from desktop.services.urgent.records import NamedUser, UrgentDetail, UrgentLine, UrgentShadow
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.entry_form import filled
from desktop.ui.jobs import Jobs
from desktop.ui.learners.finder import learner_finder
from desktop.ui.tries import TryWords
from desktop.ui.urgent.screen import UrgentScreen
from desktop.ui.wording import refusal, sentence
from desktop.ui.writes import Writes

FORM = "urgent"
NOTE = "urgent_note"


@dataclass(frozen=True)
class _Found:
    lines: tuple[UrgentLine, ...]
    codes: CodeBook
    unseen: tuple[UrgentShadow, ...]
    people: tuple[NamedUser, ...]
    duty: OnDuty


class UrgentPresenter(QObject):
    """Everything about one case is read when somebody opens it, and the look is recorded."""

    def __init__(self, screen: UrgentScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self._writes = Writes(screen, jobs)
        self._stale = False
        self._writes.settled.connect(self._on_settled)
        card, form = screen.card, screen.form
        screen.list_wanted.connect(self.find)
        screen.case_wanted.connect(self.read)
        screen.new_wanted.connect(self.begin)
        screen.unseen.handed_over.connect(self.hand_over)
        form.set_finder("learner_id", learner_finder(services, jobs, screen))
        form.given.connect(self.open)
        form.drafted.connect(self.keep)
        card.noted.connect(self.note)
        card.tried.connect(self.note_try)
        card.handed_on.connect(self.hand_on)
        card.named.connect(self.name)
        card.state_chosen.connect(self.set_state)
        card.summary_changed.connect(self.edit)
        card.half_typed.connect(self.keep_half)
        card.learner_wanted.connect(lambda who: screen.open_requested.emit("learner", who))

    def find(self, states: Sequence[str]) -> None:
        """Read the list."""
        services = self._services

        def work(_progress: object) -> _Found:
            keeps = may(services.workspace, Right.USERS)
            return _Found(
                services.urgent.mine(states),
                CodeBook(services.centre.own_words()),
                services.urgent.unseen() if keeps else (),
                services.urgent.people() if keeps else (),
                services.duty.tonight(),
            )

        def show(found: _Found) -> None:
            self._screen.unseen.show_people([(each.id.hex, each.name) for each in found.people])
            self._screen.show_found(found.lines, found.codes, found.unseen, found.duty)

        self._jobs.run(
            work,
            show,
            lambda error: self._screen.table.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="urgent",
        )

    def read(self, case_id: UUID) -> None:
        """Open a case to be read."""
        urgent, drafts = self._services.urgent, self._services.drafts

        def ask() -> tuple[UrgentDetail, tuple[NamedUser, ...], KeptDraft | None]:
            return urgent.get(case_id), urgent.people(), drafts.load(NOTE, str(case_id))

        def show(answer: tuple[UrgentDetail, tuple[NamedUser, ...], KeptDraft | None]) -> None:
            detail, people, half = answer
            if self._screen.looked_at == case_id:
                self._screen.show_detail(detail, people)
                self._screen.card.show_half(half.content if half is not None else {})

        self._writes.ask(ask, show)

    def begin(self, learner_id: UUID | None) -> None:
        """Show the form, with what was half written before."""
        drafts, form = self._services.drafts, self._screen.form

        def show(draft: KeptDraft | None) -> None:
            form.show_draft(draft.content if draft is not None else {})
            if learner_id is not None:
                form.about(learner_id)
            self._screen.show_new()

        self._writes.ask(lambda: drafts.load(FORM), show)

    def open(self, values: Mapping[str, Any]) -> None:
        """Open the case that was written down."""
        services = self._services

        def work() -> UUID:
            made = services.urgent.open(filled(values))
            services.drafts.discard(FORM)
            return made

        def done(made: UUID) -> None:
            self._screen.form.stored()
            self._screen.go_to(made)
            self.read(made)

        told = self.tr("เปิดเรื่องแล้ว จะส่งถึงจังหวัดก่อนเรื่องอื่น")
        self._writes.do(work, done, self._screen.form.refused, told=told)

    def keep(self, content: Mapping[str, Any]) -> None:
        """Keep what is half written."""
        self._writes.keep_draft(self._services.drafts, FORM, "", content)

    def keep_half(self, case_id: UUID, content: Mapping[str, Any]) -> None:
        """Keep a note or an outcome that is half written."""
        self._writes.keep_draft(self._services.drafts, NOTE, str(case_id), content)

    def note(self, text: str) -> None:
        """Add a note to the case."""
        self._change(
            lambda case: self._services.urgent.add_note(case, text),
            self.tr("บันทึกแล้ว"),
            lambda: self._screen.card.noted_down(text),
        )

    def note_try(self) -> None:
        """Note that somebody was phoned in vain, to be phoned again."""
        services = self._services
        again = services.workspace.today() + timedelta(AGAIN_DAYS["urgent_case"])
        self._change(services.urgent.note_try, TryWords().noted(again), keeps=True)

    def hand_on(self, reason: str, how: str) -> None:
        """Note that the next step was told."""
        values = {"reason": reason, "how": how}
        self._change(
            lambda case: self._services.urgent.hand_on(case, values),
            self.tr("บันทึกการส่งต่อแล้ว"),
            self._screen.card.handed,
        )

    def edit(self, text: str) -> None:
        """Store what happened, as it was typed."""
        case_id = self._screen.card.case_id
        if case_id is not None:
            self._writes.save(
                lambda: self._services.urgent.edit(case_id, {"summary": text}),
                None,
                lambda error: self._in_card(case_id, error),
                told=self.tr("บันทึกแล้ว"),
            )

    def name(self, people: Sequence[UUID]) -> None:
        """Let these people read the case."""
        self._change(
            lambda case: self._services.urgent.name_people(case, people),
            self.tr("เปลี่ยนคนที่อ่านได้แล้ว"),
        )

    def set_state(self, state: str, outcome: str) -> None:
        """Refer, close, or take up again."""
        self._change(
            lambda case: self._services.urgent.set_state(case, state, outcome),
            self.tr("บันทึกสถานะแล้ว"),
            self._screen.card.closed,
        )

    def hand_over(self, case_id: UUID, user: str) -> None:
        """Name another person where all the named have left."""
        self._writes.do(
            lambda: self._services.urgent.name_another(case_id, UUID(user)),
            told=self.tr("มอบเรื่องแล้ว"),
        )

    def _change(
        self,
        act: Callable[[UUID], object],
        told: str,
        then: Callable[[], None] | None = None,
        *,
        keeps: bool = False,
    ) -> None:
        case_id = self._screen.card.case_id
        if case_id is None:
            return

        def work() -> None:
            act(case_id)
            if not keeps:
                self._services.drafts.discard(NOTE, str(case_id))

        def done(_none: None) -> None:
            self._stale = True
            if then is not None and self._screen.card.case_id == case_id:
                then()

        self._writes.do(work, done, lambda error: self._in_card(case_id, error), told=told)

    def _on_settled(self, _stored: bool) -> None:
        if self._stale:
            self._again()

    def _again(self) -> None:
        self._stale = False
        case_id = self._screen.card.case_id
        if case_id is None or not self._screen.card.reading:
            return

        def show(answer: tuple[UrgentDetail, tuple[NamedUser, ...]]) -> None:
            card = self._screen.card
            if card.case_id == case_id and card.reading and not self._writes.outdated(self._again):
                card.show_detail(*answer)

        # Whoever took their own name away does not meet the case again.
        def gone(error: Exception) -> None:
            self._screen.card.close_text()
            if not (isinstance(error, UserError) and error.code == "record_unknown"):
                self._in_card(case_id, error)

        urgent = self._services.urgent
        self._writes.ask(lambda: (urgent.get(case_id), urgent.people()), show, gone)

    def _in_card(self, case_id: UUID, error: Exception) -> None:
        if self._screen.card.case_id != case_id:
            self._jobs.tell(error)
        else:
            self._screen.card.show_problem(*refusal(error))
