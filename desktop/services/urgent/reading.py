"""What was done in urgent cases: when last, and in which somebody answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.base import from_milliseconds
from desktop.models.tries import UrgentTry
from desktop.models.urgent import UrgentHanding, UrgentNote
from desktop.services.tries.reading import REACHED
from desktop.services.urgent.chain import next_step


def last_notes(session: Session, cases: Sequence[UUID]) -> dict[UUID, int]:
    """Return the moment of the newest note of each case that has any."""
    wanted = select(UrgentNote.case_id, func.max(UrgentNote.at)).where(
        UrgentNote.case_id.in_(cases), UrgentNote.deleted.is_(False)
    )
    return {row[0]: row[1] for row in session.execute(wanted.group_by(UrgentNote.case_id))}


def handed_of(
    session: Session, told: Mapping[UUID, Sequence[UrgentHanding]]
) -> dict[UUID, datetime]:
    """Return when the last step was told, of the cases that can be handed on further."""
    return {
        case_id: from_milliseconds(each[-1].at)
        for case_id, each in told.items()
        if next_step(session, each) is not None
    }


def answered_of(session: Session, cases: Sequence[UUID]) -> set[UUID]:
    """Return those of the cases in which somebody wrote what was done, or was reached."""
    reached = select(UrgentTry.case_id).where(
        UrgentTry.case_id.in_(cases),
        UrgentTry.deleted.is_(False),
        UrgentTry.result.in_(sorted(REACHED)),
    )
    return {*last_notes(session, cases), *session.scalars(reached)}
