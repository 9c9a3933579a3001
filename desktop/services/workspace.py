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

from desktop.database import Database
from desktop.keys import KeyRing
from desktop.models.base import from_milliseconds
from desktop.models.identity import local_code
from desktop.models.program import DeviceState, User
from desktop.services import masking
from desktop.services.roles import Right, rights_of
from desktop.services.storage.disk_room import DiskRoom
from desktop.services.storage.drafts_aside import DraftsAside
from desktop.services.storage.high_water import HighWater
from resources.clock import thai_day

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


class Workspace:
    """An open centre, made by `opening`. Services are made from it; closing it closes the database.

    Attributes:
        database: the centre's database.
        user: who is signed in.
        centre_id: the centre's record.
        folder: where its files lie.
        keys: the key file.
        room: what is free on its disk.
        aside: forms that the database could not take.
        left_open: whether its last program did not close it (or another has it open).
        marks: how far it has come, outside the database; None until it was compared.
        on_edited: ends each write in its transaction, with the time: tells what an edit settles.
        on_news: done once news came in from the hub, a stick or a neighbour.
    """

    def __init__(self, folder: Path, database: Database, keys: KeyRing, user: SignedIn) -> None:
        self.folder = folder
        self.database = database
        self.keys = keys
        self.user = user
        self.room = DiskRoom(folder)
        self.left_open = False
        self.aside = DraftsAside(folder, database)
        self.marks: HighWater | None = None
        self.on_edited: Callable[[Session, datetime], None] | None = None
        self.on_news: Callable[[], object] | None = None
        with database.read() as session:
            self.centre_id = session.get_one(DeviceState, 1).centre_id
        self._sensitive_rules: tuple[Any, ...] | None = None
        self._urgent_rules = masking.urgent_rules()
        self._confidential_rules = masking.confidential_rules()
        database.add_listener(self._on_written)

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
        with self.database.write(self.user.user_id, run_id=run_id) as session:
            yield session
            if self.on_edited is not None:
                self.on_edited(session, self.now())

    def news_came(self) -> None:
        """Do what is to be done once news came in; raises as that does."""
        if self.on_news is not None:
            self.on_news()

    @property
    def rights(self) -> frozenset[Right]:
        """What who is signed in may do, as their role stands now."""
        user = self.user
        return rights_of(user.role, active=user.active, sees_sensitive=user.sees_sensitive)

    def now(self) -> datetime:
        """Return the laptop's time in UTC."""
        return from_milliseconds(self.database.clock())

    def today(self) -> date:
        """Return the calendar day in Thailand by the laptop's clock."""
        return thai_day(self.now())

    def close(self) -> None:
        """Close the database."""
        self.database.close()
        if self.marks is not None:
            self.marks.close()

    def _covers(self, session: Session, *, named: bool) -> tuple[Any, ...]:
        rules = self._urgent_rules
        if named and Right.URGENT in self.rights:
            rules = masking.urgent_rules(masking.cases_naming(session, self.user.user_id))
        if Right.WRITE not in self.rights:
            rules = (*rules, *self._confidential_rules)
        if Right.SENSITIVE in self.rights:
            return rules
        if self._sensitive_rules is None:
            indicators = masking.sensitive_indicators(session)
            self._sensitive_rules = masking.sensitive_rules(indicators)
        return (*rules, *self._sensitive_rules)

    def _on_written(self, kinds: frozenset[str]) -> None:
        # A role may be changed by an administrator, here or through a sync, while they work.
        if "hett_indicator" in kinds:
            self._sensitive_rules = None
        if "user" in kinds:
            with self.database.read() as session:
                user = session.get(User, self.user.user_id)
                if user is not None:
                    self.user = as_they_stand(user)


def next_learner_code(session: Session, tambon: str) -> str:
    """Return the next local code of this laptop, such as 580604-MB-00017."""
    device = session.get_one(DeviceState, 1)
    number = device.next_code
    device.next_code = number + 1
    return local_code(tambon, device.letters, number)


def as_they_stand(user: User) -> SignedIn:
    """Return a user as who is working."""
    return SignedIn(
        user.id,
        user.name,
        user.role,
        user.active and not user.deleted,
        bool(user.sees_sensitive),
    )
