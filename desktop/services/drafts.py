"""Half-filled forms: kept as typed for each user, so that a power cut takes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from desktop.errors import StorageError
from desktop.models.base import from_milliseconds, to_milliseconds
from desktop.models.program import Draft
from desktop.services.rights import Right, needs
from desktop.services.storage.drafts_aside import Key
from desktop.services.workspace import Workspace


@dataclass(frozen=True)
class KeptDraft:
    """A form as it was left: which form, about what (a record's id or ""), its fields, when."""

    form: str
    subject: str
    content: dict[str, Any]
    at: datetime


class DraftService:
    """The drafts of who is signed in; never sent, never shown to another user."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.OWN)
    def save(self, form: str, subject: str, content: Mapping[str, Any]) -> None:
        """Keep a form as it stands; `content` holds primitives only.

        Raises:
            StorageError: the database could not take it (full, read-only, locked). The form is
                kept aside all the same, and goes into the database as soon as it can.
        """
        key = self._key(form, subject)
        aside = self._workspace.aside
        now = self._workspace.now()
        try:
            self._store({key: (dict(content), now)})
        except StorageError:
            aside.keep(key, dict(content), to_milliseconds(now))
            raise
        aside.drop(key)
        self._bring_back()

    @needs(Right.OWN)
    def load(self, form: str, subject: str = "") -> KeptDraft | None:
        """Return what was kept of a form, None when there is nothing."""
        held = self._workspace.aside.get(self._key(form, subject))
        if held is not None:
            return KeptDraft(form, subject, held[0], from_milliseconds(held[1]))
        with self._workspace.read() as session:
            draft = session.get(Draft, (self._workspace.user.user_id, form, subject))
            return None if draft is None else _kept(draft)

    @needs(Right.OWN)
    def list(self) -> tuple[KeptDraft, ...]:
        """Return this user's drafts, the newest first."""
        user = self._workspace.user.user_id
        with self._workspace.read() as session:
            found = {
                (draft.form, draft.subject): _kept(draft)
                for draft in session.scalars(select(Draft).where(Draft.user_id == user))
            }
        for key, held in self._workspace.aside.of(user.bytes).items():
            found[key[1:]] = KeptDraft(*key[1:], held[0], from_milliseconds(held[1]))
        return tuple(sorted(found.values(), key=lambda kept: kept.at, reverse=True))

    @needs(Right.OWN)
    def discard(self, form: str, subject: str = "") -> None:
        """Forget a draft, once its form was saved or given up; nothing happens without one."""
        self._workspace.aside.drop(self._key(form, subject))
        with self._workspace.write() as session:
            draft = session.get(Draft, (self._workspace.user.user_id, form, subject))
            if draft is not None:
                session.delete(draft)

    def _key(self, form: str, subject: str) -> Key:
        return (self._workspace.user.user_id.bytes, form, subject)

    def _store(self, forms: Mapping[Key, tuple[dict[str, Any], datetime]]) -> None:
        with self._workspace.write() as session:
            for (user, form, subject), (content, at) in forms.items():
                draft = session.get(Draft, (UUID(bytes=user), form, subject))
                if draft is None:
                    draft = Draft(user_id=UUID(bytes=user), form=form, subject=subject)
                    session.add(draft)
                draft.content, draft.at = content, at

    def _bring_back(self) -> None:
        """Store what had to be kept aside, now that the database takes it again."""
        aside = self._workspace.aside
        held = aside.of(self._workspace.user.user_id.bytes) if len(aside) else {}
        if held:
            self._store({key: (each[0], from_milliseconds(each[1])) for key, each in held.items()})
            for key in held:
                aside.drop(key)


def _kept(draft: Draft) -> KeptDraft:
    return KeptDraft(draft.form, draft.subject, draft.content, draft.at)
