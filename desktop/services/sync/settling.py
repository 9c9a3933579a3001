"""Conflicts that an ordinary edit has ended or changed, told at once on the laptop that made it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.capture import Editing
from desktop.models.program import Change, Conflict
from desktop.services.sync.records import RecordWriter


def settle_edited(session: Session, now: datetime) -> None:
    """Make the conflict rows of the records edited in this transaction say what stands now.

    Every other laptop does so when it hears of the edit. Whoever brings a person back, or types
    the other of two values, must not be asked about it for ever after.
    """
    editing: Editing = session.info["editing"]
    session.flush()
    if editing.action is None:
        return
    edited = select(Change.record_id).where(Change.action == editing.action)
    open_ones = select(Conflict.record_id, Conflict.kind).where(
        Conflict.settled.is_(False), Conflict.record_id.in_(edited)
    )
    found = session.execute(open_ones.distinct()).all()
    if not found:
        return
    writer = RecordWriter(session, editing.device, now)
    for record_id, kind in found:
        rows = session.scalars(
            select(Change).where(Change.record_id == record_id).order_by(Change.number)
        ).all()
        writer.refresh(record_id, kind, rows)
    session.flush()
