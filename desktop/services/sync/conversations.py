"""What is kept of conversations: with the hub, on a stick, and with laptops near by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.models.ids import new_id
from desktop.models.program import SyncSession

_KEPT: Final = 200
_ONE_VISIT: Final = timedelta(minutes=10)


Way = Literal["link", "stick", "near"]
"""By what a conversation went."""


@dataclass(frozen=True)
class Conversation:
    """What is kept of one conversation; see `SyncSession`."""

    started_at: datetime
    ended_at: datetime
    way: Way
    outcome: str
    partner: str = ""
    sent: int = 0
    received: int = 0
    bytes_up: int = 0
    bytes_down: int = 0
    requests: int = 0
    receipt: str = ""


def keep_conversation(session: Session, kept: Conversation) -> None:
    """Keep one conversation, and no more than some hundred."""
    session.add(
        SyncSession(
            id=new_id(),
            started_at=kept.started_at,
            ended_at=kept.ended_at,
            sent=kept.sent,
            received=kept.received,
            bytes_up=kept.bytes_up,
            bytes_down=kept.bytes_down,
            requests=kept.requests,
            receipt=kept.receipt or None,
            outcome=kept.outcome,
            way=kept.way,
            partner=kept.partner or None,
        )
    )
    session.flush()
    oldest = session.scalar(
        select(SyncSession.started_at)
        .order_by(SyncSession.started_at.desc())
        .offset(_KEPT)
        .limit(1)
    )
    if oldest is not None:
        session.execute(delete(SyncSession).where(SyncSession.started_at <= oldest))


def keep_visitor(session: Session, kept: Conversation) -> None:
    """Keep that a neighbour came; the turns of one visit are one line."""
    last = session.scalars(
        select(SyncSession)
        .where(SyncSession.partner == kept.partner, SyncSession.outcome == "visited")
        .order_by(SyncSession.ended_at.desc())
        .limit(1)
    ).first()
    if last is None or last.ended_at is None or kept.ended_at - last.ended_at > _ONE_VISIT:
        keep_conversation(session, kept)
        return
    last.ended_at = kept.ended_at
    last.sent += kept.sent
    last.received += kept.received
    last.requests += kept.requests
    last.bytes_up += kept.bytes_up
    last.bytes_down += kept.bytes_down
