"""What the hub has not confirmed yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    LargeBinary,
    Select,
    and_,
    bindparam,
    literal_column,
    or_,
    select,
    union,
)
from sqlalchemy.orm import Session

from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.owners import owner_links
from desktop.models.people import Learner
from desktop.models.program import Change, DeviceState
from sync.kinds import kind_of


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


def waiting_learners(session: Session) -> CompoundSelect[UUID]:
    """Return the query of learners of whom anything waits: themselves, a plan, a visit, a carer.

    What is itself a secret tells nothing here.
    """
    waiting = waiting_records(session)
    return union(
        *(
            found.with_only_columns(found.selected_columns[0]).where(cls.id.in_(waiting))
            for cls, found in _of_learners(None)
        )
    )


def who_waits(session: Session, among: Sequence[UUID]) -> set[UUID]:
    """Return those of these learners of whom anything waits."""
    device = session.get_one(DeviceState, 1)
    values: dict[str, Any] = {"among": list(among), "device": device.device, "epoch": device.epoch}
    values |= {f"acked_{lane}x": done for lane, done in enumerate(device.acked_seq)}
    return set(session.scalars(_who_waits(len(device.acked_seq)), values))


@cache
def _who_waits(lanes: int) -> CompoundSelect[UUID]:
    """Made once: a list asks it for each of its pages."""
    unsent = or_(
        *(
            and_(Change.lane == lane, Change.seq > bindparam(f"acked_{lane}x"))
            for lane in range(lanes)
        )
    )
    own = literal_column("+change.device", LargeBinary) == bindparam("device")
    mine = and_(own, Change.epoch == bindparam("epoch"), Change.remote.is_(False), unsent)
    return union(
        *(
            found.with_only_columns(found.selected_columns[0]).where(
                select(Change.number).where(Change.record_id == cls.id, mine).exists()
            )
            for cls, found in _of_learners(bindparam("among", expanding=True))
        )
    )


def _of_learners(
    among: BindParameter[Any] | None,
) -> Iterator[tuple[type[SyncedRecord], Select[Any, Any]]]:
    for cls in synced_classes().values():
        if not kind_of(cls.kind).secret:
            for found in _with_learner(cls, among):
                yield cls, found


def _with_learner(
    cls: type[SyncedRecord], among: BindParameter[Any] | None
) -> Iterator[Select[Any, Any]]:
    """Queries of learners with the records of a kind that belong to them."""
    if cls is Learner:
        own = select(cls.id.label("learner"), cls.id.label("record"))
        yield own if among is None else own.where(cls.id.in_(among))
    for link in owner_links(cls):
        column: Any = getattr(cls, link.name)
        if link.link == Learner.kind:
            direct = select(column.label("learner"), cls.id.label("record"))
            yield direct.where(column.is_not(None) if among is None else column.in_(among))
        elif link.link in synced_classes() and synced_classes()[link.link] is not cls:
            for above in _with_learner(synced_classes()[link.link], among):
                parent = above.subquery()
                yield select(parent.c.learner, cls.id.label("record")).join(
                    parent, parent.c.record == column
                )
