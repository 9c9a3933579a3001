"""Answers เร่งด่วน: lists, opens, notes down, names people, refers and closes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.drafts import KeptDraft
from desktop.services.rights import Right, may
from desktop.services.urgent.records import NamedUser, UrgentDetail, UrgentLine, UrgentShadow
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.entry_form import filled
from desktop.ui.jobs import Jobs
from desktop.ui.learners.finder import learner_finder
from desktop.ui.urgent.screen import UrgentScreen
from desktop.ui.wording import refusal, sentence

FORM = "urgent"


@dataclass(frozen=True)
class _Found:
    lines: tuple[UrgentLine, ...]
    codes: CodeBook
    unseen: tuple[UrgentShadow, ...]
    people: tuple[NamedUser, ...]


class UrgentPresenter(QObject):
    """Everything about one case is read when somebody opens it, and the look is recorded."""

    def __init__(self, screen: UrgentScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        card, form = screen.card, screen.form
        screen.list_wanted.connect(self.find)
        screen.case_wanted.connect(self.read)
        screen.new_wanted.connect(self.begin)
        screen.unseen.handed_over.connect(self.hand_over)
        form.set_finder("learner_id", learner_finder(services.lists, jobs, screen))
        form.given.connect(self.open)
        form.drafted.connect(self.keep)
        card.noted.connect(self.note)
        card.named.connect(self.name)
        card.state_chosen.connect(self.set_state)
        card.summary_changed.connect(self.edit)
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
            )

        def show(found: _Found) -> None:
            self._screen.unseen.show_people([(each.id.hex, each.name) for each in found.people])
            self._screen.show_found(found.lines, found.codes, found.unseen)

        self._jobs.run(
            work,
            show,
            lambda error: self._screen.table.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="urgent",
        )

    def read(self, case_id: UUID) -> None:
        """Open a case to be read."""
        urgent = self._services.urgent

        def show(answer: tuple[UrgentDetail, tuple[NamedUser, ...]]) -> None:
            self._screen.show_detail(*answer)

        self._jobs.run(
            lambda _progress: (urgent.get(case_id), urgent.people()),
            show,
            owner=self._screen,
            supersedes="urgent case",
        )

    def begin(self, learner_id: UUID | None) -> None:
        """Show the form, with what was half written before."""
        drafts, form = self._services.drafts, self._screen.form

        def show(draft: KeptDraft | None) -> None:
            form.show_draft(draft.content if draft is not None else {})
            if learner_id is not None:
                form.about(learner_id)
            self._screen.show_new()

        self._jobs.run(lambda _progress: drafts.load(FORM), show, owner=self._screen)

    def open(self, values: Mapping[str, Any]) -> None:
        """Open the case that was written down."""
        services = self._services

        def work(_progress: object) -> UUID:
            made = services.urgent.open(filled(values))
            services.drafts.discard(FORM)
            return made

        def done(made: UUID) -> None:
            self._screen.form.begin()
            self._screen.go_to(made)
            self._screen.ask()
            self._screen.told.emit(self.tr("เปิดเรื่องแล้ว จะส่งถึงจังหวัดก่อนเรื่องอื่น"))
            self.read(made)

        self._jobs.run(work, done, self._screen.form.refused, owner=self._screen)

    def keep(self, content: Mapping[str, Any]) -> None:
        """Keep what is half written."""
        drafts = self._services.drafts
        self._jobs.run(
            lambda _progress: drafts.save(FORM, "", content) if content else drafts.discard(FORM),
            lambda _nothing: None,
            owner=self._screen,
        )

    def note(self, text: str) -> None:
        """Add a note to the case."""
        self._change(
            lambda case: self._services.urgent.add_note(case, text),
            self.tr("บันทึกแล้ว"),
            self._screen.card.noted_down,
        )

    def edit(self, text: str) -> None:
        """Store what happened, as it was typed."""
        case_id = self._screen.card.case_id
        if case_id is not None:
            self._jobs.run(
                lambda _progress: self._services.urgent.edit(case_id, {"summary": text}),
                lambda _nothing: self._screen.told.emit(self.tr("บันทึกแล้ว")),
                self._in_card,
                owner=self._screen,
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

        def done(_nothing: object) -> None:
            self._screen.told.emit(self.tr("มอบเรื่องแล้ว"))
            self._screen.ask()

        self._jobs.run(
            lambda _progress: self._services.urgent.name_another(case_id, UUID(user)),
            done,
            owner=self._screen,
        )

    def _change(
        self,
        act: Callable[[UUID], object],
        told: str,
        then: Callable[[], None] | None = None,
    ) -> None:
        case_id = self._screen.card.case_id
        if case_id is None:
            return

        def done(_answer: object) -> None:
            if then is not None:
                then()
            self._screen.told.emit(told)
            self._screen.ask()
            self._again(case_id)

        self._jobs.run(lambda _progress: act(case_id), done, self._in_card, owner=self._screen)

    def _again(self, case_id: UUID) -> None:
        # Whoever took their own name away does not meet the case again.
        def gone(error: Exception) -> None:
            self._screen.card.close_text()
            if not (isinstance(error, UserError) and error.code == "record_unknown"):
                self._in_card(error)

        urgent = self._services.urgent
        self._jobs.run(
            lambda _progress: (urgent.get(case_id), urgent.people()),
            lambda answer: self._screen.card.show_detail(*answer),
            gone,
            owner=self._screen,
            supersedes="urgent case",
        )

    def _in_card(self, error: Exception) -> None:
        self._screen.card.show_problem(*refusal(error))
