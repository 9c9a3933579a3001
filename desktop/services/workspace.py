"""An open centre: its database, who works in it, and the day it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.database import Database, wall_ms
from desktop.errors import StorageError, UserError
from desktop.keys import KEY_FILE as KEY_FILE
from desktop.keys import TRIES_FILE, KeyCost, KeyRing, SignInName, Tries, new_database_key
from desktop.keys.rules import LEAST_EVER
from desktop.models import areas
from desktop.models.base import from_milliseconds
from desktop.models.capture import SyncRules
from desktop.models.identity import local_code
from desktop.models.ids import new_id
from desktop.models.program import DeviceState, User
from desktop.progress import Progress
from desktop.services import beginning, masking, opening
from desktop.services.keeping import restore_journal
from desktop.services.keeping.disk_room import DiskRoom
from desktop.services.keeping.drafts_aside import DraftsAside
from desktop.services.keeping.high_water import HighWater
from desktop.services.roles import Right, rights_of

DATABASE_FILE = "centre.db"
ROLES = ("facilitator", "officer", "administrator", "viewer")


@dataclass(frozen=True)
class SignedIn:
    """Who is working.

    Attributes:
        user_id: the user's record.
        name: as it stands at sign-in.
        role: one of `ROLES`.
        active: still a user of the centre.
        sees_sensitive: was given the sensitive parts beside the role.
    """

    user_id: UUID
    name: str
    role: str
    active: bool = True
    sees_sensitive: bool = False


@dataclass(frozen=True)
class NewCentre:
    """What is asked when a centre begins."""

    name: str
    tambon: str
    user: str
    passcode: str
    sample: bool = False


class Workspace:
    """An open centre. Services are made from it; closing it closes the database.

    Attributes:
        database: the centre's database.
        user: who is signed in.
        centre_id: the centre's record.
        folder: where its files lie.
        keys: the key file.
        rules: how changes are stamped and queued.
        room: what is free on its disk.
        aside: forms that the database could not take.
        left_open: whether its last program did not close it (or another has it open).
    """

    def __init__(
        self, folder: Path, database: Database, keys: KeyRing, user: SignedIn, rules: SyncRules
    ) -> None:
        self.folder = folder
        self.database = database
        self.keys = keys
        self.user = user
        self.rules = rules
        self.room = DiskRoom(folder)
        self.left_open = False
        self.aside = DraftsAside(folder, database)
        self._marks: HighWater | None = None
        with database.read() as session:
            self.centre_id = session.get_one(DeviceState, 1).centre_id
        self._sensitive_rules: tuple[Any, ...] | None = None
        self._urgent_rules = masking.urgent_rules()
        database.add_listener(self._on_written)

    @classmethod
    def create(
        cls,
        folder: Path,
        new: NewCentre,
        rules: SyncRules,
        *,
        clock: Callable[[], int] = wall_ms,
        key_cost: KeyCost | None = None,
        joining: UUID | None = None,
    ) -> Workspace:
        """Begin a centre in an empty folder, and sign its first user in.

        Args:
            folder: made if missing.
            new: the answers.
            rules: stamps and lanes.
            clock: milliseconds since 1970.
            key_cost: what trying a passcode costs; None fits it to this machine.
            joining: an id to stand for a centre that the hub has already: its record is
                received, not made, and `new.name` and `new.tambon` are not asked.

        Raises:
            UserError: `centre_exists`, `tambon_unknown`, `name_missing`, `passcode_too_short`.
        """
        keys = key_ring(folder, key_cost)
        if keys.exists():
            raise UserError("centre_exists", folder=str(folder))
        if not new.user.strip() or (joining is None and not new.name.strip()):
            raise UserError("name_missing")
        if joining is None and areas.tambon(new.tambon) is None:
            raise UserError("tambon_unknown", tambon=new.tambon)
        if len(new.passcode) < LEAST_EVER:
            raise UserError("passcode_too_short", least=LEAST_EVER)
        try:
            beginning.make_way(folder / DATABASE_FILE)
        except OSError as error:
            raise StorageError("cannot_open", file=str(folder)) from error
        key = new_database_key()
        user_id = new_id()
        database = Database(folder / DATABASE_FILE, key, rules, clock)
        try:
            beginning.first_records(database, new, rules.lanes, joining, user_id)
            # The key file last: it is what makes a centre, and until then there is none.
            keys.add(user_id, new.user.strip(), "administrator", new.passcode, key)
        except BaseException:
            database.close()
            raise
        signed_in = SignedIn(user_id, new.user.strip(), "administrator")
        created = cls(folder, database, keys, signed_in, rules)
        created._keep_safe()
        return created

    @classmethod
    def open(
        cls,
        folder: Path,
        passcode: str,
        rules: SyncRules,
        *,
        user_id: UUID | None = None,
        clock: Callable[[], int] = wall_ms,
        key_cost: KeyCost | None = None,
        progress: Progress | None = None,
    ) -> Workspace:
        """Open a centre with a user's passcode (without a user: whoever's passcode it is).

        Raises:
            UserError: `no_centre_here`, `wrong_passcode`, `passcode_wait`, `unknown_user`,
                `user_inactive`.
            StorageError: the database cannot be used; the code says why.
        """
        restore_journal.finish(folder)
        keys = key_ring(folder, key_cost)
        if user_id is None:
            user_id, key = keys.unlock_any(passcode)
        else:
            key = keys.unlock(user_id, passcode)
        return cls._opened(folder, key, keys, user_id, rules, clock, progress)

    @classmethod
    def open_with_key(
        cls,
        folder: Path,
        key: bytes,
        rules: SyncRules,
        *,
        user_id: UUID | None = None,
        clock: Callable[[], int] = wall_ms,
        key_cost: KeyCost | None = None,
        progress: Progress | None = None,
    ) -> Workspace:
        """Open a centre with the database key itself, which a recovery key gave.

        Args:
            user_id: in whose name; None for the first administrator who can sign in here.

        Raises:
            UserError: `no_centre_here`, `unknown_user`, `user_inactive`.
            StorageError: the database cannot be used; the code says why.
        """
        restore_journal.finish(folder)
        keys = key_ring(folder, key_cost)
        names = keys.names()
        if user_id is None:
            administrators = [each for each in names if each.role == "administrator"]
            user_id = next(iter([*administrators, *names])).user_id
        elif all(each.user_id != user_id for each in names):
            raise UserError("unknown_user")
        return cls._opened(folder, key, keys, user_id, rules, clock, progress)

    @classmethod
    def _opened(
        cls,
        folder: Path,
        key: bytes,
        keys: KeyRing,
        user_id: UUID,
        rules: SyncRules,
        clock: Callable[[], int],
        progress: Progress | None,
    ) -> Workspace:
        from desktop.services.keeping.key_events import note_key_events
        from desktop.services.persons_rights.erasing import ErasureService
        from desktop.services.sync.adopting import adopt_at_start

        if not (folder / DATABASE_FILE).exists():
            raise StorageError("database_missing", file=str(folder / DATABASE_FILE))
        left_open = opening.was_left_open(folder / DATABASE_FILE)
        database = Database(folder / DATABASE_FILE, key, rules, clock)
        try:
            opening.migrate(database, keys.path, progress)
            workspace = cls(folder, database, keys, _signed_in(database, keys, user_id), rules)
            workspace.left_open = left_open
            workspace._keep_safe()
            adopt_at_start(workspace)
            note_key_events(workspace)
            # An old copy put back must not bring anybody back who was erased.
            ErasureService(workspace).settle_at_start()
        except BaseException:
            database.close()
            raise
        return workspace

    @staticmethod
    def names(folder: Path) -> list[SignInName]:
        """Return who can sign in to the centre in a folder.

        Raises:
            UserError: `no_centre_here`.
        """
        restore_journal.finish(folder)
        return KeyRing(folder / KEY_FILE).names()

    @staticmethod
    def exists(folder: Path) -> bool:
        """Tell whether a folder holds a centre; a restore that was cut off is finished first."""
        restore_journal.finish(folder)
        return (folder / KEY_FILE).exists()

    @contextmanager
    def read(self, *, named: bool = False) -> Iterator[Session]:
        """Give a session over one snapshot, without what whoever is signed in may not read.

        Urgent cases are left out, with `named` only those that do not name who is signed in.
        """
        with self.database.read() as session:
            masking.cover(session, self._covers(session, named=named))
            yield session

    @contextmanager
    def write(self, run_id: UUID | None = None) -> Iterator[Session]:
        """Give a write transaction in the name of who is signed in."""
        from desktop.services.sync.settling import settle_edited

        with self.database.write(self.user.user_id, run_id=run_id) as session:
            yield session
            settle_edited(session, self.now())

    @property
    def rights(self) -> frozenset[Right]:
        """What who is signed in may do, as their role stands now."""
        user = self.user
        return rights_of(user.role, active=user.active, sees_sensitive=user.sees_sensitive)

    def now(self) -> datetime:
        """Return the laptop's time in UTC."""
        return from_milliseconds(self.database.clock())

    def today(self) -> date:
        """Return the laptop's calendar day."""
        return self.now().astimezone().date()

    def close(self) -> None:
        """Close the database."""
        self.database.close()
        if self._marks is not None:
            self._marks.close()

    def _keep_safe(self) -> None:
        """Compare with the marks outside the database, and keep room for words from now on."""
        self.database.before_write = self.room.before_write
        self.database.on_full = self.room.release
        self._marks = opening.guard(self)

    def _covers(self, session: Session, *, named: bool) -> tuple[Any, ...]:
        urgent = self._urgent_rules
        if named and Right.URGENT in self.rights:
            urgent = masking.urgent_rules(masking.cases_naming(session, self.user.user_id))
        if Right.SENSITIVE in self.rights:
            return urgent
        if self._sensitive_rules is None:
            indicators = masking.sensitive_indicators(session)
            self._sensitive_rules = masking.sensitive_rules(indicators)
        return (*urgent, *self._sensitive_rules)

    def _on_written(self, kinds: frozenset[str]) -> None:
        # A role may be changed by an administrator, here or through a sync, while they work.
        if "hett_indicator" in kinds:
            self._sensitive_rules = None
        if "user" in kinds:
            with self.database.read() as session:
                user = session.get(User, self.user.user_id)
                if user is not None:
                    self.user = _as_they_stand(user)


def key_ring(folder: Path, key_cost: KeyCost | None = None) -> KeyRing:
    """Return the key ring of a data folder; wrong passcodes are counted beside it."""
    return KeyRing(folder / KEY_FILE, key_cost, Tries(folder / TRIES_FILE))


def next_learner_code(session: Session, tambon: str) -> str:
    """Return the next local code of this laptop, such as 580604-MB-00017."""
    device = session.get_one(DeviceState, 1)
    number = device.next_code
    device.next_code = number + 1
    return local_code(tambon, device.letters, number)


def _signed_in(database: Database, keys: KeyRing, user_id: UUID) -> SignedIn:
    with database.read() as session:
        user = session.get(User, user_id)
        if user is not None:
            if not user.active or user.deleted:
                raise UserError("user_inactive", name=user.name)
            return _as_they_stand(user)
    named = next(entry for entry in keys.names() if entry.user_id == user_id)
    return SignedIn(user_id, named.name, named.role)


def _as_they_stand(user: User) -> SignedIn:
    return SignedIn(
        user.id,
        user.name,
        user.role,
        user.active and not user.deleted,
        bool(user.sees_sensitive),
    )
