"""Restriction: a person's record is kept but not used, until it is lifted with a reason."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.capture import Editing
from desktop.services import audit
from desktop.services.record_values import somebody
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace


class RestrictionService:
    """Holds a person's record still, and lets it go; both are audited with their reason.

    While a record is restricted no edit of it is taken on this laptop (`models.restriction`), it
    is neither printed nor exported, and not counted for people outside. Sync still carries it.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.RESTRICT)
    def restrict(self, whose: UUID, reason: str) -> None:
        """Restrict the record of a learner or of somebody else.

        Raises:
            UserError: `learner_unknown`, `record_unknown`, `reason_missing`, `already_restricted`.
        """
        if not reason.strip():
            raise UserError("reason_missing", field="restricted_reason")
        with self._workspace.write() as session:
            record = somebody(session, whose)
            if record.restricted_on:
                raise UserError("already_restricted")
            record.restricted_on = self._workspace.today().isoformat()
            record.restricted_reason = reason.strip()
            # The reason is a person's words: it stands in the record, not in the audit entry.
            audit.note(session, self._workspace, "learner_restricted", whose)

    @needs(Right.RESTRICT)
    def lift(self, whose: UUID, reason: str) -> None:
        """Let a record be used again; the reason stands in its history.

        Raises:
            UserError: `learner_unknown`, `record_unknown`, `reason_missing`, `not_restricted`.
        """
        if not reason.strip():
            raise UserError("reason_missing", field="restricted_reason")
        with self._workspace.write() as session:
            record = somebody(session, whose)
            if not record.restricted_on:
                raise UserError("not_restricted")
            permit(session, whose)
            record.restricted_on = None
            record.restricted_reason = reason.strip()
            audit.note(session, self._workspace, "restriction_lifted", whose)


def permit(session: Session, whose: UUID) -> None:
    """Let this transaction write of somebody restricted: to lift that, or to put a fact right."""
    editing: Editing = session.info["editing"]
    editing.permitted.add(whose)
