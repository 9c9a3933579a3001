"""The people who work with the program on this laptop and in this centre."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from desktop.errors import UserError
from desktop.keys import check_new_passcode
from desktop.models.ids import new_id
from desktop.models.program import User
from desktop.services import audit
from desktop.services.keeping.key_events import key_event, note_key_events
from desktop.services.record_values import live, required, set_values
from desktop.services.rights import Right, needs
from desktop.services.workspace import ROLES, Workspace


@dataclass(frozen=True)
class UserLine:
    """A user. `can_sign_in`: has a passcode here; `sees_sensitive`: given to an officer."""

    id: UUID
    name: str
    role: str
    position: str
    phone: str
    active: bool
    can_sign_in: bool
    sees_sensitive: bool = False


class UserService:
    """Adding and changing users; only an administrator may, except for one's own passcode."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def list(self) -> tuple[UserLine, ...]:
        """Return the centre's users by name, those who left last."""
        here = {each.user_id for each in self._workspace.keys.names()}
        with self._workspace.read() as session:
            users = session.scalars(
                select(User)
                .where(User.deleted.is_(False))
                .order_by(User.active.desc(), User.name, User.first_stamp)
            )
            return tuple(
                UserLine(
                    id=each.id,
                    name=each.name,
                    role=each.role,
                    position=each.position or "",
                    phone=each.phone or "",
                    active=each.active,
                    can_sign_in=each.id in here and each.active,
                    sees_sensitive=bool(each.sees_sensitive),
                )
                for each in users
            )

    @needs(Right.USERS)
    def add(
        self,
        name: str,
        role: str,
        passcode: str,
        own_passcode: str,
        values: Mapping[str, Any] | None = None,
    ) -> UUID:
        """Add a user who can sign in on this laptop.

        Args:
            name: as it stands at sign-in.
            role: one of `ROLES`.
            passcode: the new user's, as `check_new_passcode` asks.
            own_passcode: of who is adding: it opens the key that is wrapped for the new user.
            values: `position`, `phone`.

        Raises:
            UserError: `not_allowed`, `name_missing`, `name_taken`, `unknown_code` (role),
                `wrong_passcode` (one's own), and as `check_new_passcode`.
        """
        name = name.strip()
        if not name:
            raise UserError("name_missing")
        if role not in ROLES:
            raise UserError("unknown_code", field="role", value=role)
        if any(each.name == name for each in self.list() if each.active):
            raise UserError("name_taken", name=name)
        check_new_passcode(passcode, name, [str((values or {}).get("phone") or "")])
        keys = self._workspace.keys
        key = keys.unlock(self._workspace.user.user_id, own_passcode)
        user_id = new_id()
        # The record first: ended in between, the user is listed as without a passcode, and an
        # administrator gives one.
        with self._workspace.write() as session:
            user = User(id=user_id, name=name, role=role)
            set_values(session, user, values or {}, "name", "role")
            session.add(user)
            audit.note(session, self._workspace, "user_added", user_id, role=role)
        event = key_event(self._workspace, "passcode_given", user_id)
        keys.add(user_id, name, role, passcode, key, event)
        note_key_events(self._workspace)
        return user_id

    @needs(Right.USERS)
    def let_sign_in(self, user_id: UUID, passcode: str, own_passcode: str) -> None:
        """Give a user of the centre a passcode on this laptop, or a new one when it was forgotten.

        Raises:
            UserError: `not_allowed`, `record_unknown`, `user_inactive`, `wrong_passcode`, and as
                `check_new_passcode`.
        """
        with self._workspace.read() as session:
            user = live(session, User, user_id)
            name, role, phone = user.name, user.role, user.phone or ""
            if not user.active:
                raise UserError("user_inactive", name=name)
        check_new_passcode(passcode, name, [phone])
        keys = self._workspace.keys
        key = keys.unlock(self._workspace.user.user_id, own_passcode)
        event = key_event(self._workspace, "passcode_given", user_id)
        keys.add(user_id, name, role, passcode, key, event)
        note_key_events(self._workspace)

    @needs(Right.OWN)
    def change_passcode(self, old: str, new: str) -> None:
        """Change one's own passcode: only the wrapping of the key changes, nothing else.

        Raises:
            UserError: `wrong_passcode`, `passcode_wait`, and as `check_new_passcode`.
        """
        me, keys = self._workspace.user, self._workspace.keys
        check_new_passcode(new, me.name)
        key = keys.unlock(me.user_id, old)
        event = key_event(self._workspace, "passcode_changed", me.user_id)
        keys.add(me.user_id, me.name, me.role, new, key, event)
        note_key_events(self._workspace)

    @needs(Right.USERS)
    def edit(self, user_id: UUID, values: Mapping[str, Any]) -> None:
        """Change a user's position, phone or role.

        Raises:
            UserError: `not_allowed`, `record_unknown`, `last_administrator`.
        """
        with self._workspace.write() as session:
            user = live(session, User, user_id)
            was = user.role
            set_values(session, user, values, "name")
            required(user, "role")
            if was == "administrator" and user.role != was:
                self._keep_one_administrator(user_id)
            audit.note(session, self._workspace, "user_changed", user_id, fields=sorted(values))

    @needs(Right.USERS)
    def deactivate(self, user_id: UUID) -> None:
        """Let a user sign in no longer, here at once and elsewhere after the next sync.

        Raises:
            UserError: `not_allowed`, `record_unknown`, `last_administrator`, `not_yourself`.
        """
        if user_id == self._workspace.user.user_id:
            raise UserError("not_yourself")
        self._keep_one_administrator(user_id)
        with self._workspace.write() as session:
            live(session, User, user_id).active = False
            audit.note(session, self._workspace, "user_deactivated", user_id)
        if any(each.user_id == user_id for each in self._workspace.keys.names()):
            self._workspace.keys.remove(user_id)

    @needs(Right.USERS)
    def activate(self, user_id: UUID) -> None:
        """Let a user work again; a passcode is given with `let_sign_in`."""
        with self._workspace.write() as session:
            live(session, User, user_id).active = True
            audit.note(session, self._workspace, "user_activated", user_id)

    def _keep_one_administrator(self, leaving: UUID) -> None:
        rest = [
            each
            for each in self.list()
            if each.role == "administrator" and each.can_sign_in and each.id != leaving
        ]
        if not rest:
            raise UserError("last_administrator")
