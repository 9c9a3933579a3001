"""Finding the records of a link in jobs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.ui.jobs import Jobs
from desktop.ui.widgets.link_field import Found

Row = TypeVar("Row")

MOST = 6
"""As many as are seen at a glance below a search."""


class JobFinder(Generic[Row]):
    """Asks a service in jobs of `owner`; the newest question counts.

    Args:
        jobs: where the questions run.
        owner: the screen; when it is gone nothing is shown.
        find: the service's rows that a part of a name may mean, at most `MOST`.
        rows: the service's rows of ids; those gone meanwhile are left out.
        told: how a row is told.
    """

    def __init__(
        self,
        jobs: Jobs,
        owner: QObject,
        find: Callable[[str], Sequence[Row]],
        rows: Callable[[Sequence[UUID]], Sequence[Row]],
        told: Callable[[Row], Found],
    ) -> None:
        self._jobs, self._owner = jobs, owner
        self._find, self._rows, self._told = find, rows, told

    def find(self, text: str, show: Callable[[Sequence[Found]], None]) -> None:
        """Show the records that a part of a name may mean."""
        self._jobs.run(
            lambda _progress: self._find(text),
            lambda rows: show([self._told(row) for row in rows]),
            owner=self._owner,
            supersedes=f"find {id(self)}",
        )

    def name(self, ids: Sequence[str], show: Callable[[Sequence[Found]], None]) -> None:
        """Show what these records are called."""
        self._jobs.run(
            lambda _progress: self._rows([UUID(each) for each in ids]),
            lambda rows: show([self._told(row) for row in rows]),
            owner=self._owner,
        )
