"""Half-filled forms: kept as typed for each user, so that a power cut takes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from desktop.models.program import Draft
from desktop.services.rights import Right, needs
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
        """Keep a form as it stands; `content` holds primitives only."""
        with self._workspace.write() as session:
            key = (self._workspace.user.user_id, form, subject)
            draft = session.get(Draft, key)
            if draft is None:
                draft = Draft(user_id=key[0], form=form, subject=subject)
                session.add(draft)
            draft.content, draft.at = dict(content), self._workspace.now()

    @needs(Right.OWN)
    def load(self, form: str, subject: str = "") -> KeptDraft | None:
        """Return what was kept of a form, None when there is nothing."""
        with self._workspace.read() as session:
            draft = session.get(Draft, (self._workspace.user.user_id, form, subject))
            return None if draft is None else _kept(draft)

    @needs(Right.OWN)
    def list(self) -> tuple[KeptDraft, ...]:
        """Return this user's drafts, the newest first."""
        with self._workspace.read() as session:
            return tuple(
                _kept(draft)
                for draft in session.scalars(
                    select(Draft)
                    .where(Draft.user_id == self._workspace.user.user_id)
                    .order_by(Draft.at.desc())
                )
            )

    @needs(Right.OWN)
    def discard(self, form: str, subject: str = "") -> None:
        """Forget a draft, once its form was saved or given up; nothing happens without one."""
        with self._workspace.write() as session:
            draft = session.get(Draft, (self._workspace.user.user_id, form, subject))
            if draft is not None:
                session.delete(draft)


def _kept(draft: Draft) -> KeptDraft:
    return KeptDraft(draft.form, draft.subject, draft.content, draft.at)
