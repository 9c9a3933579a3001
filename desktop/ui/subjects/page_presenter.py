"""Answers the page of one record: reads it whole, stores each word in its order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.models.moves import state_lists
from desktop.services.all import Services
from desktop.services.centre import VillageLine
from desktop.services.subject_service import OfAnySubject
from desktop.ui.code_book import CodeBook
from desktop.ui.jobs import Jobs
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
        screen.record_wanted.connect(self.read)
        screen.edited.connect(self.edit)
        screen.confirmed.connect(self.confirm)
        screen.moved.connect(self.move)
        screen.hide_wanted.connect(self.hide)

    def read(self, record_id: UUID) -> None:
        """Read a record and show it."""
        services = self._services

        def work(_progress: object) -> tuple[Any, CodeBook, tuple[VillageLine, ...]]:
            codes = CodeBook(services.centre.own_words())
            return self._service.get(record_id), codes, services.centre.villages()

        def show(shown: tuple[Any, CodeBook, tuple[VillageLine, ...]]) -> None:
            if not self.writes.outdated(lambda: self.read(record_id)):
                self._page.show_record(*shown)

        self._jobs.run(
            work,
            show,
            lambda error: self._page.show_failed(sentence(error)),
            owner=self._page,
            supersedes=self._page.kind,
        )

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

    def move(self, code: str, reason: str) -> None:
        """Make a move, unless there was another that is not shown yet."""
        page = self._page
        seen = page.detail.last_move if page.detail is not None else None
        _states, moves = state_lists(page.kind)
        self.write(
            lambda known: self._service.move(known, code, {"reason": reason or None}, seen=seen),
            lambda _move: page.moves_card.reason.set_value(""),
            lambda error: page.moves_card.refused(sentence(error)),
            undo=page.codes.label(moves, code),
        )

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
