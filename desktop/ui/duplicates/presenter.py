"""Answers the screen of possible duplicates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.learners.duplicates import (
    JoinedPair,
    Twin,
    TwinPair,
    field_value,
)
from desktop.services.learners.records import LearnerDetail
from desktop.ui.code_book import CodeBook
from desktop.ui.duplicates.screen import DuplicatesScreen, PairKey
from desktop.ui.jobs import Jobs
from desktop.ui.wording import sentence
from desktop.ui.writes import Writes


class DuplicatesPresenter(QObject):
    """Kept by the shell beside its screen."""

    def __init__(
        self,
        screen: DuplicatesScreen,
        services: Services,
        jobs: Jobs,
    ) -> None:
        super().__init__()
        self._screen = screen
        self._services = services
        self._jobs = jobs
        self._writes = Writes(screen, jobs)
        self._writes.settled.connect(lambda _stored: self._read())
        screen.entered.connect(self._read)
        screen.pair_wanted.connect(self._compare)
        screen.join_wanted.connect(self._join)
        screen.apart_wanted.connect(self._keep_apart)
        screen.part_wanted.connect(self._part)

    def _read(self) -> None:
        def read() -> tuple[tuple[TwinPair, ...], CodeBook, tuple[JoinedPair, ...]]:
            codes = CodeBook(self._services.centre.own_words())
            service = self._services.duplicates
            return service.pairs(), codes, service.joined()

        def show(found: tuple[tuple[TwinPair, ...], CodeBook, tuple[JoinedPair, ...]]) -> None:
            pairs, codes, joined = found
            self._screen.show_pairs(pairs, codes)
            self._screen.show_joined(joined)

        self._jobs.run(
            lambda _progress: read(),
            show,
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="duplicates",
        )

    def _compare(self, key: PairKey) -> None:
        def read() -> tuple[Twin, Twin]:
            first, second = key
            return self._services.duplicates.twin(first), self._services.duplicates.twin(second)

        self._jobs.run(
            lambda _progress: read(),
            lambda found: self._screen.show_twins(*found),
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="duplicate pair",
        )

    def _join(self, keep: LearnerDetail, twin: LearnerDetail, values: Mapping[str, Any]) -> None:
        before = {name: field_value(name, keep) for name in values}
        kept_id, twin_id = keep.row.id, twin.row.id

        service = self._services.duplicates

        def joined(_none: None) -> None:
            said = self.tr("รวม {name} เป็นคนเดียวแล้ว").replace("{name}", keep.row.full_name)
            self._offer(said, lambda: service.separate(kept_id, twin_id, before))

        self._writes.do(lambda: service.join(kept_id, twin_id, values), joined)

    def _part(self, twin: UUID) -> None:
        told = self.tr("แยกเป็นสองคนแล้ว")
        self._writes.do(lambda: self._services.duplicates.undo_join(twin), told=told)

    def _keep_apart(self, key: PairKey) -> None:
        service = self._services.duplicates

        def noted(_none: None) -> None:
            self._offer(self.tr("จดไว้แล้วว่าเป็นคนละคน"), lambda: service.ask_again(*key))

        self._writes.do(lambda: service.not_the_same(*key), noted)

    def _offer(self, said: str, back: Callable[[], None]) -> None:
        self._screen.undo_offered.emit(said, lambda: self._writes.do(back))
