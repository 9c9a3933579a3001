"""Answers the page of one record: reads it whole, stores each word in its order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.models.moves import state_lists
from desktop.services.all import Services
from desktop.services.documents.records import DocumentLine
from desktop.services.subject_service import OfAnySubject
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.entry_form import filled
from desktop.ui.jobs import Jobs
from desktop.ui.subjects.links import finders, set_finders
from desktop.ui.subjects.page import SubjectPage
from desktop.ui.subjects.words import SubjectWords
from desktop.ui.wording import refusal, sentence
from desktop.ui.writes import Writes


class PagePresenter(QObject):
    """One record at a time. `write` is there for the parts beside.

    Args:
        listed: the screen of all of them, where one goes when this one was taken out.
    """

    def __init__(
        self,
        screen: SubjectPage[Any],
        services: Services,
        jobs: Jobs,
        service: OfAnySubject,
        listed: str,
    ) -> None:
        super().__init__(screen)
        self._page, self._services, self._jobs = screen, services, jobs
        self._service, self._listed = service, listed
        self.writes = Writes(screen, jobs, services.undo)
        self._draft = f"{screen.kind}_move"
        found = finders(services, jobs, screen)
        set_finders(screen.form, found)
        screen.moves_card.set_course(service.lifecycle, found, services.workspace.today)
        screen.record_wanted.connect(self.read)
        screen.edited.connect(self.edit)
        screen.confirmed.connect(self.confirm)
        screen.moved.connect(self.move)
        screen.drafted.connect(self.keep)
        screen.hide_wanted.connect(self.hide)

    def read(self, record_id: UUID) -> None:
        """Read a record and show it, with what was half told of its moves."""
        services = self._services

        def work(_progress: object) -> tuple[Any, ...]:
            detail = self._service.get(record_id)
            draft = services.drafts.load(self._draft, str(record_id))
            return (
                detail,
                CodeBook(services.centre.own_words()),
                services.centre.villages(),
                [(each.id.hex, each.title) for each in self.papers(detail)],
                draft.content if draft is not None else {},
            )

        def show(shown: tuple[Any, ...]) -> None:
            if not self.writes.outdated(lambda: self.read(record_id)):
                self._page.show_record(*shown)

        self._jobs.run(
            work,
            show,
            lambda error: self._page.show_failed(sentence(error)),
            owner=self._page,
            supersedes=self._page.kind,
        )

    def papers(self, detail: Any) -> Sequence[DocumentLine]:
        """The documents that it, or a move of it, may lead to; asked in a job."""
        whose = detail.values.get("learner_id") or getattr(detail.row, "learner_id", None)
        return self._services.documents.of(whose) if whose else ()

    def edit(self, name: str, value: Any) -> None:
        """Store one field."""
        form = self._page.form
        self.write(
            lambda known: self._service.edit(known, {name: value}),
            lambda _none: form.clear_error(name),
            lambda error: self._beside(error, name),
        )

    def confirm(self) -> None:
        """Note that it was asked today and still holds."""
        self.write(lambda known: self._service.confirm(known), undo=self.tr("ยืนยันข้อมูลวันนี้แล้ว"))

    def move(self, code: str, facts: Mapping[str, Any]) -> None:
        """Make a move, unless there was another that is not shown yet."""
        page, drafts = self._page, self._services.drafts
        seen = page.detail.last_move if page.detail is not None else None
        others = page.moves_card.others(code)
        _states, moves = state_lists(page.kind)

        def act(known: UUID) -> None:
            self._service.move(known, code, filled(facts), seen=seen)
            if others:
                drafts.save(self._draft, str(known), others)
            else:
                drafts.discard(self._draft, str(known))

        self.write(
            act,
            lambda _none: page.moves_card.made(code),
            page.moves_card.refused,
            undo=page.codes.label(moves, code),
        )

    def keep(self, content: Mapping[str, Any]) -> None:
        """Keep what is half told of the moves."""
        if self._page.detail is not None:
            known = str(self._page.detail.row.id)
            self.writes.keep_draft(self._services.drafts, self._draft, known, content)

    def hide(self) -> None:
        """Take the record out of the list; it can be brought back."""
        screen = self._page

        def done(_none: object) -> None:
            screen.detail = None
            screen.open_requested.emit(self._listed, None)

        taken = SubjectWords(screen.kind).taken_out()
        self.write(lambda known: self._service.hide([known]), done, undo=taken)

    def write(
        self,
        act: Callable[[UUID], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        undo: str = "",
    ) -> None:
        """Do something with the record that is shown; without `undo` it was typed."""
        detail = self._page.detail
        if detail is None:
            return
        known = detail.row.id
        if undo:
            self.writes.do(lambda: act(known), done, failed, undo=undo)
        else:
            self.writes.save(lambda: act(known), done, failed, told=self.tr("บันทึกแล้ว"))

    def _beside(self, error: Exception, name: str) -> None:
        field, text = refusal(error)
        self._page.form.show_error(field or name, text)
