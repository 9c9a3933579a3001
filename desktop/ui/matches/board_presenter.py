"""Answers the board: reads needs and candidates, and proposes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.needs.records import NeedQuery
from desktop.ui.code_book import CodeBook
from desktop.ui.jobs import Jobs
from desktop.ui.matches.board import Asked, BoardScreen, village_names
from desktop.ui.wording import sentence
from desktop.ui.writes import Writes

_UNMET = NeedQuery(states=("open",), met=("none", "part"))


class BoardPresenter(QObject):
    """What is urgent comes first, then what is needed soonest."""

    def __init__(self, screen: BoardScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self.writes = Writes(screen, jobs, services.undo)
        screen.needs_wanted.connect(self.read)
        screen.candidates_wanted.connect(self.look)
        screen.proposed.connect(self.propose)

    def read(self, nameless: bool) -> None:
        """Read what is asked for, as a facilitator sees it or as a meeting may."""
        services, query = self._services, replace(_UNMET, most=self._screen.most)

        def work(_progress: object) -> tuple[Sequence[Asked], CodeBook, dict[UUID, str], int]:
            needs = services.needs
            rows: Sequence[Asked] = needs.outside(query) if nameless else needs.find(query)
            villages = [(each.id, each.moo, each.name) for each in services.centre.villages()]
            codes, beyond = CodeBook(services.centre.own_words()), needs.beyond(query)
            return rows, codes, village_names(villages), beyond

        self._jobs.run(
            work,
            lambda found: self._screen.show_needs(*found),
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="matching needs",
        )

    def look(self, need_id: UUID) -> None:
        """Read who may give what is asked for."""
        self._jobs.run(
            lambda _progress: self._services.matches.candidates(need_id),
            self._screen.show_candidates,
            owner=self._screen,
            supersedes="matching candidates",
        )

    def propose(self, need_id: UUID, offer_id: UUID) -> None:
        """Propose a match; its page is a key away."""
        self.writes.do(
            lambda: self._services.matches.propose(need_id, offer_id),
            lambda _match: self._screen.candidates_wanted.emit(need_id),
            undo=self.tr("เสนอคู่นี้แล้ว กด Enter อีกครั้งเพื่อเปิด"),
        )
