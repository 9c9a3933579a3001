"""How a meeting that was planned is held, or cancelled."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.ids import derived_ids
from desktop.models.sessions import CourseSession, SessionMove
from desktop.services.moves import Lifecycle, Transition, make_move
from desktop.services.workspace import Workspace


def _not_ahead(_session: Session, meeting: CourseSession, move: SessionMove) -> None:
    if move.done_on < meeting.on[: len(move.done_on)]:
        raise UserError("date_ahead", field="on", value=meeting.on)


MEETING: Final = Lifecycle(
    CourseSession,
    (
        Transition("hold", frozenset({"planned"}), "held", guard=_not_ahead),
        Transition("cancel", frozenset({"planned"}), "cancelled", needs=("cancel_reason",)),
    ),
)
"""What was marked or cancelled by mistake is taken back; another day is another meeting."""


def hold(session: Session, workspace: Workspace, meeting: CourseSession) -> None:
    """Note that a planned meeting was held, on its day; two laptops that do write one move.

    Raises:
        UserError: `date_ahead` for one of a later day; as `make_move`.
    """
    if meeting.on > workspace.today().isoformat():
        raise UserError("date_ahead", field="on", value=meeting.on)
    make_move(
        session, workspace, MEETING, meeting, "hold", {"done_on": meeting.on},
        move_id=_move_id(session, meeting, "hold"),
    )  # fmt: skip


def _move_id(session: Session, meeting: CourseSession, code: str) -> UUID:
    """The next id of such a move that is not used up: by one that was taken back, say."""
    free = (
        each for each in derived_ids(meeting.id, code) if session.get(SessionMove, each) is None
    )
    return next(free)
