"""How what was learnt is proposed, submitted and decided."""

from __future__ import annotations

from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.credits import CreditItem, CreditItemMove, Evidence
from desktop.models.moves import state_column
from desktop.services.moves import Lifecycle, Transition

ACCEPTED: Final = frozenset({"accepted", "accepted_part"})
"""States that count."""

WAITING: Final = frozenset({"proposed", "submitted", "returned"})
"""States in which credits are proposed and nobody has decided yet."""

ANSWER_DAYS: Final = 30
"""After how many days an institution is asked how far it is."""

SUBMIT_DAYS: Final = 14
"""After how many days what was proposed is to be submitted."""

_DECIDED_BY: Final = ("by_id", "committee")


def _may_be_proposed(session: Session, item: CreditItem, move: CreditItemMove) -> None:
    """Something shows it that was not found lacking, and somebody looked whether it was learnt."""
    shows = select(func.count()).select_from(Evidence)
    shows = shows.where(
        Evidence.credit_item_id == item.id,
        Evidence.deleted.is_(False),
        state_column(Evidence) != "lacking",
    )
    if not session.scalar(shows):
        raise UserError("credit_no_evidence")
    if item.assessor_id is None:
        raise UserError("credit_no_assessor", field="assessor_id")
    move.by_id = move.by_id or item.assessor_id


def _may_be_submitted(_session: Session, item: CreditItem, move: CreditItemMove) -> None:
    """Whom it goes to is a fact of the move: what is asked later may be another."""
    move.receiver_id = move.receiver_id or item.receiver_id
    if move.receiver_id is None:
        raise UserError("credit_no_receiver", field="receiver_id")


def _accepted(_session: Session, item: CreditItem, move: CreditItemMove) -> None:
    """What the decision leaves unsaid is as it was proposed, and stays so whatever is edited.

    Fewer credits than proposed are a part, whatever anybody would call it.
    """
    if move.credits is None or move.credits <= 0:
        raise UserError("quantity_not_positive", field="credits", value=move.credits or 0)
    move.level, move.subject = move.level or item.level, move.subject or item.subject
    if item.credits is not None and move.credits < item.credits:
        move.to_state = "accepted_part"


CREDITING: Final = Lifecycle(
    CreditItem,
    (
        Transition(
            "propose", frozenset({"noted", "returned", "refused", "withdrawn"}), "proposed",
            takes=("by_id", "note"), guard=_may_be_proposed,
        ),
        Transition(
            "submit", frozenset({"proposed", "returned"}), "submitted",
            takes=("receiver_id", "number", "document_id", "note"), guard=_may_be_submitted,
        ),
        Transition(
            "accept", frozenset({"submitted"}), "accepted",
            needs=("credits", (("institution", "number"), ("document_id",))),
            takes=("subject_code", "level", "subject", *_DECIDED_BY, "note"), guard=_accepted,
        ),
        Transition(
            "return", frozenset({"submitted"}), "returned", needs=("missing",),
            takes=("institution", "number", "document_id", "note"),
        ),
        Transition(
            "refuse", frozenset({"submitted"}), "refused", needs=("reason",),
            takes=("institution", "number", "document_id", *_DECIDED_BY, "note"),
        ),
        Transition(
            "withdraw", frozenset({"noted", "proposed", "submitted", "returned"}), "withdrawn",
            takes=("reason", "note"),
        ),
    ),
)  # fmt: skip
"""Proposed is never accepted. What was accepted by mistake is taken back, and decided anew."""
