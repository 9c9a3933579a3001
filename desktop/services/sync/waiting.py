"""What the hub has not confirmed yet."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, LargeBinary, Select, and_, literal_column, or_, select
from sqlalchemy.orm import Session

from desktop.models.program import Change, DeviceState


def waiting_records(session: Session, *conditions: ColumnElement[bool]) -> Select[UUID]:
    """Return the query of records with own changes that the hub has not acknowledged."""
    device = session.get_one(DeviceState, 1)
    unsent = or_(
        *(
            and_(Change.lane == lane, Change.seq > acknowledged)
            for lane, acknowledged in enumerate(device.acked_seq)
        )
    )
    # Nearly every row is of this device: with conditions of its own a query must not be led to
    # the index on the device (the plus sign keeps SQLite from it).
    own = literal_column("+change.device", LargeBinary) if conditions else Change.device
    return select(Change.record_id).where(
        own == device.device,
        Change.epoch == device.epoch,
        Change.remote.is_(False),
        unsent,
        *conditions,
    )
