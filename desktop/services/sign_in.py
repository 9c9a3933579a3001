"""The way in: who can sign in here, opening the centre, and beginning one.

The heavy parts (database, sync) are imported when they are first needed: the page that asks for
the passcode must stand before that.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.errors import TambonError
from desktop.keys import KEY_FILE, KeyCost, KeyRing, SignInName
from desktop.services.rights import open_to_all

if TYPE_CHECKING:
    from desktop.services.backups import Restored
    from desktop.services.workspace import Workspace

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
    """What is asked of someone whose centre is at a hub already."""

    url: str
    code: str
    user: str
    passcode: str


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
        """Tell whether there is a centre to sign in to."""
        return self._keys().exists()

    @open_to_all
    def names(self) -> list[SignInName]:
        """Return who can sign in on this laptop; UserError `no_centre_here`."""
        return self._keys().names()

    @open_to_all
    def check(self, user_id: UUID, passcode: str) -> None:
        """Let somebody back in who had locked; UserError `wrong_passcode`, `unknown_user`."""
        self._keys().unlock(user_id, passcode)

    @open_to_all
    def open(self, user_id: UUID, passcode: str) -> Workspace:
        """Open the centre; raises as `Workspace.open` does."""
        from desktop.services.sync_rules import sync_rules
        from desktop.services.workspace import Workspace

        return Workspace.open(
            self.folder, passcode, sync_rules(), user_id=user_id, key_cost=self._key_cost
        )

    @open_to_all
    def begin(self, wanted: Beginning) -> Workspace:
        """Begin a centre, with the sample's people where asked; raises as `Workspace.create`."""
        from desktop.services.sample import SampleService
        from desktop.services.sync_rules import sync_rules
        from desktop.services.workspace import NewCentre, Workspace

        new = NewCentre(
            name=wanted.centre,
            tambon=wanted.tambon or (SAMPLE_TAMBON if wanted.sample else ""),
            user=wanted.user,
            passcode=wanted.passcode,
            sample=wanted.sample,
        )
        workspace = Workspace.create(self.folder, new, sync_rules(), key_cost=self._key_cost)
        if wanted.sample:
            SampleService(workspace).load()
        return workspace

    @open_to_all
    def join(self, wanted: Joining) -> Workspace:
        """Become one more laptop of a centre at a hub; nothing stays behind when it fails.

        Raises:
            UserError: `offline`, `hub_bad_code` and what else `SyncService.enrol` raises.
        """
        from desktop.models.ids import new_id
        from desktop.services.sync_rules import sync_rules
        from desktop.services.sync_service import SyncService
        from desktop.services.workspace import NewCentre, Workspace

        new = NewCentre(name="", tambon="", user=wanted.user, passcode=wanted.passcode)
        workspace = Workspace.create(
            self.folder, new, sync_rules(), joining=new_id(), key_cost=self._key_cost
        )
        sync = SyncService(workspace)
        try:
            sync.enrol(wanted.url, wanted.code)
        except TambonError:
            # Nothing of a centre was received: the folder is as before, and can be tried again.
            workspace.close()
            self._remove_begun()
            raise
        finally:
            sync.close()
        return workspace

    @open_to_all
    def restore(self, file: Path, passcode: str) -> Restored:
        """Put a backup in the centre's place; raises as `backups.restore` does."""
        from desktop.services.backups import restore
        from desktop.services.sync_rules import sync_rules

        return restore(self.folder, file, passcode, sync_rules(), key_cost=self._key_cost)

    def _keys(self) -> KeyRing:
        return KeyRing(self.folder / KEY_FILE, self._key_cost or KeyCost())

    def _remove_begun(self) -> None:
        from desktop.services.workspace import DATABASE_FILE

        for name in (DATABASE_FILE, DATABASE_FILE + "-wal", DATABASE_FILE + "-shm", KEY_FILE):
            (self.folder / name).unlink(missing_ok=True)
