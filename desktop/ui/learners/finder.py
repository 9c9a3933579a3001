"""Finding a learner from any screen: by a part of the name, told with nickname and village."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery, LearnerRow
from desktop.ui.jobs import Jobs
from desktop.ui.person_words import PersonWords
from desktop.ui.widgets.link_field import Found

_MOST = 6


class LearnerFinder:
    """Asks the list in a job of `owner`; the newest question of it counts."""

    def __init__(self, lists: LearnerLists, jobs: Jobs, owner: QObject) -> None:
        self._lists, self._jobs, self._owner = lists, jobs, owner

    def find(self, text: str, show: Callable[[Sequence[Found]], None]) -> None:
        """Show the learners whom a part of a name may mean."""
        self._jobs.run(
            lambda _progress: self._lists.find(LearnerQuery(search=text), limit=_MOST),
            lambda rows: show([_found(row) for row in rows]),
            owner=self._owner,
            supersedes=f"find {id(self)}",
        )

    def name(self, ids: Sequence[str], show: Callable[[Sequence[Found]], None]) -> None:
        """Show what these learners are called; those gone meanwhile are left out."""
        self._jobs.run(
            lambda _progress: self._lists.rows([UUID(each) for each in ids]),
            lambda rows: show([_found(row) for row in rows]),
            owner=self._owner,
        )


def _found(row: LearnerRow) -> Found:
    village = PersonWords().village(row.village, row.village_name) if row.village else ""
    note = ", ".join(part for part in (row.nickname, village) if part)
    return Found(row.id.hex, row.full_name, note)
