"""Answers the board of referrals."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.centre import VillageLine
from desktop.services.referrals.records import Board, ReferralQuery
from desktop.services.users import UserLine
from desktop.ui.code_book import CodeBook
from desktop.ui.jobs import Jobs
from desktop.ui.referrals.board import ReferralBoardScreen
from desktop.ui.wording import sentence

Shown = tuple[Board, CodeBook, Sequence[VillageLine], Sequence[UserLine]]


class ReferralBoardPresenter(QObject):
    """Reads the columns, and what the board may be narrowed by."""

    def __init__(self, screen: ReferralBoardScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        screen.board_wanted.connect(self.read)

    def read(self, query: ReferralQuery, opened: frozenset[str], done: bool) -> None:
        """Read the referrals that are asked for, by state."""
        services = self._services

        def work(_progress: object) -> Shown:
            return (
                services.referrals.board(query, opened=opened, done=done),
                CodeBook(services.centre.own_words()),
                services.centre.villages(),
                services.users.list(),
            )

        self._jobs.run(
            work,
            lambda found: self._screen.show_board(*found),
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="board of referrals",
        )
