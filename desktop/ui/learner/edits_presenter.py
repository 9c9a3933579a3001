"""Answers ประวัติการแก้ไข."""

from __future__ import annotations

from uuid import UUID

from desktop.models.framework import Framework
from desktop.services.history import HistoryLine
from desktop.ui.learner.edits import EditsTab
from desktop.ui.learner.tab import TabPresenter
from desktop.ui.learner.work import LearnerWork

_MOST = 500


class EditsPresenter(TabPresenter):
    """Reads the history when it is looked at, and again after each write."""

    def __init__(self, tab: EditsTab, work: LearnerWork) -> None:
        super().__init__(tab)
        self._tab, self._work = tab, work
        tab.take_back_wanted.connect(work.writes.take_back)
        work.writes.settled.connect(self._on_settled)

    def load(self) -> None:
        """Read the edits."""
        services = self._work.services

        def ask(learner_id: UUID) -> tuple[tuple[HistoryLine, ...], Framework]:
            return services.history.of_learner(learner_id, _MOST), services.hett.framework()

        self._work.read(ask, lambda answer: self._tab.show_history(*answer), "history")

    def _on_settled(self, stored: bool) -> None:
        if stored and self._tab.isVisible():
            self.load()
