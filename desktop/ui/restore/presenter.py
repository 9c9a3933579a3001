"""The restore wizard's wishes into service calls, results into what it shows."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from desktop.errors import StorageError, TambonError
from desktop.progress import Progress
from desktop.services.keeping.backups import Restored, RestorePreview
from desktop.services.sign_in import SignInService
from desktop.ui import wording
from desktop.ui.jobs import WRITES, Jobs
from desktop.ui.restore.screen import RestoreScreen

logger = logging.getLogger(__name__)


class RestorePresenter:
    """Answers the wizard; works on the folder, with a centre open in it or not.

    Args:
        screen: the wizard.
        way_in: the folder's service.
        jobs: where work runs.
        close_centre: called before the files are exchanged, to close what is open; raises where
            something typed is still to be stored.
    """

    def __init__(
        self,
        screen: RestoreScreen,
        way_in: SignInService,
        jobs: Jobs,
        close_centre: Callable[[], None],
    ) -> None:
        self._screen, self._way_in, self._jobs = screen, way_in, jobs
        self._close_centre = close_centre
        screen.preview_wanted.connect(self.preview)
        screen.restore_wanted.connect(self.restore)

    def start(self) -> None:
        """Offer what lies in the centre's own folder."""
        self._jobs.run(
            lambda _progress: self._way_in.backups(),
            self._screen.show_kept,
            self._refused,
            owner=self._screen,
        )

    def preview(self, file: Path, secret: str) -> None:
        """Open the backup and compare."""

        def work(progress: Progress) -> RestorePreview:
            return self._way_in.preview_restore(file, secret, progress)

        self._jobs.run(work, self._screen.show_preview, self._refused, owner=self._screen)

    def restore(self, file: Path, secret: str, salvaging: bool) -> None:
        """Put it back; from here on everybody signs in anew."""
        try:
            self._close_centre()
        except StorageError as error:
            self._refused(error)
            return

        def work(progress: Progress) -> Restored:
            return self._way_in.restore(file, secret, salvaging=salvaging, progress=progress)

        self._jobs.run(
            work, self._screen.show_restored, self._refused, owner=self._screen, lane=WRITES
        )

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, TambonError):
            logger.error("a backup could not be put back", exc_info=error)
        self._screen.show_refused(wording.sentence(error))
