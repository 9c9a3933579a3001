"""Answers the screen of possible duplicates."""

from __future__ import annotations

from collections.abc import Mapping
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
from desktop.ui.data_changes import DataChanges
from desktop.ui.duplicates.screen import DuplicatesScreen, PairKey
from desktop.ui.jobs import Jobs
from desktop.ui.wording import sentence


class DuplicatesPresenter(QObject):
    """Kept by the shell beside its screen."""

    def __init__(
        self,
        screen: DuplicatesScreen,
        services: Services,
        jobs: Jobs,
        changes: DataChanges,
    ) -> None:
        super().__init__()
        self._screen = screen
        self._services = services
        self._jobs = jobs
        self._changes = changes
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

        def joined() -> None:
            self._changed()
            said = self.tr("รวม {name} เป็นคนเดียวแล้ว").replace("{name}", keep.row.full_name)
            self._screen.undo_offered.emit(said, lambda: self._separate(kept_id, twin_id, before))

        self._jobs.run(
            lambda _progress: self._services.duplicates.join(kept_id, twin_id, values),
            lambda _none: joined(),
            owner=self._screen,
        )

    def _separate(self, keep: UUID, twin: UUID, before: Mapping[str, Any]) -> None:
        self._jobs.run(
            lambda _progress: self._services.duplicates.separate(keep, twin, before),
            lambda _none: self._changed(),
            owner=self._screen,
        )

    def _part(self, twin: UUID) -> None:
        def parted() -> None:
            self._screen.told.emit(self.tr("แยกเป็นสองคนแล้ว"))
            self._changed()

        self._jobs.run(
            lambda _progress: self._services.duplicates.undo_join(twin),
            lambda _back: parted(),
            owner=self._screen,
        )

    def _keep_apart(self, key: PairKey) -> None:
        def noted() -> None:
            self._changed()
            self._screen.undo_offered.emit(
                self.tr("จดไว้แล้วว่าเป็นคนละคน"), lambda: self._ask_again(key)
            )

        self._jobs.run(
            lambda _progress: self._services.duplicates.not_the_same(*key),
            lambda _none: noted(),
            owner=self._screen,
        )

    def _ask_again(self, key: PairKey) -> None:
        self._jobs.run(
            lambda _progress: self._services.duplicates.ask_again(*key),
            lambda _none: self._changed(),
            owner=self._screen,
        )

    def _changed(self) -> None:
        self._changes.announce({"learner"})
        self._read()
