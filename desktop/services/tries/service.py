"""Noting tries to reach somebody, of every kind of record that has them; see also urgent cases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.base import synced_classes
from desktop.models.owners import owner_links
from desktop.models.tries import ContactTry
from desktop.services.record_values import live
from desktop.services.rights import Right, needs
from desktop.services.tries.reading import filled, tries_of
from desktop.services.tries.records import TryLine
from desktop.services.workspace import Workspace

_LINKS: Final = {each.link: each.name for each in owner_links(ContactTry)}


class TryService:
    """What can be done with tries; each method is one transaction."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.WRITE)
    def note(self, kind: str, record_id: UUID, values: Mapping[str, Any] | None = None) -> UUID:
        """Note that somebody was phoned today and did not answer, unless values say otherwise.

        Args:
            kind: of the record that it is for: `referral`, `lead`.
            record_id: that record.
            values: by field; the next day is some days ahead unless given.

        Raises:
            UserError: `unknown_code` (`kind`), `record_unknown`, `date_ahead`, `date_past`; as
                `set_values`.
        """
        with self._workspace.write() as session:
            link = _link(session, kind, record_id)
            made = ContactTry(**{link: record_id}, by=self._workspace.user.user_id)
            filled(session, made, kind, dict(values or {}), self._workspace.today())
            session.add(made)
            return made.id

    @needs(Right.READ)
    def of(self, kind: str, record_id: UUID) -> tuple[TryLine, ...]:
        """Return the tries for a record, the latest first; UserError as `note`."""
        with self._workspace.read() as session:
            return tries_of(session, ContactTry, _link(session, kind, record_id), record_id)


def _link(session: Session, kind: str, record_id: UUID) -> str:
    """The name of the link to a record, which is there."""
    if kind not in _LINKS:
        raise UserError("unknown_code", field="kind", value=kind)
    live(session, synced_classes()[kind], record_id)
    return _LINKS[kind]
