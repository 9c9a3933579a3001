"""The way in: who can sign in here, opening the centre, and beginning one.

The heavy parts (database, sync) are imported when they are first needed: the page that asks for
the passcode must stand before that.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.errors import TambonError
from desktop.keys import (
    KeyCost,
    KeyRing,
    SignInName,
)
from desktop.services.rights import open_to_all
from desktop.services.storage import restore_journal

if TYPE_CHECKING:
    from desktop.progress import Progress
    from desktop.reports.recovery_sheet import RecoveryPaper
    from desktop.services.keeping.backups import Restored, RestorePreview
    from desktop.services.storage.backup_files import KeptBackup
    from desktop.services.workspace import Workspace

logger = logging.getLogger(__name__)

SAMPLE_TAMBON = "580604"


@dataclass(frozen=True)
class Beginning:
    """What is asked of someone who begins: `tambon` is a six-digit code, "" for the sample's."""

    centre: str
    tambon: str
    user: str
    passcode: str
    sample: bool = False


@dataclass(frozen=True)
class Joining:
    """What is asked of someone whose centre is at a hub already.

    `proxy` and `unencrypted` as `SyncService.enrol` takes them.
    """

    url: str
    code: str
    user: str
    passcode: str
    proxy: str = ""
    unencrypted: bool = False


class SignInService:
    """Opens the centre in one folder, or begins it.

    Args:
        folder: where the centre's files lie, or will lie.
        key_cost: what trying a passcode costs; the default is for real use.
    """

    def __init__(self, folder: Path, key_cost: KeyCost | None = None) -> None:
        self.folder = folder
        self._key_cost = key_cost

    @open_to_all
    def begun(self) -> bool:
        """Tell whether there is a centre to sign in to; a restore that was cut off is finished.

        Raises:
            StorageError: `restore_unfinished`; what the disk refuses.
        """
        restore_journal.finish(self.folder)
        return self._keys().exists()

    @open_to_all
    def names(self) -> list[SignInName]:
        """Return who can sign in on this laptop; UserError `no_centre_here`."""
        return self._keys().names()

    @open_to_all
    def check(self, user_id: UUID, passcode: str) -> None:
        """Let somebody back in who had locked.

        Raises:
            UserError: `wrong_passcode`, `passcode_wait`, `unknown_user`.
        """
        self._keys().unlock(user_id, passcode)

    def wait(self, user_id: UUID) -> int:
        """Return how many seconds must pass before this user may try again; 0 for none."""
        tries = self._keys().tries
        return tries.wait(user_id.hex) if tries is not None else 0

    @open_to_all
    def open(self, user_id: UUID, passcode: str, progress: Progress | None = None) -> Workspace:
        """Open the centre; `progress` is told of a schema step. Raises as `open_centre`."""
        from desktop.services.opening import open_centre

        workspace = open_centre(
            self.folder,
            passcode,
            user_id=user_id,
            key_cost=self._key_cost,
            progress=progress,
        )
        try:
            workspace.keys.strengthen(user_id, passcode, workspace.database.key.plain())
        except TambonError:
            # The old wrapping stands; the next sign-in tries again.
            logger.warning("the passcode could not be wrapped at a higher cost")
        return workspace

    def names_for(self, words: str) -> list[SignInName]:
        """Return who can get a new passcode with recovery words; raises as `recover`."""
        from desktop.services.opening import names_for

        return names_for(self.folder, words)

    def recover(self, words: str, user_id: UUID, passcode: str) -> Workspace:
        """Set a passcode anew with the recovery words, and open; raises as `opening.recover`."""
        from desktop.services.opening import recover

        return recover(self.folder, words, user_id, passcode, key_cost=self._key_cost)

    def first_sheet(self, workspace: Workspace, passcode: str) -> RecoveryPaper:
        """Make the recovery key of a centre just begun or joined; raises as `RecoveryService`."""
        from desktop.services.keeping.recovery import RecoveryService

        return RecoveryService(workspace).make(passcode)

    @open_to_all
    def begin(self, wanted: Beginning) -> Workspace:
        """Begin a centre, with the sample's people where asked.

        Raises:
            UserError, StorageError: as `create_centre`.
        """
        from desktop.services.opening import create_centre
        from desktop.services.sample import SampleService
        from desktop.services.storage.beginning import NewCentre

        new = NewCentre(
            name=wanted.centre,
            tambon=wanted.tambon or (SAMPLE_TAMBON if wanted.sample else ""),
            user=wanted.user,
            passcode=wanted.passcode,
            sample=wanted.sample,
        )
        workspace = create_centre(self.folder, new, key_cost=self._key_cost)
        if wanted.sample:
            SampleService(workspace).load()
        return workspace

    @open_to_all
    def join(self, wanted: Joining) -> Workspace:
        """Become one more laptop of a centre at a hub; nothing stays behind when it fails.

        Raises:
            UserError: `offline`, `hub_bad_code` and what else `SyncService.enrol` raises.
        """
        from desktop.database import DATABASE_FILE
        from desktop.models.ids import new_id
        from desktop.services.opening import create_centre
        from desktop.services.storage.beginning import NewCentre, unmake
        from desktop.services.sync.service import SyncService

        new = NewCentre(name="", tambon="", user=wanted.user, passcode=wanted.passcode)
        workspace = create_centre(self.folder, new, joining=new_id(), key_cost=self._key_cost)
        sync = SyncService(workspace)
        try:
            sync.enrol(wanted.url, wanted.code, proxy=wanted.proxy, unencrypted=wanted.unencrypted)
        except TambonError:
            # Nothing of a centre was received: the folder is as before, and can be tried again.
            workspace.close()
            unmake(self.folder / DATABASE_FILE)
            raise
        finally:
            sync.close()
        return workspace

    @open_to_all
    def backups(self) -> tuple[KeptBackup, ...]:
        """Return the backups of the centre's own folder, the newest first; no passcode is asked."""
        from desktop.services.storage.backup_files import kept_backups

        return kept_backups(self.folder)

    @open_to_all
    def preview_restore(
        self, file: Path, secret: str, progress: Progress | None = None
    ) -> RestorePreview:
        """Tell what putting a backup back would change; raises as `backups.preview` does."""
        from desktop.services.keeping.backups import preview

        return preview(self.folder, file, secret, progress)

    @open_to_all
    def restore(
        self,
        file: Path,
        secret: str,
        *,
        salvaging: bool = False,
        progress: Progress | None = None,
    ) -> Restored:
        """Put a backup in the centre's place; raises as `backups.restore` does."""
        from desktop.services.keeping.backups import restore

        return restore(
            self.folder,
            file,
            secret,
            key_cost=self._key_cost,
            salvaging=salvaging,
            progress=progress,
        )

    def _keys(self) -> KeyRing:
        return KeyRing.of_folder(self.folder, self._key_cost)
